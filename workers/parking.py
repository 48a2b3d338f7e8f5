"""Parking: an event that cannot be done is kept whole with its reason, shown, and replayed or discarded by a person."""

from collections.abc import Sequence
from importlib.metadata import version
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, or_, select, update
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.events import CheckStopped, EventParked, UnreadableEvent, read
from schemas.store import Inbox, Outbox, Parked, note, tell
from schemas.store.asked_checks import version_of
from schemas.words import InboxState
from workers.faults import Fault
from workers.log import Delivery

UNFINISHED = (InboxState.WAITING, InboxState.STARTED, InboxState.PARKED)


class NotParked(Exception):
    """No event is parked under this id, or it was replayed or discarded already."""


def park(session: Session, delivery: Delivery, fault: Fault, *, worker: str, attempts: int) -> None:
    """Keep a delivery that could not be done, and tell so; a second time is the same parking."""
    event_id, type_ = _identity(delivery)
    if _is_parked(session, delivery, worker=worker):
        return
    parked = Parked(
        id=uuid4(),
        worker=worker,
        event_id=event_id,
        type=type_,
        body=delivery.body,
        topic=delivery.topic,
        partition=delivery.partition,
        offset=delivery.offset,
        key=delivery.key,
        headers=dict(delivery.headers),
        reason=fault.reason,
        reason_text=fault.text,
        error_class=fault.error_class,
        attempts=attempts,
        worker_version=version("ketenspiegel"),
        parked_at=now(),
    )
    session.add(parked)
    tell(session, EventParked(parked=parked.id, worker=worker, reason=fault.reason, about=delivery.key or parked.id))


def has_to_wait(session: Session, *, worker: str, event_id: UUID, key: UUID) -> bool:
    """Whether an earlier event of the same key is not finished with this worker, so that this one would overtake it."""
    position = select(Outbox.position).where(Outbox.event_id == event_id).scalar_subquery()
    unfinished = (
        select(Inbox.event_id)
        .join(Outbox, Outbox.event_id == Inbox.event_id)
        .where(Inbox.worker == worker, Inbox.key == key, Inbox.state.in_(UNFINISHED), Outbox.position < position)
    )
    unreadable = select(Parked.id).where(
        *_open(), Parked.worker == worker, Parked.key == key, Parked.event_id.is_(None)
    )
    return bool(session.scalar(select(or_(unfinished.exists(), unreadable.exists()))))


def let_go(session: Session, *, worker: str, key: UUID) -> None:
    """Have the relay send once more what waits with this worker on this key; the embedded log finds it by itself."""
    waiting = select(Inbox.event_id).where(Inbox.worker == worker, Inbox.key == key, Inbox.state == InboxState.WAITING)
    session.execute(update(Outbox).where(Outbox.event_id.in_(waiting)).values(published_at=None))


def all_parked(session: Session) -> Sequence[Parked]:
    """What is parked now, oldest first."""
    return session.scalars(select(Parked).where(*_open()).order_by(Parked.parked_at, Parked.id)).all()


def replay(session: Session, parked_id: UUID, *, actor: str) -> None:
    """Have the worker try a parked event again, with all its attempts; what waits behind it goes after it."""
    parked = _open_one(session, parked_id)
    parked.replayed_at = now()
    if parked.event_id is None:
        _tell_again(session, parked)
    else:
        _in_inbox(session, parked, InboxState.STARTED)
        session.execute(update(Outbox).where(Outbox.event_id == parked.event_id).values(published_at=None))
    note(session, actor=actor, action="parked.replay", subject=str(parked_id), details={"worker": parked.worker})


def discard(session: Session, parked_id: UUID, *, actor: str) -> None:
    """Give a parked event up, for good; what waits behind it goes on, and of a check that is told."""
    parked = _open_one(session, parked_id)
    parked.discarded_at = now()
    if parked.event_id is not None:
        _in_inbox(session, parked, InboxState.DISCARDED)
    if parked.key is not None:
        session.flush()
        let_go(session, worker=parked.worker, key=parked.key)
    asked = version_of(session, parked)
    if asked is not None:
        tell(session, CheckStopped(version=asked))
    note(session, actor=actor, action="parked.discard", subject=str(parked_id), details={"worker": parked.worker})


def _open() -> tuple[ColumnElement[bool], ...]:
    return Parked.replayed_at.is_(None), Parked.discarded_at.is_(None)


def _open_one(session: Session, parked_id: UUID) -> Parked:
    parked = session.scalars(select(Parked).where(*_open(), Parked.id == parked_id).with_for_update()).one_or_none()
    if parked is None:
        raise NotParked(str(parked_id))
    return parked


def _is_parked(session: Session, delivery: Delivery, *, worker: str) -> bool:
    same_place = select(Parked.id).where(
        *_open(),
        Parked.worker == worker,
        Parked.topic == delivery.topic,
        Parked.partition == delivery.partition,
        Parked.offset == delivery.offset,
        Parked.body == delivery.body,
    )
    return session.scalars(same_place.limit(1)).first() is not None


def _in_inbox(session: Session, parked: Parked, state: InboxState) -> None:
    row = session.get_one(Inbox, (parked.worker, parked.event_id), with_for_update=True)
    row.state, row.attempts, row.at = state, 0, now()


def _tell_again(session: Session, parked: Parked) -> None:
    """Bytes that could not be read have no identity; they are sent again as they are, in case they can be read now."""
    again = Outbox(
        event_id=uuid4(),
        type=parked.type or "unknown",
        topic=parked.topic,
        key=parked.key or parked.id,
        body=parked.body,
        occurred_at=now(),
    )
    session.add(again)


def _identity(delivery: Delivery) -> tuple[UUID | None, str | None]:
    try:
        event = read(delivery.body)
    except UnreadableEvent:
        return delivery.event_id, None
    return event.id, event.TYPE
