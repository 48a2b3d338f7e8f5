"""The workbook to fill in: a sheet *Start*, every sheet with hints and lists, last year's fleet and chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from schemas.calendar import duty_dates
from schemas.report.code_lists import CodeList
from schemas.report.columns import Column, Kind, Row, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import SHEETS
from schemas.terms import Terms
from schemas.texts import Bilingual, Language
from workers.domain.rendering import day
from workers.domain.report import Report
from workers.domain.wording import wanted
from workers.publish import template_words as words
from workers.publish.template_rows import Rows, Value, rows_of
from workers.publish.workbook_bytes import bytes_of

LAST_ROW = 1_048_576
LONGEST_MESSAGE = 255
REQUIRED_FILL = PatternFill("solid", fgColor="0F4C4C")
OPTIONAL_FILL = PatternFill("solid", fgColor="DCE8E6")
REQUIRED_FONT = Font(bold=True, color="FFFFFF")
OPTIONAL_FONT = Font(bold=True, color="1B2B2B")
WRAPPED = Alignment(wrap_text=True, vertical="top")
DATE_FORMAT = "dd-mm-yyyy"
FORMATS: Mapping[Kind, str] = {
    Kind.TEXT: "@",
    Kind.PERIOD: "@",
    Kind.CODE: "@",
    Kind.BOOLEAN: "@",
    Kind.DATE: DATE_FORMAT,
    Kind.INTEGER: "0",
    Kind.DECIMAL: "#,##0.###",
}

Lists = Mapping[type[CodeList], str]


def template(
    year: int,
    *,
    previous: Report | None = None,
    language: Language = Language.NL,
    terms: Terms | None = None,
    hand_in_by: date | None = None,
) -> bytes:
    """The workbook for one report year, with what is known already; ``hand_in_by`` where that is another day than the terms give."""
    book = Workbook()
    book.properties.title = words.TITLE.in_(language).format(year=year)
    book.properties.language = language.value
    book.properties.creator = "Ketenspiegel"
    last_day = hand_in_by or (duty_dates(terms.calendar, year).hand_in_by if terms else None)
    named = terms.name if terms else None
    _start(book.worksheets[0], year, named, last_day, carried=previous is not None, language=language)
    lists = _list_names(language)
    for model in SHEETS:
        rows = rows_of(model.sheet, year=year, previous=previous, terms=terms, language=language)
        _sheet(book.create_sheet(model.label.in_(language)), model, rows, lists=lists, language=language)
    _lists(book.create_sheet(words.LISTS.in_(language)), language)
    return bytes_of(book)


def _start(
    sheet: Worksheet, year: int, concession: str | None, last_day: date | None, *, carried: bool, language: Language
) -> None:
    """What is asked, by whom, by when, and what may stay empty."""
    sheet.title = words.START.in_(language)
    sheet.append([words.TITLE.in_(language).format(year=year)])
    sheet.append([concession])
    sheet.append([_by_when(last_day, language)])
    for step in (*words.STEPS, *([words.CARRIED] if carried else [])):
        sheet.append([step.in_(language)])
    sheet.append([])
    sheet.append([heading.in_(language) for heading in words.HEADINGS])
    head = sheet.max_row
    for model in SHEETS:
        sheet.append(_about(model, language))
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A3"].font = Font(bold=True)
    for cell in sheet[head]:
        cell.font, cell.fill = REQUIRED_FONT, REQUIRED_FILL
    for line in sheet.iter_rows(min_row=head + 1):
        line[0].hyperlink = f"#'{line[0].value}'!A1"
        for cell in line:
            cell.alignment = WRAPPED
    for letter, width in zip("ABCDE", (24, 42, 18, 26, 70), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_view.showGridLines = False


def _by_when(last_day: date | None, language: Language) -> str:
    if last_day is None:
        return words.NO_DATE.in_(language)
    return words.BY_WHEN.in_(language).format(day=day(last_day, language))


def _about(model: type[Row], language: Language) -> list[str]:
    columns = columns_of(Front if model.sheet == "report" else model)
    optional = [column.label.in_(language) for column in columns if not column.required]
    return [
        model.label.in_(language),
        model.holds.in_(language),
        (words.REQUIRED_SHEET if model.required else words.OPTIONAL_SHEET).in_(language),
        words.WHO[model.sheet].in_(language),
        ", ".join(optional) or words.NOTHING.in_(language),
    ]


def _sheet(sheet: Worksheet, model: type[Row], rows: Rows, *, lists: Lists, language: Language) -> None:
    columns = columns_of(model)
    sheet.append([column.label.in_(language) for column in columns])
    for at, column in enumerate(columns, start=1):
        _heading(sheet, at, column, language)
        if model.sheet != "report":
            _offer(sheet, f"{get_column_letter(at)}2:{get_column_letter(at)}{LAST_ROW}", column, lists, language)
    for row, values in enumerate(rows, start=2):
        _fill(sheet, row, columns if model.sheet != "report" else (columns[0], columns_of(Front)[row - 2]), values)
    if model.sheet == "report":
        _explain_fields(sheet, lists, language)
    sheet.freeze_panes = "B2" if model.sheet != "report" else "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(len(rows) + 1, 2)}"


def _heading(sheet: Worksheet, at: int, column: Column, language: Language) -> None:
    cell = sheet.cell(1, at)
    required = column.required or column.sheet == "report"
    cell.font, cell.fill = (REQUIRED_FONT, REQUIRED_FILL) if required else (OPTIONAL_FONT, OPTIONAL_FILL)
    cell.alignment = WRAPPED
    cell.comment = Comment(hint(column, language), "Ketenspiegel", width=320, height=160)
    dimension = sheet.column_dimensions[get_column_letter(at)]
    dimension.width = 40 if column.sheet == "report" else min(max(len(str(cell.value)) + 4, 14), 34)
    if column.sheet != "report":
        dimension.number_format = FORMATS[column.kind]


def hint(column: Column, language: Language) -> str:
    """What belongs in a column or field, in a few short sentences."""
    takes = words.CHOOSE if column.codes else words.TAKES
    said = [
        column.note.in_(language) + "." if column.note else "",
        takes.in_(language).format(wanted=wanted(f"{column.sheet}.{column.name}", language)),
        words.UNIT.in_(language).format(unit=column.unit)
        if column.unit and column.kind in (Kind.DECIMAL, Kind.INTEGER)
        else "",
        (words.REQUIRED if column.required else words.OPTIONAL).in_(language),
    ]
    return " ".join(part for part in said if part)


def _offer(sheet: Worksheet, cells: str, column: Column, lists: Lists, language: Language) -> None:
    """The list of a coded column to choose from; for the others the hint when the cell is chosen."""
    formula = _choices(column, lists, language)
    offer = DataValidation(type="list", formula1=formula, allow_blank=True) if formula else DataValidation()
    offer.errorStyle = "warning"
    offer.showErrorMessage = formula is not None
    offer.showInputMessage = True
    offer.promptTitle = column.label.in_(language)[:32]
    offer.prompt = hint(column, language)[:LONGEST_MESSAGE]
    offer.add(cells)
    sheet.add_data_validation(offer)


def _choices(column: Column, lists: Lists, language: Language) -> str | None:
    if column.codes:
        return lists[column.codes]
    if column.kind is Kind.BOOLEAN:
        return f'"{words.YES.in_(language)},{words.NO.in_(language)}"'
    return None


def _fill(sheet: Worksheet, row: int, columns: Sequence[Column], values: Sequence[Value]) -> None:
    for at, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
        cell = sheet.cell(row, at, value)
        cell.number_format = FORMATS[column.kind]
        if isinstance(value, str):
            cell.data_type = "s"


def _explain_fields(sheet: Worksheet, lists: Lists, language: Language) -> None:
    """Each field has its own type: its hint and its list stand at its own row."""
    for row, column in enumerate(columns_of(Front), start=2):
        cell = sheet.cell(row, 1)
        cell.font = Font(bold=column.required)
        cell.comment = Comment(hint(column, language), "Ketenspiegel", width=320, height=120)
        _offer(sheet, f"B{row}", column, lists, language)


def _list_names(language: Language) -> Lists:
    """Where the labels of each code list stand on the hidden sheet."""
    sheet = words.LISTS.in_(language)
    return {
        codes: f"'{sheet}'!${get_column_letter(at)}$2:${get_column_letter(at)}${len(codes) + 1}"
        for at, codes in enumerate(_code_lists(), start=1)
    }


def _lists(sheet: Worksheet, language: Language) -> None:
    for at, codes in enumerate(_code_lists(), start=1):
        sheet.cell(1, at, codes.__name__)
        for row, code in enumerate(codes, start=2):
            label: Bilingual = code.label
            sheet.cell(row, at, label.in_(language))
    sheet.sheet_state = "hidden"


def _code_lists() -> Sequence[type[CodeList]]:
    columns = [column for model in (*SHEETS, Front) for column in columns_of(model)]
    return list(dict.fromkeys(column.codes for column in columns if column.codes))
