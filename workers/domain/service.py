"""The fleet in service: when a bus is new, on which days a vehicle served, and which of them lie outside the agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import polars as pl

from schemas.terms import Terms
from workers.domain.case import Case, Period
from workers.domain.frames import ROW
from workers.domain.kinds import BUSES_ABOVE_8

EXEMPTS_FROM = "N-TEMP"
# Without hyphens and in capitals, as two plates are compared.
PLATE = pl.col("licence_plate").str.replace_all("-", "").str.to_uppercase()


def new_buses(case: Case, year: int) -> pl.LazyFrame:
    """Buses above eight seats that came into service in the year, hardly used before; a plate counts once, at its first row."""
    vehicles = case.report.table("vehicles")
    age = (pl.col("in_service_from") - pl.col("first_admission")).dt.total_days()
    first_of_plate = PLATE.is_null() | (pl.col(ROW) == pl.col(ROW).min().over(PLATE))
    return vehicles.fit.filter(first_of_plate & ~vehicles.broken("licence_plate")).filter(
        (pl.col("in_service_from").dt.year() == year)
        & age.is_between(0, case.ranges.new_within_days)
        & pl.col("bus_class").is_in(BUSES_ABOVE_8)
    )


def days_outside_agreement(period: Period, terms: Terms | None) -> pl.Expr:
    """Days in service in the period, minus those inside an exemption of the terms."""
    exempt = [
        (max(exemption.from_, period.start), min(exemption.to, period.end))
        for exemption in (terms.exemptions if terms else ())
        if exemption.norm == EXEMPTS_FROM
    ]
    return days_in_service(period.start, period.end) - sum(
        (days_in_service(first, last) for first, last in _merged(exempt)), pl.lit(0)
    )


def days_in_service(first: date, last: date) -> pl.Expr:
    """The days from ``first`` to ``last``, both included, on which a vehicle was in service."""
    start = pl.max_horizontal("in_service_from", pl.lit(first))
    end = pl.min_horizontal(pl.col("in_service_to").fill_null(last), pl.lit(last))
    return ((end - start).dt.total_days() + 1).clip(lower_bound=0)


def _merged(spans: Iterable[tuple[date, date]]) -> Iterator[tuple[date, date]]:
    """The same days without counting one twice."""
    reached = date.min
    for first, last in sorted(spans):
        after = max(first, date.fromordinal(reached.toordinal() + 1))
        if after <= last:
            yield after, last
            reached = last
