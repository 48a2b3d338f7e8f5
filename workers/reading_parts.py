"""The parts of a manifest, from the file store through intake."""

from __future__ import annotations

from schemas.store import FileIsMissing, files, reading
from workers.domain.report import Report
from workers.intake import Part, Reading, Unreadable, read_parts
from workers.removing import REMOVED, was_removed
from workers.sources import Source


def reading_of(parts: tuple[Source, ...]) -> Reading:
    """What intake reads of a manifest; raises ``Unreadable`` where one of its files is no report, or was removed."""
    try:
        given = [Part(name=part.name, content=files().read(part.sha256), sheet=part.sheet) for part in parts]
    except FileIsMissing:
        with reading() as session:
            if was_removed(session, [part.sha256 for part in parts]):
                raise REMOVED from None
        raise
    return read_parts(given)


def report_of(parts: tuple[Source, ...]) -> Report | None:
    """The report of an earlier version; none where it can no longer be read, so that what hangs on it is not assessed."""
    try:
        return reading_of(parts).report
    except Unreadable:
        return None
