"""How much energy a kilometre takes, over the year and month by month."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import Drivetrain
from schemas.report.sheets import BETWEEN_KEYS
from workers.domain import sums
from workers.domain.case import Case
from workers.domain.frames import ENTITY, LACKS, ROW, ROWS, VALUE
from workers.domain.lacking import judged_by
from workers.domain.ranges import Spans, outside
from workers.domain.rules.energy import KM, NEEDS_A_YEAR
from workers.domain.statement import Lack, Rule, rule

NEEDS_A_CLASS = (*NEEDS_A_YEAR, "vehicles.bus_class", "vehicles.drivetrain")


def _with_intensity(case: Case, amount: str, drivetrains: tuple[Drivetrain, ...], *, per_km: int = 1) -> pl.LazyFrame:
    """Vehicles of these drivetrains with their ``amount`` of traction energy per so many kilometres over the year."""
    vehicles = case.report.vehicles.filter(pl.col("drivetrain").is_in([kind.value for kind in drivetrains]))
    years = case.sums.activity_years.lazy().select("vehicle_id", "km_total", pl.col(LACKS).alias("lacks_km"))
    used = pl.col(amount).cast(pl.Float64) / sums.SCALE
    return (
        case.sums.energy_years.lazy()
        .join(years, on="vehicle_id")
        .join(vehicles.select("vehicle_id", "bus_class", "drivetrain"), on="vehicle_id")
        .filter(pl.col("has") & (KM > 0))
        .with_columns(
            pl.coalesce(LACKS, "lacks_km").alias(LACKS),
            used.alias("used"),
            (used / KM * per_km).alias("intensity"),
            pl.col("vehicle_id").alias(ENTITY),
        )
    )


def _unusual(vehicles: pl.LazyFrame, usual: Spans) -> pl.LazyFrame:
    """The vehicles whose intensity is unusual for their class; what cannot be judged is only counted for classes that have a span."""
    return (
        vehicles.join(usual.table, on="bus_class")
        .filter(judged_by(outside(pl.col("intensity"), pl.col("low"), pl.col("high"))))
        .with_columns(pl.col("intensity").round(3).cast(pl.String).alias(VALUE))
    )


@rule(
    "ENE-003",
    sheet="energy",
    at="quantity",
    severity=Severity.WARNING,
    basis="ViriCiti 2020, with margin",
    duty_nl="Het elektriciteitsgebruik voor tractie van een voertuig over het jaar is aannemelijk.",
    nl="Voertuig {vehicle_id} ({bus_class}) gebruikte {intensity} kWh/km over het jaar; gebruikelijk is {low} tot {high}.",
    en="Vehicle {vehicle_id} ({bus_class}) used {intensity} kWh/km over the year; usual is {low} to {high}.",
    expected_nl="{low} tot {high} kWh/km over {km_total} kilometer.",
    expected_en="{low} to {high} kWh/km over {km_total} kilometres.",
    mend_nl="Controleer eenheid, kilometers en of het laadpunt van één voertuig is.",
    mend_en="Check the unit, the kilometres, and that the charger serves one vehicle.",
    needs=NEEDS_A_CLASS,
)
def electric_intensity_is_plausible(case: Case) -> pl.LazyFrame:
    """A vehicle's electric traction energy per kilometre lies in the usual range of its class."""
    return _unusual(_with_intensity(case, "kwh", (Drivetrain.BEV, Drivetrain.TROLLEY)), case.ranges.kwh_per_km)


@rule(
    "ENE-004",
    sheet="energy",
    at="quantity",
    severity=Severity.WARNING,
    basis="COPERT",
    duty_nl="Het verbruik van vloeibare brandstof van een voertuig over het jaar is aannemelijk.",
    nl="Voertuig {vehicle_id} ({bus_class}) gebruikte {intensity} liter per 100 km over het jaar; gebruikelijk is {low} tot {high}.",
    en="Vehicle {vehicle_id} ({bus_class}) used {intensity} litres per 100 km over the year; usual is {low} to {high}.",
    expected_nl="{low} tot {high} liter per 100 km over {km_total} kilometer.",
    expected_en="{low} to {high} litres per 100 km over {km_total} kilometres.",
    mend_nl="Controleer de liters, de kilometers en of de tankbeurten van één voertuig zijn.",
    mend_en="Check the litres, the kilometres, and that the fuel went into one vehicle.",
    needs=NEEDS_A_CLASS,
)
def fuel_intensity_is_plausible(case: Case) -> pl.LazyFrame:
    """A vehicle's liquid fuels per 100 kilometres lie in the usual range of its class."""
    return _unusual(_with_intensity(case, "litres", (Drivetrain.DIESEL,), per_km=100), case.ranges.litres_per_100_km)


@rule(
    "ENE-005",
    sheet="energy",
    at="quantity",
    severity=Severity.WARNING,
    basis="JIVE; COPERT",
    duty_nl="Het gasverbruik van een voertuig over het jaar is aannemelijk.",
    nl="Voertuig {vehicle_id} ({bus_class}, {drivetrain}) gebruikte {intensity} kg per 100 km over het jaar; gebruikelijk is {low} tot {high}.",
    en="Vehicle {vehicle_id} ({bus_class}, {drivetrain}) used {intensity} kg per 100 km over the year; usual is {low} to {high}.",
    expected_nl="{low} tot {high} kg per 100 km over {km_total} kilometer.",
    expected_en="{low} to {high} kg per 100 km over {km_total} kilometres.",
    mend_nl="Controleer de kilogrammen, de kilometers en of de tankbeurten van één voertuig zijn.",
    mend_en="Check the kilograms, the kilometres, and that the gas went into one vehicle.",
    needs=NEEDS_A_CLASS,
)
def gas_intensity_is_plausible(case: Case) -> pl.LazyFrame:
    """A vehicle's hydrogen or natural gas per 100 kilometres lies in the usual range."""
    hydrogen = _with_intensity(case, "hydrogen", (Drivetrain.FCEV,), per_km=100)
    gas = _with_intensity(case, "cng", (Drivetrain.CNG,), per_km=100)
    return pl.concat([_unusual(hydrogen, case.ranges.hydrogen_per_100_km), _unusual(gas, case.ranges.cng_per_100_km)])


@rule(
    "ENE-009",
    sheet="energy",
    at="quantity",
    severity=Severity.WARNING,
    basis="statistics",
    duty_nl="Geen maand van een voertuig wijkt ver af van zijn eigen jaar.",
    nl="Voertuig {vehicle_id} gebruikte in {month} {intensity} MJ/km; in zijn middelste maand was dat {median}.",
    en="Vehicle {vehicle_id} used {intensity} MJ/km in {month}; in its median month that was {median}.",
    expected_nl="{low} tot {high} MJ/km.",
    expected_en="{low} to {high} MJ/km.",
    mend_nl="Controleer de energie en de kilometers van deze maand, of leg het verschil uit.",
    mend_en="Check the energy and the kilometres of this month, or explain the difference.",
    needs=NEEDS_A_YEAR,
)
def months_resemble_the_year(case: Case) -> pl.LazyFrame:
    """No month of a vehicle stands far from its own year."""
    usual, ratio = case.ranges.month_to_median, pl.col("intensity")
    return (
        _months_with_km(case)
        .with_columns(
            ratio.median().over("vehicle_id").alias("median"), pl.len().over("vehicle_id").alias("months_run")
        )
        .filter(pl.col("months_run") >= case.ranges.months_for_a_median)
        .with_columns((pl.col("median") * usual.low).alias("low"), (pl.col("median") * usual.high).alias("high"))
        .filter(judged_by(outside(ratio, pl.col("low"), pl.col("high"))))
        .with_columns(
            pl.concat_str("vehicle_id", "month", separator=BETWEEN_KEYS).alias(ENTITY),
            ratio.round(3).cast(pl.String).alias(VALUE),
        )
    )


def _months_with_km(case: Case) -> pl.LazyFrame:
    """Every month in which a vehicle with traction energy ran, with its MJ per kilometre; without a row in that month it used none."""
    years = case.sums.energy_years.lazy().filter("has").select("vehicle_id")
    doubts = pl.concat([case.sums.energy_doubts, case.sums.activity_doubts]).unique("vehicle_id", keep="first")
    used = case.sums.energy_months.lazy().select("vehicle_id", "month", ROW, "mj", "no_factor")
    return (
        case.sums.activity_months.lazy()
        .filter((KM > 0) & (pl.col("month").str.len_bytes() > len("YYYY")))
        .select("vehicle_id", "month", "km_total", ROWS)
        .join(years, on="vehicle_id", how="semi")
        .join(used, on=["vehicle_id", "month"], how="left")
        .join(doubts.lazy(), on="vehicle_id", how="left")
        .with_columns(
            (pl.col("mj").fill_null(0).cast(pl.Float64) / sums.SCALE / KM).alias("intensity"),
            pl.coalesce(
                LACKS, pl.when(pl.col("no_factor").any().over("vehicle_id")).then(pl.lit(Lack.FACTOR.value))
            ).alias(LACKS),
        )
    )


RULES: tuple[Rule, ...] = (
    electric_intensity_is_plausible,
    fuel_intensity_is_plausible,
    gas_intensity_is_plausible,
    months_resemble_the_year,
)
