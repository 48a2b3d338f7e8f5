"""F16: three worker processes, one killed and replaced every five seconds while uploads keep coming; the seed says how."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from random import Random
from threading import Event as Flag
from uuid import UUID

import pytest

from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from tests.integration.history import History, await_all_read, await_rest, hold
from tests.integration.parts import Parts, end_at_once
from workers.parking import all_parked, replay

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.slow, pytest.mark.timeout(2400)]
SOON = 1800.0
MEMBERS = 3
# A minute of it.
KILLS, KILL_EVERY_SECONDS = 12, 5.0
UPLOADS = 200
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


@contextmanager
def in_the_background(history: History, reports: Sequence[UUID], chance: Random) -> Iterator[None]:
    """The uploads, at moments of their own, spread over the minute; all are in at the end."""
    with ThreadPoolExecutor(1) as uploader:
        uploading = uploader.submit(upload_all, history, reports, chance)
        yield
        uploading.result()


def upload_all(history: History, reports: Sequence[UUID], chance: Random) -> None:
    pause = KILLS * KILL_EVERY_SECONDS / UPLOADS
    book = workbook(report(VB_OOST, 2026))
    for _upload in range(UPLOADS):
        readable = chance.random() < 0.2
        name, content = ("rapport.xlsx", book) if readable else ("rapport.json", UNREADABLE)
        history.upload(chance.choice(reports), content, name=name)
        Flag().wait(chance.uniform(0, 2 * pause))


def kill_and_replace(parts: Parts, crowd: list[subprocess.Popen[bytes]], chance: Random) -> None:
    victim = chance.randrange(MEMBERS)
    end_at_once(crowd[victim])
    crowd[victim] = parts.start("worker")


def replay_who_died(parts: Parts) -> None:
    """An event that met every kill is parked by design, and an operator has it tried again; nothing else may be."""
    with parts.looking() as session, session.begin():
        for one in all_parked(session):
            assert one.reason == "died", one.reason_text
            replay(session, one.id, actor="operator")


def test_workers_killed_and_started_at_random_leave_everything_done_once(
    parts: Parts, history: History, seed: int
) -> None:
    reports = [history.open(code, year) for code in (VB_OOST.code, OV_WEST.code) for year in range(2026, 2030)]
    victims = Random(seed)
    with parts.running("relay"), a_crowd(parts) as crowd:
        with in_the_background(history, reports, Random(seed + 1)):
            for _kill in range(KILLS):
                Flag().wait(KILL_EVERY_SECONDS)
                kill_and_replace(parts, crowd, victims)

        await_rest(parts, within=SOON)
        replay_who_died(parts)
        await_rest(parts, within=SOON)
        await_all_read(parts, within=SOON)

    assert len(history.calls) == UPLOADS
    hold(history, mail_crashes=KILLS)
