"""What a year of reminding would be for one concession, if nobody did anything: the calendar of its mails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import DutyDates, duty_dates, is_working_day
from schemas.reminding.marks import OURS
from schemas.reminding.opened import Open
from schemas.reminding.planning import Due, due_on
from schemas.reminding.steps import DutyKind
from schemas.store import Concession, Terms, set_days
from schemas.store.duties import Ground, ground_of, open_duties
from schemas.store.duties.of_reports import COMPLETENESS, DECIDING
from schemas.store.duties.reach import reach_of
from schemas.terms import Calendar
from schemas.texts import Bilingual
from workers.reminding.digests import Digest, digests


class UnknownConcession(Exception):
    """No concession has this code."""


def year_of_mails(session: Session, code: str, year: int) -> Iterator[Digest]:
    """Every mail of a calendar year, day by day: of what is open now, and of the duty that opens in that year."""
    concession = session.scalars(select(Concession.id).where(Concession.code == code)).one_or_none()
    if concession is None:
        raise UnknownConcession(code)
    ground = ground_of(session, concession)
    duties = [*open_duties(ground), *_expected(ground, concession, year)]
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


def _expected(ground: Ground, concession: UUID, year: int) -> Iterator[Open]:
    """The duty on the year before, as its calendar has it, where it was not opened yet; each part on its last day."""
    if any(one.report.report_year == year - 1 for one in ground.reports.values()):
        return
    days = _calendar(ground.session, concession, year - 1)
    if days is None:
        return
    first = Open(
        kind=DutyKind.REPORT,
        subject=uuid5(OURS, f"expected {concession} {year}"),
        concession=concession,
        report=None,
        due=days.hand_in_by,
        since=days.opens,
        told=ground.told_of_concession(concession) | {"year": str(year - 1)},
    )
    yield first
    yield _review(first, COMPLETENESS, since=days.hand_in_by, due=days.completeness_by)
    yield _review(first, DECIDING, since=days.completeness_by, due=days.feedback_by)


def _review(first: Open, task: Bilingual, *, since: date, due: date) -> Open:
    return replace(first, kind=DutyKind.REVIEW, since=since, due=due, told={**first.told, "task": task})


def _calendar(session: Session, concession: UUID, year: int) -> DutyDates | None:
    """The days of a report year: as they were set, else as the newest terms have them."""
    query = select(Terms.body["calendar"]).where(Terms.concession == concession)
    newest = session.scalars(query.order_by(Terms.imported_at.desc(), Terms.id).limit(1)).first()
    usual = duty_dates(Calendar.model_validate(newest), year) if newest else None
    return set_days(session, [concession]).get((concession, year), usual)
