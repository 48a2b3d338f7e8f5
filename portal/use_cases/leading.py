"""Who decides: the authority that leads the concession. The others read, comment and second."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.refusals import Refused
from schemas.store import ConcessionAuthority, Person, Report
from schemas.web import Said

NOT_LEADING: Final = Said(
    "Een andere provincie leidt deze concessie en besluit. U kunt meelezen.",
    "Another province leads this concession and decides. You can read along.",
)


def refuse_others(session: Session, report: Report, by: UUID) -> None:
    """Refuse whoever does not work for the authority that leads."""
    if not leads(session, report, by):
        raise Refused(NOT_LEADING, status=403)


def leads(session: Session, report: Report, by: UUID) -> bool:
    """Whether a person works for the authority that leads the report's concession."""
    person = session.get_one(Person, by)
    granted = session.get(ConcessionAuthority, (report.concession, person.organisation))
    return granted is not None and granted.leads
