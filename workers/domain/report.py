"""A report as it was read: typed tables, each row with its place, each faulty cell marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import polars as pl

from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME
from workers.domain.frames import BAD, PLACE, ROW, UNFIT, bit_of, names_of, schema_of


@dataclass(frozen=True)
class Table:
    """One sheet.

    ``frame`` holds the columns of the row model with ``row`` (as the user sees it), ``bad`` (bits of the cells whose value
    failed a form rule; such a cell is null) and ``unfit`` (the row is not judged further). ``raw`` holds the same rows as
    text, as written, under the machine names, with ``row``. ``absent`` names the columns that the file lacks. ``repeats``
    are the rows that repeat the key of an earlier one: unfit too, but no reason to doubt that earlier row.
    """

    sheet: str
    frame: pl.DataFrame
    raw: pl.DataFrame
    absent: frozenset[str] = frozenset()
    source: str | None = None
    repeats: pl.Series = field(default_factory=lambda: pl.Series(dtype=pl.UInt32))

    @property
    def present(self) -> bool:
        """Whether the file has this sheet at all."""
        return self.source is not None

    @cached_property
    def fit(self) -> pl.LazyFrame:
        """The rows that are judged further."""
        return self.frame.lazy().filter(~pl.col(UNFIT))

    @cached_property
    def doubtful(self) -> pl.LazyFrame:
        """The rows that are not judged further, repeats of a key apart: what they add to a sum is not known."""
        return self.frame.lazy().filter(pl.col(UNFIT) & ~pl.col(ROW).is_in(self.repeats.implode()))

    @cached_property
    def flawless(self) -> bool:
        """Whether every cell is well formed and every row is judged further."""
        return not self.frame.select(((pl.col(BAD) != 0) | pl.col(UNFIT)).any()).item()

    def broken(self, *columns: str) -> pl.Expr:
        """Whether one of these cells of a row failed a form rule."""
        model = BY_NAME[self.sheet]
        mask = 0
        for name in columns:
            mask |= bit_of(model, name)
        return (pl.col(BAD) & pl.lit(mask, dtype=pl.UInt32)) != 0

    def without(self, rows: pl.Series) -> Table:
        """The same table with these rows marked as not judged further."""
        marked = self.frame.with_columns((pl.col(UNFIT) | pl.col(ROW).is_in(rows.implode())).alias(UNFIT))
        return replace(self, frame=marked)

    def repeated_at(self, rows: pl.Series) -> Table:
        """The same table with these rows known as repeats of an earlier row's key."""
        return replace(self.without(rows), repeats=self.repeats.append(rows))


def absent_table(sheet: str) -> Table:
    """A sheet that the file does not have."""
    model = BY_NAME[sheet]
    frame = pl.DataFrame(schema=pl.Schema({**schema_of(model), **PLACE}))
    raw = pl.DataFrame(schema={name: pl.String() for name in names_of(model)} | {ROW: pl.UInt32()})
    return Table(sheet=sheet, frame=frame, raw=raw, absent=frozenset(names_of(model)))


@dataclass(frozen=True)
class Fields:
    """The sheet *report*: its values by field, the row of each, and the fields whose value failed a form rule.

    ``values`` holds Python values (str, int, date, Decimal, Assurance) of the fields that are given and well formed.
    ``repeats`` holds the further rows of a field that stands there twice; the first row is the one that counts.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    raw: Mapping[str, str] = field(default_factory=dict)
    bad: frozenset[str] = frozenset()
    source: str | None = None
    repeats: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def front(self) -> Front:
        """The fields as their row model, with what is missing or faulty left out unchecked."""
        return Front.model_construct(**{name: self.values.get(name) for name in Front.model_fields})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Report:
    """The seventeen sheets: sixteen tables and the fields of the first."""

    fields: Fields
    tables: Mapping[str, Table]

    def table(self, sheet: str) -> Table:
        """The table of a sheet, empty where the file has none."""
        return self.tables.get(sheet) or absent_table(sheet)

    def rows(self, sheet: str) -> pl.LazyFrame:
        """The rows of a sheet that are judged further."""
        return self.table(sheet).fit

    @property
    def front(self) -> Front:
        """Who reports about what."""
        return self.fields.front()

    @property
    def vehicles(self) -> pl.LazyFrame:
        """Every vehicle that ran in the period."""
        return self.rows("vehicles")

    @property
    def activity(self) -> pl.LazyFrame:
        """Kilometres per vehicle and period."""
        return self.rows("activity")

    @property
    def energy(self) -> pl.LazyFrame:
        """Energy per vehicle or site and period."""
        return self.rows("energy")

    @property
    def energy_contracts(self) -> pl.LazyFrame:
        """Origin and certificates."""
        return self.rows("energy_contracts")

    @property
    def ridership(self) -> pl.LazyFrame:
        """Passenger-kilometres per month."""
        return self.rows("ridership")

    def replacing(self, table: Table) -> Report:
        """The same report with one table replaced."""
        return replace(self, tables={**self.tables, table.sheet: table})
