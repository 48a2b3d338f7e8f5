"""What a check leaves of each sheet: from which part it came, how many rows it has, and the rows themselves where they are few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from schemas.report.columns import columns_of
from schemas.report.fields import Front
from schemas.report.sheet_text import FRONT, Cell, Cells, most_rows_kept, text_of
from schemas.report.sheets import BY_NAME
from schemas.store import files
from workers.domain.report import Fields, Report, Table
from workers.intake import Reading


@dataclass(frozen=True)
class SheetKept:
    """A sheet that a part holds; ``rows_sha256`` names its rows where the version takes it from there."""

    position: int
    sheet: str
    rows: int
    used: bool
    rows_sha256: str | None = None


def sheets_kept(read: Reading, report: Report) -> tuple[SheetKept, ...]:
    """The sheets of every part. ``report`` is what was read, without the figures that may not be kept."""
    return tuple(
        SheetKept(
            position=held.position,
            sheet=held.sheet,
            rows=held.rows,
            used=held.used,
            rows_sha256=_file(report, held.sheet) if held.used and held.rows <= most_rows_kept(held.sheet) else None,
        )
        for held in read.held
    )


def _file(report: Report, sheet: str) -> str:
    rows = [_front(report.fields)] if sheet == FRONT else list(_rows(report.table(sheet)))
    return files().keep_bytes(text_of(sheet, rows).encode()).sha256


def _front(fields: Fields) -> Cells:
    return {
        column.name: _cell(fields.values.get(column.name), fields.raw.get(column.name)) for column in columns_of(Front)
    }


def _rows(table: Table) -> Iterator[Cells]:
    names = [column.name for column in columns_of(BY_NAME[table.sheet])]
    written = table.raw.iter_rows(named=True)
    for values, texts in zip(table.frame.iter_rows(named=True), written, strict=True):
        yield {name: _cell(values[name], texts.get(name)) for name in names}


def _cell(value: object, written: str | None) -> Cell:
    """A value as it was understood; what was not understood stands as it was written."""
    if value is None:
        return written
    if isinstance(value, Decimal):
        return value.normalize() if value else Decimal(0)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, bool | int) else str(value)
