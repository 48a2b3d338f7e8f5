"""The clock: aware, in UTC, with the day as it is in the Netherlands; replaceable in tests only."""

from datetime import UTC, date, datetime

import pytest

from schemas.clock import dutch_day, now, today


def test_now_is_aware_and_in_utc() -> None:
    found = now()

    assert found.tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(moment: datetime, day: date) -> None:
    found = dutch_day(moment)

    assert found == day


def test_a_test_may_set_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2026-02-28T23:30:00+00:00")

    found = today()

    assert found == date(2026, 3, 1)


def test_nothing_else_may_set_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("APP_ENV", raising=False)
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2001-01-01T00:00:00+00:00")

    found = now()

    assert found.year > 2001
