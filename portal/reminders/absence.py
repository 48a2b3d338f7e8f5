"""Until when somebody is away, and who of the own organisation can take the reminders meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.use_cases.reminding import colleagues_of
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.store import Absence


@dataclass(frozen=True, kw_only=True)
class Away:
    """What was told last, where it still counts, and the colleagues there are to choose from."""

    until: date | None
    replaced_by: UUID | None
    colleagues: tuple[tuple[UUID, str], ...]


def away_of(session: Session, person: SignedIn) -> Away:
    """What a person told of being away."""
    query = select(Absence).where(Absence.person == person.id).order_by(Absence.at.desc(), Absence.id).limit(1)
    newest = session.scalars(query).first()
    counts = newest is not None and newest.until is not None and newest.until >= today()
    return Away(
        until=newest.until if newest and counts else None,
        replaced_by=newest.replaced_by if newest and counts else None,
        colleagues=tuple(sorted(colleagues_of(session, person.id).items(), key=lambda pair: pair[1])),
    )
