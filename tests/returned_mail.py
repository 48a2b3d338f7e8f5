"""Messages as mail servers return them (RFC 3464), and the mailboxes in which they come: a Maildir, and a small IMAP server.

The server speaks only the commands that are needed here, over a real connection, as no server comes as a library.
"""

from __future__ import annotations

import re
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from threading import Thread
from uuid import uuid4

USER, PASSWORD = "terug", "right-password"
NO_SUCH_USER = "smtp; 550 5.1.1 <weg@voorbeeld.example>: Recipient address rejected"


def a_return(
    message_id: str,
    *,
    action: str = "failed",
    status: str = "5.1.1",
    said: str = NO_SUCH_USER,
    to: str = "terug@voorbeeld.example",
    headers_only: bool = False,
) -> bytes:
    """What a server sends back about one mail."""
    original = f"Message-ID: {message_id}\r\nSubject: Rapport\r\n\r\n{'' if headers_only else 'U dient in.'}"
    kind = "text/rfc822-headers" if headers_only else "message/rfc822"
    return "\r\n".join(
        (
            "From: MAILER-DAEMON@mx.voorbeeld.example",
            f"To: {to}",
            "Subject: Undelivered Mail Returned to Sender",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
            "MIME-Version: 1.0",
            "",
            "--B",
            "Content-Type: text/plain",
            "",
            "Your mail could not be delivered.",
            "--B",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mx.voorbeeld.example",
            "",
            "Final-Recipient: rfc822; weg@voorbeeld.example",
            f"Action: {action}",
            f"Status: {status}",
            f"Diagnostic-Code: {said}",
            "",
            "--B",
            f"Content-Type: {kind}",
            "",
            original,
            "--B--",
            "",
        )
    ).encode()


def an_answer(to: str) -> bytes:
    """An automatic answer of somebody who is away: it tells nothing of a delivery."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "roos@voorbeeld.example", to, "Ik ben op reis"
    mail.set_content("Tot over twee weken.")
    return mail.as_bytes()


def a_maildir(folder: Path) -> Path:
    """An empty mailbox."""
    for part in ("new", "cur", "tmp"):
        (folder / part).mkdir(parents=True)
    return folder


def delivered(folder: Path, body: bytes) -> None:
    """Put a message in the mailbox, as a server does."""
    (folder / "new" / f"1.{uuid4().hex}.mx").write_bytes(body)


@dataclass
class ImapBox:
    """One folder on a server: messages by their number, and the flags of each."""

    port: int = 0
    messages: list[bytes] = field(default_factory=list)
    flags: dict[int, str] = field(default_factory=dict)


@contextmanager
def an_imap_server() -> Iterator[ImapBox]:
    """A server with one folder for USER and PASSWORD."""
    box = ImapBox()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Conversation) as server:
        server.daemon_threads = True
        server.box = box  # type: ignore[attr-defined]
        box.port = server.server_address[1]
        Thread(target=server.serve_forever, daemon=True).start()
        yield box
        server.shutdown()


class _Conversation(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.box: ImapBox = self.server.box  # type: ignore[attr-defined]
        self._say("* OK IMAP4rev1 ready")
        for line in self.rfile:
            tag, _, command = line.decode().strip().partition(" ")
            state = self._do(command)
            self._say(f"{tag} {state} done")
            if command.upper() == "LOGOUT":
                return

    def _do(self, command: str) -> str:
        words = command.upper()
        if words.startswith("CAPABILITY"):
            self._say("* CAPABILITY IMAP4rev1")
        elif words.startswith("LOGIN"):
            return "OK" if command == f'LOGIN {USER} "{PASSWORD}"' else "NO"
        elif words.startswith("SELECT"):
            self._say(f"* {len(self.box.messages)} EXISTS")
        elif words.startswith("UID SEARCH"):
            unseen = [str(n) for n in range(1, len(self.box.messages) + 1) if n not in self.box.flags]
            self._say(" ".join(("* SEARCH", *unseen)))
        elif found := re.match(r"UID FETCH (\d+)", words):
            self._fetch(int(found.group(1)))
        elif found := re.match(r"UID STORE (\d+) \+FLAGS (.+)", command):
            self.box.flags[int(found.group(1))] = found.group(2)
        return "OK"

    def _fetch(self, number: int) -> None:
        body = self.box.messages[number - 1]
        self.wfile.write(f"* {number} FETCH (UID {number} BODY[]<0> {{{len(body)}}}\r\n".encode() + body + b")\r\n")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())
