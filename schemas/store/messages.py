"""Tables of what one side tells the other: the outbox, every worker's inbox, what was parked, and the audit."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from schemas.store.shapes import CODE, COUNTER, SHA256, JsonObject, Table, Writer, written_by
from schemas.words import InboxState


class Outbox(Table):
    """An event as it was told, byte for byte. Both sides insert; only the relay marks it as published.

    ``occurred_at`` is when the row was written, also where the event itself tells of an earlier moment.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_published_at_position", "published_at", "position"),
        Index("ix_outbox_key", "key"),
        {"info": written_by(Writer.BOTH), "sqlite_autoincrement": True},
    )

    position: Mapped[int] = mapped_column(COUNTER, primary_key=True, autoincrement=True)
    event_id: Mapped[UUID] = mapped_column(unique=True)
    type: Mapped[str] = mapped_column(String(120))
    topic: Mapped[str] = mapped_column(CODE)
    key: Mapped[UUID]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    occurred_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str | None]


class Inbox(Table):
    """What a worker did with an event; the unique mark makes an event that is delivered twice done once."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index("ix_inbox_worker_key_state", "worker", "key", "state"),
        Index("ix_inbox_worker_state", "worker", "state"),
        {"info": written_by(Writer.WORKERS)},
    )

    worker: Mapped[str] = mapped_column(CODE, primary_key=True)
    event_id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[UUID]
    state: Mapped[InboxState]
    attempts: Mapped[int]
    at: Mapped[datetime]


class Parked(Table):
    """An event that a worker could not do, kept whole with the reason until somebody replays or discards it."""

    __tablename__ = "parked"
    __table_args__ = (
        Index("ix_parked_worker_topic_partition_offset", "worker", "topic", "partition", "offset"),
        Index("ix_parked_worker_key", "worker", "key"),
        {"info": written_by(Writer.WORKERS)},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    worker: Mapped[str] = mapped_column(CODE)
    event_id: Mapped[UUID | None] = mapped_column(index=True)
    type: Mapped[str | None] = mapped_column(String(120))
    body: Mapped[bytes] = mapped_column(LargeBinary)
    topic: Mapped[str] = mapped_column(CODE)
    partition: Mapped[int]
    offset: Mapped[int] = mapped_column(COUNTER)
    key: Mapped[UUID | None]
    headers: Mapped[JsonObject]
    reason: Mapped[str] = mapped_column(CODE)
    reason_text: Mapped[str]
    error_class: Mapped[str] = mapped_column(String(200))
    attempts: Mapped[int]
    worker_version: Mapped[str] = mapped_column(CODE)
    parked_at: Mapped[datetime]
    replayed_at: Mapped[datetime | None]
    discarded_at: Mapped[datetime | None]


class Audit(Table):
    """Who did what and when: append-only by trigger, and each row is chained to the one before by its hash.

    The portal notes what people do; the workers' side what an operator does with parked events.
    """

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject"), {"info": written_by(Writer.BOTH)})

    n: Mapped[int] = mapped_column(COUNTER, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    actor: Mapped[str]
    action: Mapped[str] = mapped_column(String(120))
    subject: Mapped[str]
    result: Mapped[str] = mapped_column(CODE)
    details: Mapped[JsonObject]
    previous_hash: Mapped[str] = mapped_column(SHA256)
    hash: Mapped[str] = mapped_column(SHA256, unique=True)
