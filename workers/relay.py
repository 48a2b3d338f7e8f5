"""The relay: what stands unpublished in the outbox is sent to Kafka, oldest first, by one relay at a time."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Event as Flag
from typing import Any, Final
from uuid import UUID

from kafka import KafkaProducer
from kafka.errors import KafkaError
from sqlalchemy import func, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, aliased

from schemas.clock import now
from schemas.crashing import crash_point
from schemas.events import CONTENT_TYPE
from schemas.settings import Settings
from schemas.store import Outbox, engine_of, reading, sessions
from workers.leading import Lead, lead
from workers.log import EVENT_ID_HEADER
from workers.patience import Pulse

RELAY_LOCK: Final = 7_226_003
AT_ONCE: Final = 200
IDLE_SECONDS: Final = 0.1
AWAY_SECONDS: Final = 1.0
STANDBY_SECONDS: Final = 2.0
ACKNOWLEDGED_WITHIN_SECONDS: Final = 15.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Unsent:
    """A row of the outbox that Kafka has not acknowledged."""

    position: int
    event_id: UUID
    topic: str
    key: UUID
    body: bytes

    @property
    def headers(self) -> list[tuple[str, bytes]]:
        """The kind of content, and the event's identity for when its bytes cannot be read."""
        return [("content-type", CONTENT_TYPE.encode()), (EVENT_ID_HEADER, str(self.event_id).encode())]


class Relay:
    """Sends from the outbox to Kafka until it is asked to stop."""

    def __init__(self, settings: Settings, *, stop: Flag) -> None:
        self._options = _options(settings)
        self._database = settings.database
        self._stop = stop
        self.pulse = Pulse()
        self._producer: KafkaProducer | None = None

    def run(self) -> None:
        """Take the lead and send; stand by while another relay leads, and wait while database or broker are away."""
        _refuse_without_lock(self._database)
        while not self._stop.is_set():
            try:
                with lead(self._database, RELAY_LOCK) as held:
                    self._send_while_leading(held)
            except SQLAlchemyError as error:
                self._is_away("The database is away.", error)
        self._close()

    def _send_while_leading(self, held: Lead | None) -> None:
        if held is None:
            self._pause(STANDBY_SECONDS)
            return
        while not self._stop.is_set():
            held.confirm()
            try:
                sent = self.turn()
            except KafkaError as error:
                self._is_away("The broker is away.", error)
                self._close()
                continue
            self._pause(0 if sent else IDLE_SECONDS)

    def turn(self) -> int:
        """Send what is unsent, one event per key; tells how many were acknowledged. Raises ``KafkaError``."""
        with reading() as session:
            unsent = oldest_unsent(session)
        if not unsent:
            return 0
        crash_point("relay_after_select")
        acknowledged, refused = self._send(unsent)
        crash_point("relay_before_mark")
        with sessions().begin() as session:
            _mark(session, acknowledged, refused)
        if refused and not acknowledged:
            raise next(iter(refused.values()))
        return len(acknowledged)

    def _send(self, unsent: Sequence[Unsent]) -> tuple[list[int], dict[int, KafkaError]]:
        """The positions that were acknowledged, and those that were not, with why; of those the outcome is unknown."""
        producer = self._connected()
        futures = {
            one.position: producer.send(one.topic, value=one.body, key=str(one.key).encode(), headers=one.headers)
            for one in unsent
        }
        crash_point("relay_after_send")
        acknowledged: list[int] = []
        refused: dict[int, KafkaError] = {}
        for position, future in futures.items():
            try:
                future.get(timeout=ACKNOWLEDGED_WITHIN_SECONDS)
                acknowledged.append(position)
            except KafkaError as error:
                refused[position] = error
        return acknowledged, refused

    def _connected(self) -> KafkaProducer:
        if self._producer is None:
            self._producer = KafkaProducer(**self._options)
        return self._producer

    def _is_away(self, what: str, error: Exception) -> None:
        logger.warning(what, extra={"error": type(error).__name__})
        self._pause(AWAY_SECONDS)

    def _pause(self, seconds: float) -> None:
        self.pulse.beat()
        self._stop.wait(seconds)

    def _close(self) -> None:
        producer, self._producer = self._producer, None
        if producer is None:
            return
        try:
            producer.close(timeout=5)
        except KafkaError as error:
            logger.info("The broker was not left in good order.", extra={"error": type(error).__name__})


def oldest_unsent(session: Session) -> Sequence[Unsent]:
    """Unsent events, oldest first and one per key: the next one of a key goes only when this one is acknowledged."""
    before = aliased(Outbox)
    earlier = (
        select(before.position)
        .where(before.key == Outbox.key, before.published_at.is_(None), before.position < Outbox.position)
        .exists()
    )
    query = select(Outbox).where(Outbox.published_at.is_(None), ~earlier).order_by(Outbox.position).limit(AT_ONCE)
    return [Unsent(one.position, one.event_id, one.topic, one.key, one.body) for one in session.scalars(query)]


def seconds_behind(session: Session) -> float:
    """The age of the oldest unsent event, for the alarm (above five minutes)."""
    oldest = session.scalar(select(func.min(Outbox.occurred_at)).where(Outbox.published_at.is_(None)))
    return (now() - oldest).total_seconds() if oldest else 0.0


def _mark(session: Session, acknowledged: Sequence[int], refused: Mapping[int, KafkaError]) -> None:
    sent = update(Outbox).where(Outbox.position.in_(acknowledged))
    session.execute(sent.values(published_at=now(), attempts=Outbox.attempts + 1, last_error=None))
    for position, error in refused.items():
        failed = update(Outbox).where(Outbox.position == position)
        session.execute(failed.values(attempts=Outbox.attempts + 1, last_error=type(error).__name__))


class RelayNeedsPostgres(Exception):
    """The relay was started on a database that has no lock to lead by."""


def _refuse_without_lock(database: str) -> None:
    if engine_of(database).dialect.name != "postgresql":
        msg = "A relay needs PostgreSQL; on SQLite the workers read the outbox itself (KETENSPIEGEL_LOG=embedded)."
        raise RelayNeedsPostgres(msg)


def _options(settings: Settings) -> Mapping[str, Any]:
    return {
        "bootstrap_servers": settings.kafka_bootstrap,
        "client_id": "ketenspiegel-relay",
        "enable_idempotence": True,
        "acks": "all",
        "bootstrap_timeout_ms": 5_000,
        "max_block_ms": 5_000,
        "request_timeout_ms": 5_000,
        "delivery_timeout_ms": 10_000,
        "reconnect_backoff_max_ms": 2_000,
    }
