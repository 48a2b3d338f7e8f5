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


def delimited(name: str, data: bytes, *, sheet: str | None = None) -> WrittenSheet:
    """One sheet, named by its file unless ``sheet`` says which it is."""
    called = sheet or PurePath(name).stem
    text = decoded(name, data)
    first, _, _ = text.partition("\n")
    delimiter = delimiter_of(first, sheet_called(called))
    if text.count("\n") > limits.ROWS:
        raise unreadable.too_many_rows(called)
    headings, frame = _strict(name, text, delimiter) if '"' in text else _fast(name, text, delimiter)
    if len(headings) > limits.COLUMNS:
        raise unreadable.too_many_columns(called)
    columns = tuple(
        WrittenColumn(heading, frame.to_series(at))
        for at, heading in enumerate(headings)
        if heading or _filled(frame.to_series(at))
    )
    return WrittenSheet(called, name, name, columns, rows_from(2, frame.height))


def decoded(name: str, data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 by its mark, or Windows-1252; line ends as one sign."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif data.count(0) > NULS_PER_BYTE * len(data):
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return _one_line_end(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise unreadable.encoding(name)


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def delimiter_of(heading_line: str, sheet: str | None) -> str:
    """The delimiter that gives the most headings that we know, else the one that stands there most."""
    models = [BY_NAME[sheet]] if sheet else list(SHEETS)
    known = {name for model in models for name in column_names(model)}

    def worth(delimiter: str) -> tuple[int, int]:
        parts = [plain(part.strip().strip('"')) for part in heading_line.split(delimiter)]
        return sum(part in known for part in parts), len(parts)

    return max(DELIMITERS, key=worth)


def _fast(name: str, text: str, delimiter: str) -> tuple[list[str], pl.DataFrame]:
    """A file without quotation marks: every delimiter and line end is what it seems."""
    first, _, rest = text.partition("\n")
    headings = [heading.strip() for heading in first.split(delimiter)]
    schema = {str(at): pl.String for at in range(len(headings))}
    if not rest.strip("\n"):
        return headings, pl.DataFrame(schema=schema)
    if len(headings) == 1:
        lines = rest.removesuffix("\n").split("\n")
        return _shaped(name, headings, ([line] for line in lines))
    try:
        frame = pl.read_csv(
            io.BytesIO(rest.encode()),
            has_header=False,
            separator=delimiter,
            quote_char=None,
            schema=schema,
            infer_schema=False,
        )
    except pl.exceptions.PolarsError:
        return _shaped(name, headings, (line.split(delimiter) for line in rest.removesuffix("\n").split("\n")))
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
        rows.append([*record[:width], *[""] * (width - len(record))])
    schema = {str(at): pl.String for at in range(width)}
    return headings, pl.DataFrame(rows, schema=schema, orient="row")


def _filled(cells: pl.Series) -> bool:
    return bool((cells.fill_null("").str.strip_chars() != "").any())
