"""A report that is sent back in part: only that part may change, and the holder may ask to open more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases import Declaration, hand_in
from portal.use_cases.deciding import Deciding, decide, second
from portal.use_cases.reviewing import begin_review
from schemas.clock import today
from schemas.events import Event, ReopeningAnswered, ReopeningAsked, read
from schemas.store import WHOLE_FILE, Outbox, Part, ReopeningRequest, reading, sessions
from schemas.words import DecisionOutcome
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import WORKBOOK, a_check, an_upload

WHY = "Een bus reed niet mee."


@pytest.fixture
def report(world: World) -> UUID:
    """A report of which only energy was sent back."""
    about, people = world.reports["oost"], world.people
    version = an_upload(about, people["reporter"], content=WORKBOOK + b"1").id
    a_check(version)
    with sessions().begin() as session:
        hand_in(
            session,
            about,
            Declaration(version=version, statement="Ja, dit klopt.", key=uuid4()),
            by=people["signatory"],
        )
        begin_review(session, about, by=people["manager"])
        back = Deciding(
            outcome=DecisionOutcome.SENT_BACK,
            reason="Energie ontbreekt.",
            term=today() + timedelta(days=10),
            sheets=("energy",),
            key=uuid4(),
            unheard="De houder vroeg er zelf om.",
        )
        decide(session, about, back, by=people["manager"])
        second(session, about, confirmed=True, reason="", by=people["second_reader"])
    return about


@pytest.fixture
def page(report: UUID) -> str:
    """The address at which the holder asks to open more."""
    return f"/rapportages/{report}/heropening"


def asked(person: Browser, page: str, *sheets: str, **changes: str) -> int:
    form = {"sleutel": str(uuid4()), "bladen": list(sheets), "reden": WHY} | changes
    return person.post(page, form).status_code


def answered(manager: Browser, report: UUID, *, granted: bool, sheets: tuple[str, ...] = ("vehicles",)) -> int:
    with reading() as session:
        request = session.scalars(select(ReopeningRequest.id)).one()
    form = {"openen": str(granted).lower(), "bladen": list(sheets), "reden": "Dat is redelijk."}
    return manager.post(f"/beoordelingen/{report}/heropening/{request}", form).status_code


def sheets_of(version: UUID) -> list[str]:
    with reading() as session:
        return list(session.scalars(select(Part.sheet).where(Part.version == version).order_by(Part.position)))


def told() -> list[type[Event]]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    return [type(event) for event in map(read, bodies) if isinstance(event, ReopeningAsked | ReopeningAnswered)]


@pytest.mark.parametrize("clean", [True, False])
def test_of_an_upload_only_the_open_sheet_is_taken_on_top_of_what_was_sent_back(
    world: World, report: UUID, clean: bool
) -> None:
    version = an_upload(report, world.people["reporter"], content=WORKBOOK + b"2", clean=clean)

    assert sheets_of(version.id) == [WHOLE_FILE, "energy"]


def test_the_same_form_sent_twice_is_one_version(world: World, report: UUID) -> None:
    key = uuid4()

    made = [an_upload(report, world.people["reporter"], content=WORKBOOK + b"2", key=key) for _ in range(2)]

    assert made[0].id == made[1].id


def test_a_granted_request_opens_the_sheet(
    manager: Browser, reporter: Browser, world: World, report: UUID, page: str
) -> None:
    asked(reporter, page, "vehicles")
    answered(manager, report, granted=True)

    version = an_upload(report, world.people["reporter"], content=WORKBOOK + b"2")

    assert sheets_of(version.id) == [WHOLE_FILE, "vehicles", "energy"]
    assert told() == [ReopeningAsked, ReopeningAnswered]


def test_a_refused_request_leaves_it_closed_and_tells_why(
    manager: Browser, reporter: Browser, world: World, report: UUID, page: str
) -> None:
    asked(reporter, page, "vehicles")
    answered(manager, report, granted=False)

    version = an_upload(report, world.people["reporter"], content=WORKBOOK + b"2")

    assert sheets_of(version.id) == [WHOLE_FILE, "energy"]
    assert "Niet geopend" in reporter.get(page).text


def test_the_page_of_the_check_tells_what_was_not_taken_and_why(reporter: Browser, world: World, report: UUID) -> None:
    version = an_upload(report, world.people["reporter"], content=WORKBOOK + b"2")
    a_check(version.id, left_out=["vehicles"], taken_over=["energy"])

    shown = reporter.get(f"/rapportages/{report}/versies/2").text

    assert "Niet alles uit uw bestand is overgenomen" in shown
    assert "Niet overgenomen, want gesloten" in shown
    assert "Vraag om deze bladen te openen" in shown


def test_a_file_without_an_open_sheet_changes_nothing_and_says_so(
    reporter: Browser, world: World, report: UUID
) -> None:
    a_check(an_upload(report, world.people["reporter"], content=WORKBOOK + b"2").id)

    assert "Er is niets veranderd." in reporter.get(f"/rapportages/{report}/versies/2").text


def test_both_sides_read_which_sheets_are_open_and_what_was_asked(
    manager: Browser, reporter: Browser, report: UUID, page: str
) -> None:
    asked(reporter, page, "vehicles")

    shown, desk = reporter.get(f"/rapportages/{report}").text, manager.get("/bureau").text
    review = manager.get(f"/beoordelingen/{report}").text

    assert "U kunt alleen deze bladen veranderen: Energie" in shown
    assert "De houder vraagt om meer te openen" in desk
    assert WHY in review


def test_the_same_request_twice_is_one_and_another_waits(reporter: Browser, page: str) -> None:
    key = str(uuid4())

    answers = [asked(reporter, page, "vehicles", sleutel=key) for _ in range(2)]

    assert (answers, asked(reporter, page, "workforce")) == ([303, 303], 409)


@pytest.mark.parametrize(("sheets", "changes"), [((), {}), (("energy",), {}), (("vehicles",), {"reden": ""})])
def test_what_does_not_fit_is_asked_again(
    reporter: Browser, page: str, sheets: tuple[str, ...], changes: dict[str, str]
) -> None:
    assert asked(reporter, page, *sheets, **changes) == 400


@pytest.mark.parametrize("sheets", [(), ("workforce",)])
def test_only_what_was_asked_can_be_opened(
    manager: Browser, reporter: Browser, report: UUID, page: str, sheets: tuple[str, ...]
) -> None:
    asked(reporter, page, "vehicles")

    assert answered(manager, report, granted=True, sheets=sheets) == 400


def test_another_holder_and_another_province_find_nothing(
    browser_of: Callable[[str], Browser], reporter: Browser, report: UUID, page: str
) -> None:
    asked(reporter, page, "vehicles")
    stranger = browser_of("other_reporter")

    assert stranger.get(page).status_code == asked(stranger, page, "vehicles") == 404
    assert answered(browser_of("other_manager"), report, granted=True) == 404


def test_both_steps_stand_in_the_history(manager: Browser, reporter: Browser, report: UUID, page: str) -> None:
    asked(reporter, page, "vehicles")
    answered(manager, report, granted=True)

    history = reporter.get(f"/rapportages/{report}/verloop").text

    assert history.index("Geopend: Wagenpark") < history.index("Gevraagd om te openen: Wagenpark")
