"""What a fault means for an event: try again until it passes, park at once, or try a few times and then park."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

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


TRANSIENT = (Transient, OperationalError, InterfaceError, PoolTimeout, ConnectionError)
REASONS: dict[type[BaseException], str] = {FileIsMissing: "file_missing", FileIsDamaged: "file_damaged"}


def fault_of(error: BaseException) -> Fault:
    """What an error means."""
    if isinstance(error, SandboxFault):
        return error.fault
    kind, reason = _kind_and_reason(error)
    return Fault(kind=kind, reason=reason, text=str(error)[:2000], error_class=type(error).__name__)


def _kind_and_reason(error: BaseException) -> tuple[Kind, str]:
    if isinstance(error, Permanent | UnreadableEvent):
        return Kind.PERMANENT, error.reason
    if type(error) in REASONS:
        return Kind.PERMANENT, REASONS[type(error)]
    if isinstance(error, TRANSIENT) and not _is_wrong_sql(error):
        return Kind.TRANSIENT, "away"
    return Kind.UNKNOWN, "failed"


def _is_wrong_sql(error: BaseException) -> bool:
    """Whether SQLite refuses the statement itself; it calls that operational too, and it would never pass."""
    cause = error.orig if isinstance(error, OperationalError) else None
    return isinstance(cause, sqlite3.OperationalError) and cause.sqlite_errorcode == sqlite3.SQLITE_ERROR
