"""Rows that cannot be judged, marked with why: what hangs on a doubtful row or a broken cell is not assessed, not wrong."""

from __future__ import annotations

import polars as pl

from workers.domain.frames import LACKS, ROW, UNFIT
from workers.domain.report import Table
from workers.domain.statement import Lack

# Why the vehicle of a row is not judged further, beside ``lacks`` of the row itself.
OF_VEHICLE = "lacks_vehicle"


def with_lacks(table: Table, *columns: str) -> pl.LazyFrame:
    """The rows of a sheet, repeats of a key apart, with ``lacks``: the row is not judged further, or one of these cells is broken."""
    if table.flawless:
        return table.frame.lazy().with_columns(pl.lit(None, dtype=pl.String).alias(LACKS))
    repeats = table.repeats.implode()
    return (
        table.frame.lazy()
        .filter(~(pl.col(UNFIT) & pl.col(ROW).is_in(repeats)))
        .with_columns(
            pl.when(pl.col(UNFIT))
            .then(pl.lit(Lack.ROW.value))
            .when(table.broken(*columns))
            .then(pl.lit(Lack.CELL.value))
            .alias(LACKS)
        )
    )


def lacking(lack: Lack, when: pl.Expr) -> pl.Expr:
    """``lacks`` with one more reason behind those that are known already."""
    return pl.coalesce(LACKS, pl.when(when).then(pl.lit(lack.value))).alias(LACKS)


def judged_by(broken: pl.Expr) -> pl.Expr:
    """The rows to give back: those that break the rule, and those of which it cannot be said."""
    return pl.col(LACKS).is_not_null() | broken
