"""One writer per report or concession: what two people do to one at the same moment happens one after the other."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store.concessions import Concession
from schemas.store.reports import Report


def lock_report(session: Session, report_id: UUID) -> Report:
    """The report, locked until the transaction ends; raises ``NoResultFound`` when there is none.

    SQLite has one writer at a time by itself; PostgreSQL locks the row.
    """
    return session.execute(select(Report).where(Report.id == report_id).with_for_update()).scalar_one()


def lock_concession(session: Session, concession_id: UUID) -> None:
    """Lock a concession until the transaction ends, as a report is locked."""
    session.execute(select(Concession.id).where(Concession.id == concession_id).with_for_update()).scalar_one()
