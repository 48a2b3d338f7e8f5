"""The letters of a case about a report that came back and did not come again: since when, until when, and whether it came."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from portal.use_cases.opening_shortfalls import open_shortfall
from schemas.clock import now, today
from schemas.norms import TIMELY
from schemas.settings import Settings
from schemas.shortfalls import Ruling, StepKind
from schemas.store import Confirmation, Decision, sessions
from schemas.texts import Language
from schemas.words import DecisionOutcome
from tests.unit.workers.at_work import AtWork, a_json_report, at_work, check, sign, upload, write
from tests.unit.workers.driving import a_year_of_driving
from tests.unit.workers.missed import FINE, Case, letter_of
from tests.unit.workers.test_shortfall_letters import said

On = Callable[[date], None]
TERM = date(2027, 6, 1)


@pytest.fixture
def on(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> On:
    """Sets the clock on a day, of an installation."""
    monkeypatch.setenv("APP_ENV", "test")
    return lambda day: monkeypatch.setenv("KETENSPIEGEL_NOW", f"{day.isoformat()}T09:00:00+00:00")


@pytest.fixture
def case(on: On) -> Case:
    """A case that was opened a week after the term of a report that was sent back."""
    on(date(2027, 4, 28))
    work = at_work()
    version = handed_in(work, a_year_of_driving())
    by = work.people["manager"]
    decision = Decision(
        id=uuid4(),
        version=version,
        outcome=DecisionOutcome.SENT_BACK,
        reason="Energie ontbreekt.",
        term=TERM,
        by=by,
        at=now(),
        idempotency_key=uuid4(),
    )
    write(decision)
    on(date(2027, 5, 3))
    write(Confirmation(decision=decision.id, confirmed=True, reason="", by=work.people["second_reader"], at=now()))
    on(date(2027, 6, 8))
    return opened(work)


def handed_in(work: AtWork, content: bytes) -> UUID:
    """A version that was signed and then checked."""
    event = upload(work, content)
    sign(work, event.version)
    check(event)
    return event.version.version


def opened(work: AtWork) -> Case:
    with sessions().begin() as session:
        by = work.people["manager"]
        made = open_shortfall(session, work.report, key=uuid4(), norms=[TIMELY], reason="Er kwam niets.", by=by).id
    return Case(work=work, id=made, norm=TIMELY)


def warning_of(case: Case) -> str:
    step = case.take(StepKind.WARNING, term=today() + timedelta(days=40))
    case.confirm(step)
    return said(letter_of(step))


def test_a_warning_says_since_when_it_was_sent_back_and_that_it_did_not_come_again(case: Case) -> None:
    letter = warning_of(case)

    assert "Waarschuwing: het verbeterde rapport over 2026 is niet ingediend" in letter
    assert "Op 3 mei 2027 stuurden wij het rapport van Voorbeeld-Oost over 2026 terug." in letter
    assert "Het verbeterde rapport moest er uiterlijk 1 juni 2027 zijn." in letter
    assert "Op 8 juni 2027 hadden wij het niet ontvangen." in letter
    assert "U dient het alsnog in, uiterlijk" in letter


def test_a_corrected_report_that_came_meanwhile_is_not_asked_for(case: Case, on: On) -> None:
    on(date(2027, 6, 10))
    handed_in(case.work, a_year_of_driving())
    on(date(2027, 6, 11))

    letter = warning_of(case)

    assert "Op 10 juni 2027 diende u het alsnog in." in letter
    assert "U dient het alsnog in" not in letter


def test_what_decides_nothing_was_drawn_up_and_a_decision_was_decided(case: Case) -> None:
    warning = warning_of(case)
    case.confirm(intended := case.take(StepKind.INTENTION, amount=FINE))
    case.take(StepKind.VIEW, reason="Wij zien dit anders.")
    case.confirm(decided := case.take(StepKind.DECISION, amount=FINE))

    letters = (warning, said(letter_of(intended)), said(letter_of(decided)))
    assert ["Opgesteld door" in one for one in letters] == [True, True, False]
    assert ["Besloten door" in one for one in letters] == [False, False, True]


def test_a_ruling_names_what_it_is_about(case: Case, on: On) -> None:
    warning_of(case)
    case.confirm(case.take(StepKind.INTENTION, amount=FINE))
    case.take(StepKind.VIEW, reason="Wij zien dit anders.")
    case.confirm(case.take(StepKind.DECISION, amount=FINE))
    case.take(StepKind.OBJECTION)
    ruling = case.take(StepKind.RULING, ruling=Ruling.REJECTED)
    case.confirm(ruling)

    assert "handing in the corrected report on 2026 stays as it was" in said(letter_of(ruling, language=Language.EN))


def test_what_its_check_sent_back_is_told_as_such(on: On) -> None:
    on(date(2027, 4, 29))
    work = at_work()
    handed_in(work, a_json_report())
    on(date(2027, 5, 20))

    letter = warning_of(opened(work))

    assert "in onder voorbehoud van de controle. Op 29 april 2027 kwam het bij u terug." in letter
