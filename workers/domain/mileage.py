"""Kilometres by kind of vehicle and speed: one pass over the activity, exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import polars as pl

from schemas.report.code_lists import BusClass, Deployment
from workers.domain.frames import ROW
from workers.domain.kinds import BUSES, ZERO_EMISSION
from workers.domain.places import Places, Runs, of_alike, runs_of
from workers.domain.report import Report

TEMPORARY = frozenset({Deployment.TEMPORARY, Deployment.TEMPORARY_EXEMPTED})

# By what kilometres are told apart.
KINDS = ["subcontracted", "bus_class", "drivetrain", "euro_class", "deployment", "slower_than"]
SPEEDS = (18, 25, 35, 50)
ASSUMED_SPEED = 25
THOUSANDTHS = 1000


@dataclass(frozen=True)
class Run:
    """What vehicles of one kind ran between two speeds of the air factor list.

    ``kind`` numbers the kinds of a report. ``speed_km`` is the sum of kilometres times clamped speed, in thousandths of each; ``km_assumed`` are kilometres without a speed.
    """

    kind: int
    subcontracted: bool
    bus_class: str | None
    drivetrain: str | None
    euro_class: str | None
    deployment: str | None
    slower_than: int
    rows: int
    km_timetable: Decimal
    km_total: Decimal
    km_assumed: Decimal
    speed_km: int

    @property
    def by_bus(self) -> bool:
        """Every class but the train is a bus."""
        return self.bus_class in BUSES

    @property
    def zero_emission(self) -> bool:
        """Whether nothing comes out of the tailpipe."""
        return self.drivetrain in ZERO_EMISSION

    @property
    def contrary(self) -> bool:
        """Whether it ran contrary to the concession (FLT-05)."""
        return self.deployment in TEMPORARY and not self.zero_emission and self.by_bus


@dataclass(frozen=True)
class Mileage:
    """All runs of a report."""

    runs: tuple[Run, ...]
    report: Report
    kinds: pl.DataFrame

    @staticmethod
    def of(report: Report) -> Mileage:
        """The runs of the rows that are judged further."""
        frame = _runs(report).collect()
        return Mileage(tuple(Run(**row) for row in frame.iter_rows(named=True)), report, frame)

    @cached_property
    def buses(self) -> Mileage:
        """The runs by bus."""
        return self.where(lambda run: run.by_bus)

    @cached_property
    def trains(self) -> Mileage:
        """The runs by train."""
        return self.where(lambda run: run.bus_class == BusClass.TRAIN)

    def where(self, chosen: Callable[[Run], bool]) -> Mileage:
        """Some of the runs."""
        return Mileage(tuple(run for run in self.runs if chosen(run)), self.report, self.kinds)

    @cached_property
    def sheet(self) -> Runs:
        """The rows of the sheet, by kind."""
        return Runs(_sheet(self.report, self.kinds))

    def places(self, some: Mileage) -> Places:
        """On which rows some of the kilometres stand."""
        return Places(some.rows, self.sheet.ranges({run.kind for run in some.runs}))

    @property
    def rows(self) -> int:
        """How many rows went in."""
        return sum(run.rows for run in self.runs)

    @property
    def km_total(self) -> Fraction:
        """All kilometres, empty runs included."""
        return _sum(run.km_total for run in self.runs)

    @property
    def km_timetable(self) -> Fraction:
        """The kilometres of the timetable."""
        return _sum(run.km_timetable for run in self.runs)


def _sum(amounts: Iterable[Decimal]) -> Fraction:
    return sum((Fraction(amount) for amount in amounts), Fraction(0))


def _runs(report: Report) -> pl.LazyFrame:
    """One row per kind of vehicle and band of speed, in a fixed order."""
    sums = [pl.col(name).sum() for name in ("rows", "km_timetable", "km_total", "km_assumed", "speed_km")]
    per_vehicle = _with_vehicles(_per_vehicle(report.activity), report)
    return per_vehicle.group_by(KINDS).agg(sums).sort(KINDS).with_row_index("kind")


def _with_vehicles(rows: pl.LazyFrame, report: Report) -> pl.LazyFrame:
    """Kilometres with what is known of the vehicle that ran them."""
    known = rows.join(_vehicles(report), on="vehicle_id", how="left", maintain_order="left")
    return known.with_columns(pl.col("subcontracted").fill_null(value=False))


def _vehicles(report: Report) -> pl.LazyFrame:
    """The vehicles by what their kilometres are told apart."""
    return report.vehicles.select(
        "vehicle_id", pl.col("operator_id").is_not_null().alias("subcontracted"), *KINDS[1:-1]
    ).unique("vehicle_id", keep="first", maintain_order=True)


def _sheet(report: Report, kinds: pl.DataFrame) -> pl.DataFrame:
    """The rows of the sheet as runs of one kind."""
    rows = report.activity.select(ROW, "vehicle_id", _band(_speed().to_physical()).alias("slower_than"))
    rows = of_alike(rows, _vehicles(report), same=KINDS[:-1])
    runs = _with_vehicles(runs_of(rows, same=["vehicle_id", "slower_than"]), report)
    return (
        runs.join(kinds.lazy().select("kind", *KINDS), on=KINDS, how="inner", nulls_equal=True, maintain_order="left")
        .select("first", "last", "kind")
        .collect()
    )


def _speed() -> pl.Expr:
    """The speed as the curves know it: none below the lowest or above the highest, and 25 where it is blank."""
    given = pl.col("avg_speed_kmh").fill_null(Decimal(ASSUMED_SPEED))
    return given.clip(Decimal(SPEEDS[0]), Decimal(SPEEDS[-1]))


def _per_vehicle(activity: pl.LazyFrame) -> pl.LazyFrame:
    speed, km = _speed(), pl.col("km_total")
    return (
        activity.select(
            "vehicle_id",
            "km_timetable",
            "km_total",
            speed.to_physical().alias("speed"),
            pl.when(pl.col("avg_speed_kmh").is_null()).then(km).otherwise(None).alias("km_assumed"),
        )
        .with_columns(
            _band(pl.col("speed")).alias("slower_than"), (km.to_physical() * pl.col("speed")).alias("speed_km")
        )
        .group_by("vehicle_id", "slower_than")
        .agg(
            pl.len().cast(pl.Int64).alias("rows"),
            pl.col("km_timetable", "km_total", "km_assumed", "speed_km").sum(),
        )
    )


def _band(speed: pl.Expr) -> pl.Expr:
    """The upper of the two listed speeds between which a speed lies."""
    band = pl.lit(SPEEDS[-1])
    for upper in reversed(SPEEDS[1:-1]):
        band = pl.when(speed <= upper * THOUSANDTHS).then(pl.lit(upper)).otherwise(band)
    return band.cast(pl.Int64)
