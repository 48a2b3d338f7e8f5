"""SQLite as it is set up here: durable, one writer after another, and readers that do not wait."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

from sqlalchemy import func, select, text

from schemas.settings import Settings
from schemas.store import Organisation, engine_of, reading, sessions
from schemas.words import OrganisationKind


def an_organisation() -> Organisation:
    return Organisation(id=uuid4(), kind=OrganisationKind.SUPPLIER, name="Leverancier")


def test_a_commit_is_on_the_disk_and_references_count(installation: Settings) -> None:
    with engine_of(installation.database).connect() as connection:
        found = [connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")]

    assert found == ["wal", 2, 1]


def test_a_reader_does_not_wait_for_a_writer(installation: Settings) -> None:
    with sessions().begin() as writer:
        writer.add(an_organisation())
        writer.flush()

        with reading() as reader:
            found = reader.scalar(select(func.count()).select_from(Organisation))

    assert found == 0


def test_eight_writers_wait_for_each_other_and_none_is_refused(installation: Settings) -> None:
    def write_some(_writer: int) -> None:
        for _ in range(10):
            with sessions().begin() as session:
                count = session.scalar(select(func.count()).select_from(Organisation))
                assert count is not None
                session.add(an_organisation())

    with ThreadPoolExecutor(8) as writers:
        list(writers.map(write_some, range(8)))

    with reading() as session:
        assert session.scalar(select(func.count()).select_from(Organisation)) == 80
