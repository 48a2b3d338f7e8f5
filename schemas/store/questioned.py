"""The answers of an ask that count, and what the holder asks about them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store.asking import Answer, AnswerJudged


def newest_answers(session: Session, ask: UUID) -> dict[str, Answer]:
    """The answer that counts, by question."""
    query = select(Answer).where(Answer.ask == ask).order_by(Answer.answered_at, Answer.id)
    return {one.question: one for one in session.scalars(query)}


def remarks_on(session: Session, answers: Mapping[str, Answer]) -> dict[str, str]:
    """What the holder asks about an answer that still counts, by question."""
    of = {answer.id: question for question, answer in answers.items()}
    query = select(AnswerJudged).where(AnswerJudged.answer.in_(of)).order_by(AnswerJudged.at, AnswerJudged.id)
    newest = {of[one.answer]: one for one in session.scalars(query)}
    return {question: one.remark for question, one in newest.items() if not one.accepted}
