"""Connections: one engine per database URL, sessions that write, and sessions that only read."""

import sqlite3
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

from schemas.settings import settings

BUSY_MILLISECONDS: Final = 30_000


def sessions() -> sessionmaker[Session]:
    """The maker of writing sessions: ``with sessions().begin() as session`` is one transaction."""
    return _writing(settings().database)


def reading() -> Session:
    """A session that only reads, and waits for no writer: ``with reading() as session``."""
    return _reading(settings().database)()


@cache
def engine_of(url: str) -> Engine:
    """The engine of a database, made once per process and URL."""
    return _sqlite(url) if url.startswith("sqlite") else _postgres(url)


@cache
def _writing(url: str) -> sessionmaker[Session]:
    return sessionmaker(engine_of(url), expire_on_commit=False)


@cache
def _reading(url: str) -> sessionmaker[Session]:
    only_reads = engine_of(url).execution_options(postgresql_readonly=True, only_reads=True)
    return sessionmaker(only_reads, expire_on_commit=False)


def _postgres(url: str) -> Engine:
    # What stands in a statement may be personal or secret, and errors go to the log.
    return create_engine(url, pool_pre_ping=True, pool_size=5, hide_parameters=True)


def _sqlite(url: str) -> Engine:
    if path := make_url(url).database:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # Without this the driver begins transactions by itself, late and deferred, and two writers could deadlock.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    only_reads = connection.get_execution_options().get("only_reads", False)
    connection.exec_driver_sql("BEGIN DEFERRED" if only_reads else "BEGIN IMMEDIATE")
