"""Coming in on PostgreSQL, with no more rights than the portal has there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.passwords import hashed
from portal.app import create_app
from schemas.settings import settings
from schemas.store import Organisation, Person, RoleOfPerson, Token, engine_of, reading, sessions
from schemas.store.grants import ROLES
from schemas.store.shapes import Writer
from schemas.store.upgrade import upgrade_database
from schemas.tokens import secret_of
from schemas.words import OrganisationKind, Role
from tests.components import as_role
from tests.unit.portal.browsing import PASSWORD, Browser

pytestmark = pytest.mark.postgres

PERSON, EMAIL, NEW = UUID(int=7), "manager@voorbeeld.nl", "nog vier andere woorden"
MUST_BE_SET = {
    "SECRET_KEY": "x" * 40,
    "BASE_URL": "http://localhost",
    "OIN": "0" * 20,
    "FILES_URL": "memory://files",
    "SMTP_HOST": "localhost",
    "MAIL_FROM": "ketenspiegel@voorbeeld.nl",
}


@pytest.fixture
def portal(empty_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """A portal that connects as its own role, on a database that its owner set up."""
    owner = empty_database()
    upgrade_database(engine_of(owner))
    for name, value in {**MUST_BE_SET, "DATABASE_URL": as_role(owner, ROLES[Writer.PORTAL])}.items():
        monkeypatch.setenv(f"KETENSPIEGEL_{name}", value)
    settings.cache_clear()
    with sessions().begin() as session:
        _somebody(session)
    yield create_app(settings())
    engine_of(settings().database).dispose()
    engine_of(owner).dispose()
    settings.cache_clear()


def _somebody(session: Session) -> None:
    organisation = Organisation(kind=OrganisationKind.AUTHORITY, name="Provincie Vlietland")
    session.add(organisation)
    session.flush()
    session.add(Person(id=PERSON, organisation=organisation.id, name="M", email=EMAIL, password_hash=hashed(PASSWORD)))
    session.add(RoleOfPerson(person=PERSON, role=Role.MANAGER))


def sign_in(browser: Browser, password: str) -> int:
    return browser.post("/inloggen", {"e-mail": EMAIL, "wachtwoord": password}).status_code


def test_one_signs_in_asks_a_new_password_and_signs_in_with_it(portal: Flask) -> None:
    browser = Browser(portal.test_client())
    assert sign_in(browser, PASSWORD) == 303
    assert browser.get("/account").status_code == 200

    browser.post("/wachtwoord-vergeten", {"e-mail": EMAIL})
    with reading() as session:
        [token] = session.scalars(select(Token)).all()
    browser.post(f"/wachtwoord/{secret_of(token.id, settings().secret)}", {"wachtwoord": NEW, "nogmaals": NEW})

    assert browser.get("/account").status_code == 303
    assert sign_in(browser, NEW) == 303


def test_attempts_at_the_same_moment_are_all_counted(portal: Flask) -> None:
    rivals = [Browser(portal.test_client()) for _ in range(16)]
    tokens = [rival.token() for rival in rivals]

    def try_it(rival: Browser, token: str) -> int:
        form = {"csrf_token": token, "e-mail": EMAIL, "wachtwoord": "dit is het niet"}
        return rival.client.post("/inloggen", data=form).status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(try_it, rivals, tokens))

    assert (statuses.count(400), statuses.count(429)) == (10, 6)
