"""The letters of a case about a report that never came: they say since when, and whether it came after all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.opening_shortfalls import open_shortfall
from schemas.clock import today
from schemas.norms import TIMELY
from schemas.settings import Settings
from schemas.shortfalls import Ruling, StepKind
from schemas.store import Mail, files, reading, sessions
from schemas.texts import Language
from tests.unit.workers.at_work import address, at_work, check, sign, upload
from tests.unit.workers.driving import a_year_of_driving
from tests.unit.workers.missed import FINE, Case, letter_of
from tests.unit.workers.test_shortfall_letters import said


@pytest.fixture
def on(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Sets the clock on a day of May 2027; the last day of handing in was the third."""
    monkeypatch.setenv("APP_ENV", "test")
    return lambda day: monkeypatch.setenv("KETENSPIEGEL_NOW", f"2027-05-{day:02}T09:00:00+00:00")


@pytest.fixture
def case(installation: Settings, on: Callable[[int], None]) -> Case:
    """A case that was opened a week after the last day."""
    work = at_work()
    on(10)
    with sessions().begin() as session:
        by = work.people["manager"]
        opened = open_shortfall(session, work.report, key=uuid4(), norms=[TIMELY], reason="Er kwam niets.", by=by).id
    return Case(work=work, id=opened, norm=TIMELY)


def warning_of(case: Case) -> str:
    step = case.take(StepKind.WARNING, term=today() + timedelta(days=40))
    case.confirm(step)
    return said(letter_of(step))


def test_a_warning_says_that_nothing_came_and_by_when_it_has_to(case: Case) -> None:
    letter = warning_of(case)

    assert "Waarschuwing: het rapport over 2026 is niet ingediend" in letter
    assert "Op 10 mei 2027 hadden wij het rapport van Voorbeeld-Oost over 2026 niet ontvangen." in letter
    assert "U dient het alsnog in, uiterlijk" in letter
    assert "Het rapport zoals u het indiende" not in letter


def test_a_report_that_came_meanwhile_is_not_asked_for(case: Case, on: Callable[[int], None]) -> None:
    on(20)
    event = upload(case.work, a_year_of_driving())
    sign(case.work, event.version)
    check(event)
    on(21)

    letter = warning_of(case)

    assert "Op 20 mei 2027 diende u het alsnog in." in letter
    assert "U dient het alsnog in" not in letter


def test_a_decision_names_its_amount_and_a_ruling_what_is_left(case: Case, on: Callable[[int], None]) -> None:
    warning_of(case)
    on(11)
    case.confirm(case.take(StepKind.INTENTION, amount=FINE))
    on(12)
    case.take(StepKind.VIEW, reason="Wij zien dit anders.")
    on(13)
    decision = case.take(StepKind.DECISION, amount=FINE)
    case.confirm(decision)
    on(14)
    case.take(StepKind.OBJECTION)
    on(15)
    ruling = case.take(StepKind.RULING, ruling=Ruling.REJECTED)
    case.confirm(ruling)

    assert "271.828" in said(letter_of(decision))
    assert "Wij hebben daarover besloten." in said(letter_of(decision))
    assert "handing in the report on 2026 stays as it was" in said(letter_of(ruling, language=Language.EN))


def test_a_mail_tells_what_it_is_about(case: Case) -> None:
    warning_of(case)

    with reading() as session:
        query = (
            select(Mail.body_sha256).where(Mail.recipient == address("signatory")).order_by(Mail.created_at, Mail.id)
        )
        bodies = [files().read(one).decode().replace("=\n", "") for one in session.scalars(query)]

    assert ["rapport niet ingediend" in one for one in bodies] == [True]
