"""Which suppliers of a report used their right to refuse, by name: a gap that is declared and no fault."""

from __future__ import annotations

import polars as pl

from workers.domain.report import Report


def names_of_refusing(report: Report) -> tuple[str, ...]:
    """The names of the suppliers that refused, in the order of the sheet; the id where no name is given."""
    frame = report.table("suppliers").frame.filter(pl.col("refused").fill_null(value=False))
    named = frame.select(pl.coalesce("name", "supplier_id").alias("name"))["name"].drop_nulls()
    return tuple(dict.fromkeys(named.to_list()))
