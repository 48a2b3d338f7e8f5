"""From text to values, whole columns at once: texts, codes, periods, dates and truth values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl

from schemas.indicators import INDICATORS
from schemas.report.code_lists import CodeList
from schemas.report.columns import LONGEST_TEXT, Column, Kind
from workers.domain.frames import dtype_of
from workers.intake.faults import Cast, Fault, fault_of
from workers.intake.written import CellKind

CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
PERIOD = r"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$"
MONTH = r"^[0-9]{4}-[0-9]{2}$"
ISO_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
DUTCH_DAY = r"^[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}$"
YES = ("yes", "ja", "true", "1")
NO = ("no", "nee", "false", "0")
INDICATOR_IDS = "indicators.csv id"
# Below this many cells it is not worth looking at each distinct one only once.
FEW = 5_000

TRIMMED = pl.when(pl.col("text").str.strip_chars() != "").then(pl.col("text").str.strip_chars())
ALL_TEXT = pl.lit(CellKind.TEXT.value, pl.UInt8).alias("kind")

Own = tuple[pl.Expr, pl.Expr]


def cast(column: Column, text: pl.Series, kinds: pl.Series | None) -> Cast:
    """The values of a column that is not a number, with the fault of each cell."""
    if kinds is None and len(text) > FEW:
        distinct = text.unique()
        if len(distinct) < len(text) // 10:
            return _spread(text, distinct, _judged(column, distinct, None))
    return _judged(column, text, kinds)


def _spread(text: pl.Series, distinct: pl.Series, judged: Cast) -> Cast:
    """What was found of each distinct text, for every cell that holds it."""
    if judged.faults is None and judged.values.dtype == pl.String and judged.values.equals(distinct):
        return Cast(text, None)
    known = pl.DataFrame({"text": distinct, "value": judged.values})
    known = known if judged.faults is None else known.with_columns(judged.faults.alias(Fault.COLUMN))
    cells = text.alias("text").to_frame().join(known, on="text", how="left", nulls_equal=True, maintain_order="left")
    return Cast(cells["value"], cells[Fault.COLUMN] if judged.faults is not None else None)


def _judged(column: Column, text: pl.Series, kinds: pl.Series | None) -> Cast:
    asked = _asked(column)
    cells = pl.DataFrame({"text": text}) if kinds is None else pl.DataFrame({"text": text, "kind": kinds})
    cells = cells.select(TRIMMED, ALL_TEXT if kinds is None else "kind")
    cells = cells.with_columns(asked.value).with_columns(asked.fault).select(asked.kept, Fault.COLUMN)
    if cells[Fault.COLUMN].null_count() == cells.height:
        return Cast(cells["value"], None)
    return Cast(cells["value"], cells[Fault.COLUMN].fill_null(0))


@dataclass(frozen=True)
class _Asked:
    """What is asked of every cell of a column, put together once: on a small sheet that takes longer than the answer."""

    value: pl.Expr
    fault: pl.Expr
    kept: pl.Expr


@cache
def _asked(column: Column) -> _Asked:
    value, wrong = _OWN[column.kind](column) if column.unit != INDICATOR_IDS else _listed(indicator_ids())
    return _Asked(
        value=value.alias("value"),
        fault=fault_of(column, wrong).alias(Fault.COLUMN),
        kept=pl.when(pl.col(Fault.COLUMN).is_null()).then("value").cast(dtype_of(column)).alias("value"),
    )


def _text(_: Column) -> Own:
    text = pl.col("text")
    long = text.str.len_chars() > LONGEST_TEXT
    wrong = pl.when(pl.col("kind") == CellKind.OTHER).then(Fault.TYPE).when(text.str.contains(CONTROL) | long)
    return text, wrong.then(Fault.SIGNS)


def _code(column: Column) -> Own:
    assert column.codes
    return _listed(codes_by_name(column.codes))


def _listed(names: Mapping[str, str]) -> Own:
    value = pl.col("text").str.to_lowercase().replace_strict(names, default=None, return_dtype=pl.String)
    return value, pl.when(pl.col("value").is_null()).then(Fault.CODE)


def _period(column: Column) -> Own:
    text, kind = pl.col("text"), pl.col("kind")
    value = pl.when(kind == CellKind.MONTH).then(text.str.slice(0, 7)).otherwise(text)
    pattern = MONTH if column.months_only else PERIOD
    wrong = ~pl.col("value").str.contains(pattern) | kind.is_in([CellKind.BOOLEAN, CellKind.OTHER])
    return value, pl.when(wrong).then(Fault.TYPE)


def _date(column: Column) -> Own:
    text, kind = pl.col("text"), pl.col("kind")
    iso = pl.when(text.str.contains(ISO_DAY)).then(text).str.to_date("%Y-%m-%d", strict=False)
    dutch = pl.when(text.str.contains(DUTCH_DAY)).then(text).str.to_date("%d-%m-%Y", strict=False)
    value = pl.when(kind.is_in([CellKind.TEXT, CellKind.DATE, CellKind.MONTH])).then(pl.coalesce(iso, dutch))
    assert isinstance(column.low, date)
    assert isinstance(column.high, date)
    outside = ~pl.col("value").is_between(column.low, column.high)
    return value, pl.when(pl.col("value").is_null()).then(Fault.TYPE).when(outside).then(Fault.BOUNDS)


def _boolean(_: Column) -> Own:
    word = pl.col("text").str.to_lowercase()
    value = pl.when(word.is_in(YES)).then(pl.lit(value=True)).when(word.is_in(NO)).then(pl.lit(value=False))
    return value, pl.when(pl.col("value").is_null()).then(Fault.TYPE)


_OWN: Mapping[Kind, Callable[[Column], Own]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.PERIOD: _period,
    Kind.DATE: _date,
    Kind.BOOLEAN: _boolean,
}


@cache
def codes_by_name(codes: type[CodeList]) -> Mapping[str, str]:
    """Every way to write a code, in small letters: its labels and the code itself."""
    labels = {label.lower(): code.value for code in codes for label in (code.label.en, code.label.nl)}
    return labels | {code.value.lower(): code.value for code in codes}


@cache
def indicator_ids() -> Mapping[str, str]:
    """Every way to write an indicator: its names and its id."""
    names = {name.lower(): known.id for known in INDICATORS for name in (known.name.en, known.name.nl)}
    return names | {known.id.lower(): known.id for known in INDICATORS}
