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
from workers.domain.lacking import OF_VEHICLE, judged_by, with_lacks
from workers.domain.ranges import above
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
    vehicles = _drivetrains(case).join(fitting, on="drivetrain", how="left")
    return _used_for(case, "traction", pl.col("carrier").is_not_null(), vehicles).filter(
        judged_by(~pl.col("carriers").list.contains(pl.col("carrier")))
    )


def _drivetrains(case: Case) -> pl.LazyFrame:
    """The drivetrain of each vehicle, and why of some it cannot be said."""
    vehicles = with_lacks(case.report.table("vehicles"), "drivetrain")
    return vehicles.select("vehicle_id", "drivetrain", pl.col(LACKS).alias(OF_VEHICLE))


def _used_for(case: Case, use: str, which: pl.Expr, vehicles: pl.LazyFrame) -> pl.LazyFrame:
    """Energy for one use with what is known of its vehicle; ``lacks`` tells of a row or a vehicle that is not judged further."""
    return (
        with_lacks(case.report.table("energy"), "vehicle_id", "use", "carrier")
        .filter(judged_by((pl.col("use") == use) & which))
        .select(ROW, "vehicle_id", "carrier", LACKS)
        .join(vehicles, on="vehicle_id", how="left")
        .with_columns(pl.coalesce(LACKS, OF_VEHICLE).alias(LACKS))
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
    first_of_vehicle = pl.col(ROW) == pl.col(ROW).min().over("vehicle_id", LACKS)
    return (
        _used_for(case, "heating", ~pl.col("carrier").is_in(NO_FUEL), _drivetrains(case))
        .filter(judged_by(pl.col("drivetrain").is_in(ZERO_EMISSION)))
        .filter(judged_by(first_of_vehicle))
        .with_columns(pl.col("vehicle_id").alias(ENTITY))
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
    what_runs_uses_energy,
    what_uses_energy_runs,
    fuel_heating_is_shown,
    little_energy_is_estimated,
)
