"""The days of a duty: in the year after the report year, moved to working days."""

from datetime import date

import pytest

from schemas.calendar import duty_dates, last_day, working_days_after
from schemas.terms import Calendar
from tests.installations import TERMS


@pytest.mark.parametrize(
    ("month_day", "report_year", "expected"),
    [
        ("05-01", 2025, date(2026, 5, 1)),  # a Friday
        ("05-15", 2025, date(2026, 5, 15)),
        ("05-01", 2026, date(2027, 5, 3)),  # a Saturday
        ("04-27", 2025, date(2026, 4, 28)),  # King's Day
        ("04-03", 2025, date(2026, 4, 7)),  # Good Friday, Easter
        ("05-05", 2025, date(2026, 5, 6)),  # Liberation Day counts each year
        ("12-25", 2025, date(2026, 12, 28)),  # Christmas, then a weekend
    ],
)
def test_a_last_day_moves_to_the_next_working_day(month_day: str, report_year: int, expected: date) -> None:
    found = last_day(month_day, report_year)

    assert found == expected


def test_the_dates_of_a_duty_come_from_the_terms() -> None:
    calendar = Calendar.model_validate(TERMS["calendar"])

    found = duty_dates(calendar, 2025)

    assert (found.opens, found.hand_in_by, found.feedback_by) == (date(2026, 2, 1), date(2026, 5, 1), date(2026, 7, 1))


def test_working_days_are_counted_over_weekends_and_holidays() -> None:
    found = working_days_after(date(2026, 4, 24), 1)

    assert found == date(2026, 4, 28)
