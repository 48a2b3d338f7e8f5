"""The duty to answer what an authority asked about a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Row, func, select

from schemas.calendar import working_days_after
from schemas.clock import dutch_day
from schemas.dates import in_both
from schemas.letters.wording import both
from schemas.reminding.opened import Open
from schemas.reminding.steps import DutyKind
from schemas.store.conversations import Conversation, ConversationMessage
from schemas.store.duties.ground import Ground
from schemas.words import MessageKind

USUAL_WORKING_DAYS: Final = 10
WITHOUT_TERM: Final = both("zodra u kunt", "as soon as you can")


def questions_open(ground: Ground) -> Iterator[Open]:
    """Conversations in which a question was written last; one without a term counts ten working days."""
    newest = (
        select(ConversationMessage.conversation, func.max(ConversationMessage.number).label("number"))
        .group_by(ConversationMessage.conversation)
        .subquery()
    )
    query = (
        select(Conversation.id, Conversation.report, ConversationMessage.answer_by, ConversationMessage.at)
        .join(newest, newest.c.conversation == Conversation.id)
        .join(
            ConversationMessage,
            (ConversationMessage.conversation == newest.c.conversation)
            & (ConversationMessage.number == newest.c.number),
        )
        .where(ConversationMessage.kind == MessageKind.QUESTION, ground.within(Conversation.report))
        .order_by(Conversation.id)
    )
    for one in ground.session.execute(query):
        if one.report in ground.reports:
            yield _open(ground, one)


def _open(ground: Ground, one: Row[*tuple[Any, ...]]) -> Open:
    asked_on = dutch_day(one.at)
    due = one.answer_by or working_days_after(asked_on, USUAL_WORKING_DAYS)
    by = both(f"uiterlijk {in_both(due).nl}", f"by {in_both(due).en}") if one.answer_by else WITHOUT_TERM
    return Open(
        kind=DutyKind.QUESTION,
        subject=one.id,
        concession=ground.reports[one.report].report.concession,
        report=one.report,
        due=due,
        since=asked_on,
        told=ground.told_of(one.report) | {"by_when": by, "asked_on": in_both(asked_on)},
        firm=one.answer_by is not None,
    )
