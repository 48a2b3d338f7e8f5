"""Sums and weighted means over the smaller sheets; a blank is never a zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator
from schemas.texts import Bilingual
from workers.domain.frames import ROW
from workers.domain.indicators.figures import TOTAL, Figures, both, covered, ratio, taken, told, with_unit
from workers.domain.ledger import Ledger
from workers.domain.places import Places


def rows_of(ledger: Ledger, sheet: str, which: pl.Expr | None = None) -> pl.DataFrame:
    """The rows of a sheet that count, in the order of the file."""
    rows = ledger.report.rows(sheet)
    return (rows if which is None else rows.filter(which)).sort(ROW).collect()


def at(rows: pl.DataFrame) -> Places:
    """Where some rows stand."""
    return Places.of(rows[ROW])


def field_at(ledger: Ledger, name: str) -> Places:
    """Where a field of the sheet *report* stands."""
    row = ledger.report.fields.rows.get(name)
    return Places.of([] if row is None else [row])


def amounts(rows: pl.DataFrame, column: str) -> list[Fraction]:
    """What is given in a column."""
    return [Fraction(value) for value in rows[column].drop_nulls()]


def added(rows: pl.DataFrame, column: str) -> Fraction:
    """What a column adds up to."""
    return sum(amounts(rows, column), Fraction(0))


@dataclass(frozen=True)
class Mean:
    """A weighted mean; ``missing`` is the weight of the rows without a value."""

    products: Fraction
    weight: Fraction
    missing: Fraction
    at: Places

    @staticmethod
    def of(rows: pl.DataFrame, column: str, *, by: str) -> Mean:
        """The mean of a column weighted by another; a row without weight counts for nothing."""
        weighed = rows.filter(pl.col(by).is_not_null())
        known = weighed.filter(pl.col(column).is_not_null())
        pairs = zip(amounts(known, column), amounts(known, by), strict=True)
        weight = added(known, by)
        return Mean(sum((v * w for v, w in pairs), Fraction(0)), weight, added(weighed, by) - weight, at(known))


NOTHING = both("Niet te beoordelen: er is niets opgegeven.", "Not assessable: nothing is given.")


def mean_figure(
    figures: Figures,
    mean: Mean,
    *,
    sheet: str,
    column: str,
    weight: str,
    part: str = TOTAL,
    notes: Sequence[Bilingual] = (),
) -> Indicator:
    """A weighted mean as a figure; where some rows have no value the coverage says so."""
    coverage = covered(measured=mean.weight, missing=mean.missing)
    if not mean.weight:
        return figures.unknown(NOTHING, part=part, coverage=coverage)
    value = mean.products / mean.weight
    return figures.known(
        value,
        part=part,
        worked=ratio(
            told(mean.products, decimals=3), told(mean.weight, decimals=3), with_unit(value, figures.usual_unit)
        ),
        inputs=[taken(sheet, column, at=mean.at), taken(sheet, weight, at=mean.at, amount=mean.weight)],
        coverage=coverage,
        notes=notes,
    )


def share_figure(
    figures: Figures,
    some: Fraction | int,
    whole: Fraction | int,
    *,
    sheet: str,
    column: str,
    at: Places,
    part: str = TOTAL,
    none: Bilingual = NOTHING,
) -> Indicator:
    """A share in per cent; of nothing there is no share."""
    if not whole:
        return figures.unknown(none, part=part)
    share = Fraction(some) / Fraction(whole) * 100
    return figures.known(
        share,
        part=part,
        unit="%",
        worked=ratio(told(some, decimals=3), told(whole, decimals=3), with_unit(share, "%"), times=100),
        inputs=[taken(sheet, column, at=at)],
    )


def sum_figure(
    figures: Figures, rows: pl.DataFrame, column: str, *, sheet: str, part: str = TOTAL, unit: str | None = None
) -> Indicator:
    """What a column adds up to as a figure."""
    total, unit = added(rows, column), unit or figures.usual_unit
    return figures.known(
        total,
        part=part,
        unit=unit,
        worked=with_unit(total, unit),
        inputs=[taken(sheet, column, at=at(rows), amount=total, unit=unit)],
    )


def count_figure(figures: Figures, rows: pl.DataFrame, *, sheet: str, column: str, part: str = TOTAL) -> Indicator:
    """A number of rows as a figure."""
    number = rows.height
    return figures.known(
        number, part=part, unit="aantal", worked=told(number), inputs=[taken(sheet, column, at=at(rows))]
    )
