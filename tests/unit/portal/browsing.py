"""How the portal's tests browse: a client that fills in forms, and the names of the small world."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.visitor import begin_session, cookie_name
from schemas.settings import settings
from schemas.store import sessions

PASSWORD: Final = "vier losse woorden samen"
TOKEN: Final = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass(frozen=True)
class World:
    """The ids of what is in the database; people by name, such as ``people["reporter"]``."""

    people: dict[str, UUID]
    organisations: dict[str, UUID]
    concessions: dict[str, UUID]
    reports: dict[str, UUID]


class Browser:
    """A client that fills in forms as a browser does: with the token of the page, and our own origin."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, **options: Any) -> TestResponse:
        """Ask for a page."""
        return self.client.get(path, **options)

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> TestResponse:
        """Send a form, with the token of a page of this visitor."""
        return self.client.post(path, data={"csrf_token": self.token(), **(data or {})}, **options)

    def token(self) -> str:
        """The token that stands in every page, as all have the language form."""
        found = TOKEN.search(self.client.get("/begrippen").text)
        assert found
        return found.group(1)


def signed_in(app: Flask, person: UUID) -> Browser:
    """A browser in which this person is signed in."""
    client = app.test_client()
    with app.test_request_context(), sessions().begin() as session:
        secret = begin_session(session, person)
    client.set_cookie(cookie_name(settings()), secret)
    return Browser(client)
