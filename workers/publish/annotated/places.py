"""Where findings stand in one workbook: which of its sheets and columns is meant, by the user's own headings."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from schemas.judgement import Finding
from schemas.report.sheets import BY_NAME
from workers.intake.cell_types import SheetPart, parts_of
from workers.intake.headings import column_names, plain, sheet_called
from workers.publish.annotated.package import Package


@dataclass(frozen=True)
class Place:
    """A cell such as F43 of a sheet; without a cell the sheet as a whole."""

    sheet: SheetPart
    cell: str | None

    @property
    def name(self) -> str:
        """The place as a person reads it."""
        return f"{self.sheet.name}!{self.cell}" if self.cell else self.sheet.name

    @property
    def link(self) -> str:
        """The place as a spreadsheet program finds it."""
        quoted = self.sheet.name.replace("'", "''")
        return f"'{quoted}'!{self.cell or 'A1'}"


@dataclass(frozen=True)
class Grid:
    """The sheets of the report that a workbook holds, and per sheet the letter of each column."""

    sheets: Mapping[str, SheetPart]
    letters: Mapping[str, Mapping[str, str]]

    def place_of(self, finding: Finding) -> Place | None:
        """Where a finding stands; None where this workbook does not hold its sheet.

        A finding about a row as a whole stands at its first cell; one without a row has no cell.
        """
        sheet = self.sheets.get(finding.sheet)
        if sheet is None:
            return None
        if finding.row is None:
            return Place(sheet, None)
        letters = self.letters[finding.sheet]
        letter = letters.get(finding.column or "") or letters.get(plain(finding.column or "")) or "A"
        return Place(sheet, f"{letter}{finding.row}")


def grid_of(package: Package) -> Grid:
    """The grid of a workbook that intake could read; of two sheets of one name the first counts, as there."""
    sheets: dict[str, SheetPart] = {}
    for part in parts_of(package.archive):
        known = sheet_called(part.name)
        if known:
            sheets.setdefault(known, part)
    book = load_workbook(io.BytesIO(package.archive.data), read_only=True, data_only=True)
    try:
        letters = {known: _letters(known, book[part.name]) for known, part in sheets.items()}
    finally:
        book.close()
    return Grid(sheets, letters)


def _letters(known: str, sheet: object) -> Mapping[str, str]:
    """The letter of each column, by machine name and by plain heading; of two equal headings the first counts."""
    names = column_names(BY_NAME[known])
    found: dict[str, str] = {}
    first = next(iter(sheet.iter_rows(max_row=1, values_only=True)), ())  # type: ignore[attr-defined]
    for number, heading in enumerate(first, start=1):
        called = plain(str(heading or ""))
        if called:
            for name in (called, names.get(called, called)):
                found.setdefault(name, get_column_letter(number))
    return found
