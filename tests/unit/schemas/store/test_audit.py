"""The audit: append-only, and a change afterwards shows."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from schemas.settings import Settings
from schemas.store import Audit, engine_of, first_broken_row, note, reading, sessions


def some_notes(number: int) -> None:
    for n in range(number):
        with sessions().begin() as session:
            note(session, actor="person/1", action="report.hand_in", subject=f"report/{n}", details={"naïef": n})


def as_the_owner(store: Settings, statement: str) -> None:
    """Somebody who owns the database takes the triggers away, and changes what was noted."""
    with engine_of(store.database).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
        else:
            connection.execute(text("DROP TRIGGER audit_no_update"))
            connection.execute(text("DROP TRIGGER audit_no_delete"))
        connection.execute(text(statement))


def test_a_chain_that_nobody_touched_is_right(store: Settings) -> None:
    some_notes(3)

    with reading() as session:
        assert first_broken_row(session) is None
        assert list(session.scalars(select(Audit.n).order_by(Audit.n))) == [1, 2, 3]


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'x'", "DELETE FROM audit"])
def test_the_audit_cannot_be_changed(statement: str, store: Settings) -> None:
    some_notes(1)

    with pytest.raises(DBAPIError, match="append-only"), engine_of(store.database).begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit SET actor = 'x' WHERE n = 2", 2),
        ("UPDATE audit SET details = '{}' WHERE n = 1", 1),
        ("DELETE FROM audit WHERE n = 2", 3),
        ("DELETE FROM audit WHERE n = 1", 2),
    ],
)
def test_a_change_by_the_owner_of_the_database_shows(statement: str, broken: int, store: Settings) -> None:
    some_notes(3)

    as_the_owner(store, statement)

    with reading() as session:
        assert first_broken_row(session) == broken


def test_notes_at_the_same_moment_make_one_chain(store: Settings) -> None:
    with ThreadPoolExecutor(4) as people:
        list(people.map(some_notes, [5] * 4))

    with reading() as session:
        assert first_broken_row(session) is None
        assert len(session.scalars(select(Audit)).all()) == 20
