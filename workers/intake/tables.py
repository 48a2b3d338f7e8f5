"""From a written sheet to a typed table: headings recognised, columns read, every faulty cell found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from schemas.report.columns import Column, Kind, Row, columns_of
from schemas.report.sheets import BY_NAME
from workers.domain.frames import BAD, ROW, UNFIT, bit_of, dtype_of, names_of
from workers.domain.report import Table
from workers.domain.rules.form import FMT
from workers.intake import found
from workers.intake.casting import cast
from workers.intake.faults import Cast, Fault
from workers.intake.headings import column_names, nearest_column, plain
from workers.intake.numbers import Form
from workers.intake.quantities import Numbers, looked_at, resolved
from workers.intake.written import CellKind, WrittenColumn, WrittenSheet

NUMERIC = (Kind.INTEGER, Kind.DECIMAL)


@dataclass(frozen=True)
class Recognised:
    """A sheet whose headings are known: its columns by machine name, and what is wrong with the headings."""

    sheet: str
    written: WrittenSheet
    columns: Mapping[str, WrittenColumn]
    twice: frozenset[str]
    unknown: tuple[str, ...]

    @property
    def model(self) -> type[Row]:
        """The row model of the sheet."""
        return BY_NAME[self.sheet]

    @cached_property
    def numbers(self) -> Mapping[str, Numbers]:
        """Its columns of numbers, looked at once."""
        return {
            column.name: looked_at(column, self.columns[column.name].text, self.columns[column.name].kinds)
            for column in columns_of(self.model)
            if column.kind in NUMERIC and column.name in self.columns
        }


def recognised(sheet: str, written: WrittenSheet) -> Recognised:
    """The sheet with its blank rows dropped and its headings known; a heading that stands twice counts for neither."""
    names = column_names(BY_NAME[sheet])
    kept = _without_blank_rows(written)
    known = [(names[plain(column.heading)], column) for column in kept.columns if plain(column.heading) in names]
    times = Counter(name for name, _ in known)
    return Recognised(
        sheet=sheet,
        written=kept,
        columns={name: column for name, column in known if times[name] == 1},
        twice=frozenset(name for name, number in times.items() if number > 1),
        unknown=tuple(column.heading for column in kept.columns if plain(column.heading) not in names),
    )


def _without_blank_rows(written: WrittenSheet) -> WrittenSheet:
    """Wholly blank rows are skipped; the others keep the row that the user sees."""
    kept = pl.repeat(False, len(written.rows), dtype=pl.Boolean, eager=True)
    for column in written.columns:
        kept = kept | (column.text.str.strip_chars() != "").fill_null(value=False)
        if column.kinds is not None:
            kept = kept | (column.kinds == CellKind.UNSTORED)
        if kept.all():
            return written
    columns = (
        WrittenColumn(c.heading, c.text.filter(kept), c.kinds.filter(kept) if c.kinds is not None else None)
        for c in written.columns
    )
    return WrittenSheet(written.name, written.source, written.file, tuple(columns), written.rows.filter(kept))


def heading_faults(sheet: Recognised) -> Iterable[pl.DataFrame]:
    """Columns that are missing, unknown or there twice."""
    for column in columns_of(sheet.model):
        heading = f"{sheet.sheet}.{column.name}"
        if column.name in sheet.twice:
            yield found.place(
                FMT.TWICE,
                sheet=sheet.sheet,
                row=1,
                column=column.name,
                value=_second(sheet, column),
                heading=heading,
                state="column",
            )
        elif column.required and column.name not in sheet.columns:
            yield found.place(FMT.COLUMN, sheet=sheet.sheet, column=column.name, heading=heading)
    for heading in sheet.unknown:
        likely = nearest_column(heading, sheet.sheet)
        yield found.place(
            FMT.UNKNOWN,
            sheet=sheet.sheet,
            row=1,
            column=heading or None,
            value=heading or None,
            likely=likely,
            state="column",
        )


def _second(sheet: Recognised, column: Column) -> str:
    names = column_names(sheet.model)
    return [c.heading for c in sheet.written.columns if names.get(plain(c.heading)) == column.name][1]


def values_of(sheet: Recognised, column: Column, form: Form | None) -> Cast:
    """The values of one column that the sheet has."""
    if column.kind in NUMERIC:
        return resolved(sheet.numbers[column.name], form)
    written = sheet.columns[column.name]
    return cast(column, written.text, written.kinds)


def typed(sheet: Recognised, form: Form | None) -> tuple[Table, list[pl.DataFrame]]:
    """The table of a sheet, and the faults of its cells."""
    casts = {c.name: values_of(sheet, c, form) for c in columns_of(sheet.model) if c.name in sheet.columns}
    faults = [
        cell_faults(sheet, column, faulty, name=column.name)
        for column in columns_of(sheet.model)
        if column.name in casts and (faulty := casts[column.name].faults) is not None
    ]
    return _table(sheet, casts), faults


def cell_faults(sheet: Recognised, column: Column, faulty: pl.Series, *, name: str) -> pl.DataFrame:
    """Each faulty cell with its place; of the cells with two readings the first stands for the column."""
    written = sheet.columns[column.name]
    places = (faulty > 0).arg_true()
    unstored = (
        (written.kinds == CellKind.UNSTORED).gather(places)
        if written.kinds is not None
        else pl.repeat(False, len(places), eager=True)
    )
    cells = pl.DataFrame(
        {
            found.NUMBER: faulty.gather(places),
            "row": sheet.written.rows.gather(places),
            "value": written.text.gather(places),
            "unstored": unstored,
        }
    ).with_columns(pl.when("unstored").then(pl.lit("formula")).otherwise(pl.lit("value")).alias("state"))
    doubtful = pl.col(found.NUMBER) == Fault.TWO_READINGS
    return found.cells(column, cells.filter(~doubtful | (doubtful.cum_sum() == 1)), sheet=sheet.sheet, name=name)


def _table(sheet: Recognised, casts: Mapping[str, Cast]) -> Table:
    height = len(sheet.written.rows)
    rows = sheet.written.rows.alias(ROW)
    columns = [
        casts[c.name].values.alias(c.name)
        if c.name in casts
        else pl.repeat(None, height, dtype=dtype_of(c), eager=True).alias(c.name)
        for c in columns_of(sheet.model)
    ]
    raw = [
        sheet.columns[name].text.alias(name)
        if name in sheet.columns
        else pl.repeat(None, height, dtype=pl.String(), eager=True).alias(name)
        for name in names_of(sheet.model)
    ]
    unfit = pl.repeat(False, height, dtype=pl.Boolean, eager=True).alias(UNFIT)
    return Table(
        sheet=sheet.sheet,
        frame=pl.DataFrame([*columns, rows, _bad(sheet, casts, height), unfit]),
        raw=pl.DataFrame([*raw, rows]),
        absent=frozenset(names_of(sheet.model)) - frozenset(casts),
        source=sheet.written.source,
    )


def _bad(sheet: Recognised, casts: Mapping[str, Cast], height: int) -> pl.Series:
    """The bits of the cells without a usable value; of a column that stands twice, all cells."""
    always = sum(bit_of(sheet.model, name) for name in sheet.twice)
    bad = pl.repeat(always, height, dtype=pl.UInt32, eager=True).alias(BAD)
    for name, values in casts.items():
        if values.faults is not None:
            bad = bad | ((values.faults > 0).cast(pl.UInt32) * bit_of(sheet.model, name))
    return bad.alias(BAD)


def forms_said(sheets: Sequence[Recognised]) -> frozenset[str]:
    """What the numbers of these sheets say of their file's form."""
    return frozenset(form for sheet in sheets for numbers in sheet.numbers.values() for form in numbers.says)
