"""Asked to end: SIGTERM and SIGINT set a flag, and each part ends in its own good order, within thirty seconds."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event as Flag
from types import FrameType


@contextmanager
def stopping_on_signals() -> Iterator[Flag]:
    """A flag that SIGTERM and SIGINT set: what is under way is finished or given back, within thirty seconds."""
    stop = Flag()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {one: signal.signal(one, ask) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
