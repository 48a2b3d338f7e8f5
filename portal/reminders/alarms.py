"""The alarm that nobody is left to mail: which duties of which concessions, for the authority that leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.reminders.words import duty_words
from schemas.clock import now
from schemas.reminding.planning import NOBODY_LEFT
from schemas.store import Concession, Reminder, ReminderWithdrawn, among

SHOWN_FOR: Final = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Unheard:
    """A duty of which nobody could be reached."""

    concession: str
    report: UUID | None
    duty: str
    due: date


def unheard_in(session: Session, concessions: Iterable[UUID]) -> list[Unheard]:
    """What was told of these concessions in the last month, the oldest term first."""
    query = (
        select(Concession.name, Reminder.report, Reminder.duty, Reminder.about, Reminder.due)
        .join(Concession, Concession.id == Reminder.concession)
        .outerjoin(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
        .where(ReminderWithdrawn.reminder.is_(None))
        .where(among(Reminder.concession, concessions))
        .where(Reminder.step == NOBODY_LEFT, Reminder.at > now() - SHOWN_FOR)
        .distinct()
        .order_by(Reminder.due, Concession.name, Reminder.duty)
    )
    return [
        Unheard(concession=name, report=report, duty=duty_words(duty, about), due=due)
        for name, report, duty, about, due in session.execute(query)
    ]
