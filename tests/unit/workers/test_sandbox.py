"""The sandbox: a poison file ends its child process and nothing else."""

from collections.abc import Iterator
from multiprocessing import resource_tracker
from uuid import uuid4

import psutil
import pytest

from schemas.events import ReportVersion, VersionUploaded
from tests.unit.workers.poison import Poison, Poisoned
from workers.faults import Kind, SandboxFault
from workers.sandbox import Sandbox
from workers.worker import Abandoned

MEMORY = 1024 * 1024 * 1024


def an_upload(poison: Poison) -> VersionUploaded:
    version = ReportVersion(report=uuid4(), version=uuid4(), number=poison)
    return VersionUploaded(version=version, manifest_sha256="a" * 64)


SECONDS = 6


@pytest.fixture
def sandbox() -> Iterator[Sandbox[int]]:
    made = Sandbox(Poisoned, seconds=SECONDS, memory_bytes=MEMORY, stopping=lambda: False)
    yield made
    made.close()


def test_the_work_is_done_in_another_process_that_lives_on_for_the_next_event(sandbox: Sandbox[int]) -> None:
    first, second = sandbox.work(an_upload(Poison.NOTHING)), sandbox.work(an_upload(Poison.NOTHING))

    assert first == second
    assert psutil.Process(first).ppid() == psutil.Process().pid


def test_a_child_that_was_started_beforehand_does_the_first_event(sandbox: Sandbox[int]) -> None:
    before = {child.pid for child in psutil.Process().children()}
    sandbox.get_ready()
    started = {child.pid for child in psutil.Process().children()} - before

    assert sandbox.work(an_upload(Poison.NOTHING)) in started


@pytest.mark.parametrize(
    ("poison", "kind", "reason"),
    [
        (Poison.MEMORY, Kind.UNKNOWN, "too_much_memory"),
        (Poison.SEGFAULT, Kind.UNKNOWN, "died"),
        (Poison.ENDLESS, Kind.UNKNOWN, "too_long"),
        (Poison.LEAVES, Kind.UNKNOWN, "died"),
        (Poison.UNSENDABLE, Kind.UNKNOWN, "died"),
        (Poison.FAILS, Kind.UNKNOWN, "failed"),
        (Poison.NEVER, Kind.PERMANENT, "file_missing"),
        (Poison.LATER, Kind.TRANSIENT, "away"),
    ],
)
def test_what_goes_wrong_is_told_and_the_next_event_is_done(
    poison: Poison, kind: Kind, reason: str, sandbox: Sandbox[int]
) -> None:
    with pytest.raises(SandboxFault) as told:
        sandbox.work(an_upload(poison))

    assert (told.value.fault.kind, told.value.fault.reason) == (kind, reason)
    assert psutil.pid_exists(sandbox.work(an_upload(Poison.NOTHING)))


def test_work_is_given_back_when_the_process_has_to_end() -> None:
    before = {child.pid for child in psutil.Process().children()}
    sandbox = Sandbox(Poisoned, seconds=60, memory_bytes=MEMORY, stopping=lambda: True, grace_seconds=0.5)

    with pytest.raises(Abandoned):
        sandbox.work(an_upload(Poison.ENDLESS))

    living = (child for child in psutil.Process().children() if child.status() != psutil.STATUS_ZOMBIE)
    assert {child.pid for child in living} <= before | _tracker()


def _tracker() -> set[int]:
    """The one process that multiprocessing keeps for itself, for all children together."""
    return {pid} if (pid := getattr(resource_tracker._resource_tracker, "_pid", None)) else set()
