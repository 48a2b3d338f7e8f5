"""The answers that suppliers sent, as each side reads them: a confidential figure is the province's, its total the holder's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.answer_words import value_in_words
from portal.answering.confidential_moments import confidential_moments
from portal.answering.question_shown import answer_in_words
from portal.filters import number
from portal.language import in_language
from portal.sent_answers import sent_answers
from schemas.answered import value_of
from schemas.confidential import Moment, total_over_time
from schemas.questions import QUESTION, QUESTIONS, FieldKind, Question
from schemas.store import Answer, Ask
from schemas.words import AnswerKind


@dataclass(frozen=True, kw_only=True)
class AnswerSent:
    """One answer of one supplier that it sent."""

    ask: Ask
    question: Question
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class AnswerLine:
    """One answer in words; of a confidential figure the holder reads only that it is there."""

    supplier: str
    told: str
    split: str
    confidential: bool
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Together:
    """The total of so many confidential figures; the holder's is as it was ``at`` a moment, and ``waiting`` changes came since."""

    told: str
    counted: int
    at: datetime | None = None
    waiting: int = 0


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered:
    """A question with the answers of all suppliers, and of what they gave in confidence the total; ``kept`` are there."""

    id: str
    label: str
    lines: tuple[AnswerLine, ...]
    kept: int
    together: Together | None


def answers_sent(session: Session, report: UUID) -> list[AnswerSent]:
    """The answers of a report as they stood when their suppliers last sent them."""
    query = select(Ask).where(Ask.report == report, Ask.revoked_at.is_(None)).order_by(Ask.supplier_name, Ask.id)
    asks = list(session.scalars(query))
    sent = sent_answers(session, [ask.id for ask in asks])
    return [
        AnswerSent(ask=ask, question=QUESTION[code], answer=answer)
        for ask in asks
        for code, answer in sent.get(ask.id, {}).items()
        if code in QUESTION
    ]


def questions_for_the_province(found: Iterable[AnswerSent]) -> tuple[QuestionAnswered, ...]:
    """The answers by question with every figure."""
    return tuple(
        _question(question, sent, sees_all=True, together=_of_all(question, sent)) for question, sent in _asked(found)
    )


def questions_for_the_holder(
    session: Session, report: UUID, found: Iterable[AnswerSent]
) -> tuple[QuestionAnswered, ...]:
    """The answers by question, and of confidential figures the total that gives no single one away."""
    moments = confidential_moments(session, report)
    return tuple(
        _question(question, sent, sees_all=False, together=_over_time(question, moments.get(question.id, ())))
        for question, sent in _asked(found)
    )


def _asked(found: Iterable[AnswerSent]) -> list[tuple[Question, list[AnswerSent]]]:
    """The answers by question, in the order of the catalogue."""
    known = list(found)
    by_question = ((one, [sent for sent in known if sent.question is one]) for one in QUESTIONS)
    return [(one, sent) for one, sent in by_question if sent]


def _question(
    question: Question, sent: Sequence[AnswerSent], *, sees_all: bool, together: Together | None
) -> QuestionAnswered:
    return QuestionAnswered(
        id=question.id,
        label=in_language(question.text),
        lines=tuple(_line(one, sees_all=sees_all) for one in sent),
        kept=len(_figures(sent)),
        together=together,
    )


def _figures(sent: Iterable[AnswerSent]) -> list[Decimal]:
    values = (value_of(one.answer.value) for one in sent if one.answer.confidential)
    return [value for value in values if isinstance(value, Decimal)]


def _of_all(question: Question, sent: Iterable[AnswerSent]) -> Together | None:
    figures = _figures(sent)
    return Together(told=_with_unit(question, sum(figures, Decimal(0))), counted=len(figures)) if figures else None


def _over_time(question: Question, moments: Sequence[Moment]) -> Together | None:
    total = total_over_time(moments)
    if total is None:
        return None
    told = _with_unit(question, total.value)
    return Together(told=told, counted=total.suppliers, at=total.at, waiting=total.waiting)


def _with_unit(question: Question, value: Decimal) -> str:
    return f"{number(value)} {in_language(question.unit) if question.unit else ''}".strip()


def _line(one: AnswerSent, *, sees_all: bool) -> AnswerLine:
    hidden = one.answer.confidential and not sees_all
    return AnswerLine(
        supplier=one.ask.supplier_name,
        told=_told(one, sees_all=sees_all),
        split="" if hidden else one.answer.split,
        confidential=one.answer.confidential,
        at=one.answer.answered_at,
    )


def _told(one: AnswerSent, *, sees_all: bool) -> str:
    given = one.answer.kind is AnswerKind.GIVEN
    if given and one.question.field is FieldKind.FILE:
        return str(_("een bestand, zie onderaan"))
    if given and sees_all:
        return value_in_words(one.question, one.answer.value)
    return answer_in_words(one.question, one.answer)
