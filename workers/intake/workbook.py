"""An XLSX workbook as it stands: safe before it is read, its cells with their types, rows as the user sees them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

from workers.intake import limits, unreadable
from workers.intake.archive import Archive
from workers.intake.cell_types import SheetPart, Types, parts_of, refuse_far_cells, shown_styles, types_of
from workers.intake.headings import OUR_OWN, plain
from workers.intake.written import (
    Cell,
    CellKind,
    WrittenColumn,
    WrittenSheet,
    boolean_cell,
    date_cell,
    number_cell,
    rows_from,
    typed_column,
)

Value = str | float | bool | date | datetime | time | timedelta
EXTERNAL = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
PROGRAMS = ("xl/macrosheets/", "xl/dialogsheets/")


def workbook(name: str, archive: Archive) -> tuple[WrittenSheet, ...]:
    """The sheets of a workbook, in its order, our own explanation sheets apart."""
    refuse_programs(name, archive)
    parts = parts_of(archive)
    if len(parts) > limits.SHEETS:
        raise unreadable.too_many_sheets()
    shown = shown_styles(archive)
    wanted = [part for part in parts if plain(part.name) not in OUR_OWN]
    types = {part.name: _typed(part, archive, shown) for part in wanted}
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(archive.data))
        return tuple(_sheet(book, part.name, name, types[part.name]) for part in wanted)
    except CalamineError as wrong:
        raise unreadable.damaged() from wrong


def refuse_programs(name: str, archive: Archive) -> None:
    """Refuse a workbook with macros or links to elsewhere, and a zip that is none."""
    names = [member.lower() for member in archive.members]
    if any(member.startswith(PROGRAMS) or member.endswith("vbaproject.bin") for member in names):
        raise unreadable.macros()
    if any(member.startswith(EXTERNAL) for member in names):
        raise unreadable.external_links()
    if "[content_types].xml" not in names or "xl/workbook.xml" not in names:
        raise unreadable.other_content(name, "een zip zonder werkboek", "a zip without a workbook")


def _typed(part: SheetPart, archive: Archive, shown: Mapping[bytes, Cell]) -> Types:
    xml = archive.read(part.member)
    refuse_far_cells(part, xml)
    return types_of(xml, shown)


def _sheet(book: CalamineWorkbook, called: str, source: str, types: Types) -> WrittenSheet:
    """The headings are on row 1; a sheet whose first row is blank has none."""
    sheet = book.get_sheet_by_name(called)
    lines: list[list[Value]] = sheet.to_python(skip_empty_area=False)
    width = max((len(line) for line in lines[:1]), default=0)
    headings = [_heading(value) for value in (lines[0] if lines else [])]
    below = lines[1:]
    columns = (
        _column(headings[at], [line[at] for line in below], at=at, types=types)
        for at in range(min(width, len(headings)))
    )
    kept = tuple(column for column in columns if column is not None)
    return WrittenSheet(called, source, source, kept, rows_from(2, len(below)))


def _heading(value: Value) -> str:
    return str(cell_of(value).text or "").strip()


def _column(heading: str, values: Sequence[Value], *, at: int, types: Types) -> WrittenColumn | None:
    """One column; without a heading it counts only where something stands below."""
    special = types.get(at, {})
    if heading and not special and all(type(value) is str for value in values):
        return WrittenColumn(heading, pl.Series("text", values, dtype=pl.String).replace("", None))
    cells = [_said(cell_of(value), special.get(row)) for row, value in enumerate(values, start=1)]
    if not heading and not any(cell.text or cell.kind is CellKind.UNSTORED for cell in cells):
        return None
    return typed_column(heading, cells)


def _said(cell: Cell, special: Cell | None) -> Cell:
    """The cell with what the reader could not say of it."""
    if special is None:
        return cell
    plainly = {CellKind.MONTH: CellKind.DATE, CellKind.PERCENT: CellKind.NUMBER}.get(special.kind)
    if plainly is None:
        return special
    return Cell(cell.text, special.kind) if cell.kind is plainly else cell


def cell_of(value: Value) -> Cell:
    """A value as the reader gives it. A time, or a date with a time of day, is no value of any column."""
    if isinstance(value, str):
        return Cell(value or None)
    if isinstance(value, bool):
        return boolean_cell(value)
    if isinstance(value, float | int):
        return number_cell(value)
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return date_cell(value.date()) if midnight else Cell(value.isoformat(sep=" "), CellKind.OTHER)
    if isinstance(value, date):
        return date_cell(value)
    return Cell(str(value), CellKind.OTHER)
