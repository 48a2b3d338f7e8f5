"""A CSV file as it stands: encoding and delimiter decided first, then read whole as text."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import PurePath

import polars as pl

from schemas.report.sheets import BY_NAME, SHEETS
from workers.intake import limits, unreadable
from workers.intake.headings import column_names, plain, sheet_called
from workers.intake.written import WrittenColumn, WrittenSheet, rows_from

DELIMITERS = (",", ";", "\t")
# More NUL bytes than this is a binary file or UTF-16 without its mark; a few are for FMT-010 to name.
NULS_PER_BYTE = 0.01
# Below this size a file is split by hand: the fast reader would cost more to start.
SMALL = 64 * 1024


def delimited(name: str, data: bytes, *, sheet: str | None = None) -> WrittenSheet:
    """One sheet, named by its file unless ``sheet`` says which it is."""
    called = sheet or PurePath(name).stem
    text = as_utf8(name, data)
    first = text[: text.find(b"\n")] if b"\n" in text else text
    delimiter = delimiter_of(first.decode(), sheet_called(called))
    if text.count(b"\n") > limits.ROWS:
        raise unreadable.too_many_rows(called)
    headings, frame = _strict(name, text.decode(), delimiter) if b'"' in text else _fast(name, text, delimiter)
    if len(headings) > limits.COLUMNS:
        raise unreadable.too_many_columns(called)
    columns = tuple(
        WrittenColumn(heading, frame.to_series(at))
        for at, heading in enumerate(headings)
        if heading or _filled(frame.to_series(at))
    )
    return WrittenSheet(called, name, name, columns, rows_from(2, frame.height))


def as_utf8(name: str, data: bytes) -> bytes:
    """The text of a file in UTF-8, whether it came so, in UTF-16 by its mark, or in Windows-1252; one sign ends a line."""
    text = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _recoded(name, data, "utf-16")
    elif data.count(0) > NULS_PER_BYTE * len(data):
        raise unreadable.encoding(name)
    elif not _is_utf8(text):
        text = _recoded(name, data, "cp1252")
    return text.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in text else text


def _is_utf8(text: bytes) -> bool:
    if text.isascii():
        return True
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def _recoded(name: str, data: bytes, encoding: str) -> bytes:
    try:
        return data.decode(encoding).encode()
    except UnicodeError as wrong:
        raise unreadable.encoding(name) from wrong


def delimiter_of(heading_line: str, sheet: str | None) -> str:
    """The delimiter that gives the most headings that we know, else the one that stands there most."""
    models = [BY_NAME[sheet]] if sheet else list(SHEETS)
    known = {name for model in models for name in column_names(model)}

    def worth(delimiter: str) -> tuple[int, int]:
        parts = [plain(part.strip().strip('"')) for part in heading_line.split(delimiter)]
        return sum(part in known for part in parts), len(parts)

    return max(DELIMITERS, key=worth)


def _fast(name: str, text: bytes, delimiter: str) -> tuple[list[str], pl.DataFrame]:
    """A file without quotation marks: every delimiter and line end is what it seems."""
    first = text.split(b"\n", 1)[0].decode() if len(text) < SMALL else text[: text.find(b"\n")].decode()
    headings = [heading.strip() for heading in first.split(delimiter)]
    if len(text) < SMALL or len(headings) == 1:
        lines = text.decode().removesuffix("\n").split("\n")[1:]
        return _shaped(name, headings, (line.split(delimiter) for line in lines))
    schema = {str(at): pl.String for at in range(len(headings))}
    try:
        frame = pl.read_csv(
            text, has_header=False, skip_rows=1, separator=delimiter, quote_char=None, schema=schema, infer_schema=False
        )
    except pl.exceptions.PolarsError:
        lines = text.decode().removesuffix("\n").split("\n")[1:]
        return _shaped(name, headings, (line.split(delimiter) for line in lines))
    return headings, frame


def _strict(name: str, text: str, delimiter: str) -> tuple[list[str], pl.DataFrame]:
    """A file with quotation marks: read by the letter, and refused where they do not close."""
    csv.field_size_limit(limits.CELL_CHARACTERS)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(lines)
    except csv.Error as wrong:
        raise unreadable.quotes(name, len(records) + 1) from wrong
    headings = [heading.strip() for heading in records[0]]
    return _shaped(name, headings, iter(records[1:]))


def _shaped(name: str, headings: list[str], records: Iterator[Sequence[str]]) -> tuple[list[str], pl.DataFrame]:
    """Rows of one length: a short row has blanks behind it, a long one is only taken when the rest is blank."""
    width = len(headings)
    rows = []
    for row, record in enumerate(records, start=2):
        if any(cell.strip() for cell in record[width:]):
            raise unreadable.ragged(name, row)
        rows.append([*(cell or None for cell in record[:width]), *[None] * (width - len(record))])
    cells = zip(*rows, strict=True) if rows else [()] * width
    return headings, pl.DataFrame([pl.Series(str(at), column, dtype=pl.String) for at, column in enumerate(cells)])


def _filled(cells: pl.Series) -> bool:
    return bool((cells.fill_null("").str.strip_chars() != "").any())
