"""Processes that are killed in the middle: nothing is lost, and nothing is done twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Flag
from time import monotonic
from uuid import UUID, uuid4

import pytest

from schemas.settings import LogKind
from tests.ports.conftest import DEADLINE_SECONDS, Bench
from tests.ports.process import LONG_WORK

ROOT = Path(__file__).parents[2]
WORKER_POINTS = ("after_poll", "after_inbox", "after_work", "before_commit", "after_commit")
RELAY_POINTS = ("relay_after_select", "relay_after_send", "relay_before_mark")


@contextmanager
def a_process(part: str, name: str = "", *, crash_at: str = "") -> Iterator[subprocess.Popen[bytes]]:
    """A worker or relay in a process of its own, on the settings of this test; ended at the end."""
    environment = {**os.environ, "APP_ENV": "test", "CRASH_AT": crash_at, "TEST_WORKER": name}
    command = [sys.executable, "-m", "tests.ports.process", part]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def running(bench: Bench) -> Iterator[None]:
    """The worker, and the relay where there is one."""
    with a_process("worker", bench.worker.NAME):
        if bench.settings.log is LogKind.EMBEDDED:
            yield
        else:
            with a_process("relay"):
                yield


def wait_until_kept(bench: Bench, report: UUID, number: int) -> None:
    end = monotonic() + DEADLINE_SECONDS
    while len(bench.kept([report])) < number:
        assert monotonic() < end, f"{len(bench.kept([report]))} of {number} kept"
        Flag().wait(0.05)


@pytest.mark.parametrize("point", WORKER_POINTS)
def test_a_worker_that_is_killed_anywhere_leaves_one_result(point: str, bench: Bench) -> None:
    report = uuid4()
    event = bench.upload(report)
    bench.relay()
    with a_process("worker", bench.worker.NAME, crash_at=point) as victim:
        assert victim.wait(DEADLINE_SECONDS) == -signal.SIGKILL

    second = bench.upload(report, 2)
    with running(bench):
        wait_until_kept(bench, report, 2)

    assert bench.kept([report]) == [event.version.version, second.version.version]


@pytest.mark.kafka
@pytest.mark.postgres
@pytest.mark.parametrize("bench", ["kafka"], indirect=True)
@pytest.mark.parametrize("point", RELAY_POINTS)
def test_a_relay_that_is_killed_anywhere_loses_nothing(point: str, bench: Bench) -> None:
    report = uuid4()
    told = [bench.upload(report, number) for number in (1, 2, 3)]
    with a_process("relay", crash_at=point) as victim:
        assert victim.wait(DEADLINE_SECONDS) == -signal.SIGKILL

    with running(bench):
        wait_until_kept(bench, report, 3)

    assert bench.kept([report]) == [event.version.version for event in told]


def test_sigterm_ends_a_worker_in_the_midst_of_work_and_its_attempt_is_not_counted(bench: Bench) -> None:
    report = uuid4()
    bench.upload(report, LONG_WORK)
    bench.relay()
    with a_process("sandboxed", bench.worker.NAME) as process:
        wait_until_begun(bench, report)

        process.send_signal(signal.SIGTERM)

        assert process.wait(30) == 0
    assert [row.attempts for row in bench.inbox(report)] == [0]


def wait_until_begun(bench: Bench, report: UUID) -> None:
    end = monotonic() + DEADLINE_SECONDS
    while not bench.inbox(report):
        assert monotonic() < end
        Flag().wait(0.05)
