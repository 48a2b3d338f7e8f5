"""Reminding by itself: once each working day, in office hours, by one process of all."""

from __future__ import annotations

import logging
from datetime import date
from threading import Event as Flag
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from schemas.clock import now, today
from schemas.reminding.days import mail_may_go
from schemas.settings import Settings
from workers.leading import lead
from workers.reminding.running import remind

DAILY_LOCK: Final = 7_226_007
LOOK_EVERY_SECONDS: Final = 60.0

logger = logging.getLogger(__name__)


class DailyReminding:
    """Looks every minute whether today's reminders were written; two that look do no harm, as a step is written once."""

    def __init__(self, settings: Settings, *, stop: Flag) -> None:
        self._settings = settings
        self._stop = stop
        self._done: date | None = None

    def run(self) -> None:
        """Look until the process is asked to stop; what is away now is looked at the next time."""
        while not self._stop.is_set():
            try:
                self.turn()
            except (SQLAlchemyError, OSError) as error:
                logger.warning("Reminders could not be written.", extra={"error": type(error).__name__})
            self._stop.wait(LOOK_EVERY_SECONDS)

    def turn(self) -> None:
        """Write today's reminders, where that was not done and people may be mailed now."""
        day = today()
        if self._done == day or not mail_may_go(now()):
            return
        with lead(self._settings.database, DAILY_LOCK) as held:
            if held:
                remind(day, until=self._stop.is_set)
                self._done = None if self._stop.is_set() else day
