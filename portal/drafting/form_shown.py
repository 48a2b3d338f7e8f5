"""The form of a sheet as the page shows it: each cell as the reader would type it, what is wrong with it, and what others typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _

from portal.drafting.differences import paired
from portal.drafting.typed import cell_id
from portal.language import in_language, language
from schemas.report.columns import Column, Kind, columns_of
from schemas.report.sheet_text import FIRST_ROW, FRONT, Cell, Cells, blank, form_model, most_rows
from schemas.row_forms import FALSE, INDICATOR_IDS, TRUE, read_again, shown

TYPES: Final = {Kind.INTEGER: "number", Kind.DECIMAL: "number", Kind.DATE: "date"}
UNITS: Final = frozenset({"%", "EUR", "EUR/h", "kWp", "MWh", "kg CO2e"})
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class FieldShown:
    """One cell; ``theirs`` is what somebody else has there, where that differs."""

    id: str
    column: Column
    label: str
    type: str
    value: str
    options: Options | None
    errors: tuple[str, ...]
    theirs: str | None

    @property
    def unit(self) -> str | None:
        """The unit, where it says something that the heading does not, in any language."""
        return self.column.unit if self.column.unit in UNITS else None


@dataclass(frozen=True, kw_only=True)
class RowShown:
    """One row by the number that findings tell too; ``only_theirs`` where somebody else added it."""

    place: int
    fields: tuple[FieldShown, ...]
    only_theirs: bool = False

    @property
    def number(self) -> int:
        """The row as a workbook would count it."""
        return self.place + FIRST_ROW


@dataclass(frozen=True, kw_only=True)
class FormShown:
    """All rows of the form, what is wrong by cell, and how each such cell is called."""

    rows: tuple[RowShown, ...]
    errors: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    may_grow: bool
    one_row: bool


def form_shown(sheet: str, rows: Sequence[Cells], *, more: int = 0, theirs: Sequence[Cells] | None = None) -> FormShown:
    """The form with these rows, one blank row at least, and beside each cell what differs in ``theirs``."""
    pairs = paired(sheet, theirs, rows) if theirs is not None else [(None, row) for row in rows]
    mine = [(was, became if became is not None else was) for was, became in pairs]
    wanted = 1 if sheet == FRONT else max(1, len(mine) + more)
    filled = [*mine, *((None, {}) for _row in range(wanted - len(mine)))]
    shown_rows = tuple(
        _row(sheet, place, row or {}, was if theirs is not None else row, compared=theirs is not None)
        for place, (was, row) in enumerate(filled)
    )
    wrong = [field for row in shown_rows for field in row.fields if field.errors]
    return FormShown(
        rows=shown_rows,
        errors={field.id: field.errors for field in wrong},
        names={field.id: _name(sheet, field) for field in wrong},
        may_grow=len(shown_rows) < most_rows(sheet),
        one_row=sheet == FRONT,
    )


def _row(
    sheet: str, place: int, row: Mapping[str, Cell], was: Mapping[str, Cell] | None, *, compared: bool
) -> RowShown:
    faults = read_again(sheet, row, language()).faults
    fields = tuple(
        FieldShown(
            id=cell_id(place, column.name),
            column=column,
            label=in_language(column.label),
            type=_type(column, row.get(column.name)),
            value=shown(row.get(column.name), language()),
            options=_options(column, row.get(column.name)),
            errors=tuple(in_language(text) for text in faults.get(column.name, ())),
            theirs=_theirs(column, row, was) if compared else None,
        )
        for column in columns_of(form_model(sheet))
    )
    return RowShown(place=place, fields=fields, only_theirs=compared and was is row and not blank(row))


def _type(column: Column, cell: Cell) -> str:
    """How a cell is asked for; a browser would not show a text that is no day in a field for days."""
    text = "" if cell is None else str(cell)
    if "\n" in text:
        return "prose"
    if column.kind is Kind.DATE and text and not _iso(text):
        return "text"
    return TYPES.get(column.kind, "text")


def _iso(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit()


def _options(column: Column, cell: Cell) -> Options | None:
    """What can be chosen, with what stands there now where that is no choice."""
    if column.kind is Kind.BOOLEAN:
        choices: Options = ((TRUE, str(_("ja"))), (FALSE, str(_("nee"))))
    elif column.codes:
        choices = tuple((str(code), in_language(code.label)) for code in column.codes)
    else:
        return None
    text = shown(cell, language())
    unknown = ((text, text),) if text and text not in {value for value, _label in choices} else ()
    return (("", ""), *choices, *unknown)


def _theirs(column: Column, row: Mapping[str, Cell], was: Mapping[str, Cell] | None) -> str | None:
    if was is None or was.get(column.name) == row.get(column.name):
        return None
    return in_words(column, was.get(column.name))


def in_words(column: Column, cell: Cell) -> str:
    """A cell as it is told: codes and truths by their words, nothing as *leeg*."""
    if cell is None:
        return str(_("leeg"))
    text = shown(cell, language())
    return dict(_options(column, cell) or ()).get(text, text)


def _name(sheet: str, field: FieldShown) -> str:
    if sheet == FRONT:
        return field.label
    row = field.id.split(".")[0].removeprefix("r")
    return str(_("Rij %(row)s, %(column)s", row=row, column=field.label))


def explained(sheet: str) -> list[tuple[str, str]]:
    """The columns that have something to explain, with what."""
    told = (
        (in_language(column.label), in_language(column.note)) for column in columns_of(form_model(sheet)) if column.note
    )
    return list(told)


def asks_indicator(sheet: str) -> bool:
    """Whether the form asks for an indicator of the list."""
    return any(column.unit == INDICATOR_IDS for column in columns_of(form_model(sheet)))
