"""Emissions in the chain: nothing counted twice, nothing forgotten, and of the right order of magnitude."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import ChainMethod, ChainRole
from workers.domain.case import Case
from workers.domain.frames import ENTITY, LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.ranges import above, outside
from workers.domain.statement import Lack, rule

KWH = "kwh"


def _operators(case: Case) -> pl.LazyFrame:
    """Those who run vehicles of this report; a row that is not judged further is a vehicle too."""
    return case.report.table("vehicles").frame.lazy().select(pl.col("operator_id").alias("supplier_id")).drop_nulls()


def _of_role(case: Case, role: ChainRole) -> pl.LazyFrame:
    return case.report.rows("suppliers").filter(pl.col("role") == role.value)


@rule(
    "CHN-001",
    sheet="chain_emissions",
    at="supplier_id",
    severity=Severity.WARNING,
    basis="ISO 14083",
    needs=("chain_emissions.supplier_id", "suppliers.role", "vehicles.vehicle_id"),
    duty_nl="De voertuigen van een onderaannemer tellen niet dubbel.",
    nl="Van {supplier_id} staan er voertuigen in dit rapport én ketenemissies. Zo telt dezelfde uitstoot dubbel.",
    en="{supplier_id} has vehicles in this report and chain emissions as well. So the same emissions count twice.",
    expected_nl="Ketenemissies alleen van onderaannemers zonder voertuigen in het rapport.",
    expected_en="Chain emissions only of subcontractors without vehicles in the report.",
    mend_nl="Haal deze regel weg, of leg uit welke andere emissies hier staan.",
    mend_en="Remove this row, or explain which other emissions these are.",
)
def a_subcontractor_is_not_counted_twice(case: Case) -> pl.LazyFrame:
    """A subcontractor's vehicles are not counted twice."""
    return (
        case.report.rows("chain_emissions")
        .join(_of_role(case, ChainRole.SUBCONTRACTOR), on="supplier_id", how="semi")
        .join(_operators(case), on="supplier_id", how="semi")
        .select("row", "supplier_id")
    )


@rule(
    "CHN-002",
    sheet="chain_emissions",
    at="method",
    severity=Severity.WARNING,
    basis="GHG Protocol",
    duty_nl="Hoogstens de helft van de ketenemissies is op basis van uitgaven berekend.",
    nl="{share} % van de toegerekende ketenemissies is op basis van uitgaven berekend.",
    en="{share} % of the allocated chain emissions is spend based.",
    expected_nl="Hoogstens {most} %.",
    expected_en="At most {most} %.",
    mend_nl="Vraag gegevens op bij de grootste leveranciers, of leg uit waarom dat nog niet lukt.",
    mend_en="Ask the largest suppliers for data, or explain why that does not work yet.",
)
def at_most_half_is_spend_based(case: Case) -> pl.LazyFrame:
    """At most half of the chain emissions are spend based."""
    most = case.ranges.spend_based_share
    rows = with_lacks(case.report.table("chain_emissions"), "kg_co2e", "allocation_pct", "method")
    # Thousandths of both as whole numbers: the sums are exact.
    kg = pl.col("kg_co2e").to_physical() * pl.col("allocation_pct").to_physical()
    spent = kg.filter(pl.col("method") == ChainMethod.SPEND.value).sum().cast(pl.Float64)
    return (
        rows.select(
            spent.alias("spent"), kg.sum().cast(pl.Float64).alias("all"), pl.col(LACKS).drop_nulls().min().alias(LACKS)
        )
        .filter(judged_by(above(pl.col("spent"), pl.col("all") * most)))
        .select(
            LACKS,
            (100 * pl.col("spent") / pl.col("all")).alias("share"),
            pl.lit(100 * most).alias("most"),
            pl.lit("").alias(ENTITY),
        )
    )


@rule(
    "CHN-003",
    sheet="chain_emissions",
    at="supplier_id",
    severity=Severity.ERROR,
    basis="ISO 14083",
    needs=("suppliers.role", "suppliers.refused", "vehicles.operator_id", "vehicles.vehicle_id"),
    duty_nl="Een onderaannemer zonder voertuigen in het rapport heeft ketenemissies.",
    nl="Van onderaannemer {supplier_id} ({name}) staan er geen voertuigen en geen ketenemissies in het rapport.",
    en="Subcontractor {supplier_id} ({name}) has no vehicles and no chain emissions in the report.",
    expected_nl="De voertuigen van {supplier_id}, of ten minste één regel met zijn ketenemissies.",
    expected_en="The vehicles of {supplier_id}, or at least one row with its chain emissions.",
    mend_nl="Voeg de voertuigen of de emissies toe. Weigert de onderaannemer, vul dat dan in bij de keten.",
    mend_en="Add the vehicles or the emissions. If the subcontractor refuses, say so in the chain sheet.",
)
def a_subcontractor_without_vehicles_has_emissions(case: Case) -> pl.LazyFrame:
    """A subcontractor without vehicles in the report has emissions."""
    emissions, vehicles = case.report.table("chain_emissions"), case.report.table("vehicles")
    # A row of an unknown supplier may be the one that is missed.
    unclear = pl.concat(
        [
            emissions.frame.lazy().filter(emissions.broken("supplier_id")).select("row"),
            emissions.doubtful.select("row"),
            vehicles.frame.lazy().filter(vehicles.broken("operator_id")).select("row"),
        ]
    ).select(pl.when(pl.len() > 0).then(pl.lit(Lack.ROW.value)).alias("unclear"))
    return (
        with_lacks(case.report.table("suppliers"), "role", "refused")
        .filter((pl.col("role") == ChainRole.SUBCONTRACTOR.value) & ~pl.col("refused").fill_null(False))
        .join(_operators(case), on="supplier_id", how="anti")
        .join(emissions.frame.lazy(), on="supplier_id", how="anti")
        .join(unclear, how="cross")
        .select("supplier_id", "name", pl.col("supplier_id").alias(ENTITY), pl.coalesce(LACKS, "unclear").alias(LACKS))
    )


@rule(
    "CHN-004",
    sheet="vehicles",
    at="embodied_kg_co2e",
    severity=Severity.WARNING,
    basis="order of magnitude only",
    needs=("vehicles.embodied_kg_co2e", "vehicles.bus_class"),
    duty_nl="De productie-emissies van een bus zijn aannemelijk.",
    nl="{embodied_kg_co2e} kg CO2e voor de bouw van een {bus_class} ({vehicle_id}) is ongebruikelijk.",
    en="{embodied_kg_co2e} kg CO2e to build a {bus_class} ({vehicle_id}) is unusual.",
    expected_nl="{low} tot {high} kg, zonder tractiebatterij.",
    expected_en="{low} to {high} kg, without traction battery.",
    mend_nl="Controleer de eenheid (kg) en of de batterij niet is meegeteld.",
    mend_en="Check the unit (kg), and that the battery is not counted.",
)
def embodied_emissions_are_plausible(case: Case) -> pl.LazyFrame:
    """Embodied emissions are plausible."""
    return (
        case.report.vehicles.select("row", "vehicle_id", "bus_class", "embodied_kg_co2e")
        .join(case.ranges.embodied_kg.table, on="bus_class")
        .filter(outside(pl.col("embodied_kg_co2e"), pl.col("low"), pl.col("high")))
    )


@rule(
    "CHN-005",
    sheet="chain_emissions",
    at="kg_co2e",
    severity=Severity.WARNING,
    basis="order of magnitude only",
    needs=("suppliers.role",),
    duty_nl="De emissies van een batterij zijn aannemelijk.",
    nl="{kg_co2e} kg CO2e voor {quantity} kWh batterij is ongebruikelijk.",
    en="{kg_co2e} kg CO2e for {quantity} kWh of battery is unusual.",
    expected_nl="{low} tot {high} kg per kWh, dus {least} tot {most} kg.",
    expected_en="{low} to {high} kg per kWh, so {least} to {most} kg.",
    mend_nl="Controleer de emissie, de hoeveelheid en hun eenheden.",
    mend_en="Check the emissions, the quantity and their units.",
)
def battery_emissions_are_plausible(case: Case) -> pl.LazyFrame:
    """Battery emissions are plausible."""
    usual, kwh = case.ranges.battery_kg_per_kwh, pl.col("quantity").cast(pl.Float64)
    return (
        with_lacks(case.report.table("chain_emissions"), "kg_co2e", "quantity", "quantity_unit")
        .filter((pl.col("quantity_unit").str.to_lowercase() == KWH) | pl.col(LACKS).is_not_null())
        .join(_of_role(case, ChainRole.BATTERY), on="supplier_id", how="semi")
        .with_columns(lacking(Lack.BLANK, pl.col("quantity").is_null()))
        .select(
            *("row", "kg_co2e", "quantity", LACKS),
            pl.lit(usual.low).alias("low"),
            pl.lit(usual.high).alias("high"),
            (kwh * usual.low).alias("least"),
            (kwh * usual.high).alias("most"),
        )
        .filter(judged_by(outside(pl.col("kg_co2e"), pl.col("least"), pl.col("most"))))
    )


RULES = (
    a_subcontractor_is_not_counted_twice,
    at_most_half_is_spend_based,
    a_subcontractor_without_vehicles_has_emissions,
    embodied_emissions_are_plausible,
    battery_emissions_are_plausible,
)
