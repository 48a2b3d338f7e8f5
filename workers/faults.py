"""What a fault means for an event: try again until it passes, park at once, or try a few times and then park."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from traceback import walk_tb
from typing import Final

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from schemas.events import UnreadableEvent
from schemas.store import FileIsDamaged, FileIsMissing
from workers.worker import Permanent, Transient


class Kind(StrEnum):
    TRANSIENT = "transient"
    PERMANENT = "permanent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What went wrong, as it is logged, parked and shown to an operator."""

    kind: Kind
    reason: str
    text: str
    error_class: str


class SandboxFault(Exception):
    """What went wrong in a child process, carried over to the parent."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault


LONGEST_TEXT: Final = 500
OUR_ROOMS: Final = ("workers.", "schemas.")
TRANSIENT = (Transient, OperationalError, InterfaceError, PoolTimeout, ConnectionError)
REASONS: dict[type[BaseException], str] = {FileIsMissing: "file_missing", FileIsDamaged: "file_damaged"}
OF_FILES: dict[type[BaseException], str] = {
    FileIsMissing: "The store has no file {}.",
    FileIsDamaged: "The bytes of file {} are not those that were kept.",
}


def fault_of(error: BaseException) -> Fault:
    """What an error means."""
    if isinstance(error, SandboxFault):
        return error.fault
    kind, reason = _kind_and_reason(error)
    return Fault(kind=kind, reason=reason, text=_in_our_words(error)[:LONGEST_TEXT], error_class=type(error).__name__)


def _kind_and_reason(error: BaseException) -> tuple[Kind, str]:
    if isinstance(error, Permanent | UnreadableEvent):
        return Kind.PERMANENT, error.reason
    if type(error) in REASONS:
        return Kind.PERMANENT, REASONS[type(error)]
    if isinstance(error, TRANSIENT) and not _is_wrong_sql(error):
        return Kind.TRANSIENT, "away"
    return Kind.UNKNOWN, "failed"


def _in_our_words(error: BaseException) -> str:
    """What went wrong, for an operator. What a library says may be long, and may repeat what stands in a report."""
    if isinstance(error, Permanent | Transient | UnreadableEvent):
        return str(error)
    if type(error) in OF_FILES:
        return OF_FILES[type(error)].format(error)
    return f"The work failed in a way that was not foreseen: {where_of(error)}."


def where_of(error: BaseException) -> str:
    """What kind of error it is and where in our own code it came from, without a word of what the report says."""
    return f"{type(error).__name__}{_place_in_ours(error)}"


def _place_in_ours(error: BaseException) -> str:
    """The last place in our own code that the error came through."""
    frames = [(frame.f_globals.get("__name__", ""), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [f" in {module}, line {line}" for module, line in frames if module.startswith(OUR_ROOMS)]
    return ours[-1] if ours else ""


def _is_wrong_sql(error: BaseException) -> bool:
    """Whether SQLite refuses the statement itself; it calls that operational too, and it would never pass."""
    cause = error.orig if isinstance(error, OperationalError) else None
    return isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode == sqlite3.SQLITE_ERROR
