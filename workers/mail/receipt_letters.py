"""The receipt of a supplier: its answers as it sent them, what it gave in confidence left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.answered import Value, value_of
from schemas.events import SupplierAnswered
from schemas.letters.wording import both
from schemas.questions import QUESTION, FieldKind, Question
from schemas.store import Answer, AnswersSent, Ask, Concession, Organisation, Report
from schemas.texts import Bilingual, Language
from schemas.words import AnswerKind
from workers.domain.rendering import day, number
from workers.mail.addressing import Addressed, Desk, Facts, written
from workers.mail.facts import Reader

PAGE = "/antwoord"
CONFIDENTIAL = both("in vertrouwen gegeven, hier niet getoond", "given in confidence, not shown here")
YES, NO = both("ja", "yes"), both("nee", "no")
OTHERWISE: Mapping[AnswerKind, Bilingual] = MappingProxyType(
    {
        AnswerKind.UNKNOWN: both("weet ik niet", "I do not know"),
        AnswerKind.ASKED_ON: both("gevraagd aan onze leverancier", "asked of our supplier"),
        AnswerKind.REFUSED: both("geweigerd", "refused"),
        AnswerKind.ALREADY_SENT: both("al eerder gestuurd", "sent before"),
        AnswerKind.WRONG_PERSON: both("iemand anders weet dit", "somebody else knows this"),
    }
)


def supplier_answered(event: SupplierAnswered, desk: Desk) -> tuple[Addressed, ...]:
    """The answers go back to the address that was asked."""
    ask, sent = desk.session.get_one(Ask, event.ask), desk.session.get_one(AnswersSent, event.sent)
    letter = written("answers_received", _facts(desk.session, ask, sent), f"{desk.base_url}{PAGE}", ask.language)
    lines = _lines(desk.session, ask, sent)
    reader = Reader(person=None, name=ask.supplier_name, email=ask.email, language=ask.language, ask=ask.id)
    return (Addressed(reader=reader, letter=replace(letter, lines=(*lines, *letter.lines))),)


def _facts(session: Session, ask: Ask, sent: AnswersSent) -> Facts:
    report = session.get_one(Report, ask.report)
    concession = session.get_one(Concession, report.concession)
    return {
        "supplier": ask.supplier_name,
        "holder": session.get_one(Organisation, concession.holder).name,
        "concession": concession.name,
        "year": str(report.report_year),
        "at": sent.sent_at,
        "sha256": sent.sha256,
    }


def _lines(session: Session, ask: Ask, sent: AnswersSent) -> tuple[str, ...]:
    """Question by question, the answer as it stood when it was sent."""
    query = select(Answer).where(Answer.ask == ask.id, Answer.answered_at <= sent.sent_at)
    newest = {one.question: one for one in session.scalars(query.order_by(Answer.answered_at, Answer.id))}
    asked = [QUESTION[one] for one in ask.questions if one in QUESTION and one in newest]
    return tuple(f"{one.text.in_(ask.language)} {_told(one, newest[one.id], ask.language)}" for one in asked)


def _told(question: Question, answer: Answer, language: Language) -> str:
    if answer.kind is not AnswerKind.GIVEN:
        return f"{OTHERWISE[answer.kind].in_(language)}."
    if answer.confidential:
        return f"{CONFIDENTIAL.in_(language)}."
    split = f" ({answer.split.rstrip('.')})" if answer.split else ""
    return f"{_value(question, value_of(answer.value), language)}{split}."


def _value(question: Question, value: Value, language: Language) -> str:
    if isinstance(value, bool):
        return (YES if value else NO).in_(language)
    if isinstance(value, Decimal):
        return f"{number(value, language)} {question.unit.in_(language) if question.unit else ''}".strip()
    if isinstance(value, Mapping):
        return ", ".join(value.values())
    if question.field is FieldKind.DATE and value:
        return day(date.fromisoformat(value), language)
    labels = {str(code): code.label.in_(language) for code in question.codes or ()}
    return labels.get(value or "", value or "")


LETTERS = (supplier_answered,)
