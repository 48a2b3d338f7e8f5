"""Patience: wait and try again while something is away, and stop waiting at once when the process has to end."""

import logging
from collections.abc import Callable
from threading import Event as Flag
from typing import Final, TypeVar

from workers.faults import Kind, fault_of
from workers.worker import Abandoned

T = TypeVar("T")
FIRST_PAUSE_SECONDS: Final = 0.2
LONGEST_PAUSE_SECONDS: Final = 15.0

logger = logging.getLogger(__name__)


class Patience:
    """Pauses that grow, up to a quarter of a minute, and end when the flag is set."""

    def __init__(self, stop: Flag) -> None:
        self._stop = stop

    @property
    def over(self) -> bool:
        """Whether the process has to end."""
        return self._stop.is_set()

    def pause(self, turn: int) -> None:
        """Wait before the next try, longer each turn (from 0); raises :class:`Abandoned` when the process has to end."""
        if self._stop.wait(min(FIRST_PAUSE_SECONDS * 2**turn, LONGEST_PAUSE_SECONDS)):
            raise Abandoned

    def until_it_goes(self, action: Callable[[], T]) -> T:
        """Do something, again and again as long as what it needs is away; any other fault is raised."""
        turn = 0
        while True:
            try:
                return action()
            except Exception as error:
                fault = fault_of(error)
                if fault.kind is not Kind.TRANSIENT:
                    raise
                logger.warning("Something is away; trying again.", extra={"error": fault.error_class})
            self.pause(turn)
            turn = min(turn + 1, 16)
