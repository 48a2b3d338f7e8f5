"""A case about a report that came back and did not come again: from the day after its term, as long as nothing comes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.extending import answer_extension, ask_extension
from schemas.clock import DUTCH_TIME
from schemas.norms import TIMELY
from schemas.shortfall_subjects import NOT_CORRECTED
from schemas.store import Shortfall, facts_of, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.shortfalls.casework import (
    a_report_sent_back,
    handed_in,
    opened,
    opening,
    page_of_case,
    seconded,
    stepped,
    the_case,
    warned,
)

At = Callable[[date], None]
By = Callable[[str], Browser]
SENT_BACK_ON, TERM = date(2027, 9, 1), date(2027, 9, 30)
LATE = TERM + timedelta(days=1)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """Sets the clock on a day, at noon."""

    def on(day: date) -> None:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=DUTCH_TIME)
        monkeypatch.setenv("KETENSPIEGEL_NOW", noon.isoformat())

    return on


@pytest.fixture
def report(world: World, at: At) -> UUID:
    """A report that was sent back until a term."""
    at(SENT_BACK_ON)
    return a_report_sent_back(world, term=TERM)


@pytest.fixture
def by(browser_of: By) -> By:
    """Somebody who signs in when asked: no session lasts from one day to another."""
    return browser_of


def test_on_the_last_day_of_its_term_there_is_no_case_yet(report: UUID, at: At, by: By) -> None:
    at(TERM)

    answer = opening(by("manager"), report, normen=[TIMELY])

    assert answer.status_code == 409
    assert "de laatste dag is 30-09-2027" in answer.text


def test_the_day_after_there_is_one_about_the_version_that_came_back(report: UUID, at: At, by: By) -> None:
    at(LATE)

    page = by("manager").get(f"/rapportages/{report}/tekortkomingen/nieuw").text

    assert "kwam op woensdag 1 september 2027 terug" in page
    assert "uiterlijk donderdag 30 september 2027" in page
    assert opened(by("manager"), report, normen=[TIMELY]) == 303
    with reading() as session:
        [version] = facts_of(session, report).versions
        assert session.execute(select(Shortfall.version, Shortfall.sent_back)).one() == (None, version.id)


def test_more_time_moves_the_day(report: UUID, at: At, by: By, world: World) -> None:
    later = TERM + timedelta(days=14)
    with sessions().begin() as session:
        reporter, manager = world.people["reporter"], world.people["manager"]
        asked = ask_extension(session, report, key=uuid4(), until=later, reason="De teller is stuk.", by=reporter)
        answer_extension(session, report, asked.id, granted=True, until=None, reason="Goed.", by=manager)

    at(later)
    within = opened(by("manager"), report, normen=[TIMELY])
    at(later + timedelta(days=1))

    assert (within, opened(by("manager"), report, normen=[TIMELY])) == (409, 303)
    assert "donderdag 14 oktober 2027" in by("manager").get(page_of_case()).text


def test_what_came_again_meanwhile_is_reviewed_instead(report: UUID, at: At, by: By, world: World) -> None:
    at(LATE)
    handed_in(world)

    answer = opening(by("manager"), report, normen=[TIMELY])

    assert answer.status_code == 409
    assert "verbeterde rapport is intussen ingediend" in answer.text


def test_over_one_correction_one_case_is_open(report: UUID, at: At, by: By) -> None:
    at(LATE)

    assert [opened(by("manager"), report, normen=[TIMELY]) for _ in range(2)] == [303, 409]
    assert "Hierover loopt al een dossier" in by("manager").get(f"/rapportages/{report}/tekortkomingen/nieuw").text


def test_a_case_about_the_report_that_came_late_is_another_matter(world: World, at: At, by: By) -> None:
    report = world.reports["oost"]
    at(SENT_BACK_ON)
    first = opened(by("manager"), report, normen=[TIMELY])
    a_report_sent_back(world, term=TERM)
    at(LATE)

    assert (first, opened(by("manager"), report, normen=[TIMELY])) == (303, 303)


def test_the_page_of_the_report_leads_to_the_case_once_the_term_is_past(report: UUID, at: At, by: By) -> None:
    page, way = f"/beoordelingen/{report}", f"/rapportages/{report}/tekortkomingen/nieuw"
    at(TERM)
    before = by("manager").get(page).text
    at(LATE)
    after = by("manager").get(page).text

    assert way not in before
    assert way in after
    assert "De termijn voor het verbeterde rapport is voorbij." in after
    assert way not in by("second_reader").get(page).text


def test_an_amount_is_unknown_to_the_holder_until_the_second_reader_confirms(report: UUID, at: At, by: By) -> None:
    at(LATE)
    opened(by("manager"), report, normen=[TIMELY])
    unheard = by("reporter").get(page_of_case()).status_code
    warned(by("manager"))
    seconded(by("second_reader"))
    at(LATE + timedelta(days=1))
    stepped(by("manager"), "voornemen", bedrag="25000")

    before = by("reporter").get(page_of_case()).text
    seconded(by("second_reader"))

    assert unheard == 404
    assert "25.000" not in before
    assert "25.000" in by("reporter").get(page_of_case()).text


def test_both_sides_meet_it_where_they_look(report: UUID, at: At, by: By, world: World) -> None:
    at(LATE)
    opened(by("manager"), report, normen=[TIMELY])
    desk = by("manager").get("/bureau").text
    warned(by("manager"))
    seconded(by("second_reader"))
    concession = f"/concessies/{world.concessions['oost']}"

    reads = by("reporter")
    for page in ("/concessies", f"{concession}/tekortkomingen", f"{concession}/overleg", page_of_case()):
        assert NOT_CORRECTED.nl in reads.get(page).text, page
    assert f"/tekortkomingen/{the_case()}" in desk
    assert NOT_CORRECTED.nl in desk
    assert NOT_CORRECTED.nl in by("manager").get(f"{concession}/tekortkomingen").text


def test_as_long_as_it_does_not_come_a_warning_asks_for_the_report_and_leads_to_it(
    report: UUID, at: At, by: By, world: World
) -> None:
    at(LATE)
    opened(by("manager"), report, normen=[TIMELY])
    warned(by("manager"))
    seconded(by("second_reader"))

    before, seen_by_manager = by("reporter").get(page_of_case()).text, by("manager").get(page_of_case()).text
    handed_in(world)
    after = by("reporter").get(page_of_case()).text

    assert "U bent aan zet: het rapport moet er uiterlijk" in before
    assert "De houder is aan zet: het rapport moet er uiterlijk" in seen_by_manager
    way = f'href="/rapportages/{report}">Naar het rapport</a>'
    assert way in before
    assert way not in after


def test_the_case_tells_its_days_and_when_the_report_came_after_all(report: UUID, at: At, by: By, world: World) -> None:
    at(LATE)
    opened(by("manager"), report, normen=[TIMELY])
    before = by("manager").get(page_of_case()).text
    at(LATE + timedelta(days=4))
    handed_in(world)

    after = by("manager").get(page_of_case()).text

    assert "Versie 1 kwam terug op" in before
    assert "woensdag 1 september 2027" in before
    assert "donderdag 30 september 2027" in before
    assert "alsnog ingediend" not in before
    assert "Het verbeterde rapport is alsnog ingediend, op dinsdag 5 oktober 2027." in after
