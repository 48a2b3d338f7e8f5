"""The lead: of several processes that could do a thing, one does it, held by a lock that dies with its connection."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select

from schemas.store import engine_of


@contextmanager
def lead(database: str, lock: int) -> Iterator[bool]:
    """Whether this process leads. On SQLite there is one process of each kind, and it always does."""
    engine = engine_of(database)
    if engine.dialect.name != "postgresql":
        yield True
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            yield bool(connection.scalar(select(func.pg_try_advisory_lock(lock))))
        finally:
            # A connection that goes back to the pool would keep the lock, also after a fault.
            connection.invalidate()
