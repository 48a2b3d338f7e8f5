"""Which evidence a version names and which files it came with: found, missing or unused."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from schemas.evidence_names import known_name
from schemas.report.evidence_of import EVIDENCE, RESTING, may_change
from workers.domain.report import Report


@dataclass(frozen=True)
class Matched:
    """A row of the evidence sheet with the file found under its name, or a file of the zip that no row names.

    ``sheets`` are the evidence sheet and those with a row that rests on it.
    """

    evidence_id: str | None
    file_name: str
    sha256: str | None
    inside: bool
    sheets: tuple[str, ...] = ()


def matched(report: Report, *, beside: Mapping[str, str], inside: Mapping[str, str]) -> tuple[Matched, ...]:
    """The rows in their order, then what is unused inside the file; a file beside the report goes before one in the zip."""
    known = {known_name(name): (sha256, True) for name, sha256 in inside.items()}
    known |= {known_name(name): (sha256, False) for name, sha256 in beside.items()}
    rows = report.table("evidence").frame.select("evidence_id", "file_name").drop_nulls("file_name").rows()
    return (*_rows(report, rows, known), *_unused(rows, inside))


def within_correction(
    report: Report, *, before: Mapping[str, str], after: Mapping[str, str], opened: Collection[str]
) -> dict[str, str]:
    """The files in the zips of a correction: those of open sheets as they are now, the others as they were sent back."""
    rows = report.table(EVIDENCE).frame.select("evidence_id", "file_name").drop_nulls("file_name").rows()
    resting = _resting(report)
    free = {known_name(name) for piece, name in rows if may_change(_sheets(resting, piece), opened)}
    kept = {name: sha256 for name, sha256 in before.items() if known_name(name) not in free}
    return kept | {name: sha256 for name, sha256 in after.items() if known_name(name) in free}


def _rows(
    report: Report, rows: list[tuple[str | None, str]], known: Mapping[str, tuple[str, bool]]
) -> Iterator[Matched]:
    resting = _resting(report)
    for evidence_id, name in rows:
        sha256, inside = known.get(known_name(name), (None, False))
        sheets = _sheets(resting, evidence_id)
        yield Matched(evidence_id=evidence_id, file_name=name, sha256=sha256, inside=inside, sheets=sheets)


def _resting(report: Report) -> dict[str, set[str]]:
    """By sheet, the pieces of evidence on which its rows rest."""
    return {sheet: set(report.table(sheet).frame[column].drop_nulls()) for sheet, column in RESTING.items()}


def _sheets(resting: Mapping[str, set[str]], evidence_id: str | None) -> tuple[str, ...]:
    """The evidence sheet, and those with a row that rests on this piece."""
    return (EVIDENCE, *(sheet for sheet, pieces in resting.items() if evidence_id in pieces))


def _unused(rows: list[tuple[str | None, str]], inside: Mapping[str, str]) -> Iterator[Matched]:
    named = {known_name(name) for _, name in rows}
    for name, sha256 in inside.items():
        if known_name(name) not in named:
            yield Matched(evidence_id=None, file_name=name, sha256=sha256, inside=True)
