"""The terms by which a report is judged: those that held when its duty was opened."""

from __future__ import annotations

from sqlalchemy.orm import Session

from schemas.store import Report, terms_by_hash
from schemas.terms import Terms


def terms_of(session: Session, report: Report) -> Terms:
    """The terms that held when a report's duty was opened."""
    return terms_by_hash(session, [report])[report.terms_sha256]
