"""A demo report as a file: a workbook with Dutch headings, or a folder of CSV files as an English system exports them."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from enum import Enum

from openpyxl import Workbook
from openpyxl.cell import Cell as WorkbookCell

from deploy.demo.reports import Book
from schemas.report.columns import columns_of
from schemas.report.sheets import SHEETS

Written = str | int | float | date | None


def workbook(book: Book) -> bytes:
    """The report as an XLSX file with Dutch sheet names and headings."""
    made = Workbook(write_only=True)
    for model in SHEETS:
        sheet = made.create_sheet(model.label.nl)
        columns = columns_of(model)
        sheet.append([column.label.nl for column in columns])
        for cells in book[model.sheet]:
            sheet.append([written(cells.get(column.name)) for column in columns])
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def written(value: object) -> Written | WorkbookCell:
    """A value as a person would leave it in a cell."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Enum):
        return str(value.value)
    assert value is None or isinstance(value, str | int | date)
    return value


def csv_files(book: Book) -> dict[str, str]:
    """The report as one CSV text per sheet, with machine names."""
    files = {}
    for model in SHEETS:
        names = [column.name for column in columns_of(model)]
        text = io.StringIO()
        lines = csv.DictWriter(text, names, lineterminator="\n")
        lines.writeheader()
        lines.writerows({name: written(value) for name, value in cells.items()} for cells in book[model.sheet])
        files[f"{model.sheet}.csv"] = text.getvalue()
    return files
