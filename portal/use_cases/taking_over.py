"""From which day other authorities grant a concession, or another leads: the only place that writes it, and takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import ConcessionAuthority

DAY = timedelta(days=1)


def take_over(
    session: Session, concession: UUID, authorities: Iterable[UUID], *, lead: UUID | None, first_day: date
) -> None:
    """These authorities grant a concession from a day on; who did, does so until the day before."""
    for row in _rows(session, concession):
        if row.first_day >= first_day:
            session.delete(row)
        elif row.last_day is None or row.last_day >= first_day:
            row.last_day = first_day - DAY
    session.flush()
    session.add_all(
        ConcessionAuthority(concession=concession, organisation=one, first_day=first_day, leads=one == lead)
        for one in sorted(authorities)
    )
    session.flush()


def stay_on(session: Session, concession: UUID, *, first_day: date) -> None:
    """Nobody takes over from a day on; who grants until the day before goes on doing so."""
    for row in _rows(session, concession):
        if row.first_day >= first_day:
            session.delete(row)
        elif row.last_day == first_day - DAY:
            row.last_day = None
    session.flush()


def _rows(session: Session, concession: UUID) -> Sequence[ConcessionAuthority]:
    query = select(ConcessionAuthority).where(ConcessionAuthority.concession == concession)
    return session.scalars(query.order_by(ConcessionAuthority.first_day, ConcessionAuthority.organisation)).all()
