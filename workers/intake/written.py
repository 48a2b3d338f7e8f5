"""A sheet as it stands in the file: headings and cells as written, before anything is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

import polars as pl

# No quantity has so many digits; written out, a number such as 1E999999 would fill the memory.
FARTHEST_DIGIT = 100
# Between these Python writes a float without an exponent.
SMALLEST_PLAIN, FIRST_TOO_LARGE = 1e-4, 1e16


class CellKind(IntEnum):
    """What the file itself says that a cell is; a CSV file knows nothing but text."""

    TEXT = 0
    NUMBER = 1
    DATE = 2
    MONTH = 3
    BOOLEAN = 4
    ERROR = 5
    UNSTORED = 6
    OTHER = 7
    PERCENT = 8


class Cell(NamedTuple):
    """One typed cell: its text (a number in machine form, a date as ISO) and what the file says it is."""

    text: str | None
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True)
class WrittenColumn:
    """A heading and the cells below it; ``kinds`` is None where all is text."""

    heading: str
    text: pl.Series
    kinds: pl.Series | None = None


@dataclass(frozen=True)
class WrittenSheet:
    """One sheet: its name as the user wrote it, the row of each line, and where it comes from.

    ``file`` tells sheets of one file apart from others, as a file has one form of numbers.
    """

    name: str
    source: str
    file: str
    columns: tuple[WrittenColumn, ...]
    rows: pl.Series


def rows_from(first: int, height: int) -> pl.Series:
    """The rows of consecutive lines, as the user sees them."""
    return pl.Series("row", range(first, first + height), dtype=pl.UInt32)


def typed_column(heading: str, cells: Sequence[Cell]) -> WrittenColumn:
    """A column of typed cells."""
    text = pl.Series("text", [cell.text for cell in cells], dtype=pl.String)
    if all(cell.kind is CellKind.TEXT for cell in cells):
        return WrittenColumn(heading, text)
    return WrittenColumn(heading, text, pl.Series("kind", [cell.kind.value for cell in cells], dtype=pl.UInt8))


def number_cell(value: float | Decimal) -> Cell:
    """A typed number in machine form: whole without decimals, never with an exponent."""
    if isinstance(value, int):
        return Cell(str(value), CellKind.NUMBER)
    if isinstance(value, float) and SMALLEST_PLAIN <= abs(value) < FIRST_TOO_LARGE:
        return Cell(repr(value).removesuffix(".0"), CellKind.NUMBER)
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite() or exact.adjusted() > FARTHEST_DIGIT:
        return Cell(str(value), CellKind.OTHER)
    if exact.adjusted() < -FARTHEST_DIGIT:
        return Cell("0", CellKind.NUMBER)
    plain = f"{exact:f}"
    return Cell(plain.rstrip("0").rstrip(".") if "." in plain else plain, CellKind.NUMBER)


def boolean_cell(value: bool) -> Cell:
    """A typed truth value."""
    return Cell("true" if value else "false", CellKind.BOOLEAN)


def date_cell(value: date) -> Cell:
    """A typed date."""
    return Cell(value.isoformat(), CellKind.DATE)
