"""The file store: a file lies under its sha256, is never overwritten, and is there before any row that names it."""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import IO, BinaryIO, Final, cast
from uuid import uuid4

import fsspec
from fsspec.implementations.local import LocalFileSystem

from schemas.clock import now
from schemas.crashing import crash_point
from schemas.settings import settings

BLOCK: Final = 1024 * 1024
INCOMING: Final = "incoming"
UNFINISHED: Final = timedelta(minutes=15)


class TooLarge(Exception):
    """A stream that goes on past its limit; nothing of it is kept."""


class FileIsMissing(Exception):
    """A file that the store should have, and has not."""


class FileIsDamaged(Exception):
    """A file whose bytes are no longer those of its sha256."""


@dataclass(frozen=True)
class Kept:
    """What the store took: the file's sha256 and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Lying:
    """A file in the store, and the moment of its last change."""

    sha256: str
    changed_at: datetime


class Files:
    """A store on any fsspec file system; in a folder, a file is on the disk (fsync) before ``keep`` returns."""

    def __init__(self, url: str) -> None:
        self._system, self._root = fsspec.core.url_to_fs(url)
        self._on_disk = isinstance(self._system, LocalFileSystem)

    def keep(self, stream: IO[bytes], *, limit: int | None = None) -> Kept:
        """Take a stream, hashing it on the way; raises :class:`TooLarge` past ``limit`` bytes.

        A file that lies there already gets a new date, so that the sweeper leaves it to the row that will name it.
        """
        draft = f"{self._root}/{INCOMING}/{uuid4()}"
        self._system.makedirs(f"{self._root}/{INCOMING}", exist_ok=True)
        try:
            kept = self._write(stream, draft, limit)
            crash_point("file_after_draft")
            self._place(draft, self._path(kept.sha256))
            crash_point("file_after_place")
        finally:
            if self._system.exists(draft):
                self._system.rm_file(draft)
        return kept

    def keep_bytes(self, content: bytes) -> Kept:
        """Take a file that is in memory as a whole."""
        with tempfile.SpooledTemporaryFile(max_size=len(content) + 1) as stream:
            stream.write(content)
            stream.seek(0)
            return self.keep(cast("IO[bytes]", stream))

    def holds(self, sha256: str) -> bool:
        """Whether the store has a file of this sha256."""
        return bool(self._system.exists(self._path(sha256)))

    def open(self, sha256: str) -> BinaryIO:
        """A file from its beginning, verified as a whole first; raises when it is missing or damaged."""
        stream = self._copy_or_original(sha256)
        if _sha256_of(stream) != sha256:
            stream.close()
            raise FileIsDamaged(sha256)
        stream.seek(0)
        return stream

    def read(self, sha256: str) -> bytes:
        """The whole of a file, verified."""
        with self.open(sha256) as stream:
            return stream.read()

    @contextmanager
    def local(self, sha256: str, *, name: str = "file") -> Iterator[Path]:
        """A copy in a folder of its own under a name of one's choice, verified, for libraries that want a path."""
        with tempfile.TemporaryDirectory() as folder, self.open(sha256) as stream:
            path = Path(folder) / Path(name).name
            with path.open("wb") as copy:
                shutil.copyfileobj(stream, copy, BLOCK)
            yield path

    def remove(self, sha256: str) -> None:
        """Remove a file that may not be kept, or play that fault."""
        self._system.rm_file(self._path(sha256))

    def remove_old(self, sha256: str, *, before: datetime) -> bool:
        """Remove a file unless it came again since ``before``; tells whether it did. Only for the sweeper."""
        path = self._path(sha256)
        with self._alone_in(_folder_of(path)):
            if not self._system.exists(path) or _moment(self._system.info(path)) >= before:
                return False
            self._system.rm_file(path)
        return True

    def lying(self) -> Iterator[Lying]:
        """Every file of the store."""
        for path, facts in self._system.find(self._root, detail=True).items():
            if f"/{INCOMING}/" not in path:
                yield Lying(path.rsplit("/", 1)[-1], _moment(facts))

    def sweep_unfinished(self) -> int:
        """Remove what was left half written for longer than a quarter of an hour; tells how many there were."""
        folder = f"{self._root}/{INCOMING}"
        found = self._system.find(folder, detail=True) if self._system.exists(folder) else {}
        old = [path for path, facts in found.items() if _moment(facts) < now() - UNFINISHED]
        for path in old:
            self._system.rm_file(path)
        return len(old)

    def _path(self, sha256: str) -> str:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            msg = "A file is asked for by its sha256."
            raise ValueError(msg)
        return f"{self._root}/{sha256[:2]}/{sha256}"

    def _write(self, stream: IO[bytes], path: str, limit: int | None) -> Kept:
        digest, size = hashlib.sha256(), 0
        with self._system.open(path, "wb") as draft:
            while block := stream.read(BLOCK):
                size += len(block)
                if limit is not None and size > limit:
                    raise TooLarge
                digest.update(block)
                draft.write(block)
            if self._on_disk:
                draft.flush()
                os.fsync(draft.fileno())
        return Kept(digest.hexdigest(), size)

    def _place(self, draft: str, path: str) -> None:
        folder = _folder_of(path)
        self._system.makedirs(folder, exist_ok=True)
        if not self._on_disk:
            # The same bytes over the same bytes: it is how such a store gives a file a new date.
            self._system.mv(draft, path)
            return
        with self._alone_in(folder):
            if self._system.exists(path):
                os.utime(path)
                return
            Path(draft).rename(path)
            _fsync_folder(folder)
        _fsync_folder(self._root)

    @contextmanager
    def _alone_in(self, folder: str) -> Iterator[None]:
        """On a disk: of the sweeper and those who place files in a folder, one at a time."""
        if not self._on_disk:
            yield
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _copy_or_original(self, sha256: str) -> BinaryIO:
        try:
            original = self._system.open(self._path(sha256), "rb")
        except FileNotFoundError as error:
            raise FileIsMissing(sha256) from error
        return cast("BinaryIO", original) if self._on_disk else _copy(original)


def files() -> Files:
    """The file store of this installation."""
    return _files(settings().files)


@cache
def _files(url: str) -> Files:
    return Files(url)


def _copy(original: IO[bytes]) -> BinaryIO:
    """A copy of a remote file, so that the bytes that were verified are the bytes that are read."""
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - the reader closes it
    with original:
        shutil.copyfileobj(original, copy, BLOCK)
    copy.seek(0)
    return cast("BinaryIO", copy)


def _sha256_of(stream: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while block := stream.read(BLOCK):
        digest.update(block)
    return digest.hexdigest()


def _moment(facts: dict[str, object]) -> datetime:
    changed = facts.get("mtime") or facts.get("LastModified") or facts.get("created")
    if isinstance(changed, datetime):
        return changed.astimezone(UTC)
    return datetime.fromtimestamp(float(str(changed)), UTC) if changed is not None else now()


def _folder_of(path: str) -> str:
    return path.rsplit("/", 1)[0]


def _fsync_folder(folder: str) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
