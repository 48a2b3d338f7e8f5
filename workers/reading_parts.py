"""The parts of a manifest, from the file store through intake."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.store import FileIsDamaged, FileIsMissing, KeptRows, files, reading
from workers.domain.privacy import blanked
from workers.domain.ranges import RANGES
from workers.domain.report import Report
from workers.intake import Part, Reading, Unreadable, read_parts
from workers.kept_rows import key_of, packed, unpacked
from workers.removing import REMOVED, was_removed
from workers.sources import Source

logger = logging.getLogger(__name__)

Read = Callable[[tuple[Source, ...]], Reading]


def reading_of(parts: tuple[Source, ...]) -> Reading:
    """What intake reads of a manifest; raises ``Unreadable`` where one of its files is no report, or was removed."""
    try:
        contents = {sha256: files().read(sha256) for sha256 in dict.fromkeys(part.sha256 for part in parts)}
    except FileIsMissing:
        with reading() as session:
            if was_removed(session, [part.sha256 for part in parts]):
                raise REMOVED from None
        raise
    return read_parts([Part(name=part.name, content=contents[part.sha256], sheet=part.sheet) for part in parts])


@dataclass(frozen=True)
class RowsKept:
    """Rows that were kept just now, and still have to be named in the database."""

    read_of: str
    sha256: str


@dataclass(frozen=True)
class Earlier:
    """The report of an earlier version, if it can still be read, and its rows where they were kept only now."""

    report: Report | None
    rows: RowsKept | None = None


def earlier_of(parts: tuple[Source, ...]) -> Earlier:
    """The report of an earlier version, to be judged with a later one; the first time its rows are kept for the next."""
    if report := _as_kept(parts):
        return Earlier(report)
    report = _read_anew(parts)
    if report is None:
        return Earlier(None)
    kept = files().keep_bytes(packed(report))
    return Earlier(report, RowsKept(read_of=key_of(parts), sha256=kept.sha256))


def report_of(parts: tuple[Source, ...]) -> Report | None:
    """The report of an earlier version; none where it can no longer be read, so that what hangs on it is not assessed."""
    return _as_kept(parts) or _read_anew(parts)


def name_rows(session: Session, rows: RowsKept) -> None:
    """Name the file, so that the sweeper leaves it; a twin may do the same at the same moment."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    named = insert(KeptRows).values(read_of=rows.read_of, sha256=rows.sha256, kept_at=now())
    session.execute(named.on_conflict_do_nothing())


def _as_kept(parts: tuple[Source, ...]) -> Report | None:
    """The report from its kept rows; they count only as long as the files that they were read from are there."""
    with reading() as session:
        kept = session.get(KeptRows, key_of(parts))
    if kept is None or not all(files().holds(part.sha256) for part in parts):
        return None
    try:
        return unpacked(files().read(kept.sha256))
    except (FileIsMissing, FileIsDamaged) as error:
        logger.warning("Kept rows cannot be used, so the files are read anew.", extra={"error": type(error).__name__})
        return None


def _read_anew(parts: tuple[Source, ...]) -> Report | None:
    """The report from its files, without the figures that may not be kept."""
    try:
        return blanked(reading_of(parts).report, RANGES)
    except Unreadable:
        return None
