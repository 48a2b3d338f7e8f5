"""The numbers of a column: read in the form of their file, rounded half up to three decimals, held against their bounds."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import polars as pl

from schemas.report.columns import SCALE, Column, Kind
from workers.domain.frames import QUANTITY
from workers.intake.faults import Cast, Fault, fault_of
from workers.intake.numbers import (
    DOUBTFUL,
    MACHINE,
    PLAIN,
    PLAIN_COMMA,
    PLAIN_INTEGER,
    SAYS,
    TEXT,
    TWO_READINGS_SIGNED,
    Form,
    dissected,
    read_in,
)
from workers.intake.written import CellKind

WHOLE_DIGITS: Final = 38 - SCALE
STEP: Final = Decimal(1).scaleb(-SCALE)
AT = "at"


@dataclass(frozen=True)
class Numbers:
    """A column of numbers, looked at once: plain cells in machine form, those with two readings, and the odd ones apart, if any."""

    column: Column
    text: pl.Series
    plain: pl.Series
    doubtful: pl.Series
    others: pl.DataFrame | None
    says: frozenset[str]


def looked_at(column: Column, text: pl.Series, kinds: pl.Series | None) -> Numbers:
    """What each cell of a column of numbers could be, and what the column says of its file's form."""
    text, kinds = _percentages(column, text, kinds)
    plain = text.str.contains(PLAIN if column.kind is Kind.DECIMAL else PLAIN_INTEGER).fill_null(not column.required)
    if kinds is not None:
        plain = plain & ((kinds == CellKind.TEXT) | (kinds == CellKind.NUMBER))
    doubtful, comma = _other_forms(column, text, kinds, plain)
    others = _others(column, text, kinds, plain | doubtful | comma)
    said = set() if others is None else set(others.filter(pl.col(Fault.COLUMN).is_null())[SAYS].drop_nulls())
    written = text.filter(plain if kinds is None else plain & (kinds == CellKind.TEXT))
    said |= {Form.POINT.value} if written.str.contains(".", literal=True).any() else set()
    if comma.any():
        said.add(Form.COMMA.value)
        text = text.to_frame("text").select(pl.when(comma).then(_pointed("text")).otherwise("text")).to_series()
    return Numbers(column, text, plain | comma, doubtful, others, frozenset(said))


def _percentages(column: Column, text: pl.Series, kinds: pl.Series | None) -> tuple[pl.Series, pl.Series | None]:
    """A workbook shows 0.12 as 12%; in a column of percentages what is shown is what counts."""
    if kinds is None or not (shown := kinds == CellKind.PERCENT).any():
        return text, kinds
    if column.unit == "%":
        hundredfold = [f"{Decimal(cell) * 100:f}" if is_one else cell for cell, is_one in zip(text, shown, strict=True)]
        text = pl.Series("text", hundredfold, dtype=pl.String)
    return text, kinds.replace(CellKind.PERCENT.value, CellKind.NUMBER.value)


def _other_forms(
    column: Column, text: pl.Series, kinds: pl.Series | None, plain: pl.Series
) -> tuple[pl.Series, pl.Series]:
    """Which texts have two readings and which have a decimal comma; of whole numbers both are looked at one by one."""
    none = pl.repeat(value=False, n=len(text), dtype=pl.Boolean, eager=True)
    if column.kind is Kind.INTEGER or plain.all():
        return none, none
    is_text = kinds == CellKind.TEXT if kinds is not None else ~none
    doubtful, comma = (
        text.str.contains(form).fill_null(value=False) & is_text for form in (TWO_READINGS_SIGNED, PLAIN_COMMA)
    )
    return doubtful & ~plain, comma


def _pointed(name: str) -> pl.Expr:
    return pl.col(name).str.replace(",", ".", literal=True)


def _others(column: Column, text: pl.Series, kinds: pl.Series | None, known: pl.Series) -> pl.DataFrame | None:
    """The odd cells, each with its place, machine form and fault so far; most columns have none."""
    if known.all():
        return None
    places = (~known).arg_true()
    texts = text.gather(places).str.strip_chars()
    kind = (
        kinds.gather(places)
        if kinds is not None
        else pl.repeat(CellKind.TEXT.value, len(places), dtype=pl.UInt8, eager=True)
    )
    frame = dissected(texts, percent=column.unit == "%").with_columns(
        places.alias(AT), kind.alias("kind"), texts.replace("", None).alias(TEXT)
    )
    typed = pl.col("kind") == CellKind.NUMBER
    frame = frame.with_columns(
        pl.when(typed).then(TEXT).otherwise(MACHINE).alias(MACHINE),
        pl.when(~typed).then(SAYS).alias(SAYS),
        (pl.col(DOUBTFUL) & ~typed).alias(DOUBTFUL),
    )
    no_number = pl.col(MACHINE).is_null() | ~pl.col("kind").is_in([CellKind.TEXT, CellKind.NUMBER])
    return frame.with_columns(fault_of(column, pl.when(no_number).then(Fault.TYPE)).alias(Fault.COLUMN))


def resolved(numbers: Numbers, form: Form | None) -> Cast:
    """The values of the column, now that the file's form is known; without a form a doubtful cell has no value."""
    others = None if numbers.others is None else _valued(_settled(numbers.others, form), numbers.column)
    values, faults = _all(numbers, others, form)
    return _bounded(numbers.column, values, faults)


def _settled(others: pl.DataFrame, form: Form | None) -> pl.DataFrame:
    """The odd cells with two readings read in the file's form, or marked as doubtful."""
    doubtful = pl.col(DOUBTFUL) & pl.col(Fault.COLUMN).is_null()
    if form is not None:
        read = pl.when(doubtful).then(read_in(form, pl.col(MACHINE))).otherwise(MACHINE)
        return others.with_columns(read.alias(MACHINE))
    fault = pl.when(doubtful).then(Fault.TWO_READINGS).otherwise(Fault.COLUMN).cast(pl.UInt8)
    return others.with_columns(fault.alias(Fault.COLUMN))


def _valued(others: pl.DataFrame, column: Column) -> pl.DataFrame:
    """The other cells with a value, or the fault that says why not."""
    machine = pl.when(pl.col(Fault.COLUMN).is_null()).then(pl.col(MACHINE).str.strip_prefix("-"))
    parts = others.with_columns(
        machine.str.splitn(".", 2).struct.field("field_0").str.strip_chars_start("0").alias("whole"),
        machine.str.splitn(".", 2).struct.field("field_1").fill_null("").str.strip_chars_end("0").alias("decimals"),
        pl.col(MACHINE).str.starts_with("-").alias("negative"),
    )
    value, fault = _integer() if column.kind is Kind.INTEGER else _decimal()
    return parts.with_columns(pl.coalesce(Fault.COLUMN, fault).cast(pl.UInt8).alias(Fault.COLUMN)).with_columns(
        pl.when(pl.col(Fault.COLUMN).is_null()).then(value).alias("value")
    )


def _integer() -> tuple[pl.Expr, pl.Expr]:
    digits = pl.lit("0") + pl.col("whole")
    signed = pl.when("negative").then(pl.lit("-") + digits).otherwise(digits)
    value = signed.cast(pl.Int64, strict=False)
    fault = pl.when(pl.col("decimals") != "").then(Fault.TYPE).when(value.is_null()).then(Fault.BOUNDS)
    return value, pl.when(pl.col("whole").is_not_null()).then(fault)


def _decimal() -> tuple[pl.Expr, pl.Expr]:
    """Three decimals are read as they stand; the fourth decides whether a thousandth is added."""
    shown = pl.lit("0") + pl.col("whole") + pl.lit(".") + pl.col("decimals").str.slice(0, SCALE) + pl.lit("0")
    exact = shown.cast(QUANTITY, strict=False)
    up = pl.col("decimals").str.slice(SCALE, 1) >= "5"
    rounded = (exact + pl.when(up).then(pl.lit(STEP, QUANTITY)).otherwise(pl.lit(Decimal(0), QUANTITY))).cast(QUANTITY)
    value = pl.when("negative").then(-rounded).otherwise(rounded)
    too_long = pl.col("whole").str.len_chars() > WHOLE_DIGITS
    return value, pl.when(too_long).then(Fault.BOUNDS)


def _all(numbers: Numbers, others: pl.DataFrame | None, form: Form | None) -> tuple[pl.Series, pl.Series | None]:
    """Plain cells, cells with two readings and odd ones together again, in the order of the rows."""
    dtype = QUANTITY if numbers.column.kind is Kind.DECIMAL else pl.Int64()
    if numbers.plain.all():
        return numbers.text.cast(dtype), None
    doubtful = read_in(form, pl.lit(numbers.text)) if form else pl.lit(None, pl.String)
    machine = pl.when(numbers.plain).then(numbers.text).when(numbers.doubtful).then(doubtful)
    values = pl.select(machine).to_series().cast(dtype)
    asked = form is None and numbers.doubtful.any()
    if others is None and not asked:
        return values, None
    faults = pl.zeros(len(values), dtype=pl.UInt8, eager=True)
    faults = faults.scatter(numbers.doubtful.arg_true(), Fault.TWO_READINGS) if asked else faults
    if others is None:
        return values, faults
    values = values.scatter(others[AT], others["value"].cast(dtype))
    return values, faults.scatter(others[AT], others[Fault.COLUMN].fill_null(0))


def _bounded(column: Column, values: pl.Series, faults: pl.Series | None) -> Cast:
    outside = pl.Series([False])
    if isinstance(column.low, Decimal | int) and len(values):
        outside = values < column.low
    if isinstance(column.high, Decimal | int) and len(values):
        outside = outside | (values > column.high)
    if not outside.any():
        return Cast(values, faults)
    frame = pl.DataFrame({"value": values, "out": outside.fill_null(value=False)})
    frame = frame.with_columns(
        (faults if faults is not None else pl.zeros(len(values), dtype=pl.UInt8, eager=True)).alias("fault")
    )
    kept = frame.select(
        pl.when(~pl.col("out")).then("value").alias("value"),
        pl.when("out").then(pl.lit(Fault.BOUNDS, pl.UInt8)).otherwise("fault").alias("fault"),
    )
    return Cast(kept["value"], kept["fault"])
