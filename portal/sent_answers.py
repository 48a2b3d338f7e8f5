"""The answers and files of suppliers as they stood when they were last sent: what a supplier is changing meanwhile nobody reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from schemas.store import Answer, AnswerFile, AnswersSent, among, last_sent


def sent_answers(session: Session, asks: Iterable[UUID]) -> Mapping[UUID, Mapping[str, Answer]]:
    """By ask and question the answer that counts; an ask that was never sent has none."""
    last = last_sent(among(AnswersSent.ask, asks))
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


def sent_files(session: Session, asks: Iterable[UUID]) -> Mapping[UUID, tuple[AnswerFile, ...]]:
    """By ask the files that lay with its answers when they were last sent, by name."""
    last = last_sent(among(AnswersSent.ask, asks))
    query = (
        select(AnswerFile)
        .join(last, last.c.ask == AnswerFile.ask)
        .where(
            AnswerFile.added_at <= last.c.sent_at,
            or_(AnswerFile.removed_at.is_(None), AnswerFile.removed_at > last.c.sent_at),
        )
        .order_by(AnswerFile.file_name, AnswerFile.added_at, AnswerFile.id)
    )
    found: dict[UUID, tuple[AnswerFile, ...]] = defaultdict(tuple)
    for one in session.scalars(query):
        found[one.ask] += (one,)
    return found
