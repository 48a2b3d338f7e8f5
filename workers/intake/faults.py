"""What can be wrong with one cell, by the number of its form rule, and what every kind of column checks first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

import polars as pl

from schemas.report.columns import Column
from workers.intake.written import CellKind

# Spreadsheet errors as Excel writes them in English and in Dutch.
ERRORS: Final = (
    "#REF!",
    "#DIV/0!",
    "#N/A",
    "#VALUE!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#VERW!",
    "#DEEL/0!",
    "#N/B",
    "#WAARDE!",
    "#NAAM?",
    "#GETAL!",
    "#LEEG!",
)


class Fault:
    """The number of the form rule that a cell fails; zero is none."""

    COLUMN: ClassVar = "fault"
    BLANK: ClassVar = 5
    TYPE: ClassVar = 6
    CODE: ClassVar = 7
    TWO_READINGS: ClassVar = 8
    BOUNDS: ClassVar = 9
    SIGNS: ClassVar = 10
    ERROR: ClassVar = 11


@dataclass(frozen=True)
class Cast:
    """The values of a column, null where a cell is blank or faulty; ``faults`` is None where no cell is."""

    values: pl.Series
    faults: pl.Series | None


def fault_of(column: Column, own: pl.Expr) -> pl.Expr:
    """The fault of each cell in a frame with ``text`` (trimmed, null when blank) and ``kind``; ``own`` is the type's own check."""
    text, kind = pl.col("text"), pl.col("kind")
    blank = Fault.BLANK if column.required else None
    return (
        pl.when(kind == CellKind.UNSTORED)
        .then(Fault.BLANK if column.required else Fault.ERROR)
        .when(text.is_null())
        .then(pl.lit(blank, pl.Int32))
        .when((kind == CellKind.ERROR) | text.is_in(ERRORS))
        .then(Fault.ERROR)
        .otherwise(own)
        .cast(pl.UInt8)
    )
