"""A worker's inbox: what it began, did and parked, so that what is delivered twice is done once."""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store.messages import Inbox
from schemas.words import InboxState


class DoneByTwin(Exception):
    """Another process did the same event a moment earlier; this one's result is dropped."""


def state_in_inbox(session: Session, *, worker: str, event_id: UUID) -> InboxState | None:
    """Where an event stands with a worker; none when it was never begun."""
    return session.scalars(select(Inbox.state).where(Inbox.worker == worker, Inbox.event_id == event_id)).one_or_none()


def waits_behind_parked(session: Session, *, worker: str, key: UUID, event_id: UUID) -> bool:
    """Whether another event of the same key is parked with this worker, so that this one has to wait."""
    parked = exists().where(
        Inbox.worker == worker, Inbox.key == key, Inbox.state == InboxState.PARKED, Inbox.event_id != event_id
    )
    return bool(session.scalar(select(parked)))


def count_attempt(session: Session, *, worker: str, event_id: UUID, key: UUID) -> int:
    """Count one more attempt and tell which it is; commit this before the work begins, or a crash is not counted."""
    row = session.get(Inbox, (worker, event_id), with_for_update=True)
    if row is None:
        session.add(Inbox(worker=worker, event_id=event_id, key=key, state=InboxState.STARTED, attempts=1, at=now()))
        return 1
    row.attempts += 1
    row.at = now()
    return row.attempts


def mark(session: Session, *, worker: str, event_id: UUID, state: InboxState) -> None:
    """Mark an event that was begun as done or parked; raises :class:`DoneByTwin` when it is done already."""
    row = session.get_one(Inbox, (worker, event_id), with_for_update=True, populate_existing=True)
    if row.state is InboxState.DONE:
        raise DoneByTwin
    row.state = state
    row.at = now()
    session.flush()
