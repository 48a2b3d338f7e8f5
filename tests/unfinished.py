"""What the workers still have to do, read from the database alone."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from deploy.composition import WORKERS
from schemas.store import Inbox, Outbox
from schemas.words import InboxState

FINISHED = (InboxState.DONE, InboxState.PARKED, InboxState.DISCARDED)


def unfinished(session: Session) -> dict[str, int]:
    """How many events each worker has not finished, without those that wait behind a parked one."""
    return {name: _unfinished(session, name) for name in WORKERS}


def _unfinished(session: Session, worker: str) -> int:
    finished = select(Inbox.event_id).where(Inbox.worker == worker, Inbox.state.in_(FINISHED))
    held = select(Inbox.key).where(Inbox.worker == worker, Inbox.state == InboxState.PARKED)
    types = [event.TYPE for event in WORKERS[worker].HANDLES]
    query = select(func.count(Outbox.position)).where(
        Outbox.type.in_(types), Outbox.event_id.not_in(finished), Outbox.key.not_in(held)
    )
    return session.scalar(query) or 0
