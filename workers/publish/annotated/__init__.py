"""The user's own workbook back: a comment at each faulty cell, a first sheet that lists and links all, and nothing else changed."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.judgement import Finding, Validation
from schemas.texts import Language
from workers.intake.archive import opened
from workers.publish.annotated.first_sheet import Line, put_first
from workers.publish.annotated.notes import put_notes
from workers.publish.annotated.package import Package
from workers.publish.annotated.places import Grid, Place, grid_of
from workers.publish.findings_text import by_importance

# A spreadsheet program takes 65,530 links on a sheet; far fewer comments are still pleasant to work with.
MOST = 20_000


def annotated_workbook(content: bytes, validation: Validation, *, source: str, language: Language) -> bytes:
    """The workbook ``content``, known to the findings as ``source``, with what was found in and around it.

    The same workbook and findings give the same bytes. A workbook that was annotated before is annotated anew.
    """
    package = Package(opened(content))
    grid = grid_of(package)
    findings = sorted(validation.findings, key=by_importance)[:MOST]
    lines = [Line(finding, _place(grid, finding, source)) for finding in findings]
    put_notes(package, _noted(lines), language)
    put_first(package, lines, validation, language)
    return package.content()


def _place(grid: Grid, finding: Finding, source: str) -> Place | None:
    """Where a finding stands in this workbook; one that is about another file has no place in it."""
    return grid.place_of(finding) if finding.source in {source, None} else None


def _noted(lines: Sequence[Line]) -> dict[Place, list[Finding]]:
    """The findings of each cell that has any."""
    cells: dict[Place, list[Finding]] = {}
    for line in lines:
        if line.place and line.place.cell:
            cells.setdefault(line.place, []).append(line.finding)
    return cells
