"""The rows of one sheet as JSON text: what a form keeps, what its part in a version holds, and what a check leaves to go on with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from schemas.report.columns import Row, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME

# A number that was read is a number here, and a text in a column of numbers was not read: it stands as it was typed.
Cell = str | int | Decimal | bool | None
Cells = dict[str, Cell]

FRONT: Final = "report"
CALLED: Final = "formulier {sheet}.json"
# Headings are row 1, as in a workbook, so that a finding and a form call a row the same.
FIRST_ROW: Final = 2
# A form has at most so many cells; what is longer is filled in with a workbook.
MOST_CELLS: Final = 400
# Of a longer sheet the history tells how many rows there are, and not which changed.
MOST_ROWS_KEPT: Final = 2000
# The map of the chain is drawn from the rows, so that the chain of a whole country is kept as well.
LONGER_KEPT: Final = {"suppliers": 20_000}


def form_model(sheet: str) -> type[Row]:
    """The rows of the form of a sheet; the sheet *report* has its fields as one row."""
    return Front if sheet == FRONT else BY_NAME[sheet]


def by_form(sheet: str) -> bool:
    """Whether a sheet is so small that it can be filled in by form."""
    return sheet in BY_NAME and BY_NAME[sheet].few_rows


def most_rows(sheet: str) -> int:
    """How many rows the form of a sheet takes."""
    return 1 if sheet == FRONT else MOST_CELLS // len(columns_of(BY_NAME[sheet]))


def most_rows_kept(sheet: str) -> int:
    """How many rows of a sheet a check leaves as text."""
    return LONGER_KEPT.get(sheet, MOST_ROWS_KEPT)


def form_name(sheet: str) -> str:
    """How the part of a form is called, in manifests and findings."""
    return CALLED.format(sheet=BY_NAME[sheet].label.nl)


def sheet_of_form(source: str | None) -> str | None:
    """The sheet whose form a source is; none for every other source."""
    return next((sheet for sheet in BY_NAME if by_form(sheet) and form_name(sheet) == source), None)


def text_of(sheet: str, rows: Iterable[Mapping[str, Cell]]) -> str:
    """The rows as one JSON text, each with every column; the same rows give the same text."""
    names = [column.name for column in columns_of(form_model(sheet))]
    if sheet == FRONT:
        written = [_pairs({"field": name, "value": row.get(name)}) for row in rows for name in names]
    else:
        written = [_pairs({name: row.get(name) for name in names}) for row in rows]
    return f"{{{json.dumps(sheet)}: [{', '.join(written)}]}}"


def rows_in(text: str) -> list[Cells]:
    """The rows that stand in such a text."""
    [(sheet, rows)] = json.loads(text, parse_float=Decimal).items()
    if sheet == FRONT:
        return [{row["field"]: row["value"] for row in rows}] if rows else []
    return list(rows)


def blank(row: Mapping[str, Cell]) -> bool:
    """Whether nothing stands in a row."""
    return all(cell is None for cell in row.values())


def until_last_filled(rows: Iterable[Mapping[str, Cell]]) -> list[Mapping[str, Cell]]:
    """The rows without the blank ones behind the last that is filled in; those between keep their place."""
    kept = list(rows)
    while kept and blank(kept[-1]):
        kept.pop()
    return kept


def _pairs(cells: Mapping[str, Cell]) -> str:
    return "{" + ", ".join(f"{json.dumps(name)}: {_cell(cell)}" for name, cell in cells.items()) + "}"


def _cell(cell: Cell) -> str:
    """A cell in JSON; a decimal in all its digits, which the library would make a float."""
    return format(cell, "f") if isinstance(cell, Decimal) else json.dumps(cell, ensure_ascii=False)
