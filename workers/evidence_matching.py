"""Which evidence a version names and which files it came with: found, missing or unused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schemas.evidence_names import known_name
from workers.domain.report import Report


@dataclass(frozen=True)
class Matched:
    """A row of the evidence sheet with the file found under its name, or a file of the zip that no row names."""

    evidence_id: str | None
    file_name: str
    sha256: str | None
    inside: bool


def matched(report: Report, *, beside: Mapping[str, str], inside: Mapping[str, str]) -> tuple[Matched, ...]:
    """The rows in their order, then what is unused inside the file; a file beside the report goes before one in the zip."""
    known = {known_name(name): (sha256, True) for name, sha256 in inside.items()}
    known |= {known_name(name): (sha256, False) for name, sha256 in beside.items()}
    rows = report.table("evidence").frame.select("evidence_id", "file_name").drop_nulls("file_name").rows()
    return (*_rows(rows, known), *_unused(rows, inside))


def _rows(rows: list[tuple[str | None, str]], known: Mapping[str, tuple[str, bool]]) -> Iterator[Matched]:
    for evidence_id, name in rows:
        sha256, inside = known.get(known_name(name), (None, False))
        yield Matched(evidence_id=evidence_id, file_name=name, sha256=sha256, inside=inside)


def _unused(rows: list[tuple[str | None, str]], inside: Mapping[str, str]) -> Iterator[Matched]:
    named = {known_name(name) for _, name in rows}
    for name, sha256 in inside.items():
        if known_name(name) not in named:
            yield Matched(evidence_id=None, file_name=name, sha256=sha256, inside=True)
