"""Opening a duty: a concession has to report on a year, on the terms that hold now."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.signatories import tell_if_too_few
from schemas.clock import now
from schemas.events import DutyOpened
from schemas.store import Concession, Report, Terms, tell
from schemas.web import Said

NO_TERMS: Final = Said(
    "Van deze concessie zijn nog geen voorwaarden ingevoerd.", "No terms of this concession were brought in yet."
)


def open_duty(session: Session, concession: UUID, *, year: int, by: UUID | None = None) -> Report:
    """The report of a concession on a year, opened when it was not yet; opening twice is opening once."""
    terms = session.scalars(
        select(Terms)
        .where(Terms.concession == concession, Terms.from_year.is_(None) | (Terms.from_year <= year))
        .order_by(Terms.imported_at.desc(), Terms.id)
        .limit(1)
    ).first()
    if terms is None:
        raise Refused(NO_TERMS)
    if known := _opened(session, concession, year):
        return known
    report = Report(concession=concession, report_year=year, terms_sha256=terms.sha256, opened_at=now())
    session.add(report)
    session.flush()
    tell(session, DutyOpened(report=report.id))
    tell_if_too_few(session, session.get_one(Concession, concession).holder)
    noted(session, Action.DUTY_OPENED, f"report/{report.id}", actor=by, details={"year": year})
    return report


def _opened(session: Session, concession: UUID, year: int) -> Report | None:
    query = select(Report).where(Report.concession == concession, Report.report_year == year)
    return session.scalars(query.order_by(Report.id)).one_or_none()
