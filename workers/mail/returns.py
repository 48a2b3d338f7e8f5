"""The reader of returned mail: what servers tell of our mails is noted with the mail, once, however often it is read."""

from __future__ import annotations

import logging
from hashlib import sha256
from threading import Event as Flag
from typing import Final

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.crashing import crash_point
from schemas.settings import Settings
from schemas.store import Mail, ReturnedMail, sessions
from schemas.words import MailState, ReturnKind
from workers.leading import UNCONTESTED, Lead, lead
from workers.mail.boxes import MailboxIsAway, Unread, open_box
from workers.mail.returning import Return, return_in

RETURNS_LOCK: Final = 7_226_008
NOT_OURS: Final = "no mail of this installation"

logger = logging.getLogger(__name__)


class Returns:
    """Reads the mailbox of returned mail until it is asked to stop."""

    def __init__(self, settings: Settings, *, stop: Flag) -> None:
        self._settings = settings
        self._stop = stop

    def run(self) -> None:
        """Take the lead and read; what is away now is read the next time."""
        while not self._stop.is_set():
            try:
                with lead(self._settings.database, RETURNS_LOCK) as held:
                    if held:
                        self.turn(held)
            except (SQLAlchemyError, MailboxIsAway) as error:
                logger.warning("Returned mail could not be read.", extra={"error": str(error)[:200]})
            self._stop.wait(self._settings.bounce_every_seconds)

    def turn(self, held: Lead = UNCONTESTED) -> int:
        """Read what was not read yet; tells how many messages that were."""
        read = 0
        with open_box(self._settings) as box:
            for message in box.unread():
                if self._stop.is_set():
                    break
                held.confirm()
                kind = noted(message)
                crash_point("return_after_noting")
                box.mark(message.name, flagged=kind is ReturnKind.SET_ASIDE)
                read += 1
        return read


def noted(message: Unread) -> ReturnKind:
    """Note what one message tells, unless that was done before; gives as what it was taken."""
    identity = sha256(message.body).hexdigest()
    with sessions().begin() as session:
        before = session.get(ReturnedMail, identity)
        if before is not None:
            return before.kind
        found = _read(message.body)
        mail = _mail_of(session, found)
        row = _row(identity, found, mail)
        session.add(row)
        if mail and row.kind is ReturnKind.REFUSED and mail.state is not MailState.FAILED:
            mail.state, mail.last_error = MailState.BOUNCED, found.reason
    if row.kind is ReturnKind.SET_ASIDE:
        logger.warning("A returned message was set aside.", extra={"returned": identity, "reason": row.reason})
    return row.kind


def _read(body: bytes) -> Return:
    try:
        return return_in(body)
    except Exception as error:  # noqa: BLE001 - whatever somebody sends us, the messages behind it are read as well
        return Return(kind=ReturnKind.SET_ASIDE, reason=type(error).__name__)


def _mail_of(session: Session, found: Return) -> Mail | None:
    by_id = (
        session.scalars(select(Mail).where(Mail.message_id == found.message_id)).first() if found.message_id else None
    )
    return by_id or (session.get(Mail, found.mail) if found.mail else None)


def _row(identity: str, found: Return, mail: Mail | None) -> ReturnedMail:
    lost = mail is None and found.kind is not ReturnKind.SET_ASIDE
    return ReturnedMail(
        sha256=identity,
        mail=mail.id if mail else None,
        kind=ReturnKind.SET_ASIDE if lost else found.kind,
        status=found.status,
        reason=NOT_OURS if lost else found.reason,
        at=now(),
    )
