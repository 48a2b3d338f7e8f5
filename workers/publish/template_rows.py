"""What the template holds already: the fields that are known, last year's fleet and chain, the six steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import polars as pl

from schemas.report.columns import Column, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME, FORMAT_VERSION
from schemas.terms import Terms
from schemas.texts import Bilingual, Language
from workers.domain.report import Report
from workers.publish.template_words import NO, YES

Value = str | int | Decimal | date | None
Rows = tuple[tuple[Value, ...], ...]

# What stays true from year to year; figures of one year are asked again.
KEPT_FIELDS = ("concession_id", "holder_kvk", "holder_name", "contact_email", "base_year", "base_year_wtw_t")
ASKED_AGAIN = frozenset({"spend_eur", "refused"})


def rows_of(sheet: str, *, year: int, previous: Report | None, terms: Terms | None, language: Language) -> Rows:
    """The rows of a sheet that are filled in already."""
    if sheet == "report":
        return _fields(year, previous, terms, language)
    if sheet == "oecd_steps":
        return tuple((step, None, None) for step in range(1, 7))
    carried = _CARRIED.get(sheet)
    return _labelled(sheet, carried(previous, year), language) if carried and previous else ()


def _fields(year: int, previous: Report | None, terms: Terms | None, language: Language) -> Rows:
    known = _known(year, previous, terms)
    return tuple(
        (column.label.in_(language), _written(column, known.get(column.name), language)) for column in columns_of(Front)
    )


def _known(year: int, previous: Report | None, terms: Terms | None) -> Mapping[str, object]:
    earlier = previous.fields.values if previous else {}
    agreed = {"concession_id": terms.concession_id, "holder_kvk": terms.holder_kvk} if terms else {}
    return {
        **{name: earlier[name] for name in KEPT_FIELDS if name in earlier},
        **agreed,
        "format_version": FORMAT_VERSION,
        "report_year": year,
        "period_start": _not_before(date(year, 1, 1), terms),
        "period_end": _not_after(date(year, 12, 31), terms),
    }


def _not_before(day: date, terms: Terms | None) -> date:
    return max(day, terms.starts) if terms else day


def _not_after(day: date, terms: Terms | None) -> date:
    return min(day, terms.ends) if terms else day


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
