"""The answers of asks that count, when they were last sent, and what the holder says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, func, select
from sqlalchemy.orm import Session

from schemas.store.among import among
from schemas.store.asking import Answer, AnswerJudged, AnswersSent


def newest_answers(session: Session, ask: UUID) -> dict[str, Answer]:
    """The answer that counts, by question."""
    query = select(Answer).where(Answer.ask == ask).order_by(Answer.answered_at, Answer.id)
    return {one.question: one for one in session.scalars(query)}


def judgements_of(session: Session, answers: Iterable[UUID]) -> dict[UUID, AnswerJudged]:
    """What the holder said last of some answers; one that it said nothing of has none."""
    query = select(AnswerJudged).where(among(AnswerJudged.answer, answers))
    return {one.answer: one for one in session.scalars(query.order_by(AnswerJudged.at, AnswerJudged.id))}


def remarks_on(session: Session, answers: Mapping[str, Answer]) -> dict[str, str]:
    """What the holder asks about an answer that still counts, by question."""
    judged = judgements_of(session, [answer.id for answer in answers.values()])
    said = {question: judged.get(answer.id) for question, answer in answers.items()}
    return {question: one.remark for question, one in said.items() if one and not one.accepted}


def last_sent(*which: ColumnElement[bool]) -> Subquery:
    """When each ask, of those of which this holds, was last sent: ``ask`` and ``sent_at``."""
    query = select(AnswersSent.ask, func.max(AnswersSent.sent_at).label("sent_at"))
    return query.where(*which).group_by(AnswersSent.ask).subquery()


def sent_at(session: Session, asks: Iterable[UUID]) -> dict[UUID, datetime]:
    """The same of some asks, as values; one that was never sent has none."""
    last = last_sent(among(AnswersSent.ask, asks))
    return dict[UUID, datetime](session.execute(select(last.c.ask, last.c.sent_at).order_by(last.c.ask)).all())
