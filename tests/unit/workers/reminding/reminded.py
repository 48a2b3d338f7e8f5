"""An installation on a day of one's choice, and what was reminded on it."""

from __future__ import annotations

import os
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

from sqlalchemy import select, update

from schemas.store import Mail, Reminder, files, reading, sessions
from schemas.words import MailState
from workers.reminding.running import Sent, remind

# The report of at_work() is due on Monday 3 May 2027; its first reminder is due sixty days before.
DUE = date(2027, 5, 3)
FIRST = date(2027, 3, 4)
OVERDUE = date(2027, 5, 4)


def on(day: date) -> Sent:
    """Remind on a day, in the morning, when all earlier mail is gone.

    A test that asks for this has set a clock of its own, which goes back after it.
    """
    gone()
    os.environ["KETENSPIEGEL_NOW"] = f"{day}T09:00:00+00:00"
    return remind(day)


def gone() -> None:
    """All mail that waits is with its reader."""
    with sessions().begin() as session:
        session.execute(update(Mail).where(Mail.state == MailState.WAITING).values(state=MailState.SENT))


def steps() -> list[tuple[str, str, str]]:
    """Duty, step and address of everything that was reminded of."""
    with reading() as session:
        query = select(Reminder.duty, Reminder.step, Mail.recipient).join(Mail, Mail.id == Reminder.mail)
        rows = session.execute(query.order_by(Reminder.at, Mail.recipient, Reminder.duty, Reminder.step))
        return [(duty, step, recipient) for duty, step, recipient in rows]


def mails_to(address: str) -> list[EmailMessage]:
    """The mails with reminders to somebody as they lie in the store, oldest first."""
    with reading() as session:
        query = select(Mail.body_sha256).where(Mail.recipient == address, Mail.template == "reminder")
        bodies = [files().read(sha256) for sha256 in session.scalars(query.order_by(Mail.created_at, Mail.id))]
    found = [message_from_bytes(body, policy=policy.default) for body in bodies]
    assert all(isinstance(one, EmailMessage) for one in found)
    return [one for one in found if isinstance(one, EmailMessage)]


def text_of(mail: EmailMessage, kind: str = "plain") -> str:
    """The text of a mail."""
    body = mail.get_body((kind,))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())
