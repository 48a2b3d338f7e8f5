"""Handling one delivery: seen before? count the attempt, work, then inbox mark, result and next event in one go."""

import logging
from functools import partial
from typing import Any, Final

from schemas.crashing import crash_point
from schemas.events import Event, UnreadableEvent, read, structured
from schemas.store import sessions
from schemas.store.inbox import (
    DoneByTwin,
    count_attempt,
    forget_attempt,
    let_wait,
    mark_done,
    mark_parked,
    state_in_inbox,
)
from schemas.words import InboxState
from workers.faults import Fault, Kind, fault_of
from workers.log import Delivery
from workers.parking import has_to_wait, let_go, park
from workers.patience import Patience
from workers.sandbox import Sandbox
from workers.worker import Abandoned, Worker

FINISHED: Final = frozenset({InboxState.DONE, InboxState.PARKED, InboxState.DISCARDED})

logger = logging.getLogger(__name__)


class Handling:
    """What one worker does with each delivery; a fault of an event never goes further than here."""

    def __init__(
        self, worker: Worker[Any, Any], *, sandbox: Sandbox[Any] | None, patience: Patience, most_attempts: int
    ) -> None:
        self._worker = worker
        self._name = worker.NAME
        self._sandbox = sandbox
        self._patience = patience
        self._most_attempts = most_attempts

    def handle(self, delivery: Delivery) -> None:
        """See a delivery through until it is done, parked or waiting; raises :class:`Abandoned` at the end."""
        try:
            event = read(structured(delivery.body, delivery.headers))
        except UnreadableEvent as error:
            self._patience.until_it_goes(partial(self._park_unreadable, delivery, fault_of(error)))
            return
        if isinstance(event, self._worker.HANDLES):
            self._see_through(event, delivery)

    def _see_through(self, event: Event, delivery: Delivery) -> None:
        turn = 0
        while attempt := self._patience.until_it_goes(partial(self._begin, event)):
            crash_point("after_inbox")
            fault = self._attempt(event, attempt)
            if fault is None:
                return
            if self._is_last(fault, attempt):
                self._patience.until_it_goes(partial(self._park, event, delivery, fault, attempt))
                return
            if fault.kind is Kind.TRANSIENT:
                self._patience.until_it_goes(partial(self._forget_attempt, event))
            self._patience.pause(turn)
            turn = min(turn + 1, 16)

    def _is_last(self, fault: Fault, attempt: int) -> bool:
        """Whether trying again makes no sense: it never goes, or was tried often enough."""
        return fault.kind is Kind.PERMANENT or (fault.kind is Kind.UNKNOWN and attempt >= self._most_attempts)

    def _begin(self, event: Event) -> int:
        """Count an attempt and commit it, so that a crash counts; 0 when the event is finished or has to wait."""
        with sessions().begin() as session:
            if state_in_inbox(session, worker=self._name, event_id=event.id) in FINISHED:
                return 0
            if has_to_wait(session, worker=self._name, event_id=event.id, key=event.key):
                let_wait(session, worker=self._name, event_id=event.id, key=event.key)
                return 0
            return count_attempt(session, worker=self._name, event_id=event.id, key=event.key)

    def _attempt(self, event: Event, attempt: int) -> Fault | None:
        """One attempt: none when it went well."""
        if attempt > self._most_attempts:
            # The process died in every attempt before this one, so this event is not given another.
            return Fault(kind=Kind.UNKNOWN, reason="died", text="The worker died in each attempt.", error_class="Died")
        try:
            self._work_and_keep(event)
        except Abandoned:
            self._forget_attempt(event)
            raise
        except Exception as error:
            fault = fault_of(error)
            logger.warning("An attempt failed.", extra=self._facts(event, fault), exc_info=fault.kind is Kind.UNKNOWN)
            return fault
        return None

    def _work_and_keep(self, event: Event) -> None:
        result = self._sandbox.work(event) if self._sandbox else self._worker.work(event)
        crash_point("after_work")
        try:
            self._patience.until_it_goes(partial(self._keep, event, result))
        except DoneByTwin:
            logger.info("A twin was faster; its result stands.", extra=self._facts(event))
        crash_point("after_commit")

    def _keep(self, event: Event, result: object) -> None:
        with sessions().begin() as session:
            mark_done(session, worker=self._name, event_id=event.id)
            self._worker.keep(session, event, result)
            let_go(session, worker=self._name, key=event.key)
            session.flush()
            crash_point("before_commit")

    def _park(self, event: Event, delivery: Delivery, fault: Fault, attempts: int) -> None:
        with sessions().begin() as session:
            park(session, delivery, fault, worker=self._name, attempts=attempts)
            mark_parked(session, worker=self._name, event_id=event.id, key=event.key)
        logger.error("An event was parked.", extra=self._facts(event, fault))

    def _park_unreadable(self, delivery: Delivery, fault: Fault) -> None:
        with sessions().begin() as session:
            park(session, delivery, fault, worker=self._name, attempts=1)
            if delivery.event_id and delivery.key:
                mark_parked(session, worker=self._name, event_id=delivery.event_id, key=delivery.key)
        logger.error("A message that is no event of ours was parked.", extra={"worker": self._name})

    def _forget_attempt(self, event: Event) -> None:
        with sessions().begin() as session:
            forget_attempt(session, worker=self._name, event_id=event.id)

    def _facts(self, event: Event, fault: Fault | None = None) -> dict[str, str]:
        said = {"error": fault.error_class, "reason": fault.reason} if fault else {}
        return {"worker": self._name, "event_id": str(event.id), "event_type": event.TYPE, **said}
