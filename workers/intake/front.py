"""The sheet *report*: two columns in the file, read into typed fields by the same casts as every other cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import polars as pl

from schemas.report.columns import Column, columns_of
from schemas.report.fields import Front
from workers.domain.report import Fields
from workers.domain.rules.form import FMT
from workers.intake import found
from workers.intake.casting import cast
from workers.intake.faults import ERRORS, Cast
from workers.intake.headings import field_called, nearest_field
from workers.intake.numbers import Form
from workers.intake.quantities import Numbers, looked_at, resolved
from workers.intake.tables import NUMERIC, Recognised
from workers.intake.written import Cell, CellKind, WrittenColumn, typed_column

SHEET = "report"


@dataclass(frozen=True)
class Line:
    """One row of the sheet: the field as written and its value."""

    row: int
    field: str
    value: Cell


@dataclass(frozen=True)
class WrittenFields:
    """The fields as they stand: the first row of each counts; the numbers among them are looked at once."""

    lines: Mapping[str, Line]
    repeats: Mapping[str, tuple[int, ...]]
    numbers: Mapping[str, Numbers]
    faults: tuple[pl.DataFrame, ...]
    source: str
    has_fields: bool

    @property
    def says(self) -> frozenset[str]:
        """What the numbers among the fields say of their file's form."""
        return frozenset(form for numbers in self.numbers.values() for form in numbers.says)


@dataclass
class _Gathered:
    lines: dict[str, Line] = field(default_factory=dict)
    repeats: dict[str, tuple[int, ...]] = field(default_factory=dict)
    faults: list[pl.DataFrame] = field(default_factory=list)


def written_fields(sheet: Recognised) -> WrittenFields:
    """The rows of the sheet by field."""
    gathered = _Gathered()
    for line in _lines(sheet):
        name = field_called(line.field)
        if name is None:
            gathered.faults.append(_no_field(line))
        elif name in gathered.lines:
            gathered.repeats[name] = (*gathered.repeats.get(name, ()), line.row)
        else:
            gathered.lines[name] = line
    numbers = {
        column.name: looked_at(column, written.text, written.kinds)
        for column in columns_of(Front)
        if column.kind in NUMERIC and (written := _one_cell(gathered.lines.get(column.name)))
    }
    return WrittenFields(
        lines=gathered.lines,
        repeats=gathered.repeats,
        numbers=numbers,
        faults=tuple(gathered.faults),
        source=sheet.written.source,
        has_fields="field" in sheet.columns,
    )


def _lines(sheet: Recognised) -> Iterable[Line]:
    if "field" not in sheet.columns:
        return
    names = sheet.columns["field"].text
    values = sheet.columns.get("value") or WrittenColumn("value", pl.Series([None] * len(names), dtype=pl.String))
    kinds = values.kinds if values.kinds is not None else [CellKind.TEXT.value] * len(names)
    for row, name, text, kind in zip(sheet.written.rows, names, values.text, kinds, strict=True):
        yield Line(row, (name or "").strip(), Cell(text, CellKind(kind)))


def _no_field(line: Line) -> pl.DataFrame:
    """A row whose field is blank, a spreadsheet error or unknown."""
    if line.field and line.field not in ERRORS:
        likely = nearest_field(line.field)
        return found.place(
            FMT.UNKNOWN, sheet=SHEET, row=line.row, column="field", value=line.field, likely=likely, state="field"
        )
    number = FMT.ERROR if line.field else FMT.BLANK
    return found.place(
        number, sheet=SHEET, row=line.row, column="field", value=line.field or None, heading="report.field"
    )


def _one_cell(line: Line | None) -> WrittenColumn | None:
    return typed_column("value", [line.value]) if line else None


def typed_fields(written: WrittenFields, form: Form | None) -> tuple[Fields, list[pl.DataFrame]]:
    """The fields with their values, and what is wrong with them."""
    values: dict[str, object] = {}
    bad = set()
    cells = []
    for column in columns_of(Front):
        line = written.lines.get(column.name)
        read = _read(column, line, written, form) if line else None
        if line and read and read.faults is not None and read.faults[0]:
            bad.add(column.name)
            cells.append(_fault(column, line, read.faults[0]))
        elif read is not None and read.values[0] is not None:
            values[column.name] = column.codes(read.values[0]) if column.codes else read.values[0]
    absent = [column for column in columns_of(Front) if column.required and column.name not in written.lines]
    lines = written.lines.items()
    fields = Fields(
        values=values,
        rows={name: line.row for name, line in lines},
        raw={name: line.value.text or "" for name, line in lines},
        bad=frozenset(bad),
        source=written.source,
        repeats=written.repeats,
    )
    missing = [_absent(column) for column in absent] if written.has_fields else []
    return fields, [*written.faults, *missing, _one_doubt(cells)]


def _read(column: Column, line: Line, written: WrittenFields, form: Form | None) -> Cast:
    if column.kind in NUMERIC:
        return resolved(written.numbers[column.name], form)
    cell = typed_column("value", [line.value])
    return cast(column, cell.text, cell.kinds)


def _fault(column: Column, line: Line, number: int) -> pl.DataFrame:
    state = "formula" if line.value.kind is CellKind.UNSTORED else "value"
    cell = {found.NUMBER: [number], "row": [line.row], "value": [line.value.text], "state": [state]}
    return found.cells(column, pl.DataFrame(cell, schema_overrides={"value": pl.String}), sheet=SHEET, name="value")


def _absent(column: Column) -> pl.DataFrame:
    heading = f"{SHEET}.{column.name}"
    return found.place(FMT.BLANK, sheet=SHEET, column="value", heading=heading, state="absent")


def _one_doubt(cells: list[pl.DataFrame]) -> pl.DataFrame:
    """The fields stand in one column: of those with two readings the first one stands for all."""
    faults = pl.concat([pl.DataFrame(schema=found.PLACES), *cells]).sort("row", maintain_order=True)
    doubtful = pl.col(found.NUMBER) == FMT.TWO_READINGS
    return faults.filter(~doubtful | (doubtful.cum_sum() == 1))
