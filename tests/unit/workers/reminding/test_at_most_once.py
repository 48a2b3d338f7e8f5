"""At most one reminder per step: the run killed at every point, run again, and two runs at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from schemas.settings import Settings, settings
from tests.mail_server import MailServer
from tests.unit.workers.at_work import address, at_work
from tests.unit.workers.reminding.reminded import FIRST, mails_to, steps

ROOT = Path(__file__).parents[4]
RUN = f"from datetime import date; from workers.reminding.running import remind; remind(date.fromisoformat('{FIRST}'))"
POST = "from threading import Event; from schemas.settings import settings; from workers.mail.post import Postman; Postman(settings(), stop=Event()).turn()"
STEP = [("report", "first", address("reporter"))]


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """SQLite, where a test asks for no other."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture
def standing(
    database: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, smtp_server: MailServer
) -> MailServer:
    """A duty to report, of which a reminder is due, and a server that takes its mail."""
    values = {
        "APP_ENV": "test",
        "KETENSPIEGEL_NOW": "2027-03-04T09:00:00+00:00",
        "KETENSPIEGEL_SMTP_HOST": smtp_server.host,
        "KETENSPIEGEL_SMTP_PORT": str(smtp_server.port),
        "KETENSPIEGEL_SMTP_STARTTLS": "false",
        "KETENSPIEGEL_MAIL_FROM": "ketenspiegel@voorbeeld.example",
    }
    given: Settings = request.getfixturevalue("installation" if database == "sqlite" else "on_postgres")
    assert given
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+00:00")
    at_work()
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-03-04T09:00:00+00:00")
    return smtp_server


def started(code: str, *, crash_at: str = "") -> subprocess.Popen[bytes]:
    """A process of its own, which dies at a point where one is named."""
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "CRASH_AT": crash_at})


@pytest.mark.parametrize("point", ["reminders_before_rows", "reminders_after_rows"])
def test_a_run_that_was_killed_and_runs_again_writes_each_step_once(standing: MailServer, point: str) -> None:
    killed = started(RUN, crash_at=point).wait()

    again = [started(RUN).wait(), started(POST).wait()]

    assert (killed, again) == (-signal.SIGKILL, [0, 0])
    assert steps() == STEP
    assert len(standing.to(address("reporter"))) == 1


def test_a_process_killed_between_sending_and_noting_repeats_under_the_same_message_id(standing: MailServer) -> None:
    started(RUN).wait()
    started(POST, crash_at="mail_after_send").wait()

    for code in (RUN, POST):
        started(code).wait()

    assert steps() == STEP
    assert len({mail["Message-ID"] for mail in standing.to(address("reporter"))}) == 1
    assert "%%" not in str(standing.to(address("reporter"))[-1].get_body(("plain",)))


@pytest.mark.parametrize("database", BOTH, indirect=True)
def test_two_schedulers_at_once_do_no_harm(standing: MailServer) -> None:
    both = [started(RUN) for _ in range(2)]

    ended = [one.wait() for one in both]

    started(POST).wait()
    assert ended == [0, 0]
    assert steps() == STEP
    assert len(mails_to(address("reporter"))) == len(standing.to(address("reporter"))) == 1
