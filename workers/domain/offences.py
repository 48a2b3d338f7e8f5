"""What every offence carries: the rows that a rule gave back, completed with sheet, row, column, value, severity and entity."""

from __future__ import annotations

import polars as pl

from schemas.report.sheets import BETWEEN_KEYS, BY_NAME, key_of
from workers.domain.frames import COLUMN, ENTITY, ROW, ROWS, SEVERITY, SHEET, VALUE
from workers.domain.report import Report
from workers.domain.statement import Statement

FRONT = "report"


def completed(statement: Statement, given: pl.DataFrame, report: Report) -> pl.DataFrame:
    """The rows with every default filled in, errors first, in the order of sheet, row and column."""
    if given.is_empty():
        return _none(given)
    defaults = {
        ROW: pl.lit(None, pl.UInt32),
        SHEET: pl.lit(statement.sheet),
        COLUMN: pl.lit(statement.at, pl.String),
        SEVERITY: pl.lit(statement.severity.value),
    }
    missing = [default.alias(name) for name, default in defaults.items() if name not in given.columns]
    frame = given.drop(ROWS, strict=False).with_columns(missing).with_columns(pl.col(ROW).cast(pl.UInt32))
    if VALUE not in frame.columns:
        frame = _with_cells(frame, report)
    if ENTITY not in frame.columns:
        frame = _with_entities(frame, report)
    return frame.sort(SEVERITY, SHEET, ROW, COLUMN, ENTITY, maintain_order=True)


_ALWAYS = {name: pl.String() for name in (SHEET, COLUMN, SEVERITY, VALUE, ENTITY)}


def _none(given: pl.DataFrame) -> pl.DataFrame:
    """No rows, with the columns of those that there could have been: most rules find nothing, and that is quick."""
    return pl.DataFrame(schema={**_ALWAYS, **given.drop(ROWS, strict=False).schema, ROW: pl.UInt32()})


def _with_cells(frame: pl.DataFrame, report: Report) -> pl.DataFrame:
    """The cell as written at each place, null where there is none."""
    cells = [_cells(frame, places, report) for places in frame.select(SHEET, COLUMN).unique().iter_rows()]
    known = pl.concat([_NO_CELLS, *cells]).unique([SHEET, ROW, COLUMN])
    return frame.join(known, on=[SHEET, ROW, COLUMN], how="left", maintain_order="left")


_NO_CELLS = pl.DataFrame(schema={SHEET: pl.String, ROW: pl.UInt32, COLUMN: pl.String, VALUE: pl.String})


def _cells(frame: pl.DataFrame, place: tuple[str | None, str | None], report: Report) -> pl.DataFrame:
    sheet, column = place
    if sheet == FRONT:
        return _field_cells(report, column)
    if sheet not in BY_NAME or column not in (raw := report.table(sheet).raw).columns:
        return _NO_CELLS
    rows = frame.filter((pl.col(SHEET) == sheet) & (pl.col(COLUMN) == column))[ROW].drop_nulls()
    return raw.filter(pl.col(ROW).cast(pl.UInt32).is_in(rows.implode())).select(
        pl.lit(sheet).alias(SHEET),
        pl.col(ROW).cast(pl.UInt32),
        pl.lit(column).alias(COLUMN),
        pl.col(column).alias(VALUE),
    )


def _field_cells(report: Report, column: str | None) -> pl.DataFrame:
    """The sheet *report*: its column ``field`` holds the field's name, its column ``value`` what is written there."""
    fields = report.fields
    named = {row: name for name, row in fields.rows.items()}
    repeated = {row: name for name, rows in fields.repeats.items() for row in rows}
    cells = {**named, **repeated} if column == "field" else {row: fields.raw.get(name) for row, name in named.items()}
    return pl.DataFrame(
        {SHEET: [FRONT] * len(cells), ROW: list(cells), COLUMN: [column] * len(cells), VALUE: list(cells.values())},
        schema=_NO_CELLS.schema,
    )


def _with_entities(frame: pl.DataFrame, report: Report) -> pl.DataFrame:
    """What an explanation sticks to: the key of the row, or of a field its name."""
    known = pl.concat([_NO_ENTITIES, *(_entities(frame, sheet, report) for sheet in frame[SHEET].unique())])
    return frame.join(known, on=[SHEET, ROW], how="left", maintain_order="left")


_NO_ENTITIES = pl.DataFrame(schema={SHEET: pl.String, ROW: pl.UInt32, ENTITY: pl.String})


def _entities(frame: pl.DataFrame, sheet: str, report: Report) -> pl.DataFrame:
    if sheet == FRONT:
        rows = report.fields.rows
        return pl.DataFrame(
            {SHEET: [FRONT] * len(rows), ROW: list(rows.values()), ENTITY: list(rows)}, schema=_NO_ENTITIES.schema
        )
    if sheet not in BY_NAME:
        return _NO_ENTITIES
    keys = [pl.col(name).cast(pl.String).fill_null("") for name in key_of(BY_NAME[sheet])]
    rows_here = frame.filter(pl.col(SHEET) == sheet)[ROW].drop_nulls()
    return (
        report.table(sheet)
        .frame.filter(pl.col(ROW).is_in(rows_here.implode()))
        .select(pl.lit(sheet).alias(SHEET), ROW, pl.concat_str(keys, separator=BETWEEN_KEYS).alias(ENTITY))
    )
