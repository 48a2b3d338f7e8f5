"""The days of a duty: the month-days of the terms in the year after the report year, moved to working days."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from holidays import country_holidays
from holidays.constants import OPTIONAL, PUBLIC

from schemas.terms import Calendar

CORRECTION_WORKING_DAYS = 10


@dataclass(frozen=True, kw_only=True)
class DutyDates:
    """When a duty opens and what must be done by when; the last days are working days."""

    opens: date
    suppliers_answer_by: date
    hand_in_by: date
    completeness_by: date
    feedback_by: date


def duty_dates(calendar: Calendar, report_year: int) -> DutyDates:
    """The dates of one report year from the terms' calendar."""
    return DutyDates(
        opens=_in_the_year_after(report_year, calendar.opens),
        suppliers_answer_by=last_day(calendar.suppliers_answer_by, report_year),
        hand_in_by=last_day(calendar.hand_in_by, report_year),
        completeness_by=last_day(calendar.completeness_by, report_year),
        feedback_by=last_day(calendar.feedback_by, report_year),
    )


@lru_cache(maxsize=4_096)
def last_day(month_day: str, report_year: int) -> date:
    """The last day of a term: a weekend or general holiday moves it to the next working day (Algemene termijnenwet)."""
    return working_day_from(_in_the_year_after(report_year, month_day))


def working_day_from(day: date) -> date:
    """The day itself when people work on it, else the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, number: int) -> date:
    """The working day that comes the given number of working days after a day."""
    for _ in range(number):
        day = working_day_from(day + timedelta(days=1))
    return day


def working_day_until(day: date) -> date:
    """The day itself when people work on it, else the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def working_days_before(day: date, number: int) -> date:
    """The working day that comes the given number of working days before a day."""
    for _ in range(number):
        day = working_day_until(day - timedelta(days=1))
    return day


def is_working_day(day: date) -> bool:
    """Whether a day is neither in a weekend nor a general holiday in the Netherlands."""
    return day.weekday() < 5 and day not in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    # Good Friday and Liberation Day are "optional" to the library, but count in the Algemene termijnenwet (art. 3).
    return frozenset(country_holidays("NL", years=year, categories=(PUBLIC, OPTIONAL)))


def _in_the_year_after(report_year: int, month_day: str) -> date:
    month, day = (int(part) for part in month_day.split("-"))
    return date(report_year + 1, month, day)
