"""How long a person waits on a running installation: from upload to findings on the page, and from hand-in to the PDF."""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from uuid import UUID, uuid4

import click
from flask.testing import FlaskClient
from sqlalchemy import Select, func, select

from deploy.demo.reports import VB_OOST, report
from deploy.demo.workbook import workbook
from portal.app import create_app
from portal.use_cases import Declaration, hand_in, withdraw_hand_in
from portal.use_cases.taking import take_report_file
from portal.use_cases.uploading import Upload, upload_version
from portal.visitor import begin_session, cookie_name
from schemas.settings import settings
from schemas.store import Check, Concession, Document, Person, Report, Version, reading, sessions
from schemas.words import DocumentKind, Edition

LOOK_SECONDS = 0.005
PATIENCE_SECONDS = 60.0


def waits(times: int) -> tuple[list[float], list[float]]:
    """Seconds from a stored upload to the page with its findings, and from a signature to the provisional report; for each time."""
    with reading() as session:
        about = session.scalars(
            select(Report.id)
            .join(Concession, Concession.id == Report.concession)
            .where(Concession.code == VB_OOST.code, Report.report_year == 2026)
        ).one()
        reporter = session.scalars(select(Person.id).where(Person.email.startswith("roos@"))).one()
        signatory = session.scalars(select(Person.id).where(Person.email.startswith("dirk@"))).one()
    book, client = workbook(report(VB_OOST, 2026)), _browser(reporter)
    _page(client, about)
    found, published = [], []
    for _ in range(times):
        version, seconds = _findings(about, book, reporter)
        found.append(seconds + _page(client, about))
        published.append(_published(about, version, signatory))
    return found, published


def _findings(about: UUID, book: bytes, by: UUID) -> tuple[UUID, float]:
    taken = take_report_file(io.BytesIO(book), name="rapport.xlsx")
    with sessions().begin() as session:
        version = upload_version(session, about, Upload(taken=taken, clean=True, key=uuid4()), by=by).id
    return version, _until(lambda: _is_there(select(Check.version).where(Check.version == version)))


def _browser(person: UUID) -> FlaskClient:
    """Somebody who is signed in at a portal of this process."""
    app = create_app(settings())
    client = app.test_client()
    with app.test_request_context(), sessions().begin() as session:
        client.set_cookie(cookie_name(settings()), begin_session(session, person))
    return client


def _page(client: FlaskClient, about: UUID) -> float:
    """Seconds for the page of the newest version."""
    with reading() as session:
        number = session.scalars(select(func.max(Version.number)).where(Version.report == about)).one()
    start = time.perf_counter()
    shown = client.get(f"/rapportages/{about}/versies/{number}")
    assert shown.status_code == 200
    return time.perf_counter() - start


def _published(about: UUID, version: UUID, by: UUID) -> float:
    with sessions().begin() as session:
        hand_in(session, about, Declaration(version=version, statement="Ja.", key=uuid4()), by=by)
    provisional = select(Document.id).where(
        Document.version == version,
        Document.kind == DocumentKind.COMPLIANCE_REPORT,
        Document.edition == Edition.PROVISIONAL,
    )
    seconds = _until(lambda: _is_there(provisional))
    with sessions().begin() as session:
        withdraw_hand_in(session, about, by=by)
    return seconds


def _is_there(query: Select[UUID]) -> bool:
    with reading() as session:
        return session.scalars(query).first() is not None


def _until(happened: Callable[[], bool]) -> float:
    start = time.perf_counter()
    while not happened():
        if time.perf_counter() - start > PATIENCE_SECONDS:
            raise TimeoutError
        time.sleep(LOOK_SECONDS)
    return time.perf_counter() - start


if __name__ == "__main__":
    for name, seconds in zip(("upload to page", "hand-in to PDF"), waits(int(sys.argv[1])), strict=True):
        low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
        click.echo(f"{name:<18}{middle:.2f} s ({low:.2f} to {high:.2f}), {len(seconds)} times")
