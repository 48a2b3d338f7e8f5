"""Databases of this release: the migrations run once per process of the tests, and each test begins with a copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from deploy.catalogues import upgrade
from schemas.settings import Settings, settings
from schemas.store import engine as store
from schemas.store import engine_of
from schemas.store.upgrade import upgrade_database
from tests.components import _create_database, _drop_database, _with_database

PRODUCTION: Final = {
    "SECRET_KEY": "a key for tests only",
    "BASE_URL": "https://ketenspiegel.example",
    "OIN": "00000000000000000001",
    "SMTP_HOST": "127.0.0.1",
    "MAIL_FROM": "ketenspiegel@ketenspiegel.example",
}


@pytest.fixture(scope="session")
def empty_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and nothing in them."""
    file = tmp_path_factory.mktemp("tables") / "ketenspiegel.db"
    engine = engine_of(f"sqlite:///{file}")
    upgrade_database(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def file_of_this_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file as `db upgrade` leaves it, with the rule sets and factor sets that come along."""
    home = tmp_path_factory.mktemp("release")
    with pytest.MonkeyPatch.context() as patch, installed(patch, {"HOME": str(home)}) as here:
        upgrade(here.database)
    return home / "ketenspiegel.db"


@pytest.fixture(scope="session")
def database_of_this_release(postgres_owner: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a database on PostgreSQL as `db upgrade` leaves it; nobody is connected to it."""
    name, folder = _create_database(postgres_owner), tmp_path_factory.mktemp("release")
    own = {"FILES_URL": f"file://{folder}/files", "DATABASE_URL": _with_database(postgres_owner, name)}
    with pytest.MonkeyPatch.context() as patch, installed(patch, {**PRODUCTION, **own}) as here:
        upgrade(here.database)
    yield name
    _drop_database(postgres_owner, name)


@pytest.fixture
def upgraded_database(postgres_owner: str, database_of_this_release: str) -> Iterator[Callable[[], str]]:
    """Makes a database of this release at each call and gives its address, as its owner; all are gone after the test."""
    made: list[str] = []

    def make() -> str:
        made.append(_create_database(postgres_owner, like=database_of_this_release))
        return _with_database(postgres_owner, made[-1])

    yield make
    for name in made:
        _drop_database(postgres_owner, name)


@contextmanager
def installed(patch: pytest.MonkeyPatch, values: Mapping[str, str]) -> Iterator[Settings]:
    """The settings of this process are these for as long as it lasts; no connection is left open."""
    for name, value in values.items():
        patch.setenv(f"KETENSPIEGEL_{name}", value)
    settings.cache_clear()
    engine = engine_of(settings().database)
    yield settings()
    engine.dispose()
    _forget_engines()
    settings.cache_clear()


def _forget_engines() -> None:
    """An engine holds every statement that it compiled, a few megabytes each; nobody asks for this database again."""
    for kept in (store.engine_of, store._writing, store._reading):
        kept.cache_clear()
