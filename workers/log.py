"""The port to the log: a consumer, and nothing but a consumer. Embedded or Kafka is a matter of configuration."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol
from uuid import UUID

EVENT_ID_HEADER: Final = "event-id"


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """One message as it came: its bytes, unread, and where it lies in the log.

    ``event_id`` is known, without reading the bytes, where the message comes from our own outbox.
    """

    body: bytes
    topic: str
    partition: int
    offset: int
    key: UUID | None
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    event_id: UUID | None = None


class Log(Protocol):
    """What a worker reads from. It is delivered at least once, and in order within a key; ``done`` moves on."""

    def poll(self, *, seconds: float) -> Sequence[Delivery]:
        """The next messages in order, waiting at most ``seconds``; none when there is nothing, or no log to reach."""

    def done(self, delivery: Delivery) -> None:
        """The message needs no work any more. May fail without a word: then it is delivered again."""

    def close(self) -> None:
        """Let go of the log, in good order."""


class LogStalled(Exception):
    """There is something to read and nothing comes; the process ends, and its supervisor starts a new one."""
