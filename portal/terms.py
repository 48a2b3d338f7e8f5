"""The terms by which a report is judged: those that held when its duty was opened."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from schemas.store import Report
from schemas.store import Terms as TermsRow
from schemas.terms import Terms, read_terms


def terms_of(session: Session, report: Report) -> Terms:
    """The terms that held when a report's duty was opened."""
    return terms_by_hash(session, [report])[report.terms_sha256]


def terms_by_hash(session: Session, reports: Iterable[Report]) -> dict[str, Terms]:
    """The terms of some reports by their hash, which says what is in them."""
    wanted = {report.terms_sha256 for report in reports}
    query = select(TermsRow.sha256, cast(TermsRow.body, Text)).where(TermsRow.sha256.in_(wanted)).order_by(TermsRow.id)
    return {sha256: read_terms(written) for sha256, written in session.execute(query)}
