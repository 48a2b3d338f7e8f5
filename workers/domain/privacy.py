"""Figures about so few people that they say something of one of them: found, and blanked wherever they would be kept."""

from __future__ import annotations

import polars as pl

from workers.domain.frames import ROW
from workers.domain.ranges import Ranges
from workers.domain.report import Report, Table

SHEET = "workforce"
FIGURE = "sick_leave_pct"


def small_groups(table: Table, ranges: Ranges) -> pl.LazyFrame:
    """The staff groups under ten people that give a sickness figure, also where the row is not judged further or the figure is no number."""
    given = pl.col(FIGURE).is_not_null() | table.broken(FIGURE)
    return table.frame.lazy().filter(given & (pl.col("headcount") < ranges.small_group))


def blanked(report: Report, ranges: Ranges) -> Report:
    """The same report without those figures, as read and as written: this, never the original, may be kept or shown."""
    table = report.table(SHEET)
    rows = small_groups(table, ranges).collect()[ROW]
    if rows.is_empty():
        return report
    return report.replacing(
        Table(
            sheet=table.sheet,
            frame=_without(table.frame, rows),
            raw=_without(table.raw, rows),
            absent=table.absent,
            source=table.source,
            repeats=table.repeats,
        )
    )


def _without(frame: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
    sensitive = pl.col(ROW).cast(pl.UInt32).is_in(rows.implode())
    return frame.with_columns(pl.when(~sensitive).then(FIGURE).alias(FIGURE)) if FIGURE in frame.columns else frame
