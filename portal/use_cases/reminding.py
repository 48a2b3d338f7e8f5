"""What people say of reminders: this is not for me, I dealt with it, I am away."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from schemas.clock import now, today
from schemas.store import Absence, NotForMe, Person, ReminderTaskSettled
from schemas.web.reminders import NO_COLLEAGUE_THERE, NOT_IN_THE_PAST


def say_not_for_me(session: Session, mail: UUID, *, said: str) -> None:
    """Stop the reminders of a mail to its reader, and leave a task with the holder. Saying it twice is once."""
    if session.get(NotForMe, mail) is None:
        session.add(NotForMe(mail=mail, said=said, at=now()))
        noted(session, Action.NOT_FOR_ME, f"mail/{mail}")


def settle_task(session: Session, mail: UUID, *, by: UUID) -> None:
    """Say that a mail that did not arrive, or was for somebody else, is dealt with."""
    session.add(ReminderTaskSettled(mail=mail, by=by, at=now()))
    noted(session, Action.REMINDER_TASK_SETTLED, f"mail/{mail}", actor=by)


def tell_absence(session: Session, person: UUID, *, until: date | None, replaced_by: UUID | None) -> Absence:
    """Take no reminders until and including a day; a colleague takes them meanwhile. Without a day one is back."""
    if until is not None and until < today():
        raise Refused(NOT_IN_THE_PAST, field="afwezig_tot")
    if replaced_by is not None and replaced_by not in colleagues_of(session, person):
        raise Refused(NO_COLLEAGUE_THERE, field="vervanger")
    told = Absence(person=person, until=until, replaced_by=replaced_by if until else None, at=now())
    session.add(told)
    noted(session, Action.ABSENCE_TOLD, f"person/{person}", actor=person)
    return told


def colleagues_of(session: Session, person: UUID) -> dict[UUID, str]:
    """The others of the own organisation who can come in, by name."""
    own = select(Person.organisation).where(Person.id == person).scalar_subquery()
    query = (
        select(Person.id, Person.name)
        .where(Person.organisation == own, Person.id != person, Person.active, Person.password_hash.is_not(None))
        .order_by(Person.name, Person.id)
    )
    return dict[UUID, str](session.execute(query).all())
