"""Every figure of a concession beside the same figure of the other years, by theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.holder.indicators import PLACES, THEMES
from portal.language import in_language, language
from portal.over_years.known import KnownYear, Value
from schemas import amounts
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL


@dataclass(frozen=True, kw_only=True)
class Row:
    """A figure with its unit, and its value in each year."""

    name: str
    unit: str
    values: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """The figures of one theme."""

    code: str
    name: str
    rows: tuple[Row, ...]


def tables(years: Sequence[KnownYear]) -> list[Table]:
    """The totals of all years, theme by theme; what is not known in any year is left out."""
    totals = {(one.year, value.indicator): value for one in years for value in one.figures if value.part == TOTAL}
    known = {indicator for (_year, indicator), value in totals.items() if value.value is not None}
    ids = sorted(known, key=lambda one: (PLACES.get(one, len(PLACES)), one))
    codes = dict.fromkeys(one.split("-")[0] for one in ids)
    return [
        Table(
            code=code,
            name=str(THEMES.get(code, code)),
            rows=tuple(
                _row(one, [totals.get((year.year, one)) for year in years]) for one in ids if one.split("-")[0] == code
            ),
        )
        for code in codes
    ]


def _row(indicator: str, values: Sequence[Value | None]) -> Row:
    unit = next(value.unit for value in reversed(values) if value)
    known = INDICATOR.get(indicator)
    return Row(
        name=in_language(known.name) if known else indicator,
        unit=amounts.unit(unit, language()),
        values=tuple(_said(value, unit) for value in values),
    )


def _said(one: Value | None, unit: str) -> str:
    if one is None or one.value is None:
        return amounts.NONE
    return amounts.yes_or_no(one.value, language()) if unit in amounts.YES_NO else amounts.amount(one.value, language())
