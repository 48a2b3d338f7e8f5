"""The fleet as the indicators see it: who is in service on a day, and who ran contrary to the concession."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from schemas.terms import Terms
from workers.domain.case import Case, Period
from workers.domain.kinds import BUSES, BUSES_ABOVE_8, ZERO_EMISSION
from workers.domain.mileage import TEMPORARY
from workers.domain.service import EXEMPTS_FROM, days_outside_agreement

ZERO = pl.col("drivetrain").is_in(ZERO_EMISSION)
BUS = pl.col("bus_class").is_in(BUSES)
SHARED_BUS = pl.col("bus_class").is_in(BUSES_ABOVE_8)
# Which vehicles ran contrary to the concession (FLT-05).
CONTRARY = pl.col("deployment").is_in([code.value for code in TEMPORARY]) & ~ZERO & BUS


def in_service_on(day: date) -> pl.Expr:
    """Whether a vehicle is in service on a day; a blank end is still in service."""
    return (pl.col("in_service_from") <= day) & (pl.col("in_service_to").is_null() | (pl.col("in_service_to") >= day))


def contrary_days(case: Case, period: Period) -> pl.LazyFrame:
    """The vehicles that ran contrary to the concession, with the ``days`` in service in the period outside every exemption."""
    days = days_outside_agreement(period, case.terms)
    return case.report.vehicles.filter(CONTRARY).with_columns(days.alias("days"))


def exempt_days(terms: Terms | None, period: Period) -> int:
    """On how many days of the period the norm is not held, each counted once."""
    spans = [(e.from_, e.to) for e in (terms.exemptions if terms else ()) if e.norm == EXEMPTS_FROM]
    inside = [(max(start, period.start), min(end, period.end)) for start, end in spans]
    return len({start + timedelta(days=n) for start, end in inside for n in range((end - start).days + 1)})
