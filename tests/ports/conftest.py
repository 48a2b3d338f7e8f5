"""What the suites of the ports share: the same tests run on every adapter."""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event as Flag
from time import monotonic
from typing import Any, ClassVar
from uuid import UUID, uuid4

import pytest
from kafka import KafkaConsumer, TopicPartition
from kafka.structs import OffsetAndMetadata
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.events import ReportVersion, Summary, VersionChecked, VersionUploaded, read
from schemas.settings import LogKind, Settings
from schemas.store import Inbox, Outbox, Parked, reading, sessions, tell
from schemas.words import InboxState
from tests.installations import NO_BYTES, apart, installation, on_postgres
from workers.adapters import log_for
from workers.loop import Loop
from workers.relay import Relay
from workers.worker import Worker

__all__ = ["apart", "installation", "on_postgres"]

DEADLINE_SECONDS = 180.0


class Recording(Worker[VersionUploaded, int]):
    """Tells `VersionChecked` for each event; a version's number says which fault its work has."""

    NAME: ClassVar[str] = "recording"
    HANDLES = (VersionUploaded,)
    faults: ClassVar[dict[UUID, list[Exception]]] = {}
    tried: ClassVar[list[UUID]] = []

    def work(self, event: VersionUploaded) -> int:
        type(self).tried.append(event.id)
        if waiting := type(self).faults.get(event.id):
            raise waiting.pop(0)
        return event.version.number

    def keep(self, session: Session, event: VersionUploaded, result: int) -> None:
        summary = Summary(errors=0, warnings=0, notices=result)
        tell(session, VersionChecked(version=event.version, summary=summary, validation_sha256=None))


@dataclass
class Bench:
    """One adapter with its installation, and a worker of its own that reads from it."""

    settings: Settings
    worker: type[Recording]
    stop: Flag

    def upload(self, report: UUID, number: int = 1) -> VersionUploaded:
        """Tell that a version was uploaded."""
        version = ReportVersion(report=report, version=uuid4(), number=number)
        event = VersionUploaded(version=version, manifest_sha256=NO_BYTES)
        with sessions().begin() as session:
            tell(session, event)
        return event

    def garble(self, report: UUID, body: bytes) -> None:
        """Put a message that is no event of ours where the worker will read it."""
        with sessions().begin() as session:
            session.add(
                Outbox(
                    event_id=uuid4(),
                    type=VersionUploaded.TYPE,
                    topic=VersionUploaded.TOPIC,
                    key=report,
                    body=body,
                    occurred_at=now(),
                )
            )

    def loop(self) -> Loop:
        """A new process of the worker, so to say."""
        return Loop(self.worker, log_for(self.worker, self.settings, self.stop), settings=self.settings, stop=self.stop)

    def run_until(self, reports: Sequence[UUID], *, done: int = 0, parked: int = 0, waiting: int = 0) -> None:
        """Run a new loop until so many events of these reports were done, parked and left waiting."""
        loop = self.loop()
        wanted = (done, parked, waiting)
        try:
            end = monotonic() + DEADLINE_SECONDS
            while self.reached(reports) != wanted:
                assert monotonic() < end, f"{self.reached(reports)} instead of {wanted}"
                self.relay()
                loop.turn(seconds=0.2)
        finally:
            self.stop.set()
            loop.run()
            self.stop.clear()

    def reached(self, reports: Sequence[UUID]) -> tuple[int, int, int]:
        """How many events of these reports were done, are parked, and wait."""
        return len(self.kept(reports)), len(self.parked(reports)), self.waiting(reports)

    def kept(self, reports: Sequence[UUID]) -> list[UUID]:
        """The versions that were worked on, in order, once for each time that a result was kept."""
        query = select(Outbox).where(Outbox.type == VersionChecked.TYPE).order_by(Outbox.position)
        with reading() as session:
            told = [read(row.body) for row in session.scalars(query)]
        return [one.version.version for one in told if isinstance(one, VersionChecked) and one.key in reports]

    def parked(self, reports: Sequence[UUID]) -> list[Parked]:
        """What is parked of these reports."""
        query = select(Parked).where(Parked.worker == self.worker.NAME, Parked.key.in_(reports))
        still = query.where(Parked.replayed_at.is_(None), Parked.discarded_at.is_(None)).order_by(Parked.parked_at)
        with reading() as session:
            return list(session.scalars(still))

    def inbox(self, report: UUID) -> list[Inbox]:
        """What the worker noted of a report's events."""
        query = select(Inbox).where(Inbox.worker == self.worker.NAME, Inbox.key == report).order_by(Inbox.at)
        with reading() as session:
            return list(session.scalars(query))

    def waiting(self, reports: Sequence[UUID]) -> int:
        """How many events of these reports are neither finished nor begun, as they have to wait for their turn."""
        begun = select(Inbox.event_id).where(Inbox.worker == self.worker.NAME, Inbox.state != InboxState.WAITING)
        query = select(func.count()).where(
            Outbox.key.in_(reports), Outbox.type == VersionUploaded.TYPE, Outbox.event_id.not_in(begun)
        )
        with reading() as session:
            return session.scalar(query) or 0

    def relay(self) -> None:
        """Let the relay do its turn, where there is one."""
        if self.settings.log is LogKind.KAFKA:
            while self._relay.turn():
                pass

    def __post_init__(self) -> None:
        self._relay = Relay(self.settings, stop=self.stop)


INSTALLATIONS = {"embedded": "installation", "embedded on PostgreSQL": "on_postgres", "kafka": "apart"}


@pytest.fixture(
    params=[
        "embedded",
        pytest.param("embedded on PostgreSQL", marks=pytest.mark.postgres),
        pytest.param("kafka", marks=[pytest.mark.kafka, pytest.mark.postgres]),
    ]
)
def bench(request: pytest.FixtureRequest) -> Bench:
    """The same bench on each adapter: the outbox on SQLite and on PostgreSQL, and Kafka with PostgreSQL."""
    settings: Settings = request.getfixturevalue(INSTALLATIONS[request.param])
    own: dict[str, Any] = {"NAME": f"t-{uuid4()}", "faults": {}, "tried": []}
    if settings.log is LogKind.KAFKA:
        _begin_at_the_end(settings.kafka_bootstrap, own["NAME"])
    return Bench(settings=settings, worker=type("OwnRecording", (Recording,), own), stop=Flag())


def _begin_at_the_end(bootstrap: str, worker: str) -> None:
    """Spare a new worker what earlier tests told on the shared broker."""
    consumer = KafkaConsumer(bootstrap_servers=bootstrap, group_id=f"ketenspiegel-{worker}", enable_auto_commit=False)
    topic = str(VersionUploaded.TOPIC)
    places = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic)]
    consumer.assign(places)
    ends = consumer.end_offsets(places)
    consumer.commit({place: OffsetAndMetadata(end, "", -1) for place, end in ends.items()})
    consumer.close(autocommit=False)
