"""The faults that intake finds, gathered as rows with place and words, and handed on per form rule."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import polars as pl

from schemas.judgement import Severity
from schemas.report.columns import Column
from workers.domain.rules.form import FMT, FORM
from workers.domain.statement import Offences
from workers.intake import limits
from workers.intake.casting import INDICATOR_IDS, codes_by_name, indicator_ids

NUMBER = "rule_number"
PLACES = {
    NUMBER: pl.UInt8(),
    "sheet": pl.String(),
    "row": pl.UInt32(),
    "column": pl.String(),
    "value": pl.String(),
    "severity": pl.String(),
    "heading": pl.String(),
    "wanted": pl.String(),
    "likely": pl.String(),
    "state": pl.String(),
}
# The nearest code is looked up for so many different texts of a column; the others get the list alone.
LOOKED_UP = 200


def place(
    number: int,
    *,
    sheet: str,
    row: int | None = None,
    column: str | None = None,
    value: str | None = None,
    heading: str | None = None,
    likely: str | None = None,
    state: str = "value",
) -> pl.DataFrame:
    """One fault at one place."""
    severity = Severity.WARNING if number == FMT.UNKNOWN else Severity.ERROR
    cells = (number, sheet, row, column, _shown(value), severity.value, heading, heading, likely, state)
    return pl.DataFrame([cells], schema=PLACES, orient="row")


def _shown(value: str | None) -> str | None:
    return value if value is None or len(value) <= limits.SHOWN_CHARACTERS else value[: limits.SHOWN_CHARACTERS] + "…"


def cells(column: Column, faults: pl.DataFrame, *, sheet: str, name: str) -> pl.DataFrame:
    """The faulty cells of a column: ``faults`` has number, row, value and state."""
    heading = f"{column.sheet}.{column.name}"
    likely = _nearest(
        column, faults.filter(pl.col(NUMBER) == FMT.CODE)["value"].drop_nulls().unique(maintain_order=True)
    )
    long = pl.col("value").str.len_chars() > limits.SHOWN_CHARACTERS
    shown = pl.when(long).then(pl.col("value").str.slice(0, limits.SHOWN_CHARACTERS) + pl.lit("…")).otherwise("value")
    return faults.select(
        pl.col(NUMBER).cast(pl.UInt8),
        pl.lit(sheet).alias("sheet"),
        pl.col("row").cast(pl.UInt32),
        pl.lit(name).alias("column"),
        shown.alias("value"),
        pl.lit(Severity.ERROR.value).alias("severity"),
        pl.lit(heading).alias("heading"),
        pl.lit(heading).alias("wanted"),
        pl.col("value").replace_strict(likely, default="", return_dtype=pl.String).alias("likely"),
        pl.col("state"),
    )


def _nearest(column: Column, texts: pl.Series) -> dict[str, str]:
    """For each text that is no code, the code that looks most like it, as ``sheet.column=code``."""
    if column.unit != INDICATOR_IDS and not column.codes:
        return {"": ""}
    names = codes_by_name(column.codes) if column.codes else indicator_ids()
    near = {text: get_close_matches(text.strip().lower()[:100], names, n=1, cutoff=0) for text in texts.head(LOOKED_UP)}
    return {"": ""} | {text: f"{column.sheet}.{column.name}={names[found[0]]}" for text, found in near.items()}


def offences(found: Iterable[pl.DataFrame]) -> tuple[Offences, ...]:
    """All faults by form rule, in the order of the rules; every rule is there, also without faults."""
    frame = pl.concat([pl.DataFrame(schema=PLACES), *found])
    ordered = frame.sort("sheet", "row", "column", maintain_order=True)
    return tuple(
        Offences(
            statement,
            ordered.filter(pl.col(NUMBER) == number)
            .drop(NUMBER)
            .with_columns(pl.col("value").alias("seen"), pl.col("sheet").alias("target")),
        )
        for number, statement in FORM.items()
    )
