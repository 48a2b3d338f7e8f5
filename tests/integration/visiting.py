"""People who visit a portal that runs apart: a browser without windows, the form of an upload, and a portal for them."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID, uuid4

from deploy.demo.accounts import PASSWORD
from deploy.dev.process import free_port, poll
from tests.integration.history import Call, Told
from tests.integration.parts import ROOS, Parts, end_at_once

ANSWERS_WITHIN = 120.0
BOUNDARY = "een-grens"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


@dataclass(frozen=True)
class Visitor:
    """A browser without windows: it keeps its cookies, also when the portal comes back on another port."""

    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, port: int, path: str) -> str:
        """The text of a page."""
        return self._ask(port, "GET", path, b"", {})[1]

    def post(self, port: int, path: str, body: bytes, kind: str) -> int:
        """The status that a form is answered with."""
        return self._ask(port, "POST", path, body, {"Content-Type": kind})[0]

    def sign_in(self, port: int, who: str = ROOS) -> str:
        """Sign in; gives the token for one's forms."""
        form = {"csrf_token": self._token(port), "e-mail": who, "wachtwoord": PASSWORD}
        assert self.post(port, "/inloggen", urlencode(form).encode(), "application/x-www-form-urlencoded") == 303
        return self._token(port)

    def headers(self) -> dict[str, str]:
        """Its cookies, for who writes a request by hand."""
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}

    def _token(self, port: int) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.get(port, "/begrippen"))
        assert found
        return found[1]

    def _ask(self, port: int, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        with closing(HTTPConnection("127.0.0.1", port, timeout=ANSWERS_WITHIN)) as connection:
            connection.request(method, path, body, headers | self.headers())
            answer = connection.getresponse()
            for line in answer.headers.get_all("Set-Cookie") or ():
                self.cookies.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
            return answer.status, answer.read().decode()


@dataclass(frozen=True)
class Form:
    """One filled-in form for an upload: sent once or more, it stays the same form."""

    report: UUID
    token: str
    content: bytes
    name: str = "rapport.json"
    key: UUID = field(default_factory=uuid4)

    @property
    def path(self) -> str:
        """Where it is sent."""
        return f"/rapportages/{self.report}/versies"

    @property
    def body(self) -> bytes:
        """What is sent."""
        fields = {"csrf_token": self.token, "sleutel": str(self.key)}
        said = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}' for name, value in fields.items()]
        file = f'Content-Disposition: form-data; name="bestand"; filename="{self.name}"\r\n\r\n'.encode()
        parts = [*(one.encode() for one in said), file + self.content]
        edge = f"--{BOUNDARY}".encode()
        return b"".join(edge + b"\r\n" + part + b"\r\n" for part in parts) + edge + b"--\r\n"

    def call(self, told: Told) -> Call:
        """What its sender remembers."""
        return Call(self.key, self.report, hashlib.sha256(self.content).hexdigest(), told)


@dataclass(frozen=True)
class Portal:
    """A portal that runs, on a port of its own."""

    port: int
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """End it as by a power cut, with all that belongs to it."""
        end_at_once(self.process)


@contextmanager
def a_portal(parts: Parts, *, crash_at: str = "") -> Iterator[Portal]:
    """A portal that answers, killed at the end where it still lives."""
    port = free_port()
    with parts.running("portal", "--port", str(port), "--processes", "1", crash_at=crash_at) as process:
        assert poll(lambda: answers(port), within=ANSWERS_WITHIN)
        yield Portal(port, process)


def answers(port: int, *, within: float = ANSWERS_WITHIN) -> bool:
    """Whether a portal takes and answers somebody new there."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=within)) as connection:
        try:
            connection.request("GET", "/gezond")
            return connection.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False


@contextmanager
def half_sent(port: int, visitor: Visitor, form: Form, *, number: int) -> Iterator[HTTPConnection]:
    """The head and the first bytes of a form's body; the portal has taken them and waits for more."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=ANSWERS_WITHIN)) as connection:
        connection.putrequest("POST", form.path)
        told = {"Content-Type": FORM, "Content-Length": str(len(form.body)), **visitor.headers()}
        for name, value in told.items():
            connection.putheader(name, value)
        connection.endheaders(form.body[:number])
        assert connection.sock
        own = int(connection.sock.getsockname()[1])
        assert poll(lambda: unread(port, own) == 0, within=ANSWERS_WITHIN, every=0.02)
        yield connection


def unread(port: int, client: int) -> int | None:
    """How many bytes of a client lie unread at a server on this machine, as Linux tells it."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        local, remote, _state, queues = line.split()[1:5]
        if (_port(local), _port(remote)) == (port, client):
            return int(queues.split(":")[1], 16)
    return None


def _port(place: str) -> int:
    return int(place.split(":")[1], 16)
