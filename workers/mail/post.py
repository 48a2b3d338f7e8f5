"""The postman: mails that wait are posted, one at a time; a repeat after a crash carries the same Message-ID."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from itertools import islice
from threading import Event as Flag
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.crashing import crash_point
from schemas.events import PasswordResetAsked, PersonInvited, SupplierAccountAsked, SupplierAsked, read
from schemas.reminding.days import mail_may_go
from schemas.reminding.marks import REMINDER, with_secrets
from schemas.settings import Settings
from schemas.store import Mail, Outbox, files, reading, sessions
from schemas.store.again import asked_again
from schemas.tokens import secret_of
from schemas.words import WAITS, MailState
from workers.leading import UNCONTESTED, Lead, lead
from workers.mail.returning import back_to
from workers.mail.sender import FolderSender, NotEver, NotNow, Sender, SmtpSender, Unsure
from workers.mail.write import SECRET_HERE
from workers.reminding.again import look_again

POST_LOCK: Final = 7_226_004
AT_ONCE: Final = 50
IDLE_SECONDS: Final = 0.3
STANDBY_SECONDS: Final = 2.0
# With the pauses below, a mail is given up after a day and a half.
MOST_ATTEMPTS: Final = 44
FIRST_PAUSE: Final = timedelta(seconds=5)
LONGEST_PAUSE: Final = timedelta(hours=1)

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Posting:
    """A mail that is due, with the secret that its link needs, if any."""

    id: UUID
    body_sha256: str
    token: UUID | None
    template: str


class Postman:
    """Posts what waits until it is asked to stop."""

    def __init__(self, settings: Settings, *, stop: Flag, sender: Sender | None = None) -> None:
        self._settings = settings
        self._sender = sender or sender_of(settings)
        self._stop = stop

    def run(self) -> None:
        """Take the lead and post; a mail that was being posted when a process died is posted again."""
        while not self._stop.is_set():
            try:
                with lead(self._settings.database, POST_LOCK) as held:
                    while held and not self._stop.is_set():
                        held.confirm()
                        if not self.turn(held):
                            self._stop.wait(IDLE_SECONDS)
            except SQLAlchemyError as error:
                logger.warning("The database is away.", extra={"error": type(error).__name__})
            self._stop.wait(STANDBY_SECONDS)

    def turn(self, held: Lead = UNCONTESTED) -> int:
        """Post what is due as long as the lead is ours; tells how many were tried."""
        take_up_again()
        with reading() as session:
            due = postings(session)
        for posting in due:
            if self._stop.is_set():
                break
            held.confirm()
            self._post(posting)
        return len(due)

    def _post(self, posting: Posting) -> None:
        with sessions().begin() as session:
            mail = session.get_one(Mail, posting.id)
            if mail.state not in WAITS:
                return
            if mail.state is MailState.SENDING:
                _note_maybe_taken(mail)
            mail.state, mail.attempts, mail.tried_at = MailState.SENDING, mail.attempts + 1, now()
        crash_point("mail_before_send")
        try:
            message = self._message(posting)
            if message is None:
                return
            self._sender.send(message, back_to=back_to(self._settings.bounce_address, posting.id))
        except NotNow as fault:
            self._keep(posting, MailState.WAITING, str(fault), maybe_taken=isinstance(fault, Unsure))
        except NotEver as fault:
            self._keep(posting, MailState.FAILED, str(fault))
        except Exception as error:
            # Whatever is wrong with one mail, the others go on; this one is tried again, a limited number of times.
            logger.exception("A mail could not be made ready.", extra={"mail": str(posting.id)})
            self._keep(posting, MailState.WAITING, type(error).__name__)
        else:
            crash_point("mail_after_send")
            self._keep(posting, MailState.SENT, None)

    def _message(self, posting: Posting) -> EmailMessage | None:
        """The mail with its secrets; none where it reminds of nothing any more."""
        body = look_again(posting.id) if posting.template == REMINDER else posting.body_sha256
        if body is None:
            return None
        mail = message_from_bytes(files().read(body), policy=SMTP)
        assert isinstance(mail, EmailMessage)
        if token := posting.token:
            _fill_in(mail, lambda text: text.replace(SECRET_HERE, secret_of(token, self._settings.secret)))
        if posting.template == REMINDER:
            _fill_in(mail, lambda text: with_secrets(text, posting.id, self._settings.secret))
        return mail

    def _keep(self, posting: Posting, state: MailState, error: str | None, *, maybe_taken: bool = False) -> None:
        with sessions().begin() as session:
            mail = session.get_one(Mail, posting.id)
            if mail.state is MailState.BOUNCED:
                return
            tired = state is MailState.WAITING and mail.attempts >= MOST_ATTEMPTS
            mail.state = MailState.FAILED if tired else state
            mail.last_error = error
            if maybe_taken:
                _note_maybe_taken(mail)
            mail.sent_at = now() if state is MailState.SENT else None
        if mail.state is MailState.FAILED:
            logger.error("A mail could not be posted.", extra={"mail": str(posting.id), "error": error})


def take_up_again() -> None:
    """Put mails that did not arrive, and that somebody asked to send again, back among those that wait."""
    with reading() as session:
        asked = session.scalars(select(Mail.id).where(asked_again()).order_by(Mail.id)).all()
    if not asked:
        return
    with sessions().begin() as session:
        for mail in session.scalars(select(Mail).where(Mail.id.in_(asked), asked_again()).order_by(Mail.id)):
            mail.state, mail.attempts, mail.tried_at, mail.last_error = MailState.WAITING, 0, None, None


def postings(session: Session) -> list[Posting]:
    """The mails that are due, oldest first: those that wait, and those that a process left behind half posted."""
    query = (
        select(Mail, Outbox.body)
        .outerjoin(Outbox, Outbox.event_id == Mail.event_id)
        .where(Mail.state.in_(WAITS))
        .order_by(Mail.created_at, Mail.id)
        .execution_options(yield_per=AT_ONCE)
    )
    # Those that wait after a refusal must not stand in the way of others, so they are left out before the cut.
    due = ((mail, body) for mail, body in session.execute(query) if _is_due(mail))
    return [
        Posting(id=mail.id, body_sha256=mail.body_sha256, token=_token_in(body), template=mail.template)
        for mail, body in islice(due, AT_ONCE)
    ]


def sender_of(settings: Settings) -> Sender:
    """The SMTP server of this installation, or the folder that takes its place."""
    if settings.mails is not None:
        return FolderSender(settings.mails)
    return SmtpSender(
        host=settings.smtp_host,
        port=settings.smtp_port,
        user=settings.smtp_user,
        password=settings.smtp_password,
        starttls=settings.smtp_starttls,
        timeout_seconds=settings.smtp_timeout_seconds,
    )


def _note_maybe_taken(mail: Mail) -> None:
    """Its last try ended without an answer: the process died or the connection broke."""
    mail.maybe_taken_at = mail.maybe_taken_at or mail.tried_at


def _is_due(mail: Mail) -> bool:
    """A mail that was refused for now is tried again after a pause that doubles, up to an hour; a reminder not at night."""
    if mail.template == REMINDER and not mail_may_go(now()):
        return False
    if mail.state is MailState.SENDING or mail.tried_at is None:
        return True
    return bool(now() >= mail.tried_at + min(FIRST_PAUSE * 2 ** (mail.attempts - 1), LONGEST_PAUSE))


def _token_in(body: bytes | None) -> UUID | None:
    event = read(body) if body else None
    if isinstance(event, SupplierAsked):
        return event.link
    if isinstance(event, SupplierAccountAsked):
        return event.offer
    return event.token if isinstance(event, PersonInvited | PasswordResetAsked) else None


def _fill_in(mail: EmailMessage, change: Callable[[str], str]) -> None:
    """Put the secrets in the links of each text of the mail; what is attached stays as it is."""
    for part in mail.walk():
        is_text = part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"
        if is_text and isinstance(part, EmailMessage):
            part.set_content(change(part.get_content()), subtype=part.get_content_subtype())
