"""Which workers there are, and what runs beside them: the one place where the parts are put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Event as Flag
from types import MappingProxyType
from typing import Any

from deploy.stopping import stopping_on_signals
from schemas.settings import Settings
from schemas.words import WorkerName
from workers.adapters import log_for
from workers.caretaking import Caretaker
from workers.check import CheckVersion
from workers.loop import Loop
from workers.mail.post import Postman
from workers.mail.returns import Returns
from workers.mail.write import WriteMail
from workers.publishing import Publish
from workers.reading_books import ReadBook
from workers.reminding.daily import DailyReminding
from workers.running import run_relay, run_workers
from workers.trying import TryOut
from workers.worker import Worker

WORKERS: Mapping[str, type[Worker[Any, Any]]] = MappingProxyType(
    {
        WorkerName.CHECK: CheckVersion,
        WorkerName.PUBLISH: Publish,
        WorkerName.MAIL: WriteMail,
        WorkerName.TRY: TryOut,
        WorkerName.READ: ReadBook,
    }
)


def beside(name: str, settings: Settings, *, stop: Flag) -> Mapping[str, Callable[[], None]]:
    """What runs in the same process as a worker: who writes mails also reminds, posts and reads what comes back; every process can be caretaker."""
    parts = {"caretaker": Caretaker(settings, stop=stop).run}
    if name == WorkerName.MAIL:
        parts["postman"] = Postman(settings, stop=stop).run
        parts["reminders"] = DailyReminding(settings, stop=stop).run
    if name == WorkerName.MAIL and settings.reads_returned_mail:
        parts["returns"] = Returns(settings, stop=stop).run
    return parts


def run_named(names: tuple[str, ...], given: Settings) -> int:
    """Run these workers and what belongs beside them until the process is asked to stop; gives the exit code."""
    with stopping_on_signals() as stop:
        also = {part: run for name in names for part, run in beside(name, given, stop=stop).items()}
        return run_workers([WORKERS[name] for name in names], given, stop=stop, beside=also)


def run_relay_alone(given: Settings) -> int:
    """Run the relay until the process is asked to stop; gives the exit code."""
    with stopping_on_signals() as stop:
        return run_relay(given, stop=stop)


def drain(names: tuple[str, ...], given: Settings, *, stop: Flag) -> None:
    """Let these workers do what stands in the log, one after another, until there is nothing left to do."""
    loops = [Loop(WORKERS[name], log_for(WORKERS[name], given, stop), settings=given, stop=stop) for name in names]
    try:
        while sum(loop.turn(seconds=0) for loop in loops):
            pass
    finally:
        for loop in loops:
            loop.close()
