"""F17: checks that eat all memory, crash their process or never end, in the real worker, among sound ones."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from uuid import UUID

import psutil
import pytest
from sqlalchemy import select

from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from deploy.dev.process import poll
from schemas.settings import MEBIBYTE
from schemas.store import Check, Parked, Version, files
from tests.integration.history import Call, History, await_all_read, await_rest, hold
from tests.integration.parts import MARA, ROOS, Parts
from tests.integration.visiting import Visitor, a_portal

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.timeout(900)]
SOON = 240.0
ATTEMPTS = 2
# The limit is on addresses: a sound report takes 1,270 MiB of them with two threads, most of it never touched.
LITTLE_MEMORY: Mapping[str, str] = MappingProxyType(
    {
        "KETENSPIEGEL_WORK_ATTEMPTS": str(ATTEMPTS),
        "KETENSPIEGEL_WORK_MEMORY_BYTES": str(1792 * MEBIBYTE),
        "POLARS_MAX_THREADS": "2",
    }
)
LITTLE_TIME: Mapping[str, str] = MappingProxyType(
    {"KETENSPIEGEL_WORK_ATTEMPTS": str(ATTEMPTS), "KETENSPIEGEL_WORK_SECONDS": "5"}
)
# Rows of three bytes each, and of twenty times as many once they are read.
GREEDY = b'{"activity": [' + b",".join([b"{}"] * 15_000_000) + b"]}"
# The store's file of these is made one without an end.
CRASHING, ENDLESS = b'{"crashing": 1}', b'{"endless": 1}'
NO_END = Path("/dev/zero")
UNREADABLE = b'{"no": "report"}'


def place_of(parts: Parts, call: Call) -> Path:
    return parts.folder / "files" / call.sha256[:2] / call.sha256


@contextmanager
def never_ends(parts: Parts, call: Call, content: bytes) -> Iterator[None]:
    """The store's file of an upload is one whose reading never ends, until it is mended."""
    place_of(parts, call).unlink()
    place_of(parts, call).symlink_to(NO_END)
    yield
    place_of(parts, call).unlink()
    files().keep_bytes(content)


def at_work_on_it(worker: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The processes in which the worker reads the file without an end now."""
    with suppress(psutil.NoSuchProcess):
        return [child for child in psutil.Process(worker.pid).children() if reads(child, NO_END)]
    return []


def reads(process: psutil.Process, path: Path) -> bool:
    with suppress(OSError):
        return str(path) in {os.readlink(one) for one in Path(f"/proc/{process.pid}/fd").iterdir()}
    return False


def crash_at_each_attempt(worker: subprocess.Popen[bytes]) -> None:
    """A segmentation fault in the work on the file without an end, each time that it is tried."""
    for _attempt in range(ATTEMPTS):
        assert poll(lambda: bool(at_work_on_it(worker)), within=SOON, every=0.02)
        for child in at_work_on_it(worker):
            child.send_signal(signal.SIGSEGV)
            child.wait(SOON)


def parked(parts: Parts) -> dict[UUID | None, Parked]:
    with parts.looking() as session:
        return {one.key: one for one in session.scalars(select(Parked).order_by(Parked.parked_at))}


def is_checked(parts: Parts, call: Call) -> bool:
    with parts.looking() as session:
        version = session.scalars(select(Version.id).where(Version.idempotency_key == call.key)).one()
        return session.get(Check, version) is not None


def pages(parts: Parts, about: UUID) -> Iterator[str]:
    """What the holder and the authority read of a report."""
    with a_portal(parts) as portal:
        for who, path in ((ROOS, "rapportages"), (MARA, "beoordelingen")):
            visitor = Visitor()
            visitor.sign_in(portal.port, who)
            yield visitor.get(portal.port, f"/{path}/{about}")


def rests(parts: Parts, worker: subprocess.Popen[bytes]) -> None:
    """Everything else comes to rest, in the very process that met the poison."""
    await_rest(parts, within=SOON)
    await_all_read(parts, within=SOON)
    assert worker.poll() is None


def test_work_that_eats_all_memory_or_crashes_is_parked_with_its_reason_and_its_neighbours_are_done(
    parts: Parts, history: History
) -> None:
    greedy, crashing, sound = (history.open(VB_OOST.code, year) for year in (2026, 2027, 2028))
    poison = [history.upload(greedy, GREEDY), history.upload(crashing, CRASHING)]
    behind = [history.upload(one, UNREADABLE) for one in (greedy, crashing)]
    neighbours = [history.upload(sound, workbook(report(OV_WEST, 2028)), name="rapport.xlsx")]
    neighbours.append(history.upload(history.open(OV_WEST.code, 2026), UNREADABLE))

    with (
        never_ends(parts, poison[1], CRASHING),
        parts.running("relay"),
        parts.running("worker", more=LITTLE_MEMORY) as worker,
    ):
        crash_at_each_attempt(worker)
        rests(parts, worker)

    found = parked(parts)
    expected = {greedy: ("too_much_memory", ATTEMPTS), crashing: ("died", ATTEMPTS)}
    assert {key: (one.reason, one.attempts) for key, one in found.items()} == expected
    assert "SIGSEGV" in found[crashing].reason_text
    assert not any(is_checked(parts, call) for call in (*poison, *behind))
    assert all(is_checked(parts, call) for call in neighbours)
    for shown in pages(parts, crashing):
        assert "De controle staat stil" in shown
        assert "Het werk brak bij elke poging af." in shown
    hold(history, parked=["too_much_memory", "died"])


def test_work_that_never_ends_is_parked_with_its_reason_and_its_neighbour_is_done(
    parts: Parts, history: History
) -> None:
    before = parked(parts)
    endless, sound = (history.open(VB_OOST.code, year) for year in (2029, 2030))
    poison, neighbour = history.upload(endless, ENDLESS), history.upload(sound, UNREADABLE)

    with (
        never_ends(parts, poison, ENDLESS),
        parts.running("relay"),
        parts.running("worker", more=LITTLE_TIME) as worker,
    ):
        rests(parts, worker)

    found = parked(parts)
    assert found.keys() - before.keys() == {endless}
    assert (found[endless].reason, found[endless].attempts) == ("too_long", ATTEMPTS)
    assert is_checked(parts, neighbour)
    hold(history, parked=[one.reason for one in found.values()])
