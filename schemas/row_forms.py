"""The bridge between a row model and its form at the door: each column becomes the field that reads what people type in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from marshmallow import Schema, ValidationError

from schemas.indicators import INDICATOR
from schemas.report.columns import LONGEST_TEXT, Column, Kind, columns_of
from schemas.report.sheet_text import Cell, Cells, blank, form_model
from schemas.texts import Language
from schemas.web.cells import CodeCell, DayCell, NumberCell, PeriodCell, TextCell, TruthCell, WholeCell
from schemas.web.schema import WebSchema

INDICATOR_IDS: Final = "indicators.csv id"
DECIMAL: Final = {Language.NL: ",", Language.EN: "."}
TRUE, FALSE = "true", "false"


@dataclass(frozen=True)
class RowRead:
    """A row as it was understood, and per column what was expected where it was not; there the text stays as typed."""

    cells: Cells
    faults: Mapping[str, list[str]] = field(default_factory=lambda: MappingProxyType({}))


def read_row(sheet: str, typed: Mapping[str, str], language: Language) -> RowRead:
    """What somebody typed in one row of the form of a sheet, on a page in this language; a blank row lacks nothing."""
    names = [column.name for column in columns_of(form_model(sheet))]
    texts = {name: typed.get(name, "") for name in names}
    if not any(text.strip() for text in texts.values()):
        return RowRead(dict.fromkeys(names))
    try:
        clean, faults = row_form(sheet, language).load(texts), {}
    except ValidationError as wrong:
        clean, faults = wrong.valid_data, dict(wrong.messages_dict)
    cells = {name: _kept(clean[name]) if name in clean else texts[name].strip() or None for name in names}
    return RowRead(cells, faults)


def read_again(sheet: str, cells: Mapping[str, Cell], language: Language) -> RowRead:
    """A row that was kept, looked at anew: what in it is still to be mended."""
    return RowRead(dict(cells)) if blank(cells) else read_row(sheet, shown_row(sheet, cells, language), language)


def shown_row(sheet: str, cells: Mapping[str, Cell], language: Language) -> dict[str, str]:
    """A row as its reader would type it."""
    return {column.name: shown(cells.get(column.name), language) for column in columns_of(form_model(sheet))}


def shown(cell: Cell, language: Language) -> str:
    """A cell as its reader would type it; decimals stand behind the reader's own sign, and thousands have none."""
    if isinstance(cell, bool):
        return TRUE if cell else FALSE
    if isinstance(cell, Decimal):
        return format(cell, "f").replace(".", DECIMAL[language])
    return "" if cell is None else str(cell)


@cache
def row_form(sheet: str, language: Language) -> Schema:
    """The form of one row of a sheet."""
    cells = {column.name: cell_of(column, language) for column in columns_of(form_model(sheet))}
    return WebSchema.from_dict(cells, name=f"{sheet}_{language}")()


def cell_of(column: Column, language: Language) -> Any:
    """The field that reads a column."""
    told: dict[str, Any] = {"required": True} if column.required else {"load_default": None}
    bounds: dict[str, Any] = {"low": column.low, "high": column.high}
    match column.kind:
        case Kind.TEXT:
            words = frozenset(INDICATOR) if column.unit == INDICATOR_IDS else frozenset[str]()
            return TextCell(longest=LONGEST_TEXT, words=words, **told)
        case Kind.INTEGER:
            return WholeCell(decimal=DECIMAL[language], **bounds, **told)
        case Kind.DECIMAL:
            return NumberCell(decimal=DECIMAL[language], **bounds, **told)
        case Kind.BOOLEAN:
            return TruthCell(**told)
        case Kind.DATE:
            return DayCell(**bounds, **told)
        case Kind.PERIOD:
            return PeriodCell(months_only=column.months_only, **told)
        case Kind.CODE:
            return CodeCell(codes=frozenset(map(str, column.codes or ())), **told)


def _kept(value: Any) -> Cell:
    return value.isoformat() if isinstance(value, date) else value
