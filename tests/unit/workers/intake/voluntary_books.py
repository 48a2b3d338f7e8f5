"""Workbooks of the voluntary standard for tests: cells with the defined names of the template."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from tests.unit.workers.intake.files import saved
from workers.intake.voluntary import ENDS, ENTITY, STARTS

SHEET = "Environmental Disclosures"


def a_voluntary_book(
    figures: Mapping[str, Any],
    *,
    entity: str = "Taxi Denkbeeld",
    starts: Any = date(2026, 1, 1),
    ends: Any = date(2026, 12, 31),
) -> bytes:
    """A workbook in which each name points at a cell of its own, a third down, with a name whose cell is gone."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    cells = {ENTITY: entity, STARTS: starts, ENDS: ends, **figures}
    for row, (name, value) in enumerate(cells.items(), start=3):
        sheet.cell(row=row, column=4, value=value)
        book.defined_names[name] = DefinedName(name, attr_text=f"'{SHEET}'!$D${row}")
    book.defined_names["Gone"] = DefinedName("Gone", attr_text="#REF!")
    return saved(book)
