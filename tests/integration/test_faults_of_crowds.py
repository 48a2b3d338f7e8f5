"""F16: three worker processes, killed and started at random while uploads keep coming; the seed says how."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from threading import Event as Flag
from uuid import UUID

import pytest

from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from deploy.dev.process import poll
from tests.integration.history import History, await_rest, hold, lag
from tests.integration.parts import Parts, end_at_once
from workers.parking import all_parked, replay

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.slow, pytest.mark.timeout(900)]
SOON = 240.0
MEMBERS = 3
UPLOADS = 12
PAUSE_SECONDS = (2.0, 8.0)
UNREADABLE = b'{"no": "report"}'


@pytest.fixture
def seed() -> int:
    """What decides the chances of this run; KETENSPIEGEL_TEST_SEED plays an earlier one again."""
    chosen = int(os.environ.get("KETENSPIEGEL_TEST_SEED") or Random().randrange(10**6))
    print(f"KETENSPIEGEL_TEST_SEED={chosen}")  # noqa: T201 - pytest shows it with a failure
    return chosen


@contextmanager
def a_crowd(parts: Parts) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Worker processes of one installation; whoever is killed is replaced in the list by who comes after."""
    crowd = [parts.start("worker") for _member in range(MEMBERS)]
    try:
        yield crowd
    finally:
        for member in crowd:
            end_at_once(member)


def test_workers_killed_and_started_at_random_leave_everything_done_once(
    parts: Parts, history: History, seed: int
) -> None:
    chance, kills = Random(seed), 0
    reports = [history.open(code, year) for code in (VB_OOST.code, OV_WEST.code) for year in (2026, 2027)]
    with parts.running("relay"), a_crowd(parts) as crowd:
        for _turn in range(UPLOADS):
            upload_something(history, chance.choice(reports), chance)
            Flag().wait(chance.uniform(*PAUSE_SECONDS))
            if chance.random() < 0.7:
                victim = chance.randrange(MEMBERS)
                end_at_once(crowd[victim])
                crowd[victim] = parts.start("worker")
                kills += 1

        await_rest(parts, within=SOON)
        replay_who_died(parts)
        await_rest(parts, within=SOON)
        assert poll(lambda: lag(parts) == 0, within=SOON)

    assert kills > 0
    hold(history, mail_crashes=kills)


def upload_something(history: History, about: UUID, chance: Random) -> None:
    if chance.random() < 0.5:
        history.upload(about, UNREADABLE)
    else:
        history.upload(about, workbook(report(VB_OOST, 2026)), name="rapport.xlsx")


def replay_who_died(parts: Parts) -> None:
    """An event that met every kill is parked by design, and an operator has it tried again; nothing else may be."""
    with parts.looking() as session, session.begin():
        for one in all_parked(session):
            assert one.reason == "died", one.reason_text
            replay(session, one.id, actor="operator")
