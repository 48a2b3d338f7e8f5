"""Running workers in one process: a thread each, one end for all, and an exit that a supervisor can see."""

import logging
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import active_children
from threading import Event as Flag
from threading import Thread
from types import MappingProxyType
from typing import Any, Final

from schemas.crashing import refuse_crash_points
from schemas.settings import Settings
from workers.adapters import log_for
from workers.loop import Loop
from workers.relay import Relay
from workers.worker import Worker

WATCH_SECONDS: Final = 0.5
END_WITHIN_SECONDS: Final = 28.0
NOTHING_BESIDE: Final[Mapping[str, Callable[[], None]]] = MappingProxyType({})

logger = logging.getLogger(__name__)


def run_workers(
    workers: Sequence[type[Worker[Any, Any]]],
    settings: Settings,
    *,
    stop: Flag,
    beside: Mapping[str, Callable[[], None]] = NOTHING_BESIDE,
) -> int:
    """Run each worker in a thread until the stop flag is set, or one of them fails; gives the exit code.

    ``beside`` are parts that run along in threads of their own, such as the postman of who writes mails.
    """
    refuse_crash_points()
    loops = [Loop(worker, log_for(worker, settings, stop), settings=settings, stop=stop) for worker in workers]
    # Work in the sandbox is watched over there; other work gets the same time, and then what may stand still.
    longest = settings.work_seconds + settings.stalled_seconds
    parts = {loop.name: loop.run for loop in loops} | dict(beside)
    return _run(parts, stop, sound=lambda: all(loop.pulse.silent_seconds < longest for loop in loops))


def run_relay(settings: Settings, *, stop: Flag) -> int:
    """Run the relay until the stop flag is set, or it fails; gives the exit code."""
    refuse_crash_points()
    relay = Relay(settings, stop=stop)
    return _run({"relay": relay.run}, stop, sound=lambda: relay.pulse.silent_seconds < settings.stalled_seconds)


def _run(parts: dict[str, Callable[[], None]], stop: Flag, *, sound: Callable[[], bool]) -> int:
    threads = [Thread(target=_guarded, args=(part, name), name=name, daemon=True) for name, part in parts.items()]
    for thread in threads:
        thread.start()
    try:
        return _watch(threads, stop, sound=sound)
    finally:
        # A thread that hangs does not end its sandbox, and without this Python would wait for that process at its end.
        for child in active_children():
            child.kill()


def _watch(threads: Sequence[Thread], stop: Flag, *, sound: Callable[[], bool]) -> int:
    while not stop.wait(WATCH_SECONDS):
        if not sound() or not all(thread.is_alive() for thread in threads):
            logger.error("A worker hangs or stopped by itself; the process ends so that it is started anew.")
            stop.set()
            return 1
    for thread in threads:
        thread.join(END_WITHIN_SECONDS)
    return 0


def _guarded(part: Callable[[], None], name: str) -> None:
    try:
        part()
    except Exception:
        logger.exception("A worker failed.", extra={"worker": name})
