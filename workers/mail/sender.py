"""Where mails go: an SMTP server, or a folder on a machine without one."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from uuid import uuid4

OF_THE_SERVER = (smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPAuthenticationError)


class NotNow(Exception):
    """The mail could not be posted now and may be later (SMTP 4xx, no connection)."""


class NotEver(Exception):
    """The mail was refused for good (SMTP 5xx); somebody has to look at it."""


class Sender(Protocol):
    """Posts one mail, or raises :class:`NotNow` or :class:`NotEver`."""

    def send(self, mail: EmailMessage) -> None:
        """Post one mail."""


@dataclass(frozen=True)
class FolderSender:
    """Writes each mail as an ``.eml`` file: whole or not at all, one file for one Message-ID."""

    folder: Path

    def send(self, mail: EmailMessage) -> None:
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

    def send(self, mail: EmailMessage) -> None:
        """Post the mail; what the server says decides whether it may be tried again."""
        try:
            with smtplib.SMTP(self.host, self.port, timeout=self.timeout_seconds) as server:
                self._greet(server)
                server.send_message(mail)
        except OF_THE_SERVER as refused:
            # The server does not want us, or not now: that is no fault of this mail, and somebody may mend it.
            raise NotNow(f"SMTP {refused.smtp_code}") from refused
        except smtplib.SMTPRecipientsRefused as refused:
            code = max(code for code, _ in refused.recipients.values())
            raise (NotEver if code >= 500 else NotNow)(f"SMTP {code}") from refused
        except smtplib.SMTPResponseException as refused:
            raise (NotEver if refused.smtp_code >= 500 else NotNow)(f"SMTP {refused.smtp_code}") from refused
        except (OSError, smtplib.SMTPException) as gone:
            raise NotNow(type(gone).__name__) from gone

    def _greet(self, server: smtplib.SMTP) -> None:
        if self.starttls:
            server.starttls(context=self.context or ssl.create_default_context())
        if self.user:
            server.login(self.user, self.password)
