"""Patience: wait and try again while something is away, and stop waiting at once when the process has to end."""

import logging
from collections.abc import Callable
from threading import Event as Flag
from time import monotonic
from typing import Final, TypeVar

from workers.faults import Kind, fault_of
from workers.worker import Abandoned

T = TypeVar("T")
FIRST_PAUSE_SECONDS: Final = 0.2
LONGEST_PAUSE_SECONDS: Final = 15.0

logger = logging.getLogger(__name__)


class Pulse:
    """When a part last showed that it goes on; who waits for something shows it too, who hangs does not."""

    def __init__(self) -> None:
        self._beat_at = monotonic()

    @property
    def silent_seconds(self) -> float:
        """How long ago that was."""
        return monotonic() - self._beat_at

    def beat(self) -> None:
        """Show it."""
        self._beat_at = monotonic()


class Patience:
    """Pauses that grow, up to a quarter of a minute, and end when the flag is set."""

    def __init__(self, stop: Flag, pulse: Pulse) -> None:
        self._stop = stop
        self._pulse = pulse

    def asked_to_end(self) -> bool:
        """Whether the process has to end; who asks this every moment while it waits for work does not hang."""
        self._pulse.beat()
        return self._stop.is_set()

    def pause(self, turn: int) -> None:
        """Wait before the next try, longer each turn (from 0); raises :class:`Abandoned` when the process has to end."""
        if self._stop.wait(min(FIRST_PAUSE_SECONDS * 2**turn, LONGEST_PAUSE_SECONDS)):
            raise Abandoned

    def until_it_goes(self, action: Callable[[], T]) -> T:
        """Do something, again and again as long as what it needs is away; any other fault is raised."""
        turn = 0
        while True:
            self._pulse.beat()
            try:
                return action()
            except Exception as error:
                fault = fault_of(error)
                if fault.kind is not Kind.TRANSIENT:
                    raise
                logger.warning("Something is away; trying again.", extra={"error": fault.error_class})
            self.pause(turn)
            turn = min(turn + 1, 16)
