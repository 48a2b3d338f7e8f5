"""How sheets, columns and parts of figures are called on a page."""

from __future__ import annotations

from typing import Final

from portal.language import in_language
from schemas.report.sheets import BY_NAME, column_named
from schemas.texts import Bilingual

WHOLE: Final = Bilingual(nl="Hele bestand", en="Whole file")


def sheet_label(sheet: str) -> str:
    """A sheet by its label; what is no sheet concerns the whole file."""
    return in_language(BY_NAME[sheet].label if sheet in BY_NAME else WHOLE)


def column_label(sheet: str, column: str) -> str:
    """A column by its label, or by its own name where the sheet does not know it."""
    if sheet not in BY_NAME:
        return column
    try:
        return in_language(column_named(sheet, column).label)
    except StopIteration:
        return column
