"""A worker's position in the log: what was done while nobody could note it is noted as soon as somebody can."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Flag
from threading import Thread
from typing import Any, TypeAlias
from uuid import uuid4

import pytest
from kafka import KafkaConsumer, KafkaProducer
from kafka.coordinator.assignors.range import RangePartitionAssignor
from kafka.coordinator.base import MemberState

from deploy.dev.broker import Broker
from deploy.dev.process import poll
from schemas.events import VersionUploaded
from schemas.settings import Settings
from tests.integration.positions import uncommitted
from workers.adapters.kafka import KafkaLog
from workers.log import Delivery, LogStalled
from workers.worker import Worker

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(300)]
TOPIC = str(VersionUploaded.TOPIC)
SOON = 120.0


Own: TypeAlias = type[Worker[VersionUploaded, None]]


class DividesNothing(RangePartitionAssignor):  # type: ignore[misc]  # kafka-python has no types
    """What a member that knows no partitions gives the members of its group."""

    @classmethod
    def assign(cls, _cluster: object, members: list[Any]) -> dict[str, Any]:
        """No partition for anybody."""
        divided: dict[str, Any] = super().assign(NoPartitions(), members)
        return divided


class NoPartitions:
    """A cluster of which nothing is known."""

    def partitions_for_topic(self, _topic: str) -> None:
        """No partition."""


@contextmanager
def a_leader_that_divides_nothing(broker: Broker, worker: Own) -> Iterator[None]:
    """The first member of a worker's group, at which the others get no partition."""
    leader = KafkaConsumer(
        bootstrap_servers=broker.address,
        group_id=group_of(worker),
        enable_auto_commit=False,
        partition_assignment_strategy=[DividesNothing],
    )
    leader.subscribe(topics=[TOPIC])
    stop, joined = Flag(), Flag()

    def stay() -> None:
        while not stop.is_set():
            leader.poll(timeout_ms=200)
            joined.set()
        leader.close(autocommit=False)

    staying = Thread(target=stay)
    staying.start()
    try:
        assert joined.wait(SOON)
        yield
    finally:
        stop.set()
        staying.join()


@pytest.fixture
def worker() -> Own:
    """A worker of a group of its own."""
    made: Own = type("Own", (Worker,), {"NAME": f"t-{uuid4()}", "HANDLES": (VersionUploaded,)})
    return made


@pytest.fixture
def log(broker: Broker, worker: Own) -> Iterator[KafkaLog]:
    """A member of that group that has little patience."""
    settings = Settings(kafka_bootstrap=broker.address, stalled_seconds=2, work_seconds=2)
    member = KafkaLog(worker, settings=settings, stop=Flag())
    yield member
    member.close()


def group_of(worker: Own) -> str:
    return f"ketenspiegel-{worker.NAME}"


def send(broker: Broker) -> None:
    producer = KafkaProducer(bootstrap_servers=broker.address)
    producer.send(TOPIC, b"a message").get(timeout=30)
    producer.close()


def first_of(log: KafkaLog) -> Delivery:
    found: list[Delivery] = []

    def came() -> bool:
        found.extend(log.poll(seconds=0.5))
        return bool(found)

    assert poll(came, within=SOON)
    return found[0]


def all_done(log: KafkaLog) -> int:
    """Poll once and do what came; tells how many came."""
    found = log.poll(seconds=0.5)
    for delivery in found:
        log.done(delivery)
    return len(found)


def hang_in_joining(log: KafkaLog) -> None:
    """What a broker that is killed twice in a row can leave: a member that waits for an answer to its joining."""
    consumer = log._connected()
    consumer._coordinator.state = MemberState.REBALANCING


def behind(broker: Broker, worker: Own) -> int:
    """How many messages the group has not noted as done."""
    return sum(uncommitted(broker.address, worker.NAME, [TOPIC]).values())


def test_what_was_done_while_the_broker_was_away_is_noted_when_it_is_back(
    broker: Broker, worker: Own, log: KafkaLog
) -> None:
    send(broker)
    delivery = first_of(log)
    broker.kill()
    log.done(delivery)

    broker.start()

    assert poll(lambda: not log.poll(seconds=0.5) and behind(broker, worker) == 0, within=SOON)


def test_a_member_that_hangs_in_joining_its_group_joins_anew_and_notes_what_was_done(
    broker: Broker, worker: Own, log: KafkaLog
) -> None:
    send(broker)
    delivery = first_of(log)
    hang_in_joining(log)
    log.done(delivery)

    assert poll(lambda: not all_done(log) and behind(broker, worker) == 0, within=SOON)


def test_a_member_that_is_given_no_partition_while_nobody_reads_notices_it(
    broker: Broker, worker: Own, log: KafkaLog
) -> None:
    send(broker)

    with a_leader_that_divides_nothing(broker, worker), pytest.raises(LogStalled, match="none came"):
        poll(lambda: bool(log.poll(seconds=0.5)), within=SOON)
