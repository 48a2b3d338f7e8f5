"""A JSON file as it stands: per sheet a list of rows, each cell with the type that the file gives it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from schemas.report.sheets import BY_NAME
from workers.intake import limits, unreadable
from workers.intake.headings import sheet_called
from workers.intake.written import (
    Cell,
    CellKind,
    WrittenColumn,
    WrittenSheet,
    boolean_cell,
    number_cell,
    rows_from,
    typed_column,
)

Pairs = tuple[tuple[str, object], ...]


class _Object:
    """A JSON object with its keys in order, twice where they stand twice."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        self.pairs: Pairs = tuple(pairs)


def document(name: str, data: bytes) -> tuple[WrittenSheet, ...]:
    """The sheets of a JSON file, in its order."""
    read = _parsed(data)
    if not isinstance(read, _Object) or len(read.pairs) > limits.SHEETS:
        raise unreadable.json_shape(None)
    return tuple(_sheet(called, rows, name) for called, rows in read.pairs)


def _parsed(data: bytes) -> object:
    try:
        text = data.decode(json.detect_encoding(data))
        return json.loads(
            text.removeprefix("\ufeff"), object_pairs_hook=_Object, parse_float=Decimal, parse_constant=_refused
        )
    except json.JSONDecodeError as wrong:
        raise unreadable.not_json(wrong.lineno) from wrong
    except (ValueError, RecursionError) as wrong:
        raise unreadable.not_json(None) from wrong


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


def _sheet(called: str, rows: object, name: str) -> WrittenSheet:
    if isinstance(rows, _Object) and sheet_called(called) == "report":
        rows = [_Object([("field", field), ("value", value)]) for field, value in rows.pairs]
    if sheet_called(called) is None and not isinstance(rows, list):
        rows = []
    if not isinstance(rows, list) or not all(isinstance(row, _Object) for row in rows):
        raise unreadable.json_shape(called)
    if len(rows) > limits.ROWS:
        raise unreadable.too_many_rows(called)
    columns = tuple(_columns(called, [row.pairs for row in rows]))
    return WrittenSheet(called, name, name, columns, rows_from(2, len(rows)))


def _columns(called: str, rows: list[Pairs]) -> Iterable[WrittenColumn]:
    """A column per key; a key that stands twice in a row is a heading twice. No rows have no headings to lack."""
    if not rows and (sheet := sheet_called(called)):
        yield from (WrittenColumn(column, typed_column(column, []).text) for column in BY_NAME[sheet].model_fields)
        return
    records = [_record(row) for row in rows]
    headings = list(dict.fromkeys(heading for record in records for heading in record))
    if len(headings) > limits.COLUMNS:
        raise unreadable.too_many_columns(called)
    for heading in headings:
        yield typed_column(heading[0], [cell_of(record.get(heading)) for record in records])


def _record(row: Pairs) -> Mapping[tuple[str, int], object]:
    """The values of a row by key and by how many times that key stood there before."""
    times: Counter[str] = Counter()
    record = {}
    for key, value in row:
        record[key, times[key]] = value
        times[key] += 1
    return record


def cell_of(value: object) -> Cell:
    """A JSON value as a cell; a list or an object is no value of any column."""
    if value is None or isinstance(value, str):
        return Cell(value)
    if isinstance(value, bool):
        return boolean_cell(value)
    if isinstance(value, int | Decimal):
        return number_cell(value)
    return Cell("{…}" if isinstance(value, _Object) else "[…]", CellKind.OTHER)
