"""The fleet: which buses are in service, which are new in the year, which run contrary to the concession."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl

from schemas.terms import Exemption, Terms
from workers.domain.case import Case, Period
from workers.domain.mileage import BUSES, SHARED_BUSES, TEMPORARY, ZERO_EMISSION
from workers.domain.report import Report

Span = tuple[date, date]
ONE_DAY = timedelta(days=1)
TEMPORARY_NORM = "N-TEMP"

ZERO = pl.col("drivetrain").is_in([code.value for code in ZERO_EMISSION])
BUS = pl.col("bus_class").is_in([code.value for code in BUSES])
SHARED_BUS = pl.col("bus_class").is_in([code.value for code in SHARED_BUSES])
# Which vehicles ran contrary to the concession (FLT-005).
CONTRARY = pl.col("deployment").is_in([code.value for code in TEMPORARY]) & ~ZERO & BUS


def in_service_on(day: date) -> pl.Expr:
    """Whether a vehicle is in service on a day; a blank end is still in service."""
    return (pl.col("in_service_from") <= day) & (pl.col("in_service_to").is_null() | (pl.col("in_service_to") >= day))


def new_buses(case: Case, period: Period) -> pl.LazyFrame:
    """The buses that are new in the year (rule FLT-004): a plate counts once, at its first row; 8-passenger buses apart."""
    entered = pl.col("in_service_from")
    fresh = (entered - pl.col("first_admission")) <= timedelta(days=case.ranges.new_within_days)
    late_enough = period.year >= case.ranges.zero_emission_from_year
    is_new = (entered.dt.year() == period.year) & fresh & SHARED_BUS & pl.lit(late_enough)
    return _first_of_plate(case.report).filter(is_new)


def _first_of_plate(report: Report) -> pl.LazyFrame:
    """Every vehicle once: the first row of each plate, and every vehicle without one."""
    plate = pl.col("licence_plate").str.replace_all("-", "").str.to_uppercase()
    plated = report.vehicles.with_columns(plate.alias("plate")).sort("row")
    once = pl.col("plate").is_null() | pl.col("plate").is_first_distinct()
    return plated.filter(once)


def contrary_days(case: Case, period: Period) -> pl.LazyFrame:
    """The vehicles that ran contrary to the concession, with the ``days`` in service in the period outside every exemption."""
    days = _overlap((period.start, period.end))
    for span in exempt_spans(case.terms, period):
        days = days - _overlap(span)
    return case.report.vehicles.filter(CONTRARY).with_columns(days.alias("days"))


def exempt_spans(terms: Terms | None, period: Period) -> tuple[Span, ...]:
    """The days of the period on which N-TEMP is not held, as spans that do not overlap."""
    return (
        _apart(_within(exemption, period) for exemption in terms.exemptions if exemption.norm == TEMPORARY_NORM)
        if terms
        else ()
    )


def _within(exemption: Exemption, period: Period) -> Span:
    return max(exemption.from_, period.start), min(exemption.to, period.end)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days as spans that do not touch each other's days."""
    apart: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] <= span[1]):
        if apart and start <= apart[-1][1] + ONE_DAY:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def _overlap(span: Span) -> pl.Expr:
    """How many days of a span a vehicle is in service."""
    first = pl.max_horizontal(pl.col("in_service_from"), pl.lit(span[0]))
    last = pl.min_horizontal(pl.col("in_service_to").fill_null(span[1]), pl.lit(span[1]))
    return ((last - first).dt.total_days() + 1).clip(lower_bound=0)
