"""When reminders fall: on working days, in order, never at night; over leap days and the nights in which the clock moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.calendar import is_working_day, working_day_from
from schemas.reminding.days import ahead, day_of, mail_may_go, newest_passed
from schemas.reminding.steps import USUAL, DutyKind, Step, calendar_days, working

# The holidays of a year are reckoned when the year is first asked for, which takes longer than the rest.
UNHURRIED = settings(deadline=None)
YEARS = st.dates(min_value=date(2024, 1, 1), max_value=date(2040, 12, 31))
LAST_DAYS = YEARS.map(working_day_from)
LONG_AGO = date(2000, 1, 1)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    away = draw(st.integers(min_value=-200, max_value=200))
    return calendar_days("one", away) if draw(st.booleans()) else working("one", away)


@UNHURRIED
@given(step=steps(), due=YEARS)
def test_a_step_falls_on_a_working_day(step: Step, due: date) -> None:
    assert is_working_day(day_of(step, due))


@UNHURRIED
@given(step=steps(), due=YEARS)
def test_a_warning_is_never_after_the_last_day_and_a_late_one_never_before_it(step: Step, due: date) -> None:
    day = day_of(step, due)

    assert day > due if step.is_late else day <= due


@UNHURRIED
@given(step=steps(), due=LAST_DAYS, later=st.integers(min_value=0, max_value=60))
def test_a_last_day_that_moves_takes_its_steps_along(step: Step, due: date, later: int) -> None:
    moved = working_day_from(due + timedelta(days=later))

    assert day_of(step, moved) >= day_of(step, due)


@pytest.mark.parametrize("kind", DutyKind)
@UNHURRIED
@given(due=LAST_DAYS)
def test_the_usual_steps_of_a_duty_come_in_the_order_in_which_they_stand(kind: DutyKind, due: date) -> None:
    days = [day_of(step, due) for step in USUAL[kind]]

    assert days == sorted(days)


@UNHURRIED
@given(kind=st.sampled_from(DutyKind), due=LAST_DAYS, today=YEARS)
def test_a_step_is_either_passed_or_ahead(kind: DutyKind, due: date, today: date) -> None:
    passed = newest_passed(USUAL[kind], due=due, since=LONG_AGO, today=today)
    coming = [step for _, step in ahead(USUAL[kind], due=due, since=LONG_AGO, today=today)]

    assert not set(passed) & set(coming)
    assert len({step.who for step in passed}) == len(passed)


def test_a_step_of_the_day_on_which_the_duty_was_told_does_not_come() -> None:
    due = date(2027, 5, 3)
    first = day_of(USUAL[DutyKind.REPORT][0], due)

    assert newest_passed(USUAL[DutyKind.REPORT], due=due, since=first, today=first) == ()


def test_after_days_of_standing_still_only_the_newest_step_comes() -> None:
    due = date(2027, 5, 3)

    passed = newest_passed(USUAL[DutyKind.REPORT], due=due, since=LONG_AGO, today=date(2027, 4, 22))

    assert [step.step for step in passed] == ["fortnight"]


def test_what_was_not_sent_for_a_month_is_not_sent_any_more() -> None:
    due = date(2027, 5, 3)

    assert newest_passed(USUAL[DutyKind.REPORT], due=due, since=LONG_AGO, today=date(2027, 7, 1)) == ()


@pytest.mark.parametrize(
    ("step", "due", "expected"),
    [
        (calendar_days("one", -60), date(2028, 4, 28), date(2028, 2, 28)),  # 28 February, a Monday, is 60 days before
        (calendar_days("one", -60), date(2028, 4, 29), date(2028, 2, 29)),  # the leap day itself
        (calendar_days("one", -1), date(2028, 3, 1), date(2028, 2, 29)),
        (calendar_days("one", -1), date(2027, 3, 1), date(2027, 2, 26)),  # no leap day, and a weekend
        (working("one", -5), date(2026, 5, 6), date(2026, 4, 28)),  # over Liberation Day, a weekend; King's Day not yet
        (working("one", 1), date(2026, 12, 24), date(2026, 12, 28)),  # over Christmas and a weekend
        (calendar_days("one", -14), date(2027, 1, 15), date(2026, 12, 31)),  # over the turn of the year, New Year's Day
    ],
)
def test_days_are_counted_as_people_do(step: Step, due: date, expected: date) -> None:
    assert day_of(step, due) == expected


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        (datetime(2026, 11, 26, 7, 0, tzinfo=UTC), True),  # eight o'clock in winter
        (datetime(2026, 11, 26, 6, 59, tzinfo=UTC), False),
        (datetime(2026, 6, 25, 6, 0, tzinfo=UTC), True),  # eight o'clock in summer
        (datetime(2026, 6, 25, 16, 0, tzinfo=UTC), False),  # six in the evening
        (datetime(2026, 10, 26, 6, 30, tzinfo=UTC), False),  # the Monday after the clock went back
        (datetime(2026, 3, 30, 6, 0, tzinfo=UTC), True),  # the Monday after it went forward
        (datetime(2026, 3, 29, 10, 0, tzinfo=UTC), False),  # a Sunday
        (datetime(2026, 4, 27, 10, 0, tzinfo=UTC), False),  # King's Day
    ],
)
def test_mail_goes_in_office_hours_of_the_netherlands(moment: datetime, may: bool) -> None:
    assert mail_may_go(moment) is may


@UNHURRIED
@given(moment=st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2040, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_within_ten_days_there_is_always_a_moment_for_mail(moment: datetime) -> None:
    assert any(mail_may_go(moment + timedelta(hours=hour)) for hour in range(240))
