"""The calendar of a concession as people read it, and what other days of a year would move for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.called import MOMENT_WORDS
from portal.filters import date_weekday
from portal.use_cases.scheduling import MOMENTS, days_of, duty_of, facts_with, was_handed_in
from schemas.calendar import DutyDates
from schemas.clock import today
from schemas.state import Facts, State, state_of
from schemas.store import (
    Concession,
    Person,
    Report,
    RoleOfPerson,
    all_facts,
    facts_of,
    held,
    on_working_days,
    set_days,
)
from schemas.store.granting import authorities_of
from schemas.words import Role


@dataclass(frozen=True, kw_only=True)
class YearShown:
    """The days of one report year; ``fixed`` once it was handed in, ``own`` where they are not those of the terms."""

    year: int
    days: DutyDates
    open: bool
    fixed: bool
    own: bool


@dataclass(frozen=True, kw_only=True)
class Moved:
    """One day before and after, for whom, and why it is another day than was filled in."""

    what: str
    was: date
    becomes: date
    whom: str
    working_day: str

    @property
    def by(self) -> int:
        """How many days it moves; less than nothing is earlier."""
        return (self.becomes - self.was).days


def years_shown(session: Session, known: Concession) -> list[YearShown]:
    """Every year with a duty and the year that is running, the newest first; nothing without terms."""
    duties = session.scalars(select(Report).where(Report.concession == known.id).order_by(Report.report_year)).all()
    facts, own = all_facts(session, duties), set_days(session, [known.id])
    shown = [_with_duty(duty.report_year, facts[duty.id], own=(known.id, duty.report_year) in own) for duty in duties]
    year = today().year
    runs = known.starts <= today() <= known.ends and year not in {one.year for one in shown}
    days = days_of(session, known, year) if runs else None
    if days is not None:
        own_days = (known.id, year) in own
        shown.append(YearShown(year=year, days=days, open=False, fixed=False, own=own_days))
    return sorted(shown, key=lambda one: one.year, reverse=True)


def _with_duty(year: int, facts: Facts, *, own: bool) -> YearShown:
    return YearShown(year=year, days=facts.dates, open=True, fixed=was_handed_in(facts), own=own)


def moved(session: Session, known: Concession, year: int, days: DutyDates) -> list[Moved]:
    """Every day that would become another one."""
    before, after = days_of(session, known, year), on_working_days(days)
    if before is None:
        return []
    every = (
        Moved(
            what=str(MOMENT_WORDS[one.name]),
            was=getattr(before, one.name),
            becomes=getattr(after, one.name),
            whom=_whom(session, known, one.name),
            working_day=_why(getattr(days, one.name), getattr(after, one.name)),
        )
        for one in fields(DutyDates)
    )
    return [one for one in every if one.by]


def state_before_and_after(
    session: Session, known: Concession, year: int, days: DutyDates
) -> tuple[State, State] | None:
    """Where the duty of a year stands now and would stand; none while it is not open."""
    duty = duty_of(session, known, year)
    if duty is None:
        return None
    facts = facts_of(session, duty.id)
    return state_of(facts), state_of(facts_with(session, facts, on_working_days(days)))


def on_the_form(days: DutyDates) -> dict[str, str]:
    """The days by their names on the form."""
    return {MOMENTS[one.name]: getattr(days, one.name).isoformat() for one in fields(DutyDates)}


def _why(given: date, becomes: date) -> str:
    if given == becomes:
        return ""
    return str(_("%(day)s is een weekend- of feestdag; dan geldt de eerste werkdag erna.", day=date_weekday(given)))


def _whom(session: Session, known: Concession, moment: str) -> str:
    """Who has to do something by a day, in words, and how many of them there are."""
    if moment == "suppliers_answer_by":
        return str(_("leveranciers in de keten"))
    if moment in {"opens", "hand_in_by"}:
        number = _people(session, [known.holder], (Role.REPORTER, Role.CONTRIBUTOR, Role.SIGNATORY))
        return str(ngettext("%(num)s persoon van de houder", "%(num)s mensen van de houder", number))
    leading = [one.id for one in authorities_of(session, known.id, on=today()) if one.leads]
    number = _people(session, leading, (Role.MANAGER, Role.SECOND_READER))
    return str(ngettext("%(num)s persoon van de provincie", "%(num)s mensen van de provincie", number))


def _people(session: Session, organisations: Iterable[UUID], roles: tuple[Role, ...]) -> int:
    query = (
        select(Person.id)
        .join(RoleOfPerson, RoleOfPerson.person == Person.id)
        .where(
            Person.organisation.in_(list(organisations)),
            Person.active.is_(True),
            RoleOfPerson.role.in_(roles),
            held(today()),
        )
    )
    return len(set(session.scalars(query)))
