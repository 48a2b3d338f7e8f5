"""Energy: what the vehicles used, in what unit, and how likely that is."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import Carrier, Drivetrain
from workers.domain import sums
from workers.domain.case import Case
from workers.domain.frames import ENTITY, LACKS, ROW, ROWS, VALUE
from workers.domain.kinds import ZERO_EMISSION
from workers.domain.lacking import judged_by
from workers.domain.offences import BETWEEN_KEYS
from workers.domain.ranges import Spans, above, outside
from workers.domain.statement import Lack, Rule, rule
from workers.domain.weights import UNITS_OF

DIESELS = (Carrier.DIESEL_B0, Carrier.DIESEL_B7, Carrier.HVO30, Carrier.HVO100)
GASES = (Carrier.CNG, Carrier.BIO_CNG)
CARRIERS_OF: Mapping[Drivetrain, tuple[Carrier, ...]] = {
    Drivetrain.BEV: (Carrier.ELECTRICITY,),
    Drivetrain.TROLLEY: (Carrier.ELECTRICITY,),
    Drivetrain.OVERHEAD_ELECTRIC: (Carrier.ELECTRICITY,),
    Drivetrain.FCEV: (Carrier.HYDROGEN_GREY, Carrier.HYDROGEN_GREEN),
    Drivetrain.CNG: GASES,
    Drivetrain.DIESEL: DIESELS,
    Drivetrain.HYBRID: (*DIESELS, *GASES, Carrier.ELECTRICITY),
    Drivetrain.PETROL: (Carrier.PETROL_E10,),
}
NO_FUEL = (Carrier.ELECTRICITY.value, Carrier.DISTRICT_HEAT.value)

KM = pl.col("km_total").cast(pl.Float64)
NEEDS_A_YEAR = (
    *(f"energy.{name}" for name in sums.TRACTION_CELLS),
    "activity.vehicle_id",
    "activity.period",
    "activity.km_total",
)
NEEDS_A_CLASS = (*NEEDS_A_YEAR, "vehicles.bus_class", "vehicles.drivetrain")


@rule(
    "ENE-001",
    sheet="energy",
    at="carrier",
    severity=Severity.ERROR,
    basis="ISO 14083",
    duty_nl="De energiedrager voor tractie past bij de aandrijflijn.",
    nl="Voertuig {vehicle_id} heeft aandrijflijn {drivetrain}, maar gebruikte {carrier} voor tractie.",
    en="Vehicle {vehicle_id} has drivetrain {drivetrain}, but used {carrier} for traction.",
    expected_nl="{carriers}",
    expected_en="{carriers}",
    mend_nl="Verbeter de energiedrager, het voertuignummer of de aandrijflijn op het blad Wagenpark.",
    mend_en="Mend the carrier, the vehicle id or the drivetrain on the sheet Fleet.",
    needs=("energy.vehicle_id", "energy.use", "energy.carrier", "vehicles.drivetrain"),
)
def carriers_fit_the_drivetrain(case: Case) -> pl.LazyFrame:
    """Traction carrier fits the drivetrain."""
    fitting = pl.LazyFrame(
        [(drivetrain.value, [carrier.value for carrier in carriers]) for drivetrain, carriers in CARRIERS_OF.items()],
        schema={"drivetrain": pl.String, "carriers": pl.List(pl.String)},
        orient="row",
    )
    drivetrains = case.report.vehicles.select("vehicle_id", "drivetrain").join(fitting, on="drivetrain")
    return (
        case.report.energy.filter((pl.col("use") == "traction") & pl.col("carrier").is_not_null())
        .select(ROW, "vehicle_id", "carrier")
        .join(drivetrains, on="vehicle_id")
        .filter(~pl.col("carriers").list.contains(pl.col("carrier")))
    )


@rule(
    "ENE-002",
    sheet="energy",
    at="unit",
    severity=Severity.ERROR,
    basis="factor list",
    duty_nl="De eenheid past bij de energiedrager.",
    nl="{carrier} staat in {unit}.",
    en="{carrier} is given in {unit}.",
    expected_nl="{units}",
    expected_en="{units}",
    mend_nl="Reken de hoeveelheid om naar de eenheid van deze drager, of verbeter de drager.",
    mend_en="Convert the quantity to the unit of this carrier, or mend the carrier.",
    needs=("energy.carrier", "energy.unit"),
)
def units_fit_the_carrier(case: Case) -> pl.LazyFrame:
    """Unit fits the carrier."""
    fitting = pl.LazyFrame(
        [(carrier.value, [unit.value for unit in units]) for carrier, units in UNITS_OF.items()],
        schema={"carrier": pl.String, "units": pl.List(pl.String)},
        orient="row",
    )
    pairs = fitting.explode("units", empty_as_null=True, keep_nulls=True).rename({"units": "unit"})
    return (
        case.report.energy.filter(pl.col("carrier").is_not_null() & pl.col("unit").is_not_null())
        .select(ROW, "carrier", "unit")
        .join(pairs, on=["carrier", "unit"], how="anti")
        .join(fitting, on="carrier")
    )


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
    "ENE-006",
    sheet="energy",
    at="vehicle_id",
    severity=Severity.ERROR,
    basis="ISO 14083",
    duty_nl="Een voertuig met kilometers heeft energie voor tractie.",
    nl="Voertuig {vehicle_id} reed {km_total} kilometer, maar heeft geen energie voor tractie.",
    en="Vehicle {vehicle_id} ran {km_total} kilometres, but has no traction energy.",
    expected_nl="Ten minste één rij met gebruik Tractie voor voertuig {vehicle_id}.",
    expected_en="At least one row with use Traction for vehicle {vehicle_id}.",
    mend_nl="Voeg de energie van dit voertuig toe, of verdeel die van de depotmeter.",
    mend_en="Add the energy of this vehicle, or allocate that of the depot meter.",
    needs=NEEDS_A_YEAR,
)
def what_runs_uses_energy(case: Case) -> pl.LazyFrame:
    """A vehicle with kilometres has traction energy."""
    used = case.sums.energy_years.lazy().filter("has")
    return (
        case.sums.activity_years.lazy()
        .filter(KM > 0)
        .select("vehicle_id", "km_total", pl.lit(None, pl.UInt32).alias(ROW), pl.col("vehicle_id").alias(ENTITY))
        .join(used, on="vehicle_id", how="anti")
        .join(case.sums.energy_doubts.lazy(), on="vehicle_id", how="left")
    )


@rule(
    "ENE-007",
    sheet="energy",
    at="vehicle_id",
    severity=Severity.ERROR,
    basis="ISO 14083",
    duty_nl="Een voertuig met energie voor tractie heeft kilometers.",
    nl="Voertuig {vehicle_id} gebruikte energie voor tractie, maar heeft geen kilometers.",
    en="Vehicle {vehicle_id} used traction energy, but has no kilometres.",
    expected_nl="Kilometers voor voertuig {vehicle_id} op het blad Ritproductie.",
    expected_en="Kilometres for vehicle {vehicle_id} on the sheet Activity.",
    mend_nl="Voeg de kilometers toe, of verbeter het voertuignummer bij de energie.",
    mend_en="Add the kilometres, or mend the vehicle id with the energy.",
    needs=NEEDS_A_YEAR,
)
def what_uses_energy_runs(case: Case) -> pl.LazyFrame:
    """A vehicle with traction energy has kilometres."""
    return case.sums.only_energy.lazy().select("vehicle_id", ROW, ROWS, LACKS, pl.col("vehicle_id").alias(ENTITY))


@rule(
    "ENE-008",
    sheet="energy",
    at="carrier",
    severity=Severity.NOTICE,
    basis="concession",
    duty_nl="Verwarming op brandstof in een zero-emissievoertuig is zichtbaar.",
    nl="Zero-emissievoertuig {vehicle_id} wordt verwarmd met {carrier}.",
    en="Zero-emission vehicle {vehicle_id} is heated with {carrier}.",
    expected_nl="Geen actie nodig: dit telt mee in de CO2-cijfers, niet in het aandeel zero-emissie.",
    expected_en="No action needed: this counts in the CO2 figures, not in the zero-emission share.",
    mend_nl="Klopt het niet, verbeter dan de energiedrager of het gebruik.",
    mend_en="If it is not right, mend the carrier or the use.",
    needs=("energy.vehicle_id", "energy.use", "energy.carrier", "vehicles.drivetrain"),
)
def fuel_heating_is_shown(case: Case) -> pl.LazyFrame:
    """Fuel heating on a zero-emission vehicle is shown."""
    zero_emission = case.report.vehicles.filter(pl.col("drivetrain").is_in(ZERO_EMISSION)).select("vehicle_id")
    return (
        case.report.energy.filter((pl.col("use") == "heating") & ~pl.col("carrier").is_in(NO_FUEL))
        .select(ROW, "vehicle_id", "carrier")
        .join(zero_emission, on="vehicle_id", how="semi")
        .filter(pl.col(ROW) == pl.col(ROW).min().over("vehicle_id"))
        .with_columns(pl.col("vehicle_id").alias(ENTITY))
    )


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


@rule(
    "ENE-010",
    sheet="energy",
    at="meter",
    severity=Severity.WARNING,
    basis="CountEmissionsEU",
    duty_nl="Hoogstens een tiende van de energie voor tractie is geschat.",
    nl="{share} % van de {mj} MJ voor tractie is geschat of in het voertuig gemeten.",
    en="{share} % of the {mj} MJ for traction is estimated or metered in the vehicle.",
    expected_nl="Hoogstens {usual} %.",
    expected_en="At most {usual} %.",
    mend_nl="Gebruik waar het kan de meter van laadpunt of tankpunt, of leg uit waarom er geschat is.",
    mend_en="Use the meter of charger or pump where possible, or explain why it was estimated.",
    needs=("energy.use", "energy.carrier", "energy.quantity", "energy.unit", "energy.meter"),
)
def little_energy_is_estimated(case: Case) -> pl.LazyFrame:
    """At most 10 % of traction energy is estimated."""
    unclear = case.sums.traction_unclear.select(LACKS)
    if unclear.height:
        return unclear.lazy()
    traction = case.sums.energy_groups.lazy().filter(pl.col("use") == "traction")
    estimated = pl.col("mj").filter(pl.col("estimate") | pl.col("in_vehicle")).sum().cast(pl.Float64)
    most = case.ranges.estimated_share
    return (
        traction.select(
            pl.col(ROWS).sum(),
            pl.when(pl.col("mj").is_null().any()).then(pl.lit(Lack.FACTOR.value)).alias(LACKS),
            (pl.col("mj").sum().cast(pl.Float64) / sums.SCALE).alias("mj"),
            estimated.alias("estimated"),
        )
        .filter(pl.col(LACKS).is_not_null() | (pl.col("mj") > 0))
        .with_columns((pl.col("estimated") / sums.SCALE / pl.col("mj")).alias("part"))
        .filter(judged_by(above(pl.col("part"), most)))
        .with_columns(
            (pl.col("part") * 100).alias("share"),
            pl.lit(most * 100).alias("usual"),
            pl.lit(None, pl.UInt32).alias(ROW),
            pl.lit("").alias(ENTITY),
        )
        .with_columns(pl.col("share").round(3).cast(pl.String).alias(VALUE))
    )


FIRST: tuple[Rule, ...] = (carriers_fit_the_drivetrain, units_fit_the_carrier)
RULES: tuple[Rule, ...] = (
    carriers_fit_the_drivetrain,
    units_fit_the_carrier,
    electric_intensity_is_plausible,
    fuel_intensity_is_plausible,
    gas_intensity_is_plausible,
    what_runs_uses_energy,
    what_uses_energy_runs,
    fuel_heating_is_shown,
    months_resemble_the_year,
    little_energy_is_estimated,
)
