"""Rows as separated text that the reader's spreadsheet opens well: its own separators, and no cell that is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from schemas.harmless import harmless
from schemas.texts import Language

# A spreadsheet in Dutch takes a comma for the decimal mark, so cells are divided by a semicolon there.
DIVIDERS: Final = {Language.NL: ";", Language.EN: ","}
# Tells a spreadsheet that the text is UTF-8.
MARK: Final = "\ufeff"

Cell = str | int | Decimal | date | None


def separated(headings: Sequence[str], rows: Iterable[Sequence[Cell]], language: Language) -> Iterator[str]:
    """Line by line; dates as 2027-05-01, which every spreadsheet knows, and figures with the reader's decimal mark."""
    yield MARK + _line(headings, language)
    for row in rows:
        yield _line(row, language)


def _line(cells: Sequence[Cell], language: Language) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=DIVIDERS[language], lineterminator="\r\n").writerow(
        _written(one, language) for one in cells
    )
    return line.getvalue()


def _written(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell)
    plain = f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
    return plain.replace(".", ",") if isinstance(cell, Decimal) and language is Language.NL else plain
