"""The defined names of a workbook: which cell each one points at, and what stands there."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from defusedxml.ElementTree import ParseError, fromstring
from python_calamine import CalamineError, CalamineWorkbook

from workers.intake import unreadable
from workers.intake.archive import Archive
from workers.intake.cell_types import WORKBOOK, column_number, parts_of, refuse_far_cells, types_of
from workers.intake.workbook import Value, cell_of
from workers.intake.written import Cell

# One cell, or an area, of which the first cell holds the value where its cells are merged.
REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?")
LONGEST_REFERENCE = 400
NOTHING = Cell(None)


@dataclass(frozen=True)
class Place:
    """A cell of a sheet, row and column counted from zero."""

    sheet: str
    row: int
    column: int

    @property
    def told(self) -> str:
        """The cell as the user sees it, such as ``Energie!C12``."""
        return f"{self.sheet}!{_letters(self.column)}{self.row + 1}"


def places_of(archive: Archive) -> Mapping[str, Place]:
    """Where each defined name of a workbook points; names whose cell is gone are left out."""
    try:
        book = fromstring(archive.read(WORKBOOK))
    except ParseError as wrong:
        raise unreadable.damaged() from wrong
    named = [(one.get("name", ""), one.text or "") for one in book.iter() if one.tag.endswith("definedName")]
    found = {name: _place(reference) for name, reference in named}
    return {name: place for name, place in found.items() if place}


def cells_at(archive: Archive, places: Iterable[Place]) -> Mapping[Place, Cell]:
    """What stands in some cells, error cells and formulas without a value told apart."""
    by_sheet: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_sheet[place.sheet].append(place)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(archive.data))
        return {place: cell for sheet, there in by_sheet.items() for place, cell in _cells(archive, book, sheet, there)}
    except CalamineError as wrong:
        raise unreadable.damaged() from wrong


def _cells(archive: Archive, book: CalamineWorkbook, sheet: str, places: list[Place]) -> list[tuple[Place, Cell]]:
    part = next((one for one in parts_of(archive) if one.name == sheet), None)
    if part is None:
        return []
    xml = archive.read(part.member)
    refuse_far_cells(part, xml)
    special = types_of(xml, {})
    lines = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [(place, special.get(place.column, {}).get(place.row) or _cell(lines, place)) for place in places]


def _cell(lines: Sequence[Sequence[Value]], place: Place) -> Cell:
    if place.row >= len(lines) or place.column >= len(lines[place.row]):
        return NOTHING
    cell = cell_of(lines[place.row][place.column])
    return Cell(cell.text.strip() or None, cell.kind) if cell.text else cell


def _place(reference: str) -> Place | None:
    found = REFERENCE.fullmatch(reference.strip()) if len(reference) <= LONGEST_REFERENCE else None
    if found is None:
        return None
    sheet = found[1].replace("''", "'") if found[1] else found[2]
    return Place(sheet=sheet, row=int(found[4]) - 1, column=column_number(found[3].encode()))


def _letters(column: int) -> str:
    first, rest = divmod(column, 26)
    return f"{_letters(first - 1) if first else ''}{chr(65 + rest)}"
