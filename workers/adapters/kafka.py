"""The log on Kafka: a consumer that commits by hand, reads from the earliest, and is rebuilt when it fails."""

import logging
from collections.abc import Mapping, Sequence
from threading import Event as Flag
from time import monotonic
from typing import Any, Final
from uuid import UUID

from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError, UnknownTopicOrPartitionError
from kafka.structs import OffsetAndMetadata

from schemas.settings import Settings
from workers.log import EVENT_ID_HEADER, Delivery, LogStalled
from workers.worker import Worker

BOOTSTRAP_MILLISECONDS: Final = 5_000
SESSION_MILLISECONDS: Final = 10_000
REBUILD_SECONDS: Final = 1.0
LAG_EVERY_SECONDS: Final = 30.0
COMMIT_MILLISECONDS: Final = 5_000
# A member can hang in joining its group for minutes, reading on and committing nothing; the broker has long let it go.
OWES_SECONDS: Final = 2 * SESSION_MILLISECONDS / 1000

logger = logging.getLogger(__name__)


class KafkaLog:
    """One member of the worker's consumer group; used by one thread only."""

    def __init__(self, worker: type[Worker[Any, Any]], *, settings: Settings, stop: Flag) -> None:
        self._worker = worker.NAME
        self._topics = sorted({str(event.TOPIC) for event in worker.HANDLES})
        self._options = _options(worker.NAME, settings)
        self._stalled_seconds = settings.stalled_seconds
        self._stop = stop
        self._consumer: KafkaConsumer | None = None
        # A member without a partition waits as long as another member may be at work on one message.
        self._others_seconds = settings.stalled_seconds + settings.work_seconds
        self._owes_since: float | None = None
        self._reached: Mapping[TopicPartition, int] = {}
        self._moved_at = self._asked_lag_at = monotonic()

    def poll(self, *, seconds: float) -> Sequence[Delivery]:
        """At most one message; none while the broker is away. Raises :class:`LogStalled` when reading is stuck."""
        try:
            consumer = self._connected()
            self._make_up(consumer)
            found = [record for records in consumer.poll(timeout_ms=int(seconds * 1000)).values() for record in records]
            if not found:
                self._watch(consumer)
        except KafkaError as error:
            self._rebuild_later(error)
            return ()
        if found:
            self._moved_at = monotonic()
        return tuple(_delivery(record) for record in found)

    def done(self, delivery: Delivery) -> None:
        """Commit the position behind a message; when that fails, do so later, or it comes again and the inbox knows."""
        if self._consumer is None:
            return
        place = TopicPartition(delivery.topic, delivery.partition)
        behind = OffsetAndMetadata(delivery.offset + 1, "", -1)
        try:
            self._consumer.commit({place: behind}, timeout_ms=COMMIT_MILLISECONDS)
        except KafkaError as error:
            # Among these are CommitFailedError and RebalanceInProgressError: the work is done all the same.
            self._owes_since = self._owes_since or monotonic()
            logger.info("A position was not committed.", extra={"worker": self._worker, "error": type(error).__name__})
        self._moved_at = monotonic()

    def close(self) -> None:
        """Leave the group, so that its other members take over at once."""
        consumer, self._consumer = self._consumer, None
        if consumer is None:
            return
        try:
            consumer.close(autocommit=False, timeout_ms=COMMIT_MILLISECONDS)
        except KafkaError as error:
            logger.info("The log was not left in good order.", extra={"error": type(error).__name__})

    def _connected(self) -> KafkaConsumer:
        if self._consumer is None:
            self._consumer = consumer = KafkaConsumer(**self._options)
            # A member that joins before it knows the partitions can be the one that divides them, and divides none.
            if not all(consumer.partitions_for_topic(topic) for topic in self._topics):
                raise UnknownTopicOrPartitionError(", ".join(self._topics))
            consumer.subscribe(topics=self._topics)
            self._moved_at = self._asked_lag_at = monotonic()
            self._owes_since = None
        return self._consumer

    def _rebuild_later(self, error: KafkaError) -> None:
        logger.warning("The log is away.", extra={"worker": self._worker, "error": type(error).__name__})
        self.close()
        self._stop.wait(REBUILD_SECONDS)

    def _make_up(self, consumer: KafkaConsumer) -> None:
        """Commit what could not be committed before; who polls again is done with all that came."""
        if self._owes_since is None:
            return
        try:
            consumer.commit(timeout_ms=COMMIT_MILLISECONDS)
        except KafkaError as error:
            logger.info("A position still waits.", extra={"worker": self._worker, "error": type(error).__name__})
            if monotonic() - self._owes_since > OWES_SECONDS:
                raise
            return
        self._owes_since = None

    def _watch(self, consumer: KafkaConsumer) -> None:
        """Now and then, when nothing comes: is there really nothing to read?"""
        if monotonic() - self._asked_lag_at < min(LAG_EVERY_SECONDS, self._stalled_seconds / 2):
            return
        self._asked_lag_at = monotonic()
        mine = consumer.assignment()
        reached = {place: consumer.position(place) for place in mine} or _committed(consumer, self._topics)
        lag = sum(consumer.end_offsets(list(reached)).values()) - sum(reached.values())
        if not lag or reached != self._reached:
            self._moved_at, self._reached = monotonic(), reached
        elif monotonic() - self._moved_at > (self._stalled_seconds if mine else self._others_seconds):
            msg = f"{self._worker}: there are messages, and none came for {self._stalled_seconds} seconds."
            raise LogStalled(msg)


def _committed(consumer: KafkaConsumer, topics: Sequence[str]) -> dict[TopicPartition, int]:
    """How far the whole group is: what a member looks at that has no partition, as it can be the only one."""
    places = [TopicPartition(topic, one) for topic in topics for one in consumer.partitions_for_topic(topic) or ()]
    return {place: consumer.committed(place) or 0 for place in places}


def _options(worker: str, settings: Settings) -> Mapping[str, Any]:
    longest_work = (settings.work_seconds + 60) * settings.work_attempts
    return {
        "bootstrap_servers": settings.kafka_bootstrap,
        "client_id": f"ketenspiegel-{worker}",
        "group_id": f"ketenspiegel-{worker}",
        "group_instance_id": f"{worker}-{settings.instance}" if settings.instance else None,
        "enable_auto_commit": False,
        "auto_offset_reset": "earliest",
        "allow_auto_create_topics": False,
        "max_poll_records": 1,
        "max_poll_interval_ms": longest_work * 1000,
        "session_timeout_ms": SESSION_MILLISECONDS,
        "heartbeat_interval_ms": SESSION_MILLISECONDS // 4,
        "bootstrap_timeout_ms": BOOTSTRAP_MILLISECONDS,
        "reconnect_backoff_max_ms": 2_000,
    }


def _delivery(record: Any) -> Delivery:
    # Nothing is deserialised before this point, so bytes that cannot be read are parked and do not stop the consumer.
    headers = {name: value for name, value in record.headers if value is not None}
    return Delivery(
        body=record.value or b"",
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        key=_uuid(record.key),
        headers={name: value.decode(errors="replace") for name, value in headers.items()},
        event_id=_uuid(headers.get(EVENT_ID_HEADER)),
    )


def _uuid(text: bytes | None) -> UUID | None:
    try:
        return UUID((text or b"").decode("ascii"))
    except ValueError:
        return None
