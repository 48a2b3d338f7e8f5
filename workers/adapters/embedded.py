"""The log without a broker: the outbox itself, read in order, and moved on in by the worker's own inbox."""

import logging
from collections.abc import Sequence
from datetime import timedelta
from threading import Event as Flag
from time import monotonic
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, aliased

from schemas.clock import now
from schemas.settings import settings
from schemas.store import Inbox, Outbox, engine_of, reading
from schemas.words import InboxState
from workers.adapters.news import News
from workers.log import Delivery
from workers.worker import Worker

AT_ONCE: Final = 10
SETTLED_AFTER: Final = timedelta(minutes=10)
UNFINISHED: Final = (InboxState.WAITING, InboxState.STARTED, InboxState.PARKED)
AGAIN: Final = (InboxState.WAITING, InboxState.STARTED)

logger = logging.getLogger(__name__)


class EmbeddedLog:
    """Reads, for one worker, what it has not finished. There is nothing to commit: the inbox is the position."""

    def __init__(self, worker: type[Worker[Any, Any]], *, stop: Flag) -> None:
        self._worker = worker.NAME
        self._types = tuple(event.TYPE for event in worker.HANDLES)
        self._stop = stop
        self._settled = 0
        self._news = News(engine_of(settings().database))

    def poll(self, *, seconds: float) -> Sequence[Delivery]:
        """What is unfinished, in order, without what waits behind a parked event."""
        until = monotonic() + seconds
        while not (found := self._look()) and self._waited_for_news(until):
            pass
        return found

    def done(self, delivery: Delivery) -> None:
        """Nothing to do: the inbox says it."""

    def close(self) -> None:
        """Let go of the database."""
        self._news.close()

    def _waited_for_news(self, until: float) -> bool:
        """Whether something was written before the time is over; no when the worker has to end."""
        while monotonic() < until and not self._stop.wait(self._news.seconds):
            if self._news.came():
                return True
        return False

    def _look(self) -> Sequence[Delivery]:
        try:
            with reading() as session:
                old = self._old(session)
                found = self._unfinished(session)
        except SQLAlchemyError as error:
            logger.warning("The outbox cannot be read now.", extra={"error": type(error).__name__})
            return ()
        self._settled = self._settled if found else old
        return found

    def _unfinished(self, session: Session) -> Sequence[Delivery]:
        mine = and_(Inbox.worker == self._worker, Inbox.event_id == Outbox.event_id)
        query = (
            select(Outbox)
            .outerjoin(Inbox, mine)
            .where(Outbox.type.in_(self._types), ~self._waits(), self._is_open())
            .order_by(Outbox.position)
            .limit(AT_ONCE)
        )
        return tuple(_delivery(row) for row in session.scalars(query))

    def _is_open(self) -> ColumnElement[bool]:
        """New and not settled long ago; or begun, waiting or replayed, however long ago it was told."""
        new = and_(Inbox.state.is_(None), Outbox.position > self._settled)
        return or_(new, Inbox.state.in_(AGAIN))

    def _waits(self) -> ColumnElement[bool]:
        """Whether an earlier event of the same key is unfinished with this worker."""
        inbox, outbox = aliased(Inbox), aliased(Outbox)
        earlier = (
            select(inbox.event_id)
            .join(outbox, outbox.event_id == inbox.event_id)
            .where(inbox.worker == self._worker, inbox.key == Outbox.key, inbox.state.in_(UNFINISHED))
            .where(outbox.position < Outbox.position)
        )
        return earlier.correlate(Outbox).exists()

    def _old(self, session: Session) -> int:
        """The highest position below which nothing new can come; asked before the outbox is read."""
        # A transaction on PostgreSQL may commit a lower position later than a higher one, but not ten minutes later.
        old = select(func.max(Outbox.position)).where(Outbox.occurred_at < now() - SETTLED_AFTER)
        return session.scalar(old) or 0


def _delivery(row: Outbox) -> Delivery:
    return Delivery(
        body=row.body, topic=row.topic, partition=0, offset=row.position, key=row.key, event_id=row.event_id
    )
