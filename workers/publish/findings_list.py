"""The findings as a workbook: one row per finding, to filter and to hand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from schemas.judgement import Finding, NotAssessed, Validation
from schemas.report.sheets import BY_NAME
from schemas.texts import Bilingual, Language
from workers.publish.findings_text import heading
from workers.publish.words import SEVERITY
from workers.publish.workbook_bytes import bytes_of

TITLE = Bilingual(nl="Bevindingen {concession} {year}", en="Findings {concession} {year}")
FINDINGS = Bilingual(nl="Bevindingen", en="Findings")
NOT_JUDGED = Bilingual(nl="Niet beoordeeld", en="Not judged")
HEADINGS = (
    (Bilingual(nl="Soort", en="Kind"), 12),
    (Bilingual(nl="Regel", en="Rule"), 11),
    (Bilingual(nl="Bron", en="Source"), 24),
    (Bilingual(nl="Blad", en="Sheet"), 20),
    (Bilingual(nl="Rij", en="Row"), 8),
    (Bilingual(nl="Kolom", en="Column"), 24),
    (Bilingual(nl="Waarde", en="Value"), 20),
    (Bilingual(nl="Bevinding", en="Finding"), 60),
    (Bilingual(nl="Verwacht", en="Expected"), 36),
    (Bilingual(nl="Wat te doen", en="What to do"), 48),
)
NOT_JUDGED_HEADINGS = (
    (Bilingual(nl="Regel", en="Rule"), 11),
    (Bilingual(nl="Blad", en="Sheet"), 20),
    (Bilingual(nl="Rijen", en="Rows"), 8),
    (Bilingual(nl="Reden", en="Reason"), 80),
)
# What a cell cannot hold, and how much it can.
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767

BOLD = Font(bold=True)
SHADE = PatternFill("solid", fgColor="F3EFE7")
WRAPPED = Alignment(wrap_text=True, vertical="top")
TOP = Alignment(vertical="top")

Value = str | int | None


def findings_workbook(validation: Validation, language: Language) -> bytes:
    """The list as an XLSX file; the same findings give the same bytes."""
    book = Workbook(write_only=True)
    title = TITLE.in_(language).format(
        concession=validation.report.concession_id or "", year=validation.report.report_year or ""
    )
    book.properties.title = _clean(" ".join(title.split()))
    book.properties.language = language.value
    book.properties.creator = "Ketenspiegel"
    _sheet(book, FINDINGS, HEADINGS, [_finding(one, language) for one in validation.findings], language)
    if validation.not_assessed:
        rows = [_not_assessed(one, language) for one in validation.not_assessed]
        _sheet(book, NOT_JUDGED, NOT_JUDGED_HEADINGS, rows, language)
    return bytes_of(book)


def _finding(finding: Finding, language: Language) -> Sequence[Value]:
    return (
        SEVERITY[finding.severity].in_(language),
        finding.rule,
        finding.source,
        _label(finding.sheet, language),
        finding.row,
        heading(finding, language) or None,
        finding.value,
        finding.message.in_(language),
        finding.expected.in_(language),
        finding.mend.in_(language),
    )


def _not_assessed(item: NotAssessed, language: Language) -> Sequence[Value]:
    return item.rule, _label(item.sheet, language), item.rows or None, item.reason.in_(language)


def _label(sheet: str, language: Language) -> str:
    return BY_NAME[sheet].label.in_(language) if sheet in BY_NAME else sheet


def _sheet(
    book: Workbook,
    name: Bilingual,
    headings: Sequence[tuple[Bilingual, int]],
    rows: Sequence[Sequence[Value]],
    language: Language,
) -> None:
    """A sheet with fitted columns, headings that stay in sight, and a filter on each."""
    sheet: Worksheet = book.create_sheet(name.in_(language))
    for number, (_, width) in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.append([_heading(sheet, label.in_(language)) for label, _ in headings])
    for row in rows:
        sheet.append(_cells(sheet, row))


def _heading(sheet: Worksheet, text: str) -> Cell:
    cell = _text(sheet, text)
    cell.font, cell.fill = BOLD, SHADE
    return cell


def _cells(sheet: Worksheet, row: Iterable[Value]) -> list[Cell]:
    return [_number(sheet, value) if isinstance(value, int) else _text(sheet, value) for value in row]


def _number(sheet: Worksheet, value: int) -> Cell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.alignment = TOP
    return cell


def _text(sheet: Worksheet, text: str | None) -> Cell:
    """A text that stays one: its type is string whatever it starts with, and it is quoted for who edits the cell."""
    cell = WriteOnlyCell(sheet, value=None if text is None else _clean(text))
    if text is not None:
        cell.data_type = "s"
        cell.number_format = "@"
        cell.quotePrefix = True
    cell.alignment = WRAPPED
    return cell


def _clean(text: str) -> str:
    return ILLEGAL.sub("\ufffd", text)[:LONGEST]
