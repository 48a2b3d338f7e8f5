"""The fleet of the years to come, as far as the report knows it: who stays, who leaves on a known day, who enters on one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import polars as pl

from schemas.forecasts import TARGET_YEAR
from workers.domain.case import Period
from workers.domain.kinds import BUSES, BUSES_ABOVE_8, CLEAN_BUSES, ZERO_EMISSION
from workers.domain.ledger import Ledger

THOUSANDTHS = 1000


@dataclass(frozen=True)
class Kind:
    """A kind of vehicle."""

    bus_class: str | None
    drivetrain: str | None

    @property
    def is_bus(self) -> bool:
        """Every class but the train."""
        return self.bus_class in BUSES

    @property
    def above_8(self) -> bool:
        """A bus with more than eight seats."""
        return self.bus_class in BUSES_ABOVE_8

    @property
    def clean_bus(self) -> bool:
        """Whether it counts in the zero-emission share of the bus fleet."""
        return self.drivetrain in CLEAN_BUSES

    @property
    def zero_emission(self) -> bool:
        """Whether nothing comes out of the tailpipe."""
        return self.drivetrain in ZERO_EMISSION


@dataclass(frozen=True)
class Vehicle:
    """One vehicle and the kilometres that it ran in the reported period, in thousandths."""

    kind: Kind
    accessible: bool
    enters: date
    leaves: date | None
    km: int

    def days(self, first: date, last: date) -> int:
        """On how many of these days it is in service, both ends included."""
        until = min(last, self.leaves) if self.leaves else last
        return max(0, (until - max(first, self.enters)).days + 1)


@dataclass(frozen=True)
class FleetAhead:
    """All vehicles of a report; what is not in it, such as a bus not yet ordered, is not known."""

    vehicles: tuple[Vehicle, ...]
    period: Period

    @property
    def year(self) -> int:
        """The report year."""
        return self.period.year

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """Every kind that there is."""
        return tuple(dict.fromkeys(one.kind for one in self.vehicles))

    def at_end_of(self, year: int) -> tuple[Vehicle, ...]:
        """Who is in service on the last day of a year."""
        last = date(year, 12, 31)
        return tuple(one for one in self.vehicles if one.days(last, last))

    def kilometres(self, year: int, chosen: Callable[[Kind], bool]) -> Fraction:
        """What some kinds run in a year: each vehicle as much a day as in the reported period, a new one as the average."""
        return sum((km for kind, km in self._run[year].items() if chosen(kind)), Fraction(0))

    def kilometres_reported(self, chosen: Callable[[Kind], bool]) -> Fraction:
        """What some kinds ran in the reported period."""
        return Fraction(sum(one.km for one in self.vehicles if chosen(one.kind)), THOUSANDTHS)

    @cached_property
    def _run(self) -> Mapping[int, Mapping[Kind, Fraction]]:
        """Kilometres by year and kind, from the report year to the target year."""
        return {year: self._run_in(year) for year in range(self.year, TARGET_YEAR + 1)}

    def _run_in(self, year: int) -> Mapping[Kind, Fraction]:
        """Vehicles with as many days of service are added up before they are divided, which is exact and quick."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        groups: defaultdict[tuple[Kind, int], int] = defaultdict(int)
        for one in self.vehicles:
            served = one.days(self.period.start, self.period.end)
            groups[one.kind, served] += (one.km if served else 1) * one.days(first, last)
        run: defaultdict[Kind, Fraction] = defaultdict(Fraction)
        for (kind, served), amount in groups.items():
            run[kind] += Fraction(amount, served * THOUSANDTHS) if served else amount * self._usual
        return run

    @cached_property
    def _usual(self) -> Fraction:
        """What a bus runs in a day of service, on average."""
        ran = [(one.km, one.days(self.period.start, self.period.end)) for one in self.vehicles if one.kind.is_bus]
        days = sum(days for _, days in ran)
        return Fraction(sum(km for km, _ in ran), days * THOUSANDTHS) if days else Fraction(0)


def fleet_ahead(ledger: Ledger, period: Period) -> FleetAhead:
    """The vehicles of the rows that are judged further, in the order of the sheet."""
    ran = ledger.report.activity.group_by("vehicle_id").agg(pl.col("km_total").sum())
    columns = ["bus_class", "drivetrain", "wheelchair_accessible", "in_service_from", "in_service_to", "km_total"]
    there = ledger.report.vehicles.filter(pl.col("in_service_from").is_not_null())
    rows = there.join(ran, on="vehicle_id", how="left", maintain_order="left").select(columns).collect()
    return FleetAhead(tuple(_vehicles(rows.iter_rows())), period)


def _vehicles(
    rows: Iterable[tuple[str | None, str | None, bool | None, date, date | None, Decimal | None]],
) -> Iterable[Vehicle]:
    kinds: dict[tuple[str | None, str | None], Kind] = {}
    for bus_class, drivetrain, accessible, enters, leaves, km in rows:
        kind = kinds.setdefault((bus_class, drivetrain), Kind(bus_class, drivetrain))
        yield Vehicle(kind, bool(accessible), enters, leaves, int((km or Decimal(0)) * THOUSANDTHS))
