"""The answers that suppliers sent, as each side reads them: a confidential figure is the province's, its total the holder's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.answer_words import value_in_words
from portal.answering.question_shown import answer_in_words
from portal.filters import number
from portal.language import in_language
from schemas.answered import value_of
from schemas.confidential import ConfidentialTotal, total_of
from schemas.questions import QUESTION, QUESTIONS, Question
from schemas.store import Answer, AnswersSent, Ask
from schemas.words import AnswerKind


@dataclass(frozen=True, kw_only=True)
class AnswerSent:
    """One answer of one supplier that it sent; ``first_sent`` is when it first sent its answers."""

    ask: Ask
    question: Question
    answer: Answer
    first_sent: datetime


@dataclass(frozen=True, kw_only=True)
class AnswerLine:
    """One answer in words; of a confidential figure the holder reads only that it is there."""

    supplier: str
    told: str
    split: str
    confidential: bool
    at: datetime


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered:
    """A question with the answers of all suppliers, and of what they gave in confidence the total."""

    id: str
    label: str
    lines: tuple[AnswerLine, ...]
    kept: int
    total: str
    counted: int
    others: int


def answers_sent(session: Session, report: UUID) -> list[AnswerSent]:
    """The answers of a report as they stood when their suppliers last sent them, in the order of first sending."""
    sent = _sent(session, report)
    query = (
        select(Answer, Ask)
        .join(Ask, Ask.id == Answer.ask)
        .where(Ask.report == report, Ask.revoked_at.is_(None), Answer.ask.in_(sent))
        .order_by(Answer.answered_at, Answer.id)
    )
    newest: dict[tuple[UUID, str], AnswerSent] = {}
    for answer, ask in session.execute(query):
        first, last = sent[ask.id]
        if answer.answered_at <= last and answer.question in QUESTION:
            question = QUESTION[answer.question]
            newest[ask.id, answer.question] = AnswerSent(ask=ask, question=question, answer=answer, first_sent=first)
    return sorted(newest.values(), key=lambda one: (one.first_sent, one.ask.supplier_name))


def questions_answered(found: Iterable[AnswerSent], *, sees_all: bool) -> tuple[QuestionAnswered, ...]:
    """The answers by question, in the order of the catalogue, as one side may read them."""
    known = list(found)
    by_question = {one.id: [sent for sent in known if sent.question is one] for one in QUESTIONS}
    return tuple(_question(QUESTION[code], sent, sees_all=sees_all) for code, sent in by_question.items() if sent)


def _question(question: Question, sent: list[AnswerSent], *, sees_all: bool) -> QuestionAnswered:
    kept = list(_confidential(sent))
    total = total_of(kept)
    return QuestionAnswered(
        id=question.id,
        label=in_language(question.text),
        lines=tuple(_line(one, sees_all=sees_all) for one in sent),
        kept=len(kept),
        total=_total(question, total),
        counted=total.suppliers if total else 0,
        others=total.others if total else 0,
    )


def _confidential(sent: Iterable[AnswerSent]) -> Iterator[Decimal]:
    for one in sent:
        value = value_of(one.answer.value) if one.answer.confidential else None
        if isinstance(value, Decimal):
            yield value


def _total(question: Question, total: ConfidentialTotal | None) -> str:
    if total is None:
        return ""
    return f"{number(total.value)} {in_language(question.unit) if question.unit else ''}".strip()


def _line(one: AnswerSent, *, sees_all: bool) -> AnswerLine:
    hidden = one.answer.confidential and not sees_all
    given = one.answer.kind is AnswerKind.GIVEN and sees_all
    return AnswerLine(
        supplier=one.ask.supplier_name,
        told=value_in_words(one.question, one.answer.value) if given else answer_in_words(one.question, one.answer),
        split="" if hidden else one.answer.split,
        confidential=one.answer.confidential,
        at=one.answer.answered_at,
    )


def _sent(session: Session, report: UUID) -> dict[UUID, tuple[datetime, datetime]]:
    """When each ask of a report was first and last sent."""
    query = (
        select(AnswersSent.ask, func.min(AnswersSent.sent_at), func.max(AnswersSent.sent_at))
        .join(Ask, Ask.id == AnswersSent.ask)
        .where(Ask.report == report)
        .group_by(AnswersSent.ask)
        .order_by(AnswersSent.ask)
    )
    return {ask: (first, last) for ask, first, last in session.execute(query)}
