"""The lists of management ask as many questions of the database for many concessions as for one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
from sqlalchemy import event

from schemas.clock import now
from schemas.settings import settings
from schemas.store import Concession, ConcessionAuthority, Terms, engine_of, sessions
from tests.unit.portal.agreed import TERMS
from tests.unit.portal.browsing import Browser, World


@contextmanager
def counted() -> Iterator[list[str]]:
    asked: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    engine = engine_of(settings().database)
    event.listen(engine, "before_cursor_execute", count)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", count)


def more_concessions(world: World, number: int) -> None:
    body = TERMS.model_dump(mode="json", by_alias=True)
    with sessions().begin() as session:
        for one in range(number):
            added = Concession(
                id=uuid4(),
                code=f"VB-{one}",
                name=f"Voorbeeld {one}",
                holder=world.organisations["rijnbus"],
                starts=TERMS.starts,
                ends=TERMS.ends,
            )
            session.add(added)
            session.flush()
            lead = world.organisations["vlietland"]
            session.add(ConcessionAuthority(concession=added.id, organisation=lead, leads=True))
            session.add(Terms(concession=added.id, sha256="b" * 64, body=body, imported_at=now()))


@pytest.mark.parametrize("path", ["/beheer", "/beheer/concessies", "/beheer/organisaties"])
def test_ten_concessions_more_ask_nothing_more(functional_manager: Browser, world: World, path: str) -> None:
    functional_manager.get(path)
    with counted() as before:
        functional_manager.get(path)
    more_concessions(world, 10)

    with counted() as after:
        functional_manager.get(path)

    assert len(after) == len(before)
