"""Which sheet or column a heading means: the machine name or either label; case, accents and spaces aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from schemas.report.columns import Column, Row, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME, SHEETS

# Sheets of our own, in the template and in a workbook that we gave back, that explain and hold no report.
OUR_OWN = frozenset({"start", "lijsten", "lists", "bevindingen", "findings"})


def plain(heading: str) -> str:
    """A heading without case, accents and spaces."""
    parts = unicodedata.normalize("NFKD", heading).casefold()
    return "".join(sign for sign in parts if not unicodedata.combining(sign) and not sign.isspace())


@cache
def sheet_names() -> Mapping[str, str]:
    """Every name of a sheet, plain, with the machine name."""
    labels = {plain(label): s.sheet for s in SHEETS for label in (s.label.en, s.label.nl)}
    return labels | {plain(s.sheet): s.sheet for s in SHEETS}


@cache
def column_names(model: type[Row]) -> Mapping[str, str]:
    """Every name of a column of a sheet, plain, with the machine name."""
    return _names(columns_of(model))


def _names(columns: Iterable[Column]) -> Mapping[str, str]:
    known = tuple(columns)
    labels = {plain(label): column.name for column in known for label in (column.label.en, column.label.nl)}
    return labels | {plain(column.name): column.name for column in known}


def sheet_called(name: str) -> str | None:
    """The sheet that is meant, if it is one of ours."""
    return sheet_names().get(plain(name))


def field_called(name: str) -> str | None:
    """The field of the sheet *report* that is meant."""
    return column_names(Front).get(plain(name))


def nearest_sheet(name: str) -> str:
    """The sheet whose name looks most like this."""
    return _nearest(name, sheet_names())


def nearest_column(name: str, sheet: str) -> str:
    """The column of a sheet whose name looks most like this, as ``sheet.column``."""
    return f"{sheet}.{_nearest(name, column_names(BY_NAME[sheet]))}"


def nearest_field(name: str) -> str:
    """The field whose name looks most like this, as ``report.field``."""
    return f"report.{_nearest(name, column_names(Front))}"


def _nearest(name: str, known: Mapping[str, str]) -> str:
    return known[get_close_matches(plain(name), known, n=1, cutoff=0)[0]]
