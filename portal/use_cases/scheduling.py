"""The calendar: other days for a report year, with a reason, as long as nothing was handed in over it."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.changing import change
from portal.use_cases.granting import refuse_who_does_not_lead
from schemas.calendar import DutyDates, duty_dates
from schemas.clock import now
from schemas.events import CalendarChanged
from schemas.state import Facts
from schemas.store import (
    CalendarChange,
    Concession,
    Report,
    Terms,
    extended,
    facts_of,
    on_working_days,
    set_days,
    tell,
    with_more_time,
)
from schemas.terms import Calendar
from schemas.web import Said

# The names of the days on a form, in the order in which they come.
MOMENTS: Final = {
    "opens": "opening",
    "suppliers_answer_by": "leveranciers",
    "hand_in_by": "indienen",
    "completeness_by": "volledigheid",
    "feedback_by": "besluit",
}
HANDED_IN: Final = Said(
    "Over {year} is al ingediend. De dagen van dat jaar staan vast.",
    "The report on {year} was handed in already. The days of that year are fixed.",
)
OUT_OF_ORDER: Final = Said(
    "Deze dag komt niet na de vorige. De volgorde is: opening, leveranciers, indienen, volledigheid, besluit.",
    "This day does not come after the one before. The order is: opening, suppliers, handing in, completeness, decision.",
)
TOO_EARLY: Final = Said(
    "Deze dag ligt nog in het verslagjaar of daarvoor. Indienen kan pas na {year}.",
    "This day is still in the report year or before. Handing in comes after {year}.",
)
NO_CALENDAR: Final = Said(
    "Deze concessie heeft nog geen voorwaarden, en dus geen kalender.",
    "This concession has no terms yet, and so no calendar.",
)


def set_calendar(session: Session, known: Concession, year: int, days: DutyDates, *, reason: str, by: UUID) -> None:
    """Set the days of a report year; of a duty that runs its people are told. The same days again change nothing."""
    refuse_who_does_not_lead(session, known.id, by)
    session.execute(select(Concession.id).where(Concession.id == known.id).with_for_update())
    refuse_days(session, known, year, days)
    before = days_of(session, known, year)
    if before == on_working_days(days):
        return
    session.add(CalendarChange(concession=known.id, report_year=year, reason=reason, by=by, at=now(), **vars(days)))
    session.flush()
    details = change(vars(before) if before else {}, vars(days), reason=reason) | {"year": year}
    noted(session, Action.CALENDAR_CHANGED, f"concession/{known.id}", actor=by, details=details)
    if duty := duty_of(session, known, year):
        tell(session, CalendarChanged(report=duty.id))


def refuse_days(session: Session, known: Concession, year: int, days: DutyDates) -> None:
    """Refuse days that cannot be, at the field where they go wrong."""
    duty = duty_of(session, known, year)
    if duty and was_handed_in(facts_of(session, duty.id)):
        raise Refused(HANDED_IN.format(year=year), status=409)
    if days_of(session, known, year) is None:
        raise Refused(NO_CALENDAR, status=409)
    if days.hand_in_by.year <= year:
        raise Refused(TOO_EARLY.format(year=year), field=MOMENTS["hand_in_by"])
    for earlier, later in pairwise(field.name for field in fields(days)):
        if getattr(days, later) <= getattr(days, earlier):
            raise Refused(OUT_OF_ORDER, field=MOMENTS[later])


def days_of(session: Session, known: Concession, year: int) -> DutyDates | None:
    """The days that hold for a report year, without more time that was granted; none without terms."""
    if given := set_days(session, [known.id]).get((known.id, year)):
        return given
    calendar = _calendar(session, known, year)
    return duty_dates(calendar, year) if calendar else None


def duty_of(session: Session, known: Concession, year: int) -> Report | None:
    """The duty over a report year, once it is open."""
    query = select(Report).where(Report.concession == known.id, Report.report_year == year)
    return session.scalars(query.order_by(Report.id)).one_or_none()


def was_handed_in(facts: Facts) -> bool:
    """Whether a version was signed, so that the days of the duty are fixed."""
    return any(version.signed for version in facts.versions)


def facts_with(session: Session, facts: Facts, days: DutyDates) -> Facts:
    """A duty as if its days were these; more time that was granted stays."""
    return replace(facts, dates=with_more_time(days, extended(session, [facts.report]).get((facts.report, None))))


def _calendar(session: Session, known: Concession, year: int) -> Calendar | None:
    """Of the terms that the duty was opened on, else of the newest."""
    duty = duty_of(session, known, year)
    query = select(Terms.body).where(Terms.concession == known.id)
    query = query.where(Terms.sha256 == duty.terms_sha256) if duty else query.order_by(Terms.imported_at.desc())
    body = session.scalars(query.order_by(Terms.id).limit(1)).first()
    return Calendar.model_validate(body["calendar"]) if body else None
