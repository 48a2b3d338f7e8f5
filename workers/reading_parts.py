"""The parts of a manifest, from the file store through intake."""

from __future__ import annotations

from schemas.store import files
from workers.domain.report import Report
from workers.intake import Part, Reading, Unreadable, read_parts
from workers.sources import Source


def reading_of(parts: tuple[Source, ...]) -> Reading:
    """What intake reads of a manifest; raises ``Unreadable`` where one of its files is no report."""
    return read_parts([Part(name=part.name, content=files().read(part.sha256), sheet=part.sheet) for part in parts])


def report_of(parts: tuple[Source, ...]) -> Report | None:
    """The report of an earlier version; none where it can no longer be read, so that what hangs on it is not assessed."""
    try:
        return reading_of(parts).report
    except Unreadable:
        return None
