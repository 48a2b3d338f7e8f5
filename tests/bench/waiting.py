"""How long a person waits on a running installation: from upload to findings on the page, and from hand-in to the PDF."""

from __future__ import annotations

import statistics
import sys
from uuid import UUID, uuid4

import click
from sqlalchemy import select

from deploy.demo.reports import VB_OOST, report
from deploy.demo.workbook import workbook
from portal.use_cases import Declaration, hand_in, withdraw_hand_in
from schemas.store import Document, sessions
from schemas.words import DocumentKind, Edition
from tests.bench.demo import YEAR, Demo, at_rest, demo, is_there, opened, until


def waits(times: int) -> tuple[list[float], list[float]]:
    """Seconds from a stored upload to the page with its findings, and from a signature to the provisional report; for each time."""
    of, book = demo(), workbook(report(VB_OOST, YEAR))
    browser = of.browser()
    opened(browser, f"/rapportages/{of.report}/versies/1")
    found, published = [], []
    for _ in range(times):
        at_rest()
        version, seconds = of.checked(book, name="rapport.xlsx")
        found.append(seconds + opened(browser, of.page(version)))
        at_rest()
        published.append(_published(of, version))
    return found, published


def _published(of: Demo, version: UUID) -> float:
    with sessions().begin() as session:
        declared = Declaration(version=version, statement="Ja.", key=uuid4())
        hand_in(session, of.report, declared, by=of.signatory)
    provisional = select(Document.id).where(
        Document.version == version,
        Document.kind == DocumentKind.COMPLIANCE_REPORT,
        Document.edition == Edition.PROVISIONAL,
    )
    seconds = until(lambda: is_there(provisional))
    with sessions().begin() as session:
        withdraw_hand_in(session, of.report, by=of.signatory)
    return seconds


if __name__ == "__main__":
    for name, seconds in zip(("upload to page", "hand-in to PDF"), waits(int(sys.argv[1])), strict=True):
        low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
        click.echo(f"{name:<18}{middle:.2f} s ({low:.2f} to {high:.2f}), {len(seconds)} times")
