"""Installations for tests: an upgraded database, a file store and settings of its own, on SQLite or PostgreSQL."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from schemas.clock import now
from schemas.events import ReportVersion
from schemas.settings import Settings
from schemas.store import Concession, Organisation, Person, Report, Terms, Version, sessions
from schemas.words import OrganisationKind
from tests.releases import PRODUCTION, installed

TERMS = json.loads((Path(__file__).parent / "agreed" / "terms_example.json").read_text())
NO_BYTES = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_of_this_release: Path) -> Iterator[Settings]:
    """A new embedded installation on SQLite, which is the one that `settings()` gives."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(file_of_this_release, home)
    with installed(monkeypatch, {"HOME": str(home)}) as here:
        yield here


@pytest.fixture
def on_postgres(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, upgraded_database: Callable[[], str]
) -> Iterator[Settings]:
    """A new installation on PostgreSQL that reads the outbox itself, without Kafka."""
    with installed(monkeypatch, _apart(tmp_path, upgraded_database())) as here:
        yield here


@pytest.fixture
def apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, upgraded_database: Callable[[], str], kafka_bootstrap: str
) -> Iterator[Settings]:
    """A new installation on PostgreSQL and Kafka."""
    kafka = {"LOG": "kafka", "KAFKA_BOOTSTRAP": kafka_bootstrap}
    with installed(monkeypatch, _apart(tmp_path, upgraded_database()) | kafka) as here:
        yield here


def _apart(folder: Path, database: str) -> dict[str, str]:
    own = {"HOME": str(folder / "home"), "FILES_URL": f"file://{folder}/files", "DATABASE_URL": database}
    return {**PRODUCTION, **own}


@dataclass(frozen=True)
class Duty:
    """A report that is open, with somebody of its holder."""

    report: UUID
    person: UUID


def a_duty(*, year: int = 2025) -> Duty:
    """A new concession with its holder and an open report, in the database of the installation."""
    holder = Organisation(id=uuid4(), kind=OrganisationKind.HOLDER, name="Vervoerder")
    person = Person(id=uuid4(), organisation=holder.id, name="Rapporteur", email=f"{uuid4()}@vervoerder.example")
    concession = Concession(
        id=uuid4(), code=f"C-{uuid4()}", name="Oost", holder=holder.id, starts=date(2023, 1, 1), ends=date(2033, 1, 1)
    )
    terms = Terms(concession=concession.id, sha256=NO_BYTES, body=TERMS, imported_at=now())
    report = Report(id=uuid4(), concession=concession.id, report_year=year, terms_sha256=NO_BYTES, opened_at=now())
    with sessions().begin() as session:
        session.add_all([holder, person, concession, terms, report])
    return Duty(report=report.id, person=person.id)


def a_version(duty: Duty, number: int = 1) -> ReportVersion:
    """A new version of a report, in the database of the installation."""
    version = Version(
        id=uuid4(),
        report=duty.report,
        number=number,
        created_at=now(),
        by=duty.person,
        idempotency_key=uuid4(),
        manifest_sha256=NO_BYTES,
    )
    with sessions().begin() as session:
        session.add(version)
    return ReportVersion(report=duty.report, version=version.id, number=number)
