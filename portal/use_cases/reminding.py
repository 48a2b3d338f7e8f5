"""What people say of reminders: this is not for me, I dealt with it, I am away."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from schemas.clock import now, today
from schemas.store import Absence, Mail, MailAgain, NotForMe, Person, ReminderTaskSettled
from schemas.store.again import waiting_again
from schemas.store.returned import NOT_THERE
from schemas.web import Said
from schemas.web.reminders import NO_COLLEAGUE_THERE, NOT_IN_THE_PAST
from schemas.words import MailState

NOT_LOST: Final = Said(
    "Deze mail is niet verloren gegaan: zij is aangekomen of nog onderweg. Laad de pagina opnieuw.",
    "This mail was not lost: it arrived or is still on its way. Load the page again.",
)
LINK_IS_OF_ITS_TIME: Final = Said(
    "De link in deze mail werkt maar een korte tijd. Nodig opnieuw uit, of laat een nieuw wachtwoord aanvragen.",
    "The link in this mail works for a short time only. Invite again, or have a new password asked for.",
)
WITH_A_LINK_OF_ITS_TIME: Final = frozenset({"invitation", "password_reset"})


def say_not_for_me(session: Session, mail: UUID, *, said: str) -> None:
    """Stop the reminders of a mail to its reader, and leave a task with the holder. Saying it twice is once."""
    if session.get(NotForMe, mail) is None:
        session.add(NotForMe(mail=mail, said=said, at=now()))
        noted(session, Action.NOT_FOR_ME, f"mail/{mail}")


def settle_task(session: Session, mail: UUID, *, by: UUID) -> None:
    """Say that a mail that did not arrive, or was for somebody else, is dealt with."""
    session.add(ReminderTaskSettled(mail=mail, by=by, at=now()))
    noted(session, Action.REMINDER_TASK_SETTLED, f"mail/{mail}", actor=by)


def send_again(session: Session, mail: Mail, *, by: UUID) -> None:
    """Have a mail that did not arrive sent again, under the name that it has; asked twice it is sent once."""
    if mail.id in waiting_again(session, [mail.id]):
        return
    if mail.state not in NOT_THERE:
        raise Refused(NOT_LOST, status=409)
    if mail.template in WITH_A_LINK_OF_ITS_TIME:
        raise Refused(LINK_IS_OF_ITS_TIME, status=409)
    failed_at = (mail.tried_at or mail.created_at) if mail.state is MailState.FAILED else None
    said = mail.last_error or "" if failed_at else ""
    session.add(MailAgain(mail=mail.id, by=by, at=now(), failed_at=failed_at, said=said))
    session.flush()
    noted(session, Action.MAIL_SENT_AGAIN, f"mail/{mail.id}", actor=by)


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
