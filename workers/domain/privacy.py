"""Figures about so few people that they say something of one of them: found, and blanked wherever they would be kept."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from workers.domain.checked import Checked
from workers.domain.frames import COLUMN, ENTITY, ROW, SEVERITY, SHEET
from workers.domain.ranges import Ranges
from workers.domain.report import Report, Table
from workers.domain.statement import Offences

STAFF = "workforce"
FIGURE = "sick_leave_pct"
# What a finding may say of such a cell: where it is, and how many people it is about.
SAFE = (SHEET, ROW, COLUMN, SEVERITY, ENTITY, "staff_group", "headcount", "least")


def small_groups(table: Table, ranges: Ranges) -> pl.LazyFrame:
    """The staff groups under ten people that give a sickness figure, also where the row is not judged further or the figure is no number."""
    given = pl.col(FIGURE).is_not_null() | table.broken(FIGURE)
    return table.frame.lazy().filter(given & (pl.col("headcount") < ranges.small_group))


def blanked(report: Report, ranges: Ranges) -> Report:
    """The same report without those figures, as read and as written: this, never the original, may be kept or shown."""
    table = report.table(STAFF)
    rows = small_groups(table, ranges).collect()[ROW]
    if rows.is_empty():
        return report
    return report.replacing(replace(table, frame=_without(table.frame, rows), raw=_without(table.raw, rows)))


def private(checked: Checked) -> Checked:
    """A judged report without those figures: neither in its tables nor in a finding about such a cell."""
    case = checked.case
    rows = small_groups(case.report.table(STAFF), case.ranges).collect()[ROW]
    if rows.is_empty():
        return checked
    return Checked(
        case=replace(case, report=blanked(case.report, case.ranges)),
        offences=tuple(_hushed(offences, rows) for offences in checked.offences),
    )


def _hushed(offences: Offences, rows: pl.Series) -> Offences:
    """Findings about such a cell say where it is, and nothing of what is in it."""
    frame = offences.frame
    if not frame.height or FIGURE not in frame[COLUMN]:
        return offences
    here = (pl.col(SHEET) == STAFF) & (pl.col(COLUMN) == FIGURE) & pl.col(ROW).is_in(rows.implode())
    said = [name for name in frame.columns if name not in SAFE]
    return replace(offences, frame=frame.with_columns(pl.when(~here).then(name).alias(name) for name in said))


def _without(frame: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
    sensitive = pl.col(ROW).cast(pl.UInt32).is_in(rows.implode())
    return frame.with_columns(pl.when(~sensitive).then(FIGURE).alias(FIGURE)) if FIGURE in frame.columns else frame
