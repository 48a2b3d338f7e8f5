"""What a year of reminding would be for one concession, if nobody did anything: the calendar of its mails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import is_working_day
from schemas.reminding.planning import Due, due_on
from schemas.store import Concession
from schemas.store.duties import ground_of, open_duties
from schemas.store.duties.expected import expected
from schemas.store.duties.reach import reach_of
from workers.reminding.digests import Digest, digests


class UnknownConcession(Exception):
    """No concession has this code."""


def year_of_mails(session: Session, code: str, year: int) -> Iterator[Digest]:
    """Every mail of a calendar year, day by day: of what is open now, and of the duty that opens in that year."""
    concession = session.scalars(select(Concession.id).where(Concession.code == code)).one_or_none()
    if concession is None:
        raise UnknownConcession(code)
    ground = ground_of(session, concession)
    duties = [*open_duties(ground), *expected(ground, concession, year)]
    steps = [(one, ground.steps_of(one)) for one in duties]
    told: set[UUID] = set()
    for day in _days_of(year):
        if not is_working_day(day):
            continue
        found = due_on(day, steps, reach_of(session, ground, today=day))
        due = [one for one in found if isinstance(one, Due) and one.id not in told]
        told |= {one.id for one in due}
        yield from digests(due, day)


def _days_of(year: int) -> Iterator[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)
