"""Tables of reminding: what was sent to whom, and what people say of it. A row is written before its mail leaves."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, Table, Writer, to, written_by
from schemas.words import WithdrawnBecause

BY_PORTAL = written_by(Writer.PORTAL)


class Reminder(Table):
    """One step of one duty to one reader, in the mail that gathers what that reader got that day; never changed.

    ``whom`` is the person's id, or the address of who has no account. ``due`` is the last day as it was then: a day
    that moves asks anew. ``withdrawn_before`` counts the rows of the same step that were withdrawn before they left.
    ``id`` follows from all of these (see schemas.reminding.marks), so that no step comes twice.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        UniqueConstraint("duty", "subject", "whom", "step", "due", "withdrawn_before"),
        Index("ix_reminders_report", "report"),
        Index("ix_reminders_concession", "concession"),
        Index("ix_reminders_due", "due"),
        {"info": written_by(Writer.WORKERS)},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    duty: Mapped[str] = mapped_column(CODE)
    subject: Mapped[UUID]
    whom: Mapped[str] = mapped_column(String(254))
    step: Mapped[str] = mapped_column(CODE)
    due: Mapped[date]
    withdrawn_before: Mapped[int] = mapped_column(default=0, server_default="0")
    mail: Mapped[UUID] = mapped_column(to("mails.id"), index=True)
    person: Mapped[UUID | None] = mapped_column(to("people.id"))
    concession: Mapped[UUID] = mapped_column(to("concessions.id"))
    report: Mapped[UUID | None] = mapped_column(to("reports.id"))
    about: Mapped[str]
    at: Mapped[datetime]


class ReminderWithdrawn(Table):
    """A reminder that was true when it was written, and no more when its mail was to be posted: it never goes.

    Where its step holds again (the reader is back, the day moved back) it is written anew, as a reminder of its own.
    """

    __tablename__ = "reminders_withdrawn"
    __table_args__ = {"info": written_by(Writer.WORKERS)}  # noqa: RUF012

    reminder: Mapped[UUID] = mapped_column(to("reminders.id"), primary_key=True)
    reason: Mapped[WithdrawnBecause]
    at: Mapped[datetime]


class NotForMe(Table):
    """Somebody said that a mail with reminders is not for them: they get no more of what stood in it."""

    __tablename__ = "reminders_not_for_me"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    mail: Mapped[UUID] = mapped_column(to("mails.id"), primary_key=True)
    said: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class ReminderTaskSettled(Table):
    """Somebody of the holder dealt with a mail that did not arrive, or was for somebody else; never changed."""

    __tablename__ = "reminder_tasks_settled"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    mail: Mapped[UUID] = mapped_column(to("mails.id"), primary_key=True)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]


class MailAgain(Table):
    """Somebody asked to send a mail again that did not arrive; the newest row after the last try counts.

    ``failed_at`` and ``said`` tell of what it had failed, where our own server said so: what came back has its own row.
    """

    __tablename__ = "mails_again"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    mail: Mapped[UUID] = mapped_column(to("mails.id"), index=True)
    by: Mapped[UUID] = mapped_column(to("people.id"))
    at: Mapped[datetime]
    failed_at: Mapped[datetime | None]
    said: Mapped[str] = mapped_column(default="", server_default="")


class Absence(Table):
    """Until when somebody is away, and who takes the reminders meanwhile; the newest row of a person counts."""

    __tablename__ = "absences"
    __table_args__ = {"info": BY_PORTAL}  # noqa: RUF012

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    person: Mapped[UUID] = mapped_column(to("people.id"), index=True)
    until: Mapped[date | None]
    replaced_by: Mapped[UUID | None] = mapped_column(to("people.id"))
    at: Mapped[datetime]
