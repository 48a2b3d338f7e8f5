"""What the template holds already: the fields that are known, last year's fleet and chain, the six steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import polars as pl

from schemas.beforehand import ASKED_AGAIN, OECD_STEPS, known_fields
from schemas.report.columns import Column, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME
from schemas.terms import Terms
from schemas.texts import Bilingual, Language
from workers.domain.report import Report
from workers.publish.template_words import NO, YES

Value = str | int | Decimal | date | None
Rows = tuple[tuple[Value, ...], ...]


def rows_of(sheet: str, *, year: int, previous: Report | None, terms: Terms | None, language: Language) -> Rows:
    """The rows of a sheet that are filled in already."""
    if sheet == "report":
        return _fields(year, previous, terms, language)
    if sheet == "oecd_steps":
        return tuple((step, None, None) for step in OECD_STEPS)
    carried = _CARRIED.get(sheet)
    return _labelled(sheet, carried(previous, year), language) if carried and previous else ()


def _fields(year: int, previous: Report | None, terms: Terms | None, language: Language) -> Rows:
    known = known_fields(year, previous.fields.values if previous else {}, terms)
    return tuple(
        (column.label.in_(language), _written(column, known.get(column.name), language)) for column in columns_of(Front)
    )


def _fleet(previous: Report, year: int) -> pl.DataFrame:
    """The vehicles that were still in service when the year began."""
    left = pl.col("in_service_to").is_null() | (pl.col("in_service_to") >= date(year, 1, 1))
    return previous.table("vehicles").frame.filter(left)


def _chain(previous: Report, _: int) -> pl.DataFrame:
    return previous.table("suppliers").frame.with_columns(pl.lit(None).alias(name) for name in sorted(ASKED_AGAIN))


_CARRIED: Mapping[str, Callable[[Report, int], pl.DataFrame]] = MappingProxyType(
    {"vehicles": _fleet, "suppliers": _chain}
)


def _labelled(sheet: str, frame: pl.DataFrame, language: Language) -> Rows:
    columns = columns_of(BY_NAME[sheet])
    return tuple(
        tuple(_written(column, row[column.name], language) for column in columns) for row in frame.iter_rows(named=True)
    )


def _written(column: Column, value: object, language: Language) -> Value:
    """A value as a person would write it: codes by label, truth values as words."""
    if value is None:
        return None
    if column.codes:
        label: Bilingual = column.codes(str(value)).label
        return label.in_(language)
    if isinstance(value, bool):
        return (YES if value else NO).in_(language)
    assert isinstance(value, str | int | Decimal | date)
    return value
