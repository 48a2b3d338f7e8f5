"""The mailbox in which mails come back: a Maildir folder, or a folder on an IMAP server.

A message is never changed or removed: what was read is marked as read, and what nobody could place is flagged as well.
"""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from schemas.settings import Settings

# What a server tells stands in front; the mail that it returns may be large.
MOST_BYTES: Final = 1024 * 1024
SEEN: Final = "S"
FLAGGED: Final = "F"


class MailboxIsAway(Exception):
    """The mailbox cannot be read now; it is tried again later."""


@dataclass(frozen=True)
class Unread:
    """A message that was not read yet, by its name in the mailbox."""

    name: str
    body: bytes


class OpenBox(Protocol):
    """A mailbox while it is open."""

    def unread(self) -> Iterator[Unread]:
        """The messages that were not read yet, oldest first."""

    def mark(self, name: str, *, flagged: bool) -> None:
        """Mark a message as read; a flagged one waits for a person."""


@dataclass(frozen=True)
class Maildir:
    """A folder with the subfolders new and cur; a message is renamed, as the format asks, and never rewritten."""

    folder: Path

    def unread(self) -> Iterator[Unread]:
        """What lies in new, and what another reader moved to cur without marking it."""
        lying = [path for part in ("new", "cur") for path in (self.folder / part).iterdir() if path.is_file()]
        for path in sorted(lying, key=lambda one: one.name):
            if SEEN not in path.name.partition(":2,")[2]:
                with path.open("rb") as file:
                    yield Unread(f"{path.parent.name}/{path.name}", file.read(MOST_BYTES))

    def mark(self, name: str, *, flagged: bool) -> None:
        """Move the message to cur with its flags."""
        path = self.folder / name
        base, _, before = path.name.partition(":2,")
        flags = "".join(sorted({*before, SEEN, *(FLAGGED if flagged else "")}))
        path.rename(self.folder / "cur" / f"{base}:2,{flags}")


@dataclass(frozen=True)
class Imap:
    """A folder on an IMAP server, after login."""

    server: imaplib.IMAP4

    def unread(self) -> Iterator[Unread]:
        """What the server has as unseen; reading it here leaves it unseen until it is marked."""
        [found] = self._asked("SEARCH", "UNSEEN")
        for name in found.decode().split() if isinstance(found, bytes) else []:
            answer = self._asked("FETCH", name, f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
            yield Unread(name, next((part[1] for part in answer if isinstance(part, tuple)), b""))

    def mark(self, name: str, *, flagged: bool) -> None:
        """Set the flags on the server."""
        self._asked("STORE", name, "+FLAGS", r"(\Seen \Flagged)" if flagged else r"(\Seen)")

    def _asked(self, command: str, *arguments: str) -> list[bytes | tuple[bytes, bytes] | None]:
        state, answer = self.server.uid(command, *arguments)
        if state != "OK":
            msg = f"IMAP {command} {state}"
            raise MailboxIsAway(msg)
        return answer


@contextmanager
def open_box(settings: Settings) -> Iterator[OpenBox]:
    """The mailbox of this installation, open; raises :class:`MailboxIsAway`."""
    try:
        if settings.bounce_maildir is not None:
            yield Maildir(settings.bounce_maildir)
            return
        with _server(settings) as server:
            yield Imap(server)
    except (imaplib.IMAP4.error, OSError) as error:
        msg = type(error).__name__
        raise MailboxIsAway(msg) from error


@contextmanager
def _server(settings: Settings) -> Iterator[imaplib.IMAP4]:
    with _connection(settings) as server:
        server.login(settings.bounce_imap_user, settings.bounce_imap_password)
        state, _ = server.select(f'"{settings.bounce_imap_folder}"')
        if state != "OK":
            msg = f"IMAP SELECT {state}"
            raise MailboxIsAway(msg)
        yield server


def _connection(settings: Settings) -> imaplib.IMAP4:
    host, port, within = settings.bounce_imap_host, settings.bounce_imap_port, settings.smtp_timeout_seconds
    if settings.bounce_imap_tls:
        return imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=within)
    return imaplib.IMAP4(host, port, timeout=within)
