"""The proof of effort tells what was done and answered until a moment, per supplier, and no figure and no address."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from schemas.effort import EffortKind, SupplierEffort, sentence, summary
from schemas.events import SupplierAsked
from schemas.questions import QUESTIONS
from schemas.reminding.steps import DutyKind
from schemas.settings import Settings
from schemas.store import Mail, Report, effort_of, reading, sessions, tell
from schemas.store.asking import Answer, AnswerJudged, AnswersSent, Ask
from schemas.store.reminders import Reminder
from schemas.store.returned import ReturnedMail
from schemas.texts import Language
from schemas.words import AnswerKind, MailState, ReturnKind
from tests.asks import ASKED_TO, a_link, an_ask
from tests.unit.workers.at_work import AtWork, at_work, write

ASKED_AT = datetime(2027, 2, 1, 10, tzinfo=UTC)
FIRST, SECOND = QUESTIONS[0].id, QUESTIONS[1].id


def days(number: int) -> datetime:
    return ASKED_AT + timedelta(days=number)


def asked(report: UUID) -> UUID:
    """A supplier that was asked; gives the ask."""
    ask = an_ask(report, at=ASKED_AT)
    write(ask)
    return ask.id


def an_answer(ask: UUID, question: str, kind: AnswerKind, at: datetime) -> Answer:
    return Answer(id=uuid4(), ask=ask, question=question, kind=kind, value='"geheim 4711"', answered_at=at)


def a_reminder(report: UUID, ask: UUID, mail: UUID, *, to: str) -> Reminder:
    with reading() as session:
        concession = session.get_one(Report, report).concession
    return Reminder(
        id=uuid4(),
        duty=DutyKind.SUPPLIER.value,
        subject=ask,
        whom=to,
        step="week",
        due=date(2027, 4, 1),
        mail=mail,
        concession=concession,
        report=report,
        about="",
        at=days(12),
    )


def mailed(report: UUID, ask: UUID, link: UUID) -> UUID:
    """The mail of an ask, as the worker writes it."""
    with sessions().begin() as session:
        event = SupplierAsked(report=report, ask=ask, link=link)
        tell(session, event)
        mail = Mail(
            id=uuid4(),
            event_id=event.id,
            template="supplier_asked",
            recipient=ASKED_TO,
            subject="Vraag",
            message_id=f"<{ask}@voorbeeld.example>",
            state=MailState.SENT,
            body_sha256="a" * 64,
            created_at=ASKED_AT,
        )
        session.add(mail)
        return mail.id


def told(report: UUID, *, until: int = 99) -> tuple[SupplierEffort, ...]:
    with reading() as session:
        return effort_of(session, report, at=days(until))


def kinds(effort: tuple[SupplierEffort, ...]) -> list[EffortKind]:
    return [step.kind for one in effort for step in one.steps]


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """A report for which nobody was asked yet, and its people."""
    return at_work()


@pytest.fixture
def report(work: AtWork) -> UUID:
    """The report."""
    return work.report


def test_without_an_ask_nothing_is_told(report: UUID) -> None:
    assert told(report) == ()


def test_an_ask_a_new_link_and_its_opening_are_told_in_order(report: UUID) -> None:
    ask = asked(report)
    write(a_link(ask, at=ASKED_AT), a_link(ask, at=days(9), opened_at=days(10)))

    assert kinds(told(report)) == [EffortKind.ASKED, EffortKind.ASKED_AGAIN, EffortKind.OPENED]


def test_a_new_address_and_day_do_not_change_what_was_told_before(report: UUID) -> None:
    ask = asked(report)
    link = a_link(ask, at=ASKED_AT)
    write(link)
    write(a_reminder(report, ask, mailed(report, ask, link.id), to=ASKED_TO))
    before = told(report, until=20)
    with sessions().begin() as session:
        known = session.get_one(Ask, ask)
        known.email, known.due = "nieuw@accu.voorbeeld.example", date(2027, 5, 1)

    assert told(report, until=20) == before
    assert kinds(before) == [EffortKind.ASKED, EffortKind.REMINDED]
    assert before[0].steps[0].due == date(2027, 4, 1)


def test_a_reminder_to_somebody_else_is_one_to_who_stands_above(report: UUID) -> None:
    ask = asked(report)
    link = a_link(ask, at=ASKED_AT)
    write(link)
    write(a_reminder(report, ask, mailed(report, ask, link.id), to="boven@voorbeeld.example"))

    assert kinds(told(report))[-1] is EffortKind.ESCALATED


def test_answers_of_one_day_are_one_step_and_a_refusal_is_its_own(report: UUID) -> None:
    ask = asked(report)
    write(a_link(ask, at=ASKED_AT), an_answer(ask, FIRST, AnswerKind.GIVEN, days(3)))
    write(an_answer(ask, FIRST, AnswerKind.GIVEN, days(3)), an_answer(ask, SECOND, AnswerKind.REFUSED, days(3)))
    write(AnswersSent(ask=ask, sent_at=days(4), sha256="b" * 64))

    [one] = told(report)

    found = {step.kind: step.questions for step in one.steps}
    assert found[EffortKind.GIVEN] == (FIRST,)
    assert found[EffortKind.REFUSED] == (SECOND,)
    assert one.steps[-1].kind is EffortKind.SENT


def test_a_mail_that_came_back_is_told_without_the_address(report: UUID) -> None:
    ask = asked(report)
    link = a_link(ask, at=ASKED_AT)
    write(link)
    mail = mailed(report, ask, link.id)
    reason = f"550 5.1.1 <{ASKED_TO}>: Recipient address rejected"
    write(ReturnedMail(sha256="c" * 64, mail=mail, kind=ReturnKind.REFUSED, status="5.1.1", reason=reason, at=days(1)))

    [one] = told(report)

    assert one.steps[-1].kind is EffortKind.NOT_DELIVERED
    assert one.steps[-1].said == "550 5.1.1 Recipient address rejected"


def test_what_the_holder_questions_is_told(work: AtWork, report: UUID) -> None:
    ask = asked(report)
    answer = an_answer(ask, FIRST, AnswerKind.GIVEN, days(3))
    write(a_link(ask, at=ASKED_AT), answer)
    write(AnswerJudged(answer=answer.id, accepted=False, remark="Klopt dit?", by=work.people["reporter"], at=days(5)))

    assert kinds(told(report))[-1] is EffortKind.QUESTIONED


def test_what_comes_later_does_not_change_what_was_told_before(report: UUID) -> None:
    ask = asked(report)
    write(a_link(ask, at=ASKED_AT))
    before = told(report, until=2)
    write(an_answer(ask, FIRST, AnswerKind.GIVEN, days(3)), a_link(ask, at=days(9)))

    assert told(report, until=2) == before


def test_no_figure_and_no_address_is_in_what_is_told(report: UUID) -> None:
    ask = asked(report)
    write(a_link(ask, at=ASKED_AT), an_answer(ask, FIRST, AnswerKind.GIVEN, days(3)))

    text = told(report)[0].model_dump_json()

    assert ("4711" in text, ASKED_TO in text) == (False, False)


def test_the_summary_counts_who_answered_who_refused_and_who_is_silent(report: UUID) -> None:
    write(a_link(asked(report), at=ASKED_AT))

    effort = told(report)

    assert summary(effort, Language.NL) == (
        "Leveranciers gevraagd: 1. Klaar met antwoorden: 0. Weigerden alles of een deel: 0. Lieten niets horen: 1."
    )
    assert effort[0].silent
    said = sentence(effort[0].steps[0], Language.EN, day=lambda day, _language: day.isoformat())
    assert said.startswith("Asked, to answer by 2027-04-01: ")
