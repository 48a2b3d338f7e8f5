"""The lead: of several processes that could do a thing, one does it, held by a lock that dies with its connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from schemas.store import engine_of


@dataclass(frozen=True)
class Lead:
    """The lead of a process; on SQLite, where there is one process of each kind, there is nothing to lose."""

    connection: Connection | None

    def confirm(self) -> None:
        """Ask whether it is still ours: the lock goes with its connection, and then this raises ``SQLAlchemyError``."""
        if self.connection is not None:
            self.connection.execute(select(1))


UNCONTESTED: Final = Lead(None)


@contextmanager
def lead(database: str, lock: int) -> Iterator[Lead | None]:
    """The lead, or none while another process has it."""
    engine = engine_of(database)
    if engine.dialect.name != "postgresql":
        yield UNCONTESTED
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            is_ours = connection.scalar(select(func.pg_try_advisory_lock(lock)))
            yield Lead(connection) if is_ours else None
        finally:
            # A connection that goes back to the pool would keep the lock, also after a fault.
            connection.invalidate()
