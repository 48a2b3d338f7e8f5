"""The statements that the database of the installation is sent meanwhile, for tests that count them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from schemas.settings import settings
from schemas.store import engine_of


@contextmanager
def statements() -> Iterator[list[str]]:
    """A list that grows with every statement."""
    sent: list[str] = []
    engine = engine_of(settings().database)

    def note(_connection, _cursor, statement, *_more):
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)
