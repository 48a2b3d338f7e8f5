"""Telling: an event goes into the outbox in the same transaction as the change that it tells of."""

from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.events import Event, source_of, write
from schemas.settings import settings
from schemas.store.messages import Outbox


def tell(session: Session, event: Event) -> None:
    """Write an event into the outbox; it is told to others once the session's transaction is committed."""
    session.add(
        Outbox(
            event_id=event.id,
            type=event.TYPE,
            topic=event.TOPIC,
            key=event.key,
            body=write(event, source=source_of(settings().oin)),
            occurred_at=now(),
        )
    )
