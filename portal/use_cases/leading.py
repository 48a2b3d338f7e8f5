"""Who decides: the authority that leads the concession. The others read, comment and second."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.refusals import Refused
from schemas.clock import today
from schemas.store import Person, Report
from schemas.store.granting import leads
from schemas.web import Said

NOT_LEADING: Final = Said(
    "Een andere provincie leidt deze concessie en besluit. U kunt meelezen.",
    "Another province leads this concession and decides. You can read along.",
)


def refuse_others(session: Session, report: Report, by: UUID) -> None:
    """Refuse whoever does not work for the authority that leads."""
    refuse_others_of(session, report.concession, by)


def refuse_others_of(session: Session, concession: UUID, by: UUID) -> None:
    """Refuse whoever does not work for the authority that leads a concession."""
    person = session.get_one(Person, by)
    if not leads(session, concession, person.organisation, on=today()):
        raise Refused(NOT_LEADING, status=403)
