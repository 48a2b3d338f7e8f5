"""Bringing a database to this release: its tables, and on PostgreSQL what each side may do to them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Engine, func, select

from schemas.store.grants import grant_sides

MIGRATION_LOCK = 7_226_002


class BrokenReferences(Exception):
    """After its migrations a table refers to rows that are not there; nothing of the upgrade is kept."""


def upgrade_database(engine: Engine) -> None:
    """Run the migrations that are missing, then give the two roles their rights where they exist. May run twice."""
    upgrade_to(engine, "head")


def upgrade_to(engine: Engine, revision: str) -> None:
    """The same up to one of the migrations."""
    with _migrating(engine) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        grant_sides(connection)


def alembic_config() -> Config:
    """Alembic's settings, with the migrations beside this file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """One transaction for all of it; on PostgreSQL of one process at a time, on SQLite with references left alone."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            with connection.begin():
                connection.execute(select(func.pg_advisory_xact_lock(MIGRATION_LOCK)))
                yield connection
        else:
            with _references_left_alone(connection), connection.begin():
                before = _revision(connection)
                yield connection
                if _revision(connection) != before:
                    _refuse_broken_references(connection)


@contextmanager
def _references_left_alone(connection: Connection) -> Iterator[None]:
    """A table that SQLite makes anew would lose what refers to it; only outside a transaction can this be set."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_broken_references(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise BrokenReferences(f"A row of table {broken[0]} refers to a row of {broken[2]} that is not there.")
