"""The report of a running demo that is measured, and what its people do with it."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import Select, select

from deploy.demo.reports import VB_OOST
from portal.app import create_app
from portal.use_cases.taking import take_report_file
from portal.use_cases.uploading import Upload, upload_version
from schemas.settings import settings
from schemas.store import Check, Concession, Person, Report, Version, reading, sessions
from tests.unfinished import unfinished
from tests.unit.portal.browsing import Browser, signed_in

LOOK_SECONDS = 0.005
PATIENCE_SECONDS = 180.0
YEAR = 2026


@dataclass(frozen=True)
class Demo:
    """A report that is open, who prepares it, and who signs it."""

    report: UUID
    reporter: UUID
    signatory: UUID

    def browser(self) -> Browser:
        """The reporter, signed in at a portal of this process."""
        return signed_in(create_app(settings()), self.reporter)

    def checked(self, content: bytes, *, name: str) -> tuple[UUID, float]:
        """A new version, and the seconds from a stored upload to its check."""
        taken = take_report_file(io.BytesIO(content), name=name)
        with sessions().begin() as session:
            form = Upload(taken=taken, clean=True, key=uuid4())
            version = upload_version(session, self.report, form, by=self.reporter).id
        return version, until(lambda: is_there(select(Check.version).where(Check.version == version)))

    def page(self, version: UUID) -> str:
        """The address of the page with its findings."""
        with reading() as session:
            return f"/rapportages/{self.report}/versies/{session.get_one(Version, version).number}"


def demo() -> Demo:
    """This year's report of the demo's first concession."""
    with reading() as session:
        about = session.scalars(
            select(Report.id)
            .join(Concession, Concession.id == Report.concession)
            .where(Concession.code == VB_OOST.code, Report.report_year == YEAR)
        ).one()
        reporter = session.scalars(select(Person.id).where(Person.email.startswith("roos@"))).one()
        signatory = session.scalars(select(Person.id).where(Person.email.startswith("dirk@"))).one()
    return Demo(report=about, reporter=reporter, signatory=signatory)


def is_there(query: Select[UUID]) -> bool:
    """Whether a query finds a row."""
    with reading() as session:
        return session.scalars(query).first() is not None


def at_rest() -> None:
    """Wait until no worker has work left, so that the next measurement is about its own work alone."""
    until(_rests)


def _rests() -> bool:
    with reading() as session:
        return not any(unfinished(session).values())


def until(happened: Callable[[], bool]) -> float:
    """Seconds until something happened."""
    start = time.perf_counter()
    while not happened():
        if time.perf_counter() - start > PATIENCE_SECONDS:
            raise TimeoutError
        time.sleep(LOOK_SECONDS)
    return time.perf_counter() - start


def opened(browser: Browser, page: str) -> float:
    """Seconds for a page, from its question to its answer."""
    start = time.perf_counter()
    shown = browser.get(page)
    assert shown.status_code == 200
    return time.perf_counter() - start
