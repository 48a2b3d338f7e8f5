"""The peers' schemas, made from the same row models: types, codes, bounds, patterns, what is required, and the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import frictionless
import pandera.polars as pa
import polars as pl

from schemas.report.columns import Column, Kind, columns_of
from schemas.report.sheets import BY_NAME, key_of

POLARS: Mapping[Kind, pl.DataType] = {Kind.DECIMAL: pl.Float64(), Kind.INTEGER: pl.Int64()}
FRICTIONLESS: Mapping[Kind, str] = {Kind.DECIMAL: "number", Kind.INTEGER: "integer"}


def polars_types(sheet: str) -> dict[str, pl.DataType]:
    """How a sheet's columns are read for pandera."""
    return {column.name: POLARS.get(column.kind, pl.String()) for column in columns_of(BY_NAME[sheet])}


def pandera_schema(sheet: str, headings: Sequence[str]) -> pa.DataFrameSchema:
    """The columns that the file has."""
    columns = [column for column in columns_of(BY_NAME[sheet]) if column.name in headings]
    return pa.DataFrameSchema(
        {
            column.name: pa.Column(
                POLARS.get(column.kind, pl.String()), checks=_checks(column), nullable=not column.required
            )
            for column in columns
        },
        unique=[name for name in key_of(BY_NAME[sheet]) if name in headings],
        strict=True,
    )


def _checks(column: Column) -> list[pa.Check]:
    checks = []
    if isinstance(column.low, Decimal | int):
        checks.append(pa.Check.ge(float(column.low)))
    if column.codes:
        checks.append(pa.Check.isin([code.value for code in column.codes]))
    if column.pattern:
        checks.append(pa.Check.str_matches(column.pattern))
    return checks


def frictionless_schema(sheet: str, headings: Sequence[str]) -> frictionless.Schema:
    """The columns in the order of the file."""
    known = {column.name: column for column in columns_of(BY_NAME[sheet])}
    return frictionless.Schema.from_descriptor(
        {
            "fields": [_field(known[name]) for name in headings],
            "primaryKey": [name for name in key_of(BY_NAME[sheet]) if name in headings],
        }
    )


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": column.required}
    if isinstance(column.low, Decimal | int):
        constraints["minimum"] = str(column.low)
    if column.codes:
        constraints["enum"] = [code.value for code in column.codes]
    if column.pattern and column.kind is not Kind.TEXT:
        constraints["pattern"] = column.pattern
    return {"name": column.name, "type": FRICTIONLESS.get(column.kind, "string"), "constraints": constraints}
