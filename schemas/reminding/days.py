"""When a step falls, and when mail may go: on working days and in office hours, as they are in the Netherlands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final

from schemas.calendar import (
    is_working_day,
    working_day_from,
    working_day_until,
    working_days_after,
    working_days_before,
)
from schemas.clock import DUTCH_TIME
from schemas.reminding.steps import Rung, Step

OPENS: Final = time(8)
CLOSES: Final = time(18)
# What was not sent for so long is not sent any more: the next step takes its place.
LAPSES_AFTER: Final = timedelta(days=30)


def day_of(step: Step, due: date) -> date:
    """The working day of a step: one that falls on another day comes earlier, and after the last day later."""
    if step.working_days is not None:
        return _working_days_away(due, step.working_days)
    day = due + timedelta(days=step.days or 0)
    return working_day_from(day) if step.is_late else working_day_until(day)


def newest_passed(steps: Iterable[Step], *, due: date, since: date, today: date) -> tuple[Step, ...]:
    """Of each rung the newest step that was reached; those before it lapsed.

    A step not later than ``since`` never counts: on that day the duty itself was told.
    """
    newest: dict[Rung, tuple[date, Step]] = {}
    for step in steps:
        day = day_of(step, due)
        if since < day <= today <= day + LAPSES_AFTER and day >= newest.get(step.who, (day, step))[0]:
            newest[step.who] = day, step
    return tuple(step for _, step in newest.values())


def ahead(steps: Iterable[Step], *, due: date, since: date, today: date) -> tuple[tuple[date, Step], ...]:
    """The steps that come after today, with their days, in order."""
    days = ((day_of(step, due), step) for step in steps)
    return tuple(sorted((one for one in days if one[0] > max(today, since)), key=lambda one: one[0]))


def mail_may_go(moment: datetime) -> bool:
    """Whether people may be mailed at a moment: never at night, in a weekend or on a holiday."""
    local = moment.astimezone(DUTCH_TIME)
    return is_working_day(local.date()) and OPENS <= local.time() < CLOSES


def _working_days_away(due: date, number: int) -> date:
    if number > 0:
        return working_days_after(due, number)
    return working_days_before(due, -number) if number else working_day_until(due)
