"""One writer per report: what two people do at the same moment to one report happens one after the other."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store.reports import Report


def lock_report(session: Session, report_id: UUID) -> Report:
    """The report, locked until the transaction ends; raises ``NoResultFound`` when there is none.

    SQLite has one writer at a time by itself; PostgreSQL locks the row.
    """
    return session.execute(select(Report).where(Report.id == report_id).with_for_update()).scalar_one()
