"""The table of plausible ranges: every bound that a rule holds a figure against, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import polars as pl

from workers.domain.factors import Wage

# Bounds hold at the bound; figures are compared unrounded, with this relative slack.
SLACK = 1e-9


@dataclass(frozen=True)
class Span:
    """Usual from ``low`` to ``high``, both included."""

    low: float
    high: float


@dataclass(frozen=True)
class Spans:
    """A span per vehicle class; a class that is not named has none."""

    by_class: tuple[tuple[str, Span], ...]

    @property
    def table(self) -> pl.LazyFrame:
        """The spans as ``bus_class``, ``low`` and ``high``, to join."""
        rows = [(code, float(span.low), float(span.high)) for code, span in self.by_class]
        schema = {"bus_class": pl.String, "low": pl.Float64, "high": pl.Float64}
        return pl.LazyFrame(rows, schema=schema, orient="row")


def _by_class(**spans: tuple[float, float]) -> Spans:
    return Spans(tuple((code, Span(low, high)) for code, (low, high) in spans.items()))


KWH_PER_KM = _by_class(
    bus_12m=(0.8, 1.9), bus_18m=(1.2, 2.7), bus_24m=(1.5, 3.5), bus_15m=(1.0, 2.3), midi=(0.6, 1.5), bus_8p=(0.2, 0.5)
)
LITRES_PER_100_KM = _by_class(midi=(18, 33), bus_12m=(24, 45), bus_15m=(26, 48), bus_18m=(32, 58), bus_8p=(7, 14))
# The trials were with buses of every size; a train is no bus.
HYDROGEN_PER_100_KM = _by_class(
    bus_8p=(6, 12), midi=(6, 12), bus_12m=(6, 12), bus_15m=(6, 12), bus_18m=(6, 12), bus_24m=(6, 12)
)
CNG_PER_100_KM = _by_class(bus_12m=(31, 63))
BATTERY_KWH = _by_class(bus_12m=(150, 600), bus_18m=(200, 800), midi=(80, 450), bus_8p=(30, 150))

EMBODIED_KG = _by_class(bus_12m=(30_000, 120_000))
# Per hour, for 21 and over, by the day from which it holds.
MINIMUM_WAGES = (Wage(date(2025, 7, 1), Decimal("14.40")), Wage(date(2026, 1, 1), Decimal("14.71")))


@dataclass(frozen=True)
class Ranges:
    """The bounds of one rule set. Shares are fractions of one unless the name says ``pct``."""

    zero_emission_from_year: int = 2025
    new_within_days: int = 180
    battery_kwh: Spans = BATTERY_KWH
    empty_running_warning: float = 0.15
    empty_running_error: float = 0.40
    whole_year_days: int = 360
    km_per_year: Span = Span(20_000, 130_000)
    kwh_per_km: Spans = KWH_PER_KM
    litres_per_100_km: Spans = LITRES_PER_100_KM
    hydrogen_per_100_km: Spans = HYDROGEN_PER_100_KM
    cng_per_100_km: Spans = CNG_PER_100_KM
    month_to_median: Span = Span(0.5, 2.0)
    months_for_a_median: int = 6
    estimated_share: float = 0.10
    certificates_to_claim: float = 0.98
    own_solar_kwh_per_kwp: Span = Span(600, 1_100)
    booked_to_contracted: float = 1.02
    occupancy: Span = Span(2, 25)
    factor_warning: float = 0.01
    factor_error: float = 0.05
    evidence_months: int = 36
    fte_of_groups: float = 0.1
    sick_leave_pct: Span = Span(3, 15)
    sick_leave_error_pct: float = 35
    small_group: int = 10
    accidents_per_200_000_hours: float = 15
    fte_per_head: float = 1.05
    training_hours_per_head: float = 120
    minimum_wages: tuple[Wage, ...] = MINIMUM_WAGES
    effort_per_person_eur: float = 70_000
    effort_to_building_block: float = 0.01
    effort_without_evidence_eur: float = 10_000
    csrd_employees: int = 1_000
    spend_based_share: float = 0.5
    embodied_kg: Spans = EMBODIED_KG
    battery_kg_per_kwh: Span = Span(40, 150)
    assessed_within_months: int = 12
    incidents_to_last_year: int = 3
    declared_per_part: int = 1
    declared_to_rows: float = 0.01
    intensity_to_last_year: float = 0.20
    count_to_last_year: float = 0.30


RANGES = Ranges()


def above(figure: pl.Expr, bound: pl.Expr | float) -> pl.Expr:
    """Whether a figure is more than its bound; exactly on it is not."""
    limit = _expr(bound)
    return figure.cast(pl.Float64) - limit > limit.abs() * SLACK


def below(figure: pl.Expr, bound: pl.Expr | float) -> pl.Expr:
    """Whether a figure is less than its bound; exactly on it is not."""
    limit = _expr(bound)
    return limit - figure.cast(pl.Float64) > limit.abs() * SLACK


def outside(figure: pl.Expr, low: pl.Expr | float, high: pl.Expr | float) -> pl.Expr:
    """Whether a figure is less than ``low`` or more than ``high``."""
    return below(figure, low) | above(figure, high)


def _expr(bound: pl.Expr | float) -> pl.Expr:
    return bound.cast(pl.Float64) if isinstance(bound, pl.Expr) else pl.lit(float(bound))
