"""A sheet of a workbook that reads as a list: fitted columns, headings that stay in sight, a filter on each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from schemas.texts import Bilingual, Language
from workers.publish.cell_text import clean

BOLD = Font(bold=True)
SHADE = PatternFill("solid", fgColor="F3EFE7")
WRAPPED = Alignment(wrap_text=True, vertical="top")
TOP = Alignment(vertical="top")

Value = str | int | Decimal | None
# A heading, and how many signs its column is wide.
Headings = Sequence[tuple[Bilingual, int]]


def a_book(title: str, language: Language) -> Workbook:
    """A new workbook that says what it is."""
    book = Workbook(write_only=True)
    book.properties.title = clean(" ".join(title.split()))
    book.properties.language = language.value
    book.properties.creator = "Ketenspiegel"
    return book


def add_list(
    book: Workbook,
    name: Bilingual,
    headings: Headings,
    rows: Sequence[Sequence[Value]],
    language: Language,
    *,
    height: int | None = None,
) -> None:
    """A sheet of these rows; ``height`` is how many there will be, where these are not all."""
    sheet: Worksheet = book.create_sheet(name.in_(language))
    for number, (_, width) in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{(len(rows) if height is None else height) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.append([_heading(sheet, label.in_(language)) for label, _ in headings])
    for row in rows:
        sheet.append(_cells(sheet, row))


def _heading(sheet: Worksheet, text: str) -> Cell:
    cell = _text(sheet, text)
    cell.font, cell.fill = BOLD, SHADE
    return cell


def _cells(sheet: Worksheet, row: Iterable[Value]) -> list[Cell]:
    return [_number(sheet, value) if isinstance(value, int | Decimal) else _text(sheet, value) for value in row]


def _number(sheet: Worksheet, value: int | Decimal) -> Cell:
    cell = WriteOnlyCell(sheet)
    cell.value = value
    cell.alignment = TOP
    if isinstance(value, Decimal):
        cell.number_format = "#,##0" if value == value.to_integral_value() else "#,##0.00####"
    return cell


def _text(sheet: Worksheet, text: str | None) -> Cell:
    """A text that stays one: its type is string whatever it starts with, and it is quoted for who edits the cell."""
    cell = WriteOnlyCell(sheet, value=None if text is None else clean(text))
    if text is not None:
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True
    cell.alignment = WRAPPED
    return cell
