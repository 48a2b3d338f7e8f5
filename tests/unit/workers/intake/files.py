"""Small files for the intake's tests, and what is found in them as (rule, row, column)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import polars as pl
from openpyxl import Workbook

from schemas.judgement import Finding
from workers.domain.findings import findings_of
from workers.domain.offences import completed
from workers.intake import Part, Reading, read

ACTIVITY = "vehicle_id,period,km_timetable,km_total,avg_speed_kmh"
Place = tuple[str, int | None, str | None]


def reading(content: bytes | str, name: str, *, decimal: str | None = None) -> Reading:
    """A file of this name and content, read."""
    return read(Part(name, content.encode() if isinstance(content, str) else content), decimal=decimal)


def activity(*lines: str, decimal: str | None = None) -> Reading:
    """A CSV file of the sheet activity with these lines below its headings."""
    return reading("\n".join([ACTIVITY, *lines]), "activity.csv", decimal=decimal)


def findings(read_: Reading, sheet: str) -> list[Finding]:
    """What was found on one sheet, in words."""
    done = (replace(o, frame=completed(o.statement, o.frame, read_.report)) for o in read_.offences)
    return [f for offences in done for f in findings_of(offences, read_.report) if f.sheet == sheet]


def places(read_: Reading, sheet: str) -> list[Place]:
    """What was found on one sheet as rule, row and column; that the sheet itself is there is taken for granted."""
    return [(f.rule, f.row, f.column) for f in findings(read_, sheet)]


def column(read_: Reading, sheet: str, name: str) -> list[object]:
    """The typed values of a column."""
    return read_.report.table(sheet).frame[name].to_list()


def a_workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook with these rows per sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def a_zip(files: Mapping[str, bytes | str], *, level: int = 6) -> bytes:
    """A zip of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The same zip or workbook with one member added or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        members = {entry: old.read(entry) for entry in old.namelist()}
    return a_zip({**members, name: content})


def member(data: bytes, name: str) -> bytes:
    """One member of a zip or workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def a_json(sheets: Mapping[str, object]) -> bytes:
    """A JSON file."""
    return json.dumps(sheets).encode()


def frame_rows(read_: Reading, sheet: str) -> list[int]:
    """The rows of a sheet as the user sees them."""
    return read_.report.table(sheet).frame.select(pl.col("row")).to_series().to_list()
