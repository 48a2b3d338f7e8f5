"""Reminding by itself: once a working day, in office hours, by one process, and not stopped by what is away for a while."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event as Flag
from threading import Thread
from time import monotonic

import pytest
from sqlalchemy import func, select, text

from deploy.composition import beside
from schemas.settings import Settings, settings
from schemas.store import Mail, reading, sessions
from schemas.words import WorkerName
from tests.unit.workers.at_work import address, at_work
from tests.unit.workers.reminding.reminded import steps
from workers.leading import lead
from workers.reminding.daily import DAILY_LOCK, DailyReminding

FIRST = [("report", "first", address("reporter"))]
At = Callable[[str], None]
DEADLINE = timedelta(seconds=30)


@pytest.fixture
def at(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> At:
    """Sets the clock; a duty opened on 1 February 2027, of which the first reminder is due on Thursday 4 March."""
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+01:00")
    at_work()
    return lambda moment: monkeypatch.setenv("KETENSPIEGEL_NOW", moment)


def daily(stop: Flag | None = None) -> DailyReminding:
    return DailyReminding(settings(), stop=stop or Flag())


@contextmanager
def running(one: Callable[[], None], stop: Flag) -> Iterator[None]:
    """Run something in a thread of its own, which ends when it is asked to."""
    thread = Thread(target=one)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=DEADLINE.total_seconds())
    assert not thread.is_alive()


def until(holds: Callable[[], bool]) -> bool:
    """Whether something holds before the deadline."""
    waiting, last = Flag(), monotonic() + DEADLINE.total_seconds()
    while not holds() and monotonic() < last:
        waiting.wait(0.05)
    return holds()


@pytest.mark.parametrize(
    "moment",
    [
        "2027-03-04T07:59:00+01:00",
        "2027-03-04T18:00:00+01:00",
        "2027-03-06T10:00:00+01:00",
        "2027-03-26T10:00:00+01:00",
    ],
    ids=["before eight", "from six on", "a Saturday", "Good Friday"],
)
def test_outside_office_hours_nothing_is_written(at: At, moment: str) -> None:
    at(moment)

    daily().turn()

    assert steps() == []


def test_from_eight_on_what_is_due_is_written(at: At) -> None:
    at("2027-03-04T08:00:00+01:00")

    daily().turn()

    assert steps() == FIRST


def test_one_process_looks_once_a_day_and_again_the_next(at: At) -> None:
    one = daily()
    at("2027-03-03T09:00:00+01:00")
    one.turn()
    before = steps()

    at("2027-03-04T09:00:00+01:00")
    one.turn()

    assert (before, steps()) == ([], FIRST)


def test_a_process_that_started_anew_writes_nothing_twice(at: At) -> None:
    at("2027-03-04T09:00:00+01:00")

    for _ in range(2):
        daily().turn()

    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Mail)) == 1


def test_who_is_asked_to_stop_writes_nothing_and_has_not_done_the_day(at: At) -> None:
    at("2027-03-04T09:00:00+01:00")
    stop = Flag()
    one = daily(stop)
    stop.set()
    one.turn()
    stopped = steps()

    stop.clear()
    one.turn()

    assert (stopped, steps()) == ([], FIRST)


@pytest.mark.postgres
def test_while_another_process_reminds_this_one_waits_its_turn(on_postgres: Settings) -> None:
    with lead(on_postgres.database, DAILY_LOCK) as held:
        assert held
        with lead(on_postgres.database, DAILY_LOCK) as second:
            assert second is None or not second


def test_the_worker_that_writes_mails_reminds_in_a_thread_of_its_own_until_it_is_asked_to_stop(at: At) -> None:
    at("2027-03-04T09:00:00+01:00")
    stop = Flag()

    with running(beside(WorkerName.MAIL, settings(), stop=stop)["reminders"], stop):
        written = until(lambda: steps() == FIRST)

    assert written


def test_a_database_that_is_away_is_told_and_stops_nothing(at: At, caplog: pytest.LogCaptureFixture) -> None:
    at("2027-03-04T09:00:00+01:00")
    with sessions().begin() as session:
        session.execute(text("ALTER TABLE reminders RENAME TO elsewhere"))
    stop = Flag()

    with caplog.at_level(logging.WARNING), running(daily(stop).run, stop):
        told = until(lambda: "Reminders could not be written." in caplog.text)

    assert told
