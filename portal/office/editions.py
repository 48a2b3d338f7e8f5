"""The editions of a concession's terms: when each came, from which report year it holds, and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.store import Report
from schemas.store import Terms as TermsRow


@dataclass(frozen=True, kw_only=True)
class EditionShown:
    """An edition of the terms: when it came, from which report year it holds (none: any), and whether that is to come."""

    on: datetime
    from_year: int | None
    to_come: bool


def editions_shown(session: Session, concession: UUID) -> list[EditionShown]:
    """Every edition, the newest first; one is to come as long as no duty of its year or later was opened."""
    reached = session.scalar(select(func.max(Report.report_year)).where(Report.concession == concession)) or 0
    query = select(TermsRow).where(TermsRow.concession == concession)
    return [
        EditionShown(on=one.imported_at, from_year=one.from_year, to_come=(one.from_year or 0) > reached)
        for one in session.scalars(query.order_by(TermsRow.imported_at.desc(), TermsRow.id))
    ]
