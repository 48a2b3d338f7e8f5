"""F4: a real worker killed at every point of one event's way, one point after the other; its effects are there once."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select, text

from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from deploy.dev.process import poll
from portal.use_cases.handing_in import Declaration, hand_in
from schemas.events import ReportReceived, VersionChecked, read
from schemas.store import Check, Document, Finding, Outbox, Version, sessions
from schemas.words import WorkerName
from tests.integration.history import Call, History, await_all_read, await_rest, hold
from tests.integration.parts import DIRK, Parts

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.timeout(900)]
SOON = 240.0
UNREADABLE = b'{"no": "report"}'
HALF_WAY = "half way through its effects"
BEFORE_COMMIT = ("after_poll", "after_inbox", "after_work", HALF_WAY, "before_commit")
SINCE_COMMIT = ("after_commit", "after_offset")
# One event meets every death, which is more than it has attempts for. A member that comes back under its own name
# takes its partitions at once, where the group waits ten seconds for a nameless one that died.
SETTINGS: Mapping[str, str] = MappingProxyType(
    {"KETENSPIEGEL_WORK_ATTEMPTS": str(len(BEFORE_COMMIT) + 2), "KETENSPIEGEL_INSTANCE": "one"}
)


@dataclass(frozen=True)
class Victim:
    """A worker that is killed, and the table at whose lock it is caught with half of its effects written."""

    parts: Parts
    name: WorkerName
    table: str

    def dies(self, point: str) -> None:
        """Start it and have it killed at the point."""
        if point == HALF_WAY:
            self._dies_half_way()
            return
        with self.running(crash_at=point) as process:
            assert process.wait(SOON) == -signal.SIGKILL, point

    def running(self, *, crash_at: str = "") -> AbstractContextManager[subprocess.Popen[bytes]]:
        """It and no other worker; killed at the end."""
        return self.parts.running("worker", self.name, crash_at=crash_at, more=SETTINGS)

    def _dies_half_way(self) -> None:
        with locked(self.parts, self.table), self.running():
            assert poll(lambda: waits_for(self.parts, self.table), within=SOON)


@contextmanager
def locked(parts: Parts, table: str) -> Iterator[None]:
    """Nobody writes to the table meanwhile."""
    with parts.looking() as session:
        session.execute(text(f"LOCK TABLE {table} IN EXCLUSIVE MODE"))
        yield


def waits_for(parts: Parts, table: str) -> bool:
    waiting = text("SELECT count(*) FROM pg_locks WHERE relation = CAST(:table AS regclass) AND NOT granted")
    with parts.looking() as session:
        return bool(session.scalar(waiting, {"table": table}))


@contextmanager
def at_work(parts: Parts, *names: str) -> Iterator[None]:
    """These workers, or all, to a clean end."""
    with parts.running("worker", *names, more=SETTINGS) as process:
        yield
        process.terminate()
        assert process.wait(SOON) == 0


@pytest.fixture(scope="module")
def relayed(parts: Parts) -> Iterator[Parts]:
    """The installation with its relay at work."""
    with parts.running("relay"):
        yield parts


def version_of(parts: Parts, call: Call) -> UUID:
    with parts.looking() as session:
        return session.scalars(select(Version.id).where(Version.idempotency_key == call.key)).one()


def told(parts: Parts, kind: type[VersionChecked | ReportReceived], version: UUID) -> int:
    with parts.looking() as session:
        events = map(read, session.scalars(select(Outbox.body).where(Outbox.type == kind.TYPE)))
        return sum(isinstance(one, kind) and one.version.version == version for one in events)


def effects_of_check(parts: Parts, version: UUID) -> tuple[int, bool, int]:
    """The checks, whether there are findings, and how often the next event is told."""
    with parts.looking() as session:
        checks = session.scalar(select(func.count()).where(Check.version == version)) or 0
        findings = session.scalar(select(func.count()).where(Finding.version == version)) or 0
    return checks, findings > 0, told(parts, VersionChecked, version)


def effects_of_publish(parts: Parts, version: UUID, before: int) -> tuple[int, int]:
    """The documents that came, and how often the next event is told."""
    return documents(parts, version) - before, told(parts, ReportReceived, version)


def documents(parts: Parts, version: UUID) -> int:
    with parts.looking() as session:
        return session.scalar(select(func.count()).where(Document.version == version)) or 0


def rests(parts: Parts, history: History) -> None:
    with at_work(parts):
        await_rest(parts, within=SOON)
        await_all_read(parts, within=SOON)
    hold(history)


def test_a_check_that_is_killed_at_every_point_is_kept_and_told_once(relayed: Parts, history: History) -> None:
    about = history.open(VB_OOST.code, 2026)
    version = version_of(relayed, history.upload(about, workbook(report(OV_WEST, 2026)), name="rapport.xlsx"))
    history.upload(about, UNREADABLE)
    victim = Victim(relayed, WorkerName.CHECK, Finding.__tablename__)

    for point in BEFORE_COMMIT:
        victim.dies(point)
        assert effects_of_check(relayed, version) == (0, False, 0), point
    for point in SINCE_COMMIT:
        victim.dies(point)
        assert effects_of_check(relayed, version) == (1, True, 1), point

    rests(relayed, history)
    assert effects_of_check(relayed, version) == (1, True, 1)


def test_a_publication_that_is_killed_at_every_point_is_made_and_told_once(relayed: Parts, history: History) -> None:
    about = history.open(OV_WEST.code, 2027)
    rests(relayed, history)
    version = version_of(relayed, history.upload(about, workbook(report(OV_WEST, 2027)), name="rapport.xlsx"))
    with sessions().begin() as session:
        declaration = Declaration(version=version, statement="Naar waarheid.", key=uuid4())
        hand_in(session, about, declaration, by=relayed.person(DIRK))
    with at_work(relayed, WorkerName.CHECK):
        assert poll(lambda: told(relayed, VersionChecked, version) == 1, within=SOON)
    before = documents(relayed, version)
    victim = Victim(relayed, WorkerName.PUBLISH, Outbox.__tablename__)

    for point in BEFORE_COMMIT:
        victim.dies(point)
        assert effects_of_publish(relayed, version, before) == (0, 0), point
    victim.dies(SINCE_COMMIT[0])
    made, times = effects_of_publish(relayed, version, before)
    victim.dies(SINCE_COMMIT[1])

    assert (made > 0, times) == (True, 1)
    assert effects_of_publish(relayed, version, before) == (made, 1)
    rests(relayed, history)
    assert told(relayed, ReportReceived, version) == 1
