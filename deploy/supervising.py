"""Supervision: parts run as processes of their own; one that ends by itself is started anew, and all end together."""

from __future__ import annotations

import logging
import signal
import subprocess
from dataclasses import dataclass, field
from threading import Event as Flag
from time import monotonic
from typing import Final

STEP_SECONDS: Final = 0.3
END_WITHIN_SECONDS: Final = 30.0
FIRST_PAUSE_SECONDS: Final = 0.5
LONGEST_PAUSE_SECONDS: Final = 30.0
# A part that ran this long was sound: its next fall is the first one again.
SOUND_AFTER_SECONDS: Final = 60.0

logger = logging.getLogger(__name__)


@dataclass
class Part:
    """One process: its command, and how often it fell in a row."""

    name: str
    command: tuple[str, ...]
    falls: int = 0
    begun_at: float = field(default_factory=monotonic)
    process: subprocess.Popen[bytes] | None = None
    start_at: float = 0.0


def supervise(parts: list[Part], *, stop: Flag) -> None:
    """Keep the parts running until the flag is set; then end them, within thirty seconds."""
    try:
        while not stop.is_set():
            for part in parts:
                _tend(part)
            stop.wait(STEP_SECONDS)
    finally:
        _end(parts)


def _tend(part: Part) -> None:
    if part.process is not None and part.process.poll() is None:
        return
    if part.process is not None:
        _fell(part)
    if monotonic() >= part.start_at:
        part.begun_at = monotonic()
        part.process = subprocess.Popen(part.command)


def _fell(part: Part) -> None:
    assert part.process is not None
    logger.error("A part ended by itself and is started anew.", extra={"part": part.name, "exit": part.process.poll()})
    sound = monotonic() - part.begun_at > SOUND_AFTER_SECONDS
    part.falls = 1 if sound else part.falls + 1
    part.start_at = monotonic() + min(FIRST_PAUSE_SECONDS * 2 ** (part.falls - 1), LONGEST_PAUSE_SECONDS)
    part.process = None


def _end(parts: list[Part]) -> None:
    running = [part.process for part in parts if part.process is not None and part.process.poll() is None]
    for process in running:
        process.send_signal(signal.SIGTERM)
    too_late = monotonic() + END_WITHIN_SECONDS
    for process in running:
        try:
            process.wait(max(0.1, too_late - monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
