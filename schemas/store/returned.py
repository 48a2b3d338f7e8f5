"""Mail that came back: what servers told of our mails, and which addresses cannot be reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from schemas.store.messages import Outbox
from schemas.store.people import Organisation, Person
from schemas.store.shapes import CODE, SHA256, Table, Writer, to, written_by
from schemas.store.work import Mail
from schemas.words import MailState, ReturnKind

NOT_THERE: Final = (MailState.BOUNCED, MailState.FAILED)
ENDED: Final = (MailState.SENT, *NOT_THERE)


class ReturnedMail(Table):
    """A message of a server about one of our mails, by the sha256 of its bytes; of what is set aside the mail is not known."""

    __tablename__ = "returned_mails"
    __table_args__ = {"info": written_by(Writer.WORKERS)}  # noqa: RUF012

    sha256: Mapped[str] = mapped_column(SHA256, primary_key=True)
    mail: Mapped[UUID | None] = mapped_column(to("mails.id"), index=True)
    kind: Mapped[ReturnKind]
    status: Mapped[str] = mapped_column(CODE)
    reason: Mapped[str]
    at: Mapped[datetime]


@dataclass(frozen=True, kw_only=True)
class Undelivered:
    """A mail that did not arrive: to whom, about what, and what the server said. ``person`` is none for a supplier."""

    mail: UUID
    person: UUID | None
    recipient: str
    template: str
    subject: str
    reason: str
    written_at: datetime


def undelivered_about(session: Session, report: UUID) -> tuple[Undelivered, ...]:
    """The mails because of events of a report that did not arrive, newest first."""
    return _those(session, _newest_first().join(Outbox, Outbox.event_id == Mail.event_id).where(Outbox.key == report))


def undelivered_to(session: Session, organisations: ColumnElement[bool]) -> tuple[Undelivered, ...]:
    """The mails to the people of some organisations that did not arrive, newest first."""
    people = select(Person.id).join(Organisation, Organisation.id == Person.organisation).where(organisations)
    return _those(session, _newest_first().where(Mail.person.in_(people)))


def unreachable(session: Session, organisation: UUID) -> tuple[Undelivered, ...]:
    """Whom of an organisation no mail reaches now: of each person the last mail, where that did not arrive."""
    query = (
        select(Mail)
        .join(Person, Person.id == Mail.person)
        .where(Person.organisation == organisation, Mail.state.in_(ENDED), Mail.recipient == Person.email)
        .order_by(Mail.created_at.desc(), Mail.id)
    )
    last: dict[UUID | None, Mail] = {}
    for mail in session.scalars(query):
        last.setdefault(mail.person, mail)
    return tuple(_undelivered(mail) for mail in last.values() if mail.state in NOT_THERE)


def _newest_first() -> Select[Mail]:
    return select(Mail).where(Mail.state.in_(NOT_THERE)).order_by(Mail.created_at.desc(), Mail.id)


def _those(session: Session, query: Select[Mail]) -> tuple[Undelivered, ...]:
    return tuple(_undelivered(mail) for mail in session.scalars(query))


def _undelivered(mail: Mail) -> Undelivered:
    return Undelivered(
        mail=mail.id,
        person=mail.person,
        recipient=mail.recipient,
        template=mail.template,
        subject=mail.subject,
        reason=mail.last_error or "",
        written_at=mail.created_at,
    )
