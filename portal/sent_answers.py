"""The answers of suppliers as they stood when they were last sent: what a supplier is changing meanwhile nobody reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.store import Answer, AnswersSent


def sent_answers(session: Session, asks: Iterable[UUID]) -> Mapping[UUID, Mapping[str, Answer]]:
    """By ask and question the answer that counts; an ask that was never sent has none."""
    last = (
        select(AnswersSent.ask, func.max(AnswersSent.sent_at).label("sent_at"))
        .where(AnswersSent.ask.in_(list(asks)))
        .group_by(AnswersSent.ask)
        .subquery()
    )
    query = (
        select(Answer)
        .join(last, last.c.ask == Answer.ask)
        .where(Answer.answered_at <= last.c.sent_at)
        .order_by(Answer.answered_at, Answer.id)
    )
    found: dict[UUID, dict[str, Answer]] = defaultdict(dict)
    for one in session.scalars(query):
        found[one.ask][one.question] = one
    return found
