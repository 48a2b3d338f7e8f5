"""A portal on a real database file with a small world in it: two provinces, two holders, somebody in every role."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from portal.accounts.passwords import hashed
from portal.app import create_app
from schemas.clock import now
from schemas.settings import settings
from schemas.store import (
    Concession,
    ConcessionAuthority,
    Organisation,
    Person,
    Report,
    RoleOfPerson,
    Terms,
    sessions,
)
from schemas.words import OrganisationKind, Role
from tests.releases import installed
from tests.unit.portal.agreed import TERMS, TERMS_SHA256
from tests.unit.portal.browsing import PASSWORD, Browser, World, signed_in
from tests.unit.portal.compiled import COMPILED

PASSWORD_HASH: Final = hashed(PASSWORD)


@pytest.fixture
def portal_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty_tables: Path) -> Iterator[Path]:
    """Settings of an installation of its own, with an empty database of this release."""
    shutil.copy(empty_tables, tmp_path)
    monkeypatch.setenv("APP_ENV", "test")
    with installed(monkeypatch, {"HOME": str(tmp_path)}):
        yield tmp_path


@pytest.fixture
def app(portal_home: Path) -> Flask:
    """The portal, without demo."""
    return _app()


@pytest.fixture
def demo_app(portal_home: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    """The portal as it runs in the demo, with the post box."""
    monkeypatch.setenv("KETENSPIEGEL_DEMO", "true")
    settings.cache_clear()
    return _app()


@pytest.fixture
def world(portal_home: Path) -> World:
    """Province Vlietland with concession Oost of holder Rijnbus; province Duinland with Kust of holder Kustlijn."""
    with sessions().begin() as session:
        return _seed(session)


@pytest.fixture
def browser(app: Flask) -> Browser:
    """A visitor who is not signed in."""
    return Browser(app.test_client())


@pytest.fixture
def browser_of(app: Flask, world: World) -> Callable[[str], Browser]:
    """A browser in which somebody of the world is signed in: ``browser_of("signatory")``."""

    return lambda name: signed_in(app, world.people[name])


@pytest.fixture
def reporter(browser_of: Callable[[str], Browser]) -> Browser:
    """The reporting officer of holder Rijnbus."""
    return browser_of("reporter")


@pytest.fixture
def signatory(browser_of: Callable[[str], Browser]) -> Browser:
    """The signatory of holder Rijnbus."""
    return browser_of("signatory")


@pytest.fixture
def manager(browser_of: Callable[[str], Browser]) -> Browser:
    """The contract manager of province Vlietland, which leads concession Oost."""
    return browser_of("manager")


@pytest.fixture
def second_reader(browser_of: Callable[[str], Browser]) -> Browser:
    """The second reader of province Vlietland."""
    return browser_of("second_reader")


@pytest.fixture
def functional_manager(browser_of: Callable[[str], Browser]) -> Browser:
    """The functional manager of province Vlietland."""
    return browser_of("functional_manager")


@pytest.fixture
def publication_officer(browser_of: Callable[[str], Browser]) -> Browser:
    """The publication officer of province Vlietland."""
    return browser_of("publication_officer")


def _app() -> Flask:
    app = create_app(settings())
    app.testing = True
    app.jinja_env.bytecode_cache = COMPILED
    return app


def _seed(session: Session) -> World:
    organisations = {
        "vlietland": _organisation(session, "Provincie Vlietland", OrganisationKind.AUTHORITY),
        "duinland": _organisation(session, "Provincie Duinland", OrganisationKind.AUTHORITY),
        "rijnbus": _organisation(session, "Rijnbus", OrganisationKind.HOLDER),
        "kustlijn": _organisation(session, "Kustlijn", OrganisationKind.HOLDER),
        "taxi": _organisation(session, "Taxi Denkbeeld", OrganisationKind.SUPPLIER),
    }
    concessions = {
        "oost": _concession(session, "VB-OOST", organisations["rijnbus"], leads=organisations["vlietland"]),
        "kust": _concession(session, "DU-KUST", organisations["kustlijn"], leads=organisations["duinland"]),
    }
    return World(
        people=_people(session, organisations),
        organisations=organisations,
        concessions=concessions,
        reports={name: _report(session, concession) for name, concession in concessions.items()},
    )


def _people(session: Session, organisations: dict[str, UUID]) -> dict[str, UUID]:
    at = {
        "reporter": ("rijnbus", Role.REPORTER),
        "contributor": ("rijnbus", Role.CONTRIBUTOR),
        "signatory": ("rijnbus", Role.SIGNATORY),
        "manager": ("vlietland", Role.MANAGER),
        "second_reader": ("vlietland", Role.SECOND_READER),
        "functional_manager": ("vlietland", Role.FUNCTIONAL_MANAGER),
        "publication_officer": ("vlietland", Role.PUBLICATION_OFFICER),
        "supplier": ("taxi", Role.SUPPLIER),
        "other_reporter": ("kustlijn", Role.REPORTER),
        "other_manager": ("duinland", Role.MANAGER),
    }
    return {name: _person(session, name, organisations[where], role) for name, (where, role) in at.items()}


def _person(session: Session, name: str, organisation: UUID, role: Role) -> UUID:
    person = Person(organisation=organisation, name=name, email=f"{name}@voorbeeld.nl", password_hash=PASSWORD_HASH)
    session.add(person)
    session.flush()
    session.add(RoleOfPerson(person=person.id, role=role))
    return person.id


def _organisation(session: Session, name: str, kind: OrganisationKind) -> UUID:
    organisation = Organisation(kind=kind, name=name)
    session.add(organisation)
    session.flush()
    return organisation.id


def _concession(session: Session, code: str, holder: UUID, *, leads: UUID) -> UUID:
    concession = Concession(code=code, name=code.title(), holder=holder, starts=TERMS.starts, ends=TERMS.ends)
    session.add(concession)
    session.flush()
    session.add(ConcessionAuthority(concession=concession.id, organisation=leads, leads=True))
    body = TERMS.model_dump(mode="json", by_alias=True)
    session.add(Terms(concession=concession.id, sha256=TERMS_SHA256, body=body, imported_at=now()))
    return concession.id


def _report(session: Session, concession: UUID) -> UUID:
    report = Report(concession=concession, report_year=2026, terms_sha256=TERMS_SHA256, opened_at=now())
    session.add(report)
    session.flush()
    return report.id
