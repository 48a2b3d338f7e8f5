"""More time: asked with a reason, granted or refused with one, and the term moves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases import Declaration, hand_in
from schemas.clock import today
from schemas.events import Event, ExtensionAnswered, ExtensionAsked, read
from schemas.state import State, state_of
from schemas.store import ExtensionRequest, Outbox, facts_of, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.shortfalls.casework import a_report_sent_back
from tests.unit.portal.use_cases.seeding import a_check, an_upload

WHY = "De facturen van het najaar komen pas in juni."


@pytest.fixture
def page(world: World) -> str:
    """The address at which the holder asks for time."""
    return f"/rapportages/{world.reports['oost']}/uitstel"


@pytest.fixture
def review(world: World) -> str:
    """The address of the report for the province."""
    return f"/beoordelingen/{world.reports['oost']}"


@pytest.fixture
def term(world: World) -> date:
    """The term of a correction that was sent back."""
    term = today() + timedelta(days=10)
    a_report_sent_back(world, term=term)
    return term


def state(world: World) -> State:
    with reading() as session:
        return state_of(facts_of(session, world.reports["oost"]))


def asked(person: Browser, page: str, until: date, **changes: str) -> int:
    form = {"sleutel": str(uuid4()), "tot": until.isoformat(), "reden": WHY} | changes
    return person.post(page, form).status_code


def answered(manager: Browser, review: str, *, granted: bool, **changes: str) -> int:
    form = {"uitstel": str(granted).lower(), "tot": "", "reden": "Dat is redelijk."} | changes
    return manager.post(f"{review}/uitstel/{the_request()}", form).status_code


def the_request() -> UUID:
    with reading() as session:
        return session.scalars(select(ExtensionRequest.id)).one()


def told() -> list[Event]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    return [event for event in map(read, bodies) if isinstance(event, ExtensionAsked | ExtensionAnswered)]


def test_a_granted_request_moves_the_term_of_a_correction(
    manager: Browser, reporter: Browser, world: World, page: str, review: str, term: date
) -> None:
    later = term + timedelta(days=14)

    asked(reporter, page, later)
    before = state(world).by
    answered(manager, review, granted=True)

    assert (before, state(world).by) == (term, later)
    assert [type(event) for event in told()] == [ExtensionAsked, ExtensionAnswered]


def test_a_granted_request_moves_the_last_day_of_handing_in(
    manager: Browser, reporter: Browser, world: World, page: str, review: str
) -> None:
    term = state(world).by
    assert term is not None
    later = term + timedelta(days=7)

    asked(reporter, page, later)
    answered(manager, review, granted=True)

    assert state(world).by == later


def test_the_manager_may_grant_another_day(
    manager: Browser, reporter: Browser, world: World, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=30))

    answered(manager, review, granted=True, tot=(term + timedelta(days=5)).isoformat())

    assert state(world).by == term + timedelta(days=5)


def test_a_refused_request_leaves_the_term_and_tells_why(
    manager: Browser, reporter: Browser, world: World, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=14))

    answered(manager, review, granted=False, reden="De raad wacht op dit rapport.")

    shown = reporter.get(page).text
    assert state(world).by == term
    assert "Uitstel niet gegeven" in shown
    assert "De raad wacht op dit rapport." in shown


def test_a_second_extension_counts_from_the_first(
    manager: Browser, reporter: Browser, world: World, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=5))
    answered(manager, review, granted=True)

    shorter = asked(reporter, page, term + timedelta(days=4))
    longer = asked(reporter, page, term + timedelta(days=9))

    assert (shorter, longer) == (400, 303)


def test_a_request_lies_on_the_desk_with_its_reason(
    manager: Browser, reporter: Browser, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=14))

    desk, shown = manager.get("/bureau").text, manager.get(review).text

    assert "De houder vraagt uitstel" in desk
    assert WHY in shown
    assert "Geeft u uitstel?" in shown


def test_the_same_request_twice_is_one_and_a_second_waits(reporter: Browser, page: str, term: date) -> None:
    key, later = str(uuid4()), term + timedelta(days=14)

    answers = [asked(reporter, page, later, sleutel=key), asked(reporter, page, later, sleutel=key)]
    second_request = asked(reporter, page, later)

    assert (answers, second_request) == ([303, 303], 409)
    assert len(told()) == 1


def test_the_same_answer_twice_is_one_and_another_is_refused(
    manager: Browser, reporter: Browser, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=14))

    answers = [answered(manager, review, granted=one) for one in (True, True, False)]

    assert answers == [303, 303, 409]


@pytest.mark.parametrize(
    ("days", "changes", "said"),
    [(0, {}, "Kies een dag na de termijn van nu."), (5, {"reden": ""}, "Vul dit in."), (5, {"tot": ""}, "Vul dit in.")],
)
def test_what_does_not_fit_is_asked_again(
    reporter: Browser, page: str, term: date, days: int, changes: dict[str, str], said: str
) -> None:
    until = (term + timedelta(days=days)).isoformat()

    answer = reporter.post(page, {"sleutel": str(uuid4()), "tot": until, "reden": WHY} | changes)

    assert answer.status_code == 400
    assert said in answer.text


def test_a_refusal_without_a_reason_is_asked_again_on_the_page_of_the_report(
    manager: Browser, reporter: Browser, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=14))

    answer = manager.post(f"{review}/uitstel/{the_request()}", {"uitstel": "false", "tot": "", "reden": ""})

    assert answer.status_code == 400
    assert 'id="reden-error"' in answer.text


def test_while_the_province_has_the_report_no_term_runs(reporter: Browser, world: World, page: str) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    with sessions().begin() as session:
        declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
        hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])

    assert asked(reporter, page, today() + timedelta(days=400)) == 409


def test_another_holder_and_another_province_find_nothing(
    browser_of: Callable[[str], Browser], reporter: Browser, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=14))
    stranger = browser_of("other_reporter")

    assert stranger.get(page).status_code == asked(stranger, page, term + timedelta(days=20)) == 404
    assert answered(browser_of("other_manager"), review, granted=True) == 404


def test_both_steps_stand_in_the_history(
    manager: Browser, reporter: Browser, world: World, page: str, review: str, term: date
) -> None:
    asked(reporter, page, term + timedelta(days=14))
    answered(manager, review, granted=True)

    history = reporter.get(f"/rapportages/{world.reports['oost']}/verloop").text

    assert history.index("Uitstel gegeven") < history.index("Uitstel gevraagd")
    assert "manager, Provincie Vlietland" in history
