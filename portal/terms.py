"""The terms by which a report is judged: those that held when its duty was opened."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import Report
from schemas.store import Terms as TermsRow
from schemas.terms import Terms


def terms_of(session: Session, report: Report) -> Terms:
    """The terms that held when a report's duty was opened."""
    return terms_by_hash(session, [report])[report.terms_sha256]


def terms_by_hash(session: Session, reports: Iterable[Report]) -> dict[str, Terms]:
    """The terms of some reports by their hash, which says what is in them; each is read once."""
    wanted = {report.terms_sha256 for report in reports}
    query = select(TermsRow.sha256, TermsRow.body).where(TermsRow.sha256.in_(wanted)).order_by(TermsRow.id)
    bodies = {sha256: body for sha256, body in session.execute(query)}  # noqa: C416 - rows, not pairs
    return {sha256: Terms.model_validate(body) for sha256, body in bodies.items()}
