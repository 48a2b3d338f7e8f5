"""What somebody typed in the form of a sheet, as the browser sends it: cells by row, and what the button asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from portal.refusals import Refused
from schemas.report.columns import columns_of
from schemas.report.sheet_text import FIRST_ROW, Cells, form_model, most_rows
from schemas.row_forms import read_row
from schemas.texts import Language
from schemas.web import Said
from schemas.web.words import UNKNOWN

CELL: Final = re.compile(r"r(\d{1,4})\.([a-z0-9_]+)")
OTHER_NAMES: Final = frozenset({"csrf_token", "stempel", "taal", "doe"})
SAVE, ADD_ROW, EMPTY = "bewaren", "rij", "leeg"
TAKE_AWAY: Final = re.compile(r"weg-(\d{1,4})")
NOT_THIS: Final = Said("Deze knop kennen wij niet.", "We do not know this button.")


@dataclass(frozen=True, kw_only=True)
class Typed:
    """A form that was sent: the rows, the rows it builds on, and how many blank rows are wanted below."""

    sheet: str
    rows: tuple[Cells, ...]
    stamp: str
    more: int = 0
    left_empty: bool = False


def typed(sheet: str, form: Mapping[str, str]) -> Typed:
    """The form as it was sent, with what its button does to the rows done."""
    language = Language.EN if form.get("taal") == Language.EN else Language.NL
    by_row = _by_row(sheet, form)
    rows = tuple(
        read_row(sheet, by_row.get(row, {}), language).cells for row in range(FIRST_ROW, max(by_row, default=1) + 1)
    )
    return _done(Typed(sheet=sheet, rows=rows, stamp=form.get("stempel", "")), form.get("doe", SAVE))


def cell_id(row: int, column: str) -> str:
    """How a cell is called on the page, by the row's place from 0."""
    return f"r{row + FIRST_ROW}.{column}"


def _by_row(sheet: str, form: Mapping[str, str]) -> dict[int, dict[str, str]]:
    names = {column.name for column in columns_of(form_model(sheet))}
    rows: dict[int, dict[str, str]] = {}
    for name in form:
        if name in OTHER_NAMES:
            continue
        cell = CELL.fullmatch(name)
        row = int(cell[1]) if cell else 0
        if cell is None or cell[2] not in names or not FIRST_ROW <= row < FIRST_ROW + 2 * most_rows(sheet):
            raise Refused(UNKNOWN)
        rows.setdefault(row, {})[cell[2]] = form[name]
    return rows


def _done(sent: Typed, button: str) -> Typed:
    if button == SAVE:
        return sent
    if button == ADD_ROW:
        return replace(sent, more=1)
    if button == EMPTY:
        return replace(sent, rows=(), left_empty=True)
    if taken := TAKE_AWAY.fullmatch(button):
        at = int(taken[1]) - FIRST_ROW
        return replace(sent, rows=sent.rows[:at] + sent.rows[at + 1 :])
    raise Refused(NOT_THIS)
