"""The polars side of a row model: the same columns as data types, for work over whole columns."""

from __future__ import annotations

import polars as pl

from schemas.report.columns import SCALE, Column, Kind, Row, columns_of

ROW = "row"
BAD = "bad"
UNFIT = "unfit"

# What a rule may say of each row that it gives back, beside the placeholders of its texts.
SHEET = "sheet"
COLUMN = "column"
VALUE = "value"
SEVERITY = "severity"
ENTITY = "entity"
LACKS = "lacks"
ROWS = "rows"

QUANTITY = pl.Decimal(38, SCALE)

DTYPES: dict[Kind, pl.DataType] = {
    Kind.TEXT: pl.String(),
    Kind.CODE: pl.String(),
    Kind.PERIOD: pl.String(),
    Kind.INTEGER: pl.Int64(),
    Kind.DECIMAL: QUANTITY,
    Kind.BOOLEAN: pl.Boolean(),
    Kind.DATE: pl.Date(),
}

# Where a row stands in the user's file; which of its cells have no usable value (bit i is column i of the
# model); and whether the row as a whole is judged further.
PLACE = {ROW: pl.UInt32(), BAD: pl.UInt32(), UNFIT: pl.Boolean()}


def schema_of(model: type[Row]) -> pl.Schema:
    """The columns of a sheet as polars types, in their order."""
    return pl.Schema({column.name: DTYPES[column.kind] for column in columns_of(model)})


def bit_of(model: type[Row], name: str) -> int:
    """The bit of ``BAD`` that stands for the column ``name``."""
    return 1 << names_of(model).index(name)


def names_of(model: type[Row]) -> tuple[str, ...]:
    """The machine names of a sheet's columns, in their order."""
    return tuple(column.name for column in columns_of(model))


def dtype_of(column: Column) -> pl.DataType:
    """The polars type that holds the values of a column."""
    return DTYPES[column.kind]
