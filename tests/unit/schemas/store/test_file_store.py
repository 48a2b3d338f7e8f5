"""The file store: files before rows, never overwritten, verified when they are read, and swept."""

import hashlib
import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import event

from schemas.clock import now
from schemas.settings import Settings
from schemas.store import (
    EvidenceFile,
    FileIsDamaged,
    FileIsMissing,
    Files,
    TooLarge,
    files,
    reading,
    sessions,
)
from schemas.store.sweep import missing_files, sweep
from tests.installations import Duty, a_duty


@pytest.fixture
def store(tmp_path: Path) -> Files:
    return Files(f"file://{tmp_path}/files")


def path_of(folder: Path, sha256: str) -> Path:
    return folder / "files" / sha256[:2] / sha256


def left(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


def test_a_file_lies_under_its_sha256_and_nothing_else_is_left(store: Files, tmp_path: Path) -> None:
    content = os.urandom(3_000_000)

    kept = store.keep(BytesIO(content))

    assert (kept.sha256, kept.size) == (hashlib.sha256(content).hexdigest(), len(content))
    assert left(tmp_path) == [path_of(tmp_path, kept.sha256)]
    assert store.read(kept.sha256) == content


def test_the_same_file_again_is_the_same_file_with_a_new_date(store: Files, tmp_path: Path) -> None:
    first = store.keep_bytes(b"abc")
    make_older(tmp_path, timedelta(hours=25))
    before = path_of(tmp_path, first.sha256).stat()

    again = store.keep_bytes(b"abc")

    after = path_of(tmp_path, first.sha256).stat()
    assert (again, after.st_ino) == (first, before.st_ino)
    assert after.st_mtime > before.st_mtime + timedelta(hours=24).total_seconds()


def test_on_a_store_that_is_no_disk_a_file_that_comes_again_gets_a_new_date_too() -> None:
    store = Files(f"memory://{uuid4()}")
    first = store.keep_bytes(b"abc")
    [before] = store.lying()

    again = store.keep_bytes(b"abc")

    [after] = store.lying()
    assert (again, after.sha256) == (first, first.sha256)
    assert after.changed_at > before.changed_at


@pytest.mark.parametrize(("size", "fits"), [(10, True), (11, False)])
def test_a_stream_past_its_limit_is_refused_and_nothing_is_kept(
    size: int, fits: bool, store: Files, tmp_path: Path
) -> None:
    stream = BytesIO(b"x" * size)

    if fits:
        store.keep(stream, limit=10)
    else:
        with pytest.raises(TooLarge):
            store.keep(stream, limit=10)

    assert len(left(tmp_path)) == int(fits)


def test_a_stream_that_breaks_leaves_nothing(store: Files, tmp_path: Path) -> None:
    class Breaks(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise ConnectionResetError
            return super().read(size)

    with pytest.raises(ConnectionResetError):
        store.keep(Breaks(b"x" * 2_000_000))

    assert left(tmp_path) == []


def test_a_damaged_file_is_not_read(store: Files, tmp_path: Path) -> None:
    kept = store.keep_bytes(b"abc")
    path_of(tmp_path, kept.sha256).write_bytes(b"abd")

    with pytest.raises(FileIsDamaged):
        store.open(kept.sha256)


def test_a_missing_file_is_told_apart(store: Files) -> None:
    with pytest.raises(FileIsMissing):
        store.open("a" * 64)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "a" * 63])
def test_only_a_sha256_names_a_file(name: str, store: Files) -> None:
    with pytest.raises(ValueError, match="sha256"):
        store.open(name)


def test_a_local_copy_has_the_name_that_was_asked_for_and_goes_afterwards(store: Files) -> None:
    kept = store.keep_bytes(b"abc")

    with store.local(kept.sha256, name="rapport.xlsx") as path:
        content, name = path.read_bytes(), path.name

    assert (content, name) == (b"abc", "rapport.xlsx")
    assert not path.exists()


def evidence(duty: Duty, sha256: str) -> EvidenceFile:
    return EvidenceFile(
        id=uuid4(), report=duty.report, file_name="gvo.pdf", sha256=sha256, size=1, added_at=now(), added_by=duty.person
    )


def make_older(folder: Path, by: timedelta) -> None:
    for path in left(folder):
        moment = (now() - by).timestamp()
        os.utime(path, (moment, moment))


def test_the_sweeper_takes_only_files_that_no_row_names_for_over_a_day(installation: Settings) -> None:
    duty = a_duty()
    named, orphan = files().keep_bytes(b"named"), files().keep_bytes(b"orphan")
    with sessions().begin() as session:
        session.add(evidence(duty, named.sha256))
    make_older(installation.home, timedelta(hours=25))
    fresh = files().keep_bytes(b"fresh")

    with reading() as session:
        removed = sweep(session, files())

    assert removed == 1
    assert [files().holds(one.sha256) for one in (named, orphan, fresh)] == [True, False, True]


def test_an_orphan_that_comes_again_while_the_sweeper_looks_is_left_to_the_row_that_will_name_it(
    installation: Settings,
) -> None:
    orphan = files().keep_bytes(b"orphan")
    make_older(installation.home, timedelta(hours=25))

    def comes_again(_asked: object) -> None:
        files().keep_bytes(b"orphan")

    with reading() as session:
        # The sweeper has listed the files when it asks for the rows; only then does the file come again.
        event.listen(session, "do_orm_execute", comes_again)
        removed = sweep(session, files())

    assert removed == 0
    assert files().read(orphan.sha256) == b"orphan"


def test_the_sweeper_takes_what_was_left_half_written(installation: Settings) -> None:
    half = installation.home / "files" / "incoming" / str(uuid4())
    half.parent.mkdir(parents=True)
    half.write_bytes(b"half")
    make_older(installation.home, timedelta(minutes=16))

    with reading() as session:
        removed = sweep(session, files())

    assert removed == 1
    assert not half.exists()


def test_a_row_without_its_file_is_on_the_alarm_list(installation: Settings) -> None:
    duty, kept = a_duty(), files().keep_bytes(b"here")
    with sessions().begin() as session:
        session.add_all([evidence(duty, kept.sha256), evidence(duty, "b" * 64)])

    with reading() as session:
        missing = missing_files(session, files())

    assert missing == ("b" * 64,)
