"""F1: the portal killed anywhere around an upload; whoever sends the same form again gets exactly one version."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from deploy.demo.accounts import PASSWORD
from deploy.demo.reports import VB_OOST
from deploy.dev.process import free_port, poll
from schemas.store import Version, files
from tests.integration.history import Call, History, Told, await_rest, hold, lag
from tests.integration.parts import ROOS, Parts

pytestmark = [pytest.mark.kafka, pytest.mark.postgres]
SOON = 120.0
CRASH_POINTS = ("file_after_draft", "file_after_place", "upload_before_commit")
BOUNDARY = "een-grens"
FORM = f"multipart/form-data; boundary={BOUNDARY}"
AN_HOUR = 3600


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

    def sign_in(self, port: int) -> str:
        """Sign in as Roos; gives the token for her forms."""
        form = {"csrf_token": self._token(port), "e-mail": ROOS, "wachtwoord": PASSWORD}
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
        with closing(HTTPConnection("127.0.0.1", port, timeout=SOON)) as connection:
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
        file = 'Content-Disposition: form-data; name="bestand"; filename="rapport.json"\r\n\r\n' + self.content.decode()
        return (
            "".join(f"--{BOUNDARY}\r\n{part}\r\n" for part in (*said, file)).encode() + f"--{BOUNDARY}--\r\n".encode()
        )

    def call(self, told: Told) -> Call:
        """What its sender remembers."""
        return Call(self.key, self.report, hashlib.sha256(self.content).hexdigest(), told)


@contextmanager
def a_portal(parts: Parts, *, crash_at: str = "") -> Iterator[int]:
    """A portal on a port of its own, killed at the end."""
    port = free_port()
    with parts.running("portal", "--port", str(port), "--processes", "1", crash_at=crash_at):
        assert poll(lambda: answers(port), within=SOON)
        yield port


def answers(port: int) -> bool:
    try:
        Visitor().get(port, "/gezond")
    except OSError:
        return False
    return True


def dies_on_its_own(parts: Parts, visitor: Visitor, form: Form, *, crash_at: str) -> None:
    with a_portal(parts, crash_at=crash_at) as port, pytest.raises((OSError, HTTPException)):
        visitor.post(port, form.path, form.body, FORM)


def dies_in_the_midst_of_the_body(parts: Parts, visitor: Visitor, form: Form) -> None:
    with a_portal(parts) as port:
        _send(port, visitor, form, len(form.body) // 2)


def dies_before_its_answer_is_read(parts: Parts, visitor: Visitor, form: Form) -> None:
    with a_portal(parts) as port:
        _send(port, visitor, form, len(form.body))
        assert poll(lambda: versions(parts, form) == 1, within=SOON)


def _send(port: int, visitor: Visitor, form: Form, number: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=SOON)
    connection.putrequest("POST", form.path)
    told = {"Content-Type": FORM, "Content-Length": str(len(form.body)), **visitor.headers()}
    for name, value in told.items():
        connection.putheader(name, value)
    connection.endheaders(form.body[:number])


def versions(parts: Parts, form: Form) -> int:
    with parts.looking() as session:
        return len(session.scalars(select(Version.id).where(Version.idempotency_key == form.key)).all())


def drafts(parts: Parts) -> list[Path]:
    return list((parts.folder / "files" / "incoming").iterdir())


def sweep_an_hour_later(parts: Parts) -> None:
    for draft in drafts(parts):
        os.utime(draft, (draft.stat().st_mtime - AN_HOUR,) * 2)
    files().sweep_unfinished()


def test_an_upload_whose_portal_is_killed_anywhere_and_that_is_sent_again_gives_one_version(
    parts: Parts, history: History
) -> None:
    about, visitor = history.open(VB_OOST.code, 2026), Visitor()
    with a_portal(parts) as sound:
        token = visitor.sign_in(sound)
        deaths: list[tuple[int, Callable[[Form], None]]] = [
            (0, lambda form: dies_in_the_midst_of_the_body(parts, visitor, form)),
            *((0, lambda form, at=at: dies_on_its_own(parts, visitor, form, crash_at=at)) for at in CRASH_POINTS),
            (1, lambda form: dies_before_its_answer_is_read(parts, visitor, form)),
        ]
        for number, (kept, die) in enumerate(deaths):
            form = Form(about, token, f'{{"number": {number}}}'.encode())
            die(form)
            assert versions(parts, form) == kept
            assert visitor.post(sound, form.path, form.body, FORM) == 303
            assert visitor.post(sound, form.path, form.body, FORM) == 303
            history.note(form.call(Told.OK))

    with parts.running("relay"), parts.running("worker"):
        await_rest(parts, within=SOON)
        assert poll(lambda: lag(parts) == 0, within=SOON)
    assert len(drafts(parts)) == 1
    sweep_an_hour_later(parts)
    assert drafts(parts) == []
    hold(history)
