"""A worker whose work goes wrong as the version's number says; the sandbox's child imports it from here."""

import os
import signal
from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

from sqlalchemy.orm import Session

from schemas.events import Summary, VersionChecked, VersionUploaded
from schemas.store import tell
from workers.worker import Permanent, Transient, Worker


class Poison(IntEnum):
    """What goes wrong."""

    NOTHING = 1
    MEMORY = 2
    SEGFAULT = 3
    ENDLESS = 4
    LEAVES = 5
    FAILS = 6
    NEVER = 7
    LATER = 8
    UNSENDABLE = 9


class Poisoned(Worker[VersionUploaded, int]):
    """Gives the id of the process that it works in, if it comes that far."""

    NAME = "poisoned"
    HANDLES = (VersionUploaded,)
    IN_SANDBOX = True

    def work(self, event: VersionUploaded) -> int:
        done: int = EFFECTS[Poison(event.version.number)]()
        return done

    def keep(self, session: Session, event: VersionUploaded, result: int) -> None:
        summary = Summary(errors=0, warnings=0, notices=0)
        tell(session, VersionChecked(version=event.version, summary=summary, validation_sha256=None))


def _take_all_memory() -> None:
    hoard = []
    while True:
        hoard.append(bytearray(64 * 1024 * 1024))


def _go_on_for_ever() -> None:
    while True:
        pass


def _raise(error: Exception) -> None:
    raise error


EFFECTS: Mapping[Poison, Callable[[], Any]] = {
    Poison.NOTHING: os.getpid,
    Poison.MEMORY: _take_all_memory,
    Poison.SEGFAULT: lambda: os.kill(os.getpid(), signal.SIGSEGV),
    Poison.ENDLESS: _go_on_for_ever,
    Poison.LEAVES: lambda: os._exit(3),
    Poison.FAILS: lambda: _raise(ZeroDivisionError("by zero")),
    Poison.NEVER: lambda: _raise(Permanent("file_missing", "Not there.")),
    Poison.LATER: lambda: _raise(Transient("Away.")),
    Poison.UNSENDABLE: lambda: lambda: 0,
}
