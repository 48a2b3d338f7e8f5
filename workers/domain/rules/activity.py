"""What the fleet ran: kilometres per vehicle and period."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

import polars as pl

from schemas.judgement import Severity
from schemas.report.sheets import BETWEEN_KEYS
from workers.domain.case import Case, Period
from workers.domain.frames import ENTITY, LACKS, ROW, SEVERITY, SHEET, VALUE
from workers.domain.kinds import BUSES
from workers.domain.lacking import OF_VEHICLE, judged_by, with_lacks
from workers.domain.ranges import above, outside
from workers.domain.statement import Given, Rule, rule
from workers.domain.sums import in_service

SERVICE = ("in_service_from", "in_service_to")


@rule(
    "ACT-001",
    sheet="activity",
    at="km_timetable",
    severity=Severity.ERROR,
    basis="MIPOV, supply",
    duty_nl="Dienstregelingkilometers zijn een deel van alle kilometers.",
    nl="Voertuig {vehicle_id} reed in {period} {km_timetable} dienstregelingkilometers: meer dan de {km_total} kilometers in totaal.",
    en="Vehicle {vehicle_id} ran {km_timetable} timetable kilometres in {period}: more than the {km_total} kilometres in total.",
    expected_nl="Hoogstens {km_total} kilometer.",
    expected_en="At most {km_total} kilometres.",
    mend_nl="Controleer of de materieelritten in het totaal zijn meegeteld.",
    mend_en="Check that empty runs are counted in the total.",
    needs=("activity.km_timetable", "activity.km_total"),
)
def timetable_kilometres_fit_in_all_kilometres(case: Case) -> pl.LazyFrame:
    """Timetable kilometres are part of all kilometres."""
    return case.report.activity.filter(pl.col("km_timetable") > pl.col("km_total"))


@rule(
    "ACT-002",
    sheet="activity",
    at="km_total",
    severity=Severity.WARNING,
    basis="ISO 14083",
    duty_nl="Een voertuig rijdt over het jaar hoogstens 15 % leeg (boven 40 % is het een fout).",
    nl="Voertuig {vehicle_id} reed {share} % van {km_total} kilometer leeg over het jaar.",
    en="Vehicle {vehicle_id} ran {share} % of {km_total} kilometres empty over the year.",
    expected_nl="Hoogstens {usual} %.",
    expected_en="At most {usual} %.",
    mend_nl="Controleer of alle dienstregelingkilometers zijn meegeteld, of leg de materieelritten uit.",
    mend_en="Check that all timetable kilometres are counted, or explain the empty runs.",
    needs=("activity.vehicle_id", "activity.km_timetable", "activity.km_total"),
)
def empty_running_is_limited(case: Case) -> pl.LazyFrame:
    """Empty running of a vehicle over the year is at most 15 % (error above 40 %)."""
    ranges, total, timetable = case.ranges, pl.col("km_total"), pl.col("km_timetable")
    empty = (total - timetable).cast(pl.Float64) / total.cast(pl.Float64)
    far = above(pl.col("empty"), ranges.empty_running_error)
    return (
        case.sums.activity_years.lazy()
        .with_columns(pl.when(total > 0).then(empty).alias("empty"))
        .filter(judged_by(above(pl.col("empty"), ranges.empty_running_warning)))
        .with_columns(
            (pl.col("empty") * 100).alias("share"),
            pl.lit(ranges.empty_running_warning * 100).alias("usual"),
            pl.when(far).then(pl.lit(Severity.ERROR.value)).otherwise(pl.lit(Severity.WARNING.value)).alias(SEVERITY),
            pl.col("vehicle_id").alias(ENTITY),
        )
        .with_columns(pl.col("share").round(3).cast(pl.String).alias(VALUE))
    )


@rule(
    "ACT-003",
    sheet="activity",
    at="km_total",
    severity=Severity.WARNING,
    basis="CROW",
    duty_nl="Een bus die het hele jaar in dienst is, rijdt een gebruikelijk aantal kilometers.",
    nl="Voertuig {vehicle_id} ({bus_class}) was het hele jaar in dienst en reed {km_total} kilometer.",
    en="Vehicle {vehicle_id} ({bus_class}) was in service all year and ran {km_total} kilometres.",
    expected_nl="{low} tot {high} kilometer.",
    expected_en="{low} to {high} kilometres.",
    mend_nl="Controleer de eenheid en of alle maanden er zijn, of leg uit waarom dit voertuig weinig of veel reed.",
    mend_en="Check the unit and that all months are there, or explain why this vehicle ran little or much.",
    given=(Given.PERIOD,),
    needs=(
        "report.period_start",
        "report.period_end",
        "activity.vehicle_id",
        "activity.km_total",
        "vehicles.bus_class",
        "vehicles.in_service_from",
        "vehicles.in_service_to",
    ),
)
def a_bus_runs_a_usual_distance(case: Case) -> pl.LazyFrame:
    """A vehicle in service all year runs 20 000-130 000 km (bus classes)."""
    period, usual = case.period, case.ranges.km_per_year
    if period is None or period.days < case.ranges.whole_year_days:
        return pl.LazyFrame()
    buses = with_lacks(case.report.table("vehicles"), "bus_class", *SERVICE).filter(
        pl.col(LACKS).is_not_null()
        | (pl.col("bus_class").is_in(BUSES) & _serves(pl.lit(period.start), pl.lit(period.end)))
    )
    return (
        case.sums.activity_years.lazy()
        .join(buses.select("vehicle_id", "bus_class", pl.col(LACKS).alias(OF_VEHICLE)), on="vehicle_id")
        .join(case.sums.only_energy.lazy(), on="vehicle_id", how="anti")
        .with_columns(pl.coalesce(LACKS, OF_VEHICLE).alias(LACKS))
        .filter(judged_by(outside(pl.col("km_total"), usual.low, usual.high)))
        .with_columns(
            pl.lit(usual.low).alias("low"),
            pl.lit(usual.high).alias("high"),
            pl.col("vehicle_id").alias(ENTITY),
            pl.col("km_total").cast(pl.String).alias(VALUE),
        )
    )


def _serves(first: pl.Expr, last: pl.Expr) -> pl.Expr:
    """Whether a vehicle was in service on every day from ``first`` to ``last``."""
    ends = pl.col("in_service_to")
    return (pl.col("in_service_from") <= first) & (ends.is_null() | (ends >= last))


@rule(
    "ACT-004",
    sheet="activity",
    at="period",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een voertuig rijdt alleen als het in dienst is.",
    nl="Voertuig {vehicle_id} heeft kilometers in {period}, maar was in dienst van {in_service_from} tot en met {in_service_to}.",
    en="Vehicle {vehicle_id} has kilometres in {period}, but was in service from {in_service_from} to {in_service_to}.",
    expected_nl="Een periode waarin het voertuig ten minste één dag in dienst was.",
    expected_en="A period in which the vehicle was in service for at least one day.",
    mend_nl="Verbeter de periode, het voertuignummer of de datums op het blad Wagenpark.",
    mend_en="Mend the period, the vehicle id or the dates on the sheet Fleet.",
    needs=("activity.vehicle_id", "activity.period", "vehicles.in_service_from", "vehicles.in_service_to"),
)
def activity_lies_in_the_service_period(case: Case) -> pl.LazyFrame:
    """No activity outside the vehicle's service period."""
    return (
        with_lacks(case.report.table("activity"), "vehicle_id", "period")
        .select(ROW, "vehicle_id", "period", LACKS)
        .join(_served(case, *SERVICE), on="vehicle_id", how="left")
        .with_columns(pl.coalesce(LACKS, OF_VEHICLE).alias(LACKS))
        .filter(judged_by(~in_service(pl.col("period"))))
    )


def _served(case: Case, *needed: str) -> pl.LazyFrame:
    """The vehicles with their service, and why of some it cannot be said."""
    vehicles = with_lacks(case.report.table("vehicles"), *needed)
    return vehicles.select("vehicle_id", *SERVICE, pl.col(LACKS).alias(OF_VEHICLE))


@rule(
    "ACT-005",
    sheet="activity",
    at="period",
    severity=Severity.WARNING,
    basis="integrity",
    duty_nl="Een voertuig in dienst rijdt elke maand.",
    nl="Voertuig {vehicle_id} was in {month} elke dag in dienst, maar heeft geen kilometers in die maand.",
    en="Vehicle {vehicle_id} was in service every day of {month}, but has no kilometres in that month.",
    expected_nl="Een rij voor {vehicle_id} in {month}.",
    expected_en="A row for {vehicle_id} in {month}.",
    mend_nl="Voeg de ontbrekende rij toe, of leg uit waarom het voertuig stilstond.",
    mend_en="Add the missing row, or explain why the vehicle stood still.",
    given=(Given.PERIOD,),
    needs=(
        "report.period_start",
        "report.period_end",
        "activity.vehicle_id",
        "activity.period",
        "vehicles.vehicle_id",
        "vehicles.in_service_from",
        "vehicles.in_service_to",
    ),
)
def a_vehicle_in_service_runs_every_month(case: Case) -> pl.LazyFrame:
    """A vehicle in service has activity in every month."""
    sums = case.sums
    by_year = sums.activity_years.lazy().filter("by_year")
    by_month = (
        _served(case, "vehicle_id", *SERVICE)
        .join(by_year, on="vehicle_id", how="anti")
        .join(sums.only_energy.lazy(), on="vehicle_id", how="anti")
    )
    doubtful = by_month.filter(pl.col(OF_VEHICLE).is_not_null())
    missing = (
        by_month.filter(pl.col(OF_VEHICLE).is_null())
        .join(_months(case.period), how="cross")
        .filter(_serves(pl.col("first"), pl.col("last")))
        .join(sums.activity_months.lazy(), on=["vehicle_id", "month"], how="anti")
        .join(sums.activity_doubts.lazy(), on="vehicle_id", how="left")
    )
    return pl.concat(
        [
            missing.select("vehicle_id", "month", LACKS, pl.lit("activity").alias(SHEET)),
            doubtful.select("vehicle_id", pl.col(OF_VEHICLE).alias(LACKS), pl.lit("vehicles").alias(SHEET)),
        ],
        how="diagonal",
    ).with_columns(pl.concat_str("vehicle_id", "month", separator=BETWEEN_KEYS).alias(ENTITY))


def _months(period: Period | None) -> pl.LazyFrame:
    """The whole months of the period with their first and last day."""
    schema = {"month": pl.String, "first": pl.Date, "last": pl.Date}
    return pl.LazyFrame(list(_whole_months(period)) if period else [], schema=schema, orient="row")


def _whole_months(period: Period) -> Iterator[tuple[str, date, date]]:
    for year in range(period.start.year, period.end.year + 1):
        for month in range(1, 13):
            first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
            if period.start <= first and last <= period.end:
                yield f"{first:%Y-%m}", first, last


RULES: tuple[Rule, ...] = (
    timetable_kilometres_fit_in_all_kilometres,
    empty_running_is_limited,
    a_bus_runs_a_usual_distance,
    activity_lies_in_the_service_period,
    a_vehicle_in_service_runs_every_month,
)
