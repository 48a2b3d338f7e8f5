"""What the portal has ready before anybody asks, and what it must not have yet."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import QueuePool

from deploy.serving import Gunicorn
from schemas.settings import settings
from schemas.store import engine_of


@pytest.fixture
def loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The portal as it stands when the processes that answer are made of it."""
    monkeypatch.setenv("KETENSPIEGEL_HOME", str(tmp_path))
    monkeypatch.setenv("APP_ENV", "test")
    settings.cache_clear()
    yield Gunicorn({}).load()
    gc.unfreeze()
    settings.cache_clear()


def test_every_page_is_compiled_before_the_first_visitor(loaded: Flask) -> None:
    kept = loaded.jinja_env.cache

    assert kept is not None
    assert len(kept) == len(loaded.jinja_env.list_templates())


def test_no_connection_is_there_to_be_shared_by_the_processes(loaded: Flask) -> None:
    pool = engine_of(settings().database).pool

    assert isinstance(pool, QueuePool)
    assert pool.checkedin() == pool.checkedout() == 0
