"""A worker's inbox: what it began, did and parked, so that what is delivered twice is done once."""

from uuid import UUID

from sqlalchemy import ColumnElement, Insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store.messages import Inbox
from schemas.words import InboxState


class DoneByTwin(Exception):
    """Another process did the same event a moment earlier; this one's result is dropped."""


def state_in_inbox(session: Session, *, worker: str, event_id: UUID) -> InboxState | None:
    """Where an event stands with a worker; none when it was never begun."""
    return session.scalars(select(Inbox.state).where(*_row(worker, event_id))).one_or_none()


def count_attempt(session: Session, *, worker: str, event_id: UUID, key: UUID) -> int:
    """Count one more attempt and tell which it is; commit this before the work begins, or a crash is not counted."""
    _put(session, worker=worker, event_id=event_id, key=key, state=InboxState.STARTED, attempts=1)
    return session.scalars(select(Inbox.attempts).where(*_row(worker, event_id))).one()


def forget_attempt(session: Session, *, worker: str, event_id: UUID) -> None:
    """Take an attempt back that was not the event's fault: a server was away, or the process has to end."""
    session.execute(update(Inbox).where(*_row(worker, event_id)).values(attempts=Inbox.attempts - 1, at=now()))


def let_wait(session: Session, *, worker: str, event_id: UUID, key: UUID) -> None:
    """Note that an event came before its turn."""
    _put(session, worker=worker, event_id=event_id, key=key, state=InboxState.WAITING, attempts=0)


def mark_parked(session: Session, *, worker: str, event_id: UUID, key: UUID) -> None:
    """Note that an event is parked, whether it was begun or could not even be read."""
    _put(session, worker=worker, event_id=event_id, key=key, state=InboxState.PARKED, attempts=0)


def mark_done(session: Session, *, worker: str, event_id: UUID) -> None:
    """Mark an event as done; raises :class:`DoneByTwin` when it is not open any more. Of two at once, one waits here."""
    done = session.execute(
        update(Inbox)
        .where(*_row(worker, event_id), Inbox.state == InboxState.STARTED)
        .values(state=InboxState.DONE, at=now())
        .returning(Inbox.event_id)
    )
    if done.first() is None:
        raise DoneByTwin


def _row(worker: str, event_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return Inbox.worker == worker, Inbox.event_id == event_id


def _put(session: Session, *, worker: str, event_id: UUID, key: UUID, state: InboxState, attempts: int) -> None:
    """Insert or change the row in one statement, as a twin may insert it at the same moment."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    row = insert(Inbox).values(worker=worker, event_id=event_id, key=key, state=state, attempts=attempts, at=now())
    changed = {"state": state, "attempts": Inbox.attempts + attempts, "at": now()}
    statement: Insert = row.on_conflict_do_update(index_elements=["worker", "event_id"], set_=changed)
    session.execute(statement)
