"""The loop of every worker: poll, handle, move on; and clean to its end when it is asked to stop."""

import logging
from threading import Event as Flag
from typing import Any, Final

from schemas.crashing import crash_point
from schemas.settings import Settings
from workers.handling import Handling
from workers.log import Log
from workers.patience import Patience, Pulse
from workers.sandbox import Sandbox
from workers.worker import Abandoned, Worker

POLL_SECONDS: Final = 0.5

logger = logging.getLogger(__name__)


class Loop:
    """One worker reading from one log until it is asked to stop."""

    def __init__(self, worker: type[Worker[Any, Any]], log: Log, *, settings: Settings, stop: Flag) -> None:
        self.name = worker.NAME
        self._is_seldom = worker.WORK_SECONDS is not None
        self._log = log
        self._stop = stop
        self.pulse = Pulse()
        patience = Patience(stop, self.pulse)
        self._sandbox = _sandbox(worker, settings, patience)
        self._handling = Handling(
            worker(), sandbox=self._sandbox, patience=patience, most_attempts=settings.work_attempts
        )

    def run(self) -> None:
        """Read and handle until the stop flag is set; what is under way then is finished or given back."""
        try:
            if self._sandbox and not self._is_seldom and not self._stop.is_set():
                self._sandbox.get_ready()
            while not self._stop.is_set():
                self.turn()
        except Abandoned:
            logger.info("Work was given back, as the worker has to end.", extra={"worker": self.name})
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the log, and of the process that works in the sandbox."""
        if self._sandbox:
            self._sandbox.close()
        self._log.close()

    def turn(self, *, seconds: float = POLL_SECONDS) -> int:
        """Poll once and handle what came; tells how many messages were handled."""
        handled = 0
        for delivery in self._log.poll(seconds=seconds):
            if self._stop.is_set():
                break
            crash_point("after_poll")
            self._handling.handle(delivery)
            self._log.done(delivery)
            crash_point("after_offset")
            handled += 1
        self.pulse.beat()
        return handled


def _sandbox(worker: type[Worker[Any, Any]], settings: Settings, patience: Patience) -> Sandbox[Any] | None:
    if not (worker.IN_SANDBOX and settings.work_in_child_process):
        return None
    return Sandbox(
        worker,
        seconds=worker.WORK_SECONDS or settings.work_seconds,
        memory_bytes=settings.work_memory_bytes,
        stopping=patience.asked_to_end,
    )
