"""Rows of a sheet, written straight as XML: cell by cell through a library, a long list takes twenty times as long."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from string import ascii_uppercase
from xml.sax.saxutils import escape

from workers.publish.cell_text import clean
from workers.publish.list_sheet import Value


def row_xml(number: int, cells: Iterable[tuple[Value, int]]) -> str:
    """A row of values, each with the number of its style; None leaves a cell out."""
    made = (_cell(f"{letter}{number}", *cell) for letter, cell in zip(ascii_uppercase, cells, strict=False))
    return f'<row r="{number}">{"".join(made)}</row>'


def _cell(place: str, value: Value, style: int) -> str:
    """Texts stay texts whatever they start with: they stand in their cells as strings."""
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    text = escape(clean(value))
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
