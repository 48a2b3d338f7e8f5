"""Where mails go: an SMTP server, or a folder on a machine without one."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Final, Protocol
from uuid import uuid4

OF_THE_SERVER = (smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPAuthenticationError)
TOO_LARGE: Final = 552
LONGEST_REASON: Final = 300


class NotNow(Exception):
    """The mail could not be posted now and may be later (SMTP 4xx, no connection)."""


class Unsure(NotNow):
    """The connection broke on the way: the server may have taken the mail without being able to say so."""


class NotEver(Exception):
    """The mail was refused for good (SMTP 5xx); somebody has to look at it."""


class Sender(Protocol):
    """Posts one mail, or raises :class:`NotNow` or :class:`NotEver`."""

    def send(self, mail: EmailMessage, *, back_to: str) -> None:
        """Post one mail; ``back_to`` is the address that a server tells when it cannot deliver."""


@dataclass(frozen=True)
class FolderSender:
    """Writes each mail as an ``.eml`` file: whole or not at all, one file for one Message-ID."""

    folder: Path

    def send(self, mail: EmailMessage, *, back_to: str) -> None:  # noqa: ARG002 - nothing comes back from a folder
        """Write the mail; a repeat replaces its first writing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        name = "".join(sign if sign.isalnum() or sign in "-." else "_" for sign in mail["Message-ID"].strip("<>"))
        draft = self.folder / f".{uuid4()}"
        draft.write_bytes(mail.as_bytes())
        draft.rename(self.folder / f"{name}.eml")


@dataclass(frozen=True)
class SmtpSender:
    """Posts over SMTP, with STARTTLS and a login where these are asked for."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    starttls: bool = True
    timeout_seconds: int = 30
    context: ssl.SSLContext | None = None

    def send(self, mail: EmailMessage, *, back_to: str) -> None:
        """Post the mail; what the server says decides whether it may be tried again."""
        try:
            self._send(mail, back_to)
        except OF_THE_SERVER as refused:
            # The server does not want us, or not now: that is no fault of this mail, and somebody may mend it.
            raise NotNow(_reason(refused.smtp_code, refused.smtp_error)) from refused
        except smtplib.SMTPSenderRefused as refused:
            # Nor is an address of ours that the server does not take; a mail that is too large is never taken.
            fault = NotEver if refused.smtp_code == TOO_LARGE else NotNow
            raise fault(_reason(refused.smtp_code, refused.smtp_error)) from refused
        except smtplib.SMTPRecipientsRefused as refused:
            code, said = max(refused.recipients.values(), key=lambda answer: answer[0])
            raise _refused(code, said) from refused
        except smtplib.SMTPResponseException as refused:
            raise _refused(refused.smtp_code, refused.smtp_error) from refused
        except (OSError, smtplib.SMTPException) as gone:
            raise NotNow(type(gone).__name__) from gone

    def _send(self, mail: EmailMessage, back_to: str) -> None:
        server = smtplib.SMTP(self.host, self.port, timeout=self.timeout_seconds)
        try:
            self._greet(server)
            _hand_over(server, mail, back_to)
        finally:
            _leave(server)

    def _greet(self, server: smtplib.SMTP) -> None:
        if self.starttls:
            server.starttls(context=self.context or ssl.create_default_context())
        if self.user:
            server.login(self.user, self.password)


def _hand_over(server: smtplib.SMTP, mail: EmailMessage, back_to: str) -> None:
    try:
        server.send_message(mail, from_addr=back_to or None)
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused):
        raise
    except (OSError, smtplib.SMTPException) as gone:
        raise Unsure(type(gone).__name__) from gone


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye: a mail that was taken stays taken, whatever the server answers to this."""
    try:
        server.quit()
    except (OSError, smtplib.SMTPException):
        server.close()


def _refused(code: int, said: bytes | str) -> NotEver | NotNow:
    return (NotEver if code >= 500 else NotNow)(_reason(code, said))


def _reason(code: int, said: bytes | str) -> str:
    """SMTP 550 5.1.1 No such mailbox."""
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"SMTP {code} {' '.join(words.split())}"[:LONGEST_REASON].strip()
