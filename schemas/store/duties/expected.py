"""The duties that a calendar year will bring as far as its days are known, where the report was not opened yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import DutyDates, duty_dates
from schemas.reminding.marks import OURS
from schemas.reminding.opened import Open
from schemas.reminding.steps import DutyKind
from schemas.store.calendars import set_days
from schemas.store.concessions import Terms
from schemas.store.duties.ground import Ground
from schemas.store.duties.of_reports import COMPLETENESS, DECIDING
from schemas.terms import Calendar
from schemas.texts import Bilingual


def expected(ground: Ground, concession: UUID, year: int) -> Iterator[Open]:
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
