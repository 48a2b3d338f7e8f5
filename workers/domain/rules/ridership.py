"""Passengers: every month is there, and the vehicles are neither empty nor overfull on average."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import BusClass, Mode
from workers.domain.case import Case, Period
from workers.domain.frames import ENTITY, LACKS
from workers.domain.lacking import with_lacks
from workers.domain.ranges import outside
from workers.domain.statement import Given, rule

MONTH = pl.col("period").str.slice(0, 7).alias("month")
# A period of four characters is a year: it says nothing about its months.
BY_YEAR = pl.col("period").str.len_chars() == 4


def _modes(case: Case) -> pl.LazyFrame:
    """Every vehicle with its mode; a vehicle whose row is not judged further has one too."""
    mode = pl.when(pl.col("bus_class") == BusClass.TRAIN.value).then(pl.lit(Mode.TRAIN.value))
    return (
        case.report.table("vehicles")
        .frame.lazy()
        .filter(pl.col("bus_class").is_not_null())
        .unique("vehicle_id")
        .select("vehicle_id", mode.otherwise(pl.lit(Mode.BUS.value)).alias("mode"))
    )


def _per_month(rows: pl.LazyFrame, column: str) -> pl.LazyFrame:
    """The sum of a column per month, and why a month cannot be judged."""
    return rows.group_by(MONTH).agg(pl.col(column).sum(), pl.col(LACKS).drop_nulls().min())


def _months_with_both(case: Case) -> pl.LazyFrame:
    """Passenger-kilometres and timetable kilometres of buses in the months that have both."""
    buses = _modes(case).filter(pl.col("mode") == Mode.BUS.value)
    passengers = with_lacks(case.report.table("ridership"), "passenger_km").filter(pl.col("mode") == Mode.BUS.value)
    kilometres = with_lacks(case.report.table("activity"), "km_timetable").filter(~BY_YEAR)
    return (
        _per_month(passengers, "passenger_km")
        .join(_per_month(kilometres.join(buses, on="vehicle_id", how="semi"), "km_timetable"), on="month", suffix="_km")
        .with_columns(pl.coalesce(LACKS, f"{LACKS}_km").alias(LACKS))
    )


@rule(
    "RID-001",
    sheet="ridership",
    at="passenger_km",
    severity=Severity.WARNING,
    basis="CROW",
    needs=("ridership.passenger_km", "activity.km_timetable", "vehicles.bus_class"),
    duty_nl="De gemiddelde bezetting van de bussen is aannemelijk.",
    nl="{passenger_km} reizigerskilometers op {km_timetable} dienstregelingkilometers is gemiddeld {occupancy} reizigers in de bus.",
    en="{passenger_km} passenger-kilometres on {km_timetable} timetable kilometres is {occupancy} passengers in the bus on average.",
    expected_nl="Gemiddeld {low} tot {high} reizigers; landelijk is het ongeveer 8.",
    expected_en="{low} to {high} passengers on average; the national average is about 8.",
    mend_nl="Controleer of de reizigerskilometers in kilometers staan (niet in duizendtallen) en bij dezelfde maanden en bussen horen.",
    mend_en="Check that passenger-kilometres are in kilometres (not in thousands) and are of the same months and buses.",
)
def occupancy_is_plausible(case: Case) -> pl.LazyFrame:
    """Occupancy is plausible."""
    months, usual = _months_with_both(case), case.ranges.occupancy
    whole = months.filter(pl.col(LACKS).is_null()).select(pl.col("passenger_km", "km_timetable").sum())
    occupancy = pl.col("passenger_km").cast(pl.Float64) / pl.col("km_timetable").cast(pl.Float64)
    unusual = (
        whole.filter(pl.col("km_timetable") > 0)
        .with_columns(
            occupancy.alias("occupancy"),
            pl.lit(usual.low).alias("low"),
            pl.lit(usual.high).alias("high"),
            pl.lit("").alias(ENTITY),
        )
        .filter(outside(pl.col("occupancy"), usual.low, usual.high))
    )
    return pl.concat([unusual, months.filter(pl.col(LACKS).is_not_null()).select(LACKS)], how="diagonal")


def _months(period: Period | None) -> Iterator[str]:
    """The months of the period, also those of which it has a part."""
    if period is not None:
        for number in range(period.start.year * 12 + period.start.month - 1, period.end.year * 12 + period.end.month):
            yield f"{number // 12}-{number % 12 + 1:02}"


@rule(
    "RID-002",
    sheet="ridership",
    at="period",
    severity=Severity.WARNING,
    basis="MIPOV usage",
    given=(Given.PERIOD,),
    needs=("ridership.period", "ridership.mode", "activity.vehicle_id", "vehicles.bus_class", "report.period_end"),
    duty_nl="Elke maand van de periode heeft reizigerskilometers, per modaliteit die rijdt.",
    nl="Van {month} staan er geen reizigerskilometers voor modaliteit {mode}.",
    en="There are no passenger-kilometres of {month} for mode {mode}.",
    expected_nl="Een rij voor {month}, modaliteit {mode}.",
    expected_en="A row for {month}, mode {mode}.",
    mend_nl="Voeg de maand toe, of leg uit waarom er geen cijfer is.",
    mend_en="Add the month, or explain why there is no figure.",
)
def every_month_has_ridership(case: Case) -> pl.LazyFrame:
    """Every month of the period has ridership."""
    modes = case.report.table("activity").frame.lazy().join(_modes(case), on="vehicle_id").select("mode").unique()
    table = case.report.table("ridership")
    rows = with_lacks(table, "period", "mode")
    # A row that cannot be placed may be the very month that seems to be missing.
    unplaced = rows.filter(pl.col(LACKS).is_not_null()).select("mode", LACKS)
    lost = unplaced.select(pl.col(LACKS).filter(pl.col("mode").is_null()).first().alias("of_any"))
    return (
        pl.LazyFrame({"month": list(_months(case.period))}, schema={"month": pl.String})
        .join(modes, how="cross")
        .join(table.fit.select(MONTH, "mode"), on=["month", "mode"], how="anti")
        .join(unplaced.group_by("mode").agg(pl.col(LACKS).first()), on="mode", how="left")
        .join(lost, how="cross")
        .select(
            "month",
            "mode",
            pl.coalesce(LACKS, "of_any").alias(LACKS),
            pl.concat_str("month", "mode", separator=" · ").alias(ENTITY),
        )
        .sort("month", "mode")
    )


RULES = (occupancy_is_plausible, every_month_has_ridership)
