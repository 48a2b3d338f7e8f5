"""A case about a report that never came: from the day after the last day, as long as nothing is handed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from schemas.clock import DUTCH_TIME
from schemas.norms import TIMELY
from schemas.store import ExtensionAnswer, ExtensionRequest, Shortfall, facts_of, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.shortfalls.casework import handed_in, opened, opening, page_of_case, seconded, stepped, warned

At = Callable[[int], None]
By = Callable[[str], Browser]


@pytest.fixture
def report(world: World) -> UUID:
    """A report on 2026 of which nothing came."""
    return world.reports["oost"]


@pytest.fixture
def days_after(report: UUID, monkeypatch: pytest.MonkeyPatch) -> At:
    """Sets the clock a number of days after the last day of handing in, at noon."""
    with reading() as session:
        last = facts_of(session, report).dates.hand_in_by

    def at(days: int) -> None:
        noon = datetime(last.year, last.month, last.day, 12, tzinfo=DUTCH_TIME) + timedelta(days=days)
        monkeypatch.setenv("KETENSPIEGEL_NOW", noon.isoformat())

    return at


@pytest.fixture
def by(browser_of: By) -> By:
    """Somebody who signs in when asked: no session lasts from one day to another."""
    return browser_of


def opening_page(manager: Browser, report: UUID) -> str:
    return manager.get(f"/rapportages/{report}/tekortkomingen/nieuw").text


def more_time(world: World, *, days: int) -> None:
    """The authority grants days of more time."""
    report = world.reports["oost"]
    with sessions().begin() as session:
        last = facts_of(session, report).dates.hand_in_by
        asked = ExtensionRequest(
            id=uuid4(),
            report=report,
            term=last,
            until=last + timedelta(days=days),
            reason="De cijfers van de dochter komen later.",
            by=world.people["reporter"],
            at=datetime(2027, 4, 1, tzinfo=DUTCH_TIME),
            idempotency_key=uuid4(),
        )
        session.add(asked)
        session.flush()
        until = last + timedelta(days=days)
        answer = {"reason": "Goed.", "by": world.people["manager"], "at": datetime(2027, 4, 2, tzinfo=DUTCH_TIME)}
        session.add(ExtensionAnswer(request=asked.id, until=until, **answer))


def test_on_the_last_day_there_is_no_case_yet(report: UUID, days_after: At, by: By) -> None:
    days_after(0)

    assert opened(by("manager"), report, normen=[TIMELY]) == 409
    assert "nog niet besloten" in opening_page(by("manager"), report)


def test_the_day_after_there_is(report: UUID, days_after: At, by: By) -> None:
    days_after(1)

    assert "is niet ingediend" in opening_page(by("manager"), report)
    assert opened(by("manager"), report, normen=[TIMELY]) == 303
    with reading() as session:
        assert session.scalars(select(Shortfall.version)).one() is None


def test_more_time_moves_the_day(report: UUID, days_after: At, by: By, world: World) -> None:
    more_time(world, days=14)

    days_after(14)
    within = opened(by("manager"), report, normen=[TIMELY])
    days_after(15)

    assert (within, opened(by("manager"), report, normen=[TIMELY])) == (409, 303)


def test_what_was_handed_in_meanwhile_is_reviewed_instead(report: UUID, days_after: At, by: By, world: World) -> None:
    days_after(1)
    handed_in(world)

    answer = opening(by("manager"), report, normen=[TIMELY])

    assert answer.status_code == 409
    assert "intussen ingediend" in answer.text


def test_over_one_report_that_did_not_come_one_case_is_open(report: UUID, days_after: At, by: By) -> None:
    days_after(1)

    assert [opened(by("manager"), report, normen=[TIMELY]) for _ in range(2)] == [303, 409]
    assert "Hierover loopt al een dossier" in opening_page(by("manager"), report)


def test_only_that_nothing_came_can_be_a_case_then(report: UUID, days_after: At, by: By) -> None:
    days_after(1)

    assert opened(by("manager"), report, normen=["N-RENEWABLE"]) == 409
    assert opened(by("manager"), report, normen=[]) == 409


def test_the_page_of_the_report_leads_to_the_case_once_the_day_is_past(report: UUID, days_after: At, by: By) -> None:
    page, way = f"/beoordelingen/{report}", f"/rapportages/{report}/tekortkomingen/nieuw"
    days_after(0)
    before = by("manager").get(page).text
    days_after(1)

    assert way not in before
    assert way in by("manager").get(page).text
    assert way not in by("second_reader").get(page).text


def test_the_track_runs_as_over_a_norm(report: UUID, days_after: At, by: By) -> None:
    steps = []
    takes: tuple[Callable[[], int], ...] = (
        lambda: opened(by("manager"), report, normen=[TIMELY]),
        lambda: warned(by("manager")),
        lambda: seconded(by("second_reader")),
        lambda: stepped(by("manager"), "voornemen", bedrag="25000"),
        lambda: seconded(by("second_reader")),
        lambda: stepped(by("reporter"), "zienswijze", toelichting="Het rapport is bijna klaar."),
        lambda: stepped(by("manager"), "besluit", bedrag="25000"),
        lambda: seconded(by("second_reader")),
    )
    for day, take in enumerate(takes, start=1):
        days_after(day)
        steps.append(take())

    page = by("reporter").get(page_of_case()).text

    assert steps == [303] * 8
    assert "25.000" in page
    assert "rapport niet ingediend" in page


def test_both_sides_meet_it_where_they_look(report: UUID, days_after: At, by: By, world: World) -> None:
    days_after(1)
    opened(by("manager"), report, normen=[TIMELY])
    warned(by("manager"))
    seconded(by("second_reader"))
    concession = f"/concessies/{world.concessions['oost']}"

    reads = by("reporter")
    for page in ("/concessies", f"{concession}/tekortkomingen", f"{concession}/overleg"):
        assert "rapport niet ingediend" in reads.get(page).text, page
    assert "De houder dient het rapport alsnog in (tekortkoming 2026-T1" in reads.get(f"{concession}/overleg").text
    assert "Dossier 2026-T1" in reads.get(f"/rapportages/{report}/verloop").text
    assert "rapport niet ingediend" in by("manager").get(f"{concession}/tekortkomingen").text


def test_the_case_says_when_the_report_came_after_all(report: UUID, days_after: At, by: By, world: World) -> None:
    days_after(1)
    opened(by("manager"), report, normen=[TIMELY])
    days_after(5)
    handed_in(world)

    assert "alsnog ingediend" in by("manager").get(page_of_case()).text


def test_once_the_report_came_after_a_warning_it_is_the_managers_turn(
    report: UUID, days_after: At, by: By, world: World
) -> None:
    days_after(1)
    opened(by("manager"), report, normen=[TIMELY])
    warned(by("manager"))
    seconded(by("second_reader"))
    concession = f"/concessies/{world.concessions['oost']}"
    days_after(5)
    handed_in(world)

    manager, reporter = by("manager"), by("reporter")
    assert "Het rapport is er. De manager sluit het dossier" in manager.get("/bureau").text
    assert "Het rapport is er. De manager sluit het dossier" in manager.get(page_of_case()).text
    assert "rapport niet ingediend" not in reporter.get("/concessies").text
    assert "U hoeft nu niets te doen." in reporter.get(page_of_case()).text
    assert "De houder dient het rapport alsnog in" not in reporter.get(f"{concession}/overleg").text
