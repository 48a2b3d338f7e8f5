"""The caretaker: beside the workers, it sweeps files that nobody names, raises the alarm, and asks again for lost checks."""

from __future__ import annotations

import logging
from threading import Event as Flag
from time import monotonic
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from schemas.settings import LogKind, Settings
from schemas.store import Mail, Parked, files, reading, sessions
from schemas.store.sweep import missing_files, sweep
from schemas.words import MailState
from workers.forgetting import forget_books
from workers.leading import lead
from workers.relay import seconds_behind
from workers.unchecked import offer_again

CARETAKER_LOCK: Final = 7_226_005
LOOK_EVERY_SECONDS: Final = 60.0
SWEEP_EVERY_SECONDS: Final = 3600.0
BEHIND_SECONDS: Final = 300.0

logger = logging.getLogger(__name__)


class Caretaker:
    """One process of all leads and looks: every minute at what stands still, every hour at the files."""

    def __init__(self, settings: Settings, *, stop: Flag) -> None:
        self._settings = settings
        self._stop = stop
        self._swept_at: float | None = None

    def run(self) -> None:
        """Look until the process is asked to stop; what is away now is looked at the next time."""
        while not self._stop.is_set():
            try:
                with lead(self._settings.database, CARETAKER_LOCK) as held:
                    if held:
                        self.turn()
            except (SQLAlchemyError, OSError) as error:
                logger.warning("The caretaker could not look.", extra={"error": type(error).__name__})
            self._stop.wait(LOOK_EVERY_SECONDS)

    def turn(self) -> None:
        """Look once, and sweep when it is an hour ago."""
        relayed, sweeps = self._settings.log is LogKind.KAFKA, self._is_time_to_sweep()
        with reading() as session:
            self._tell(alarms(session, relayed=relayed))
            if sweeps:
                self._sweep(session)
        with sessions().begin() as session:
            lost = offer_again(session, relayed=relayed)
            if sweeps:
                forget_books(session)
        for version in lost:
            logger.error("A check was lost and is asked for again.", extra={"version": str(version)})

    def _is_time_to_sweep(self) -> bool:
        return self._swept_at is None or monotonic() - self._swept_at >= SWEEP_EVERY_SECONDS

    def _sweep(self, session: Session) -> None:
        removed, missing = sweep(session, files()), missing_files(session, files())
        self._swept_at = monotonic()
        logger.info("The file store was swept.", extra={"removed": removed})
        if missing:
            logger.error("Files that a row names are missing.", extra={"count": len(missing), "files": missing[:20]})

    def _tell(self, found: tuple[str, ...]) -> None:
        for alarm in found:
            logger.error("Something stands still.", extra={"alarm": alarm})


def alarms(session: Session, *, relayed: bool) -> tuple[str, ...]:
    """What an operator has to look at: parked events, mails that were given up, and a relay that is behind."""
    behind = seconds_behind(session) if relayed else 0.0
    counted = {"parked events": _parked(session), "mails given up": _mails_given_up(session)}
    late = (f"relay behind: {behind:.0f} seconds",) if behind > BEHIND_SECONDS else ()
    return *(f"{name}: {number}" for name, number in counted.items() if number), *late


def _parked(session: Session) -> int:
    still = select(func.count(Parked.id)).where(Parked.replayed_at.is_(None), Parked.discarded_at.is_(None))
    return session.scalar(still) or 0


def _mails_given_up(session: Session) -> int:
    return session.scalar(select(func.count(Mail.id)).where(Mail.state == MailState.FAILED)) or 0
