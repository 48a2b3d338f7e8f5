"""The rows of a report as they were read, kept as one Parquet file per sheet, so that a later year does not read the file anew."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import polars as pl
from pydantic import BaseModel, ConfigDict

import schemas.report
import workers.domain.frames
import workers.domain.report
import workers.intake
from schemas.report.columns import columns_of
from schemas.report.fields import Front
from workers.domain.frames import ROW, schema_of
from workers.domain.report import Fields, Report, Table
from workers.sources import Source

CONTENTS: Final = "contents.json"
FRONT: Final = "report"
# The cells as they were written stand in the same file, under the same names behind this sign.
WRITTEN: Final = "~"


class _Sheet(BaseModel):
    """What is known of a sheet beside its rows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    absent: frozenset[str]
    source: str | None


class _Contents(BaseModel):
    """What lies in the file beside the rows: where the fields of the front stand, and which sheets there are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: dict[str, int]
    raw: dict[str, str]
    bad: frozenset[str]
    source: str | None
    repeats: dict[str, tuple[int, ...]]
    sheets: dict[str, _Sheet]


def key_of(parts: Sequence[Source]) -> str:
    """What the rows hang on: the files, which sheet each gives, and the code that reads them."""
    manifest = [[part.sheet, part.name, part.sha256] for part in parts]
    return hashlib.sha256(json.dumps([_reader(), manifest]).encode()).hexdigest()


@cache
def _reader() -> str:
    """The fingerprint of the code that reads: another release reads the file anew."""
    packages = [sorted(Path(package.__path__[0]).glob("*.py")) for package in (schemas.report, workers.intake)]
    modules = [Path(str(module.__file__)) for module in (workers.domain.frames, workers.domain.report)]
    digest = hashlib.sha256()
    for path in (*chain(*packages), *modules):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def packed(report: Report) -> bytes:
    """A report as it was read as one file; the same report gives the same bytes."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        archive.writestr(ZipInfo(CONTENTS), _contents(report).model_dump_json())
        archive.writestr(ZipInfo(_member(FRONT)), _parquet(_values(report.fields)))
        for sheet, table in sorted(report.tables.items()):
            archive.writestr(ZipInfo(_member(sheet)), _parquet(_side_by_side(table)))
    return made.getvalue()


def unpacked(content: bytes) -> Report:
    """The report as it was read."""
    with ZipFile(io.BytesIO(content)) as archive:
        contents = _Contents.model_validate_json(archive.read(CONTENTS))
        frames = {name: pl.read_parquet(io.BytesIO(archive.read(_member(name)))) for name in (FRONT, *contents.sheets)}
    tables = {name: _table(name, known, frames[name]) for name, known in contents.sheets.items()}
    return Report(fields=_fields(contents, frames[FRONT]), tables=MappingProxyType(tables))


def _contents(report: Report) -> _Contents:
    fields = report.fields
    sheets = {name: _Sheet(absent=table.absent, source=table.source) for name, table in sorted(report.tables.items())}
    return _Contents(
        rows=dict(fields.rows),
        raw=dict(fields.raw),
        bad=fields.bad,
        source=fields.source,
        repeats=dict(fields.repeats),
        sheets=sheets,
    )


def _member(sheet: str) -> str:
    return f"{sheet}.parquet"


def _parquet(frame: pl.DataFrame) -> bytes:
    made = io.BytesIO()
    frame.write_parquet(made)
    return made.getvalue()


def _side_by_side(table: Table) -> pl.DataFrame:
    """The typed cells of a sheet, and beside them the same as written."""
    written = table.raw.select(pl.exclude(ROW).name.prefix(WRITTEN))
    return pl.concat([table.frame, written], how="horizontal")


def _table(sheet: str, known: _Sheet, frame: pl.DataFrame) -> Table:
    written = frame.select(pl.col(f"^{WRITTEN}.*$").name.map(lambda name: name.removeprefix(WRITTEN)), ROW)
    return Table(
        sheet=sheet,
        frame=frame.select(pl.exclude(f"^{WRITTEN}.*$")),
        raw=written,
        absent=known.absent,
        source=known.source,
    )


def _values(fields: Fields) -> pl.DataFrame:
    """The fields that have a value, as one row."""
    return pl.DataFrame([dict(fields.values)], schema=schema_of(Front))


def _fields(contents: _Contents, frame: pl.DataFrame) -> Fields:
    return Fields(
        values=dict(_known(frame)),
        rows=contents.rows,
        raw=contents.raw,
        bad=contents.bad,
        source=contents.source,
        repeats=contents.repeats,
    )


def _known(frame: pl.DataFrame) -> Iterator[tuple[str, object]]:
    for column in columns_of(Front):
        value = frame[column.name][0]
        if value is not None:
            yield column.name, column.codes(value) if column.codes else value
