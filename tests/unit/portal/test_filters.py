"""Dates, numbers and codes read as a person of that language writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import force_locale

from portal import filters


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest, app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A reader of one of the two languages, on 19 April 2027."""
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-04-19T10:00:00+02:00")
    with app.test_request_context(), force_locale(request.param):
        yield request.param


READINGS: tuple[tuple[Callable[[], str], str, str], ...] = (
    (lambda: filters.date_long(date(2027, 5, 1)), "1 mei 2027", "1 May 2027"),
    (lambda: filters.date_weekday(date(2027, 5, 1)), "zaterdag 1 mei 2027", "Saturday 1 May 2027"),
    (lambda: filters.days_left(date(2027, 5, 1)), "nog 12 dagen", "12 days left"),
    (lambda: filters.days_left(date(2027, 4, 20)), "nog 1 dag", "1 day left"),
    (lambda: filters.days_left(date(2027, 4, 19)), "vandaag", "today"),
    (lambda: filters.days_left(date(2027, 4, 17)), "2 dagen te laat", "2 days late"),
    (lambda: filters.urgency(date(2027, 5, 3)), "soon", "soon"),
    (lambda: filters.urgency(date(2027, 5, 4)), "", ""),
    (lambda: filters.urgency(date(2027, 4, 18)), "late", "late"),
    (lambda: filters.clock_time(datetime(2027, 4, 28, 14, 42, tzinfo=UTC)), "16.42 uur", "16:42"),
    (
        lambda: filters.moment_long(datetime(2027, 4, 28, 22, 30, tzinfo=UTC)),
        "29 april 2027, 00.30 uur",
        "29 April 2027, 00:30",
    ),
    (lambda: filters.number(Decimal("18900")), "18.900", "18,900"),
    (lambda: filters.number(Decimal("1.901")), "1,901", "1.901"),
    (lambda: filters.number(Decimal("-1234.5"), 2), "-1.234,50", "-1,234.50"),
    (lambda: filters.number(Decimal("2.5"), 0), "2", "2"),
    (lambda: filters.quantity(Decimal("18900"), "kWh"), "18.900 kWh", "18,900 kWh"),
    (lambda: filters.quantity(None, "kWh"), "–", "–"),
    (lambda: filters.code_label("bus_12m", "bus_class"), "12-meterbus", "12 m bus"),
    (lambda: filters.code_label("x", "bus_class"), "x", "x"),
    (lambda: filters.file_size(3_400_000), "3,4 MB", "3.4 MB"),
    (lambda: filters.file_size(12), "1 kB", "1 kB"),
)


@pytest.mark.parametrize(("reading", "nl", "en"), READINGS)
def test_it_reads_as_people_write(language: str, reading: Callable[[], str], nl: str, en: str) -> None:
    assert reading() == (nl if language == "nl" else en)


@pytest.mark.parametrize(("day", "said"), [("05-01", "1 mei"), ("02-30", "02-30"), ("75 %", "75 %")])
def test_a_day_of_every_year_is_said_in_words_and_what_is_none_stays(app: Flask, day: str, said: str) -> None:
    with app.test_request_context():
        assert filters.day_of_year(day) == said


@pytest.mark.parametrize(("month", "said"), [("2026-03", "maart 2026"), ("2026-00", "2026-00"), ("2026", "2026")])
def test_a_month_is_said_in_words_and_what_is_none_stays(app: Flask, month: str, said: str) -> None:
    with app.test_request_context():
        assert filters.month_long(month) == said
