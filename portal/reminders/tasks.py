"""The tasks that reminders leave with a holder or a functional manager: a mail that did not arrive, and one that was for somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from portal.reminders.words import duty_words
from portal.visitor import SignedIn
from schemas.store import Concession, Mail, NotForMe, Person, Reminder, ReminderTaskSettled, ReminderWithdrawn
from schemas.store.again import waiting_again
from schemas.store.returned import NOT_THERE
from schemas.words import Role

WHO_HAVE_TASKS: Final = (Role.REPORTER, Role.SIGNATORY, Role.FUNCTIONAL_MANAGER)


@dataclass(frozen=True, kw_only=True)
class Task:
    """A mail somebody has to look at: to whom it was, of what, and what came back."""

    mail: UUID
    recipient: str
    duties: tuple[str, ...]
    report: UUID | None
    refused: bool
    said: str
    at: datetime
    again: bool = False


def tasks_of(session: Session, person: SignedIn) -> list[Task]:
    """What waits for somebody, the oldest first.

    For the people of a holder what is about its suppliers and its own people, for a functional manager what is about
    the people of the own authority.
    """
    if not person.has(*WHO_HAVE_TASKS):
        return []
    by_mail: dict[UUID, list[Any]] = defaultdict(list)
    for row in session.execute(_open().where(_theirs(person))):
        by_mail[row.mail].append(row)
    again = waiting_again(session, by_mail) if by_mail else frozenset()
    return [_task(rows, again=mail in again) for mail, rows in by_mail.items()]


def is_task_of(session: Session, person: SignedIn, mail: UUID) -> bool:
    """Whether a mail is a task of somebody."""
    return any(one.mail == mail for one in tasks_of(session, person))


def _open() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Reminder.mail,
            Reminder.duty,
            Reminder.about,
            Reminder.report,
            Mail.recipient,
            Mail.last_error,
            Mail.created_at,
            NotForMe.said,
            NotForMe.at.label("refused_at"),
        )
        .join(Mail, Mail.id == Reminder.mail)
        .join(Concession, Concession.id == Reminder.concession)
        .outerjoin(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
        .outerjoin(Person, Person.id == Reminder.person)
        .outerjoin(NotForMe, NotForMe.mail == Mail.id)
        .outerjoin(ReminderTaskSettled, ReminderTaskSettled.mail == Mail.id)
        .where(ReminderWithdrawn.reminder.is_(None), ReminderTaskSettled.mail.is_(None))
        .where(or_(NotForMe.mail.is_not(None), Mail.state.in_(NOT_THERE)))
        .order_by(Mail.created_at, Reminder.mail, Reminder.id)
    )


def _theirs(person: SignedIn) -> ColumnElement[bool]:
    own = Person.organisation == person.organisation
    if person.has(Role.FUNCTIONAL_MANAGER):
        return own
    return and_(Concession.holder == person.organisation, or_(Reminder.person.is_(None), own))


def _task(rows: Iterable[Any], *, again: bool) -> Task:
    known = list(rows)
    first = known[0]
    refused = first.refused_at is not None
    return Task(
        mail=first.mail,
        recipient=first.recipient,
        duties=tuple(dict.fromkeys(duty_words(one.duty, one.about) for one in known)),
        report=next((one.report for one in known if one.report), None),
        refused=refused,
        said=first.said if refused else first.last_error or "",
        at=first.refused_at or first.created_at,
        again=again,
    )
