"""Bringing a database to this release: its tables, and on PostgreSQL what each side may do to them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, func, select

from schemas.store.grants import grant_sides

MIGRATION_LOCK = 7_226_002


def upgrade_database(engine: Engine) -> None:
    """Run the migrations that are missing, then give the two roles their rights where they exist. May run twice."""
    with engine.begin() as connection:
        _one_at_a_time(connection)
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        grant_sides(connection)


def alembic_config() -> Config:
    """Alembic's settings, with the migrations beside this file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _one_at_a_time(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(MIGRATION_LOCK)))
