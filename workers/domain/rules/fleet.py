"""The fleet: what the vehicles are and when they were in service."""

from __future__ import annotations

from datetime import date

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import Deployment, Drivetrain, EuroClass
from workers.domain.case import Case
from workers.domain.frames import LACKS, ROW
from workers.domain.kinds import BUSES, ZERO_EMISSION
from workers.domain.ranges import outside
from workers.domain.service import PLATE, days_outside_agreement, new_buses
from workers.domain.statement import Lack, Rule, rule

SIDECODES = (
    "XX9999",
    "9999XX",
    "99XX99",
    "XX99XX",
    "XXXX99",
    "99XXXX",
    "99XXX9",
    "9XXX99",
    "XX999X",
    "X999XX",
    "XXX99X",
    "X99XXX",
    "9XX999",
    "999XX9",
)
SIDECODE = "^(" + "|".join(SIDECODES).replace("9", "[0-9]").replace("X", "[A-Z]") + ")$"
OUTSIDE_AGREEMENT = (Deployment.TEMPORARY.value, Deployment.TEMPORARY_EXEMPTED.value)


@rule(
    "FLT-001",
    sheet="vehicles",
    at="euro_class",
    severity=Severity.ERROR,
    basis="MIPOV, fleet",
    duty_nl="Aandrijflijn en Euroklasse passen bij elkaar.",
    nl="Voertuig {vehicle_id} heeft aandrijflijn {drivetrain} en Euroklasse {euro_class}.",
    en="Vehicle {vehicle_id} has drivetrain {drivetrain} and Euro class {euro_class}.",
    expected_nl="Zero-emissie bij batterij, waterstof, trolley en bovenleiding; bij alle andere aandrijflijnen een andere Euroklasse.",
    expected_en="Zero emission for battery, fuel cell, trolley and overhead line; another Euro class for all other drivetrains.",
    mend_nl="Kijk op het kentekenbewijs en verbeter de aandrijflijn of de Euroklasse.",
    mend_en="Look at the registration certificate and mend the drivetrain or the Euro class.",
    needs=("vehicles.drivetrain", "vehicles.euro_class"),
)
def drivetrain_and_euro_class_agree(case: Case) -> pl.LazyFrame:
    """Drivetrain and Euro class agree."""
    without_tailpipe = pl.col("drivetrain").is_in(ZERO_EMISSION)
    return case.report.vehicles.filter(without_tailpipe != (pl.col("euro_class") == EuroClass.ZE.value))


@rule(
    "FLT-002",
    sheet="vehicles",
    at="in_service_to",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een voertuig gaat niet uit dienst voordat het in dienst komt.",
    nl="Voertuig {vehicle_id} is in dienst tot en met {in_service_to}, maar pas vanaf {in_service_from}.",
    en="Vehicle {vehicle_id} is in service to {in_service_to}, but only from {in_service_from}.",
    expected_nl="{in_service_from} of later, of leeg.",
    expected_en="{in_service_from} or later, or blank.",
    mend_nl="Verbeter een van de twee datums.",
    mend_en="Mend one of the two dates.",
    needs=("vehicles.in_service_from", "vehicles.in_service_to"),
)
def service_ends_after_it_starts(case: Case) -> pl.LazyFrame:
    """in_service_to is not before in_service_from."""
    return case.report.vehicles.filter(pl.col("in_service_to") < pl.col("in_service_from"))


@rule(
    "FLT-003",
    sheet="vehicles",
    at="first_admission",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een voertuig is toegelaten voordat het in dienst komt.",
    nl="Voertuig {vehicle_id} is toegelaten op {first_admission}, na de eerste dag in dienst ({in_service_from}).",
    en="Vehicle {vehicle_id} was admitted on {first_admission}, after its first day in service ({in_service_from}).",
    expected_nl="{in_service_from} of eerder.",
    expected_en="{in_service_from} or earlier.",
    mend_nl="Neem de datum eerste toelating over van het kentekenbewijs, of verbeter de datum in dienst.",
    mend_en="Take the date of first admission from the registration certificate, or mend the date in service.",
    needs=("vehicles.first_admission", "vehicles.in_service_from"),
)
def admission_comes_before_service(case: Case) -> pl.LazyFrame:
    """first_admission is not after in_service_from."""
    return case.report.vehicles.filter(pl.col("first_admission") > pl.col("in_service_from"))


@rule(
    "FLT-004",
    sheet="vehicles",
    at="drivetrain",
    severity=Severity.WARNING,
    basis="BAZEB, goal 1",
    duty_nl="Een bus die nieuw is in het jaar, is zero-emissie.",
    nl="Bus {vehicle_id} is nieuw in {report_year} (in dienst {in_service_from}) en heeft aandrijflijn {drivetrain}.",
    en="Bus {vehicle_id} is new in {report_year} (in service {in_service_from}) and has drivetrain {drivetrain}.",
    expected_nl="Een zero-emissieaandrijflijn voor bussen die nieuw zijn vanaf {from_year}.",
    expected_en="A zero-emission drivetrain for buses that are new from {from_year}.",
    mend_nl="Controleer de aandrijflijn en de datums, of leg uit waarom deze bus niet zero-emissie is.",
    mend_en="Check the drivetrain and the dates, or explain why this bus is not zero-emission.",
    needs=(
        "report.report_year",
        "vehicles.licence_plate",
        "vehicles.bus_class",
        "vehicles.drivetrain",
        "vehicles.first_admission",
        "vehicles.in_service_from",
    ),
)
def new_buses_are_zero_emission(case: Case) -> pl.LazyFrame:
    """A bus that is new in the year is zero-emission."""
    year, ranges = case.report.front.report_year, case.ranges
    return (
        new_buses(case, year)
        .filter(~pl.col("drivetrain").is_in(ZERO_EMISSION) & pl.lit(year >= ranges.zero_emission_from_year))
        .with_columns(pl.lit(year).alias("report_year"), pl.lit(ranges.zero_emission_from_year).alias("from_year"))
    )


@rule(
    "FLT-005",
    sheet="vehicles",
    at="licence_plate",
    severity=Severity.WARNING,
    basis="RDW",
    duty_nl="Een kenteken is een mogelijk Nederlands kenteken.",
    nl="Kenteken {licence_plate} van voertuig {vehicle_id} past in geen Nederlandse sidecode.",
    en="Licence plate {licence_plate} of vehicle {vehicle_id} fits no Dutch sidecode.",
    expected_nl="Een van de sidecodes 1 tot en met 14, zoals 12-BKL-3.",
    expected_en="One of sidecodes 1 to 14, such as 12-BKL-3.",
    mend_nl="Neem het kenteken over van het kentekenbewijs; laat het leeg bij een voertuig zonder kenteken.",
    mend_en="Take the plate from the registration certificate; leave it blank for a vehicle without one.",
    needs=("vehicles.licence_plate",),
)
def plates_are_dutch(case: Case) -> pl.LazyFrame:
    """A licence plate is a possible Dutch sidecode."""
    return case.report.vehicles.filter(~PLATE.str.contains(SIDECODE))


@rule(
    "FLT-006",
    sheet="vehicles",
    at="licence_plate",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Geen twee voertuigen dragen tegelijk hetzelfde kenteken.",
    nl="Voertuig {vehicle_id} draagt kenteken {licence_plate} in dezelfde tijd als voertuig {other} op rij {other_row}.",
    en="Vehicle {vehicle_id} carries plate {licence_plate} at the same time as vehicle {other} on row {other_row}.",
    expected_nl="Een eigen kenteken, of een periode in dienst die niet overlapt.",
    expected_en="A plate of its own, or a service period that does not overlap.",
    mend_nl="Verbeter het kenteken, of laat de ene rij eindigen voordat de andere begint.",
    mend_en="Mend the plate, or let one row end before the other starts.",
    needs=("vehicles.licence_plate", "vehicles.in_service_from", "vehicles.in_service_to"),
)
def a_plate_is_on_one_vehicle_at_a_time(case: Case) -> pl.LazyFrame:
    """No two vehicles carry one licence plate in overlapping service periods."""
    table = case.report.table("vehicles")
    service = ("in_service_from", "in_service_to")
    vehicles = table.fit.filter(~table.broken("licence_plate", *service) & PLATE.is_not_null()).select(
        "vehicle_id", "licence_plate", PLATE.alias("plate"), ROW, *service
    )
    overlap = pl.col("in_service_from") <= pl.col("in_service_to_other").fill_null(date.max)
    overlapped = pl.col("in_service_from_other") <= pl.col("in_service_to").fill_null(date.max)
    return (
        vehicles.join(vehicles, on="plate", suffix="_other")
        .filter((pl.col("row_other") < pl.col(ROW)) & overlap & overlapped)
        .sort(ROW, "row_other")
        .unique(ROW, keep="first", maintain_order=True)
        .select(
            ROW,
            "vehicle_id",
            "licence_plate",
            pl.col("vehicle_id_other").alias("other"),
            pl.col("row_other").alias("other_row"),
        )
    )


@rule(
    "FLT-007",
    sheet="vehicles",
    at="battery_kwh",
    severity=Severity.WARNING,
    basis="EU 2023/1542",
    duty_nl="De batterijcapaciteit van een batterij-elektrisch voertuig is gegeven en aannemelijk.",
    nl="Batterijcapaciteit in kWh van voertuig {vehicle_id} ({bus_class}): {battery_kwh}.",
    en="Battery capacity in kWh of vehicle {vehicle_id} ({bus_class}): {battery_kwh}.",
    expected_nl="Een capaciteit in kWh; gebruikelijk is {span}.",
    expected_en="A capacity in kWh; usual is {span}.",
    mend_nl="Neem de capaciteit in kWh over uit de gegevens van de fabrikant.",
    mend_en="Take the capacity in kWh from the maker's data.",
    needs=("vehicles.drivetrain", "vehicles.bus_class", "vehicles.battery_kwh"),
)
def batteries_are_plausible(case: Case) -> pl.LazyFrame:
    """Battery capacity is given for bev and plausible for the class."""
    table, capacity = case.report.table("vehicles"), pl.col("battery_kwh")
    return (
        table.fit.filter((pl.col("drivetrain") == Drivetrain.BEV.value) & ~table.broken("battery_kwh"))
        .join(case.ranges.battery_kwh.table, on="bus_class", how="left")
        .filter(capacity.is_null() | outside(capacity, pl.col("low"), pl.col("high")))
        .with_columns(pl.concat_list("low", "high").alias("span"))
    )


@rule(
    "FLT-008",
    sheet="vehicles",
    at="deployment",
    severity=Severity.WARNING,
    basis="concession",
    duty_nl="Een bus die niet zero-emissie is, rijdt niet buiten de afspraken.",
    nl="Voertuig {vehicle_id} ({drivetrain}) was {days} dagen in dienst met inzet {deployment}, zonder ontheffing in de voorwaarden.",
    en="Vehicle {vehicle_id} ({drivetrain}) was in service for {days} days with deployment {deployment}, without an exemption in the terms.",
    expected_nl="Geen dagen, of een ontheffing die ze dekt.",
    expected_en="No days, or an exemption that covers them.",
    mend_nl="Controleer de inzet en de datums in dienst, of leg uit waarom dit voertuig reed.",
    mend_en="Check the deployment and the dates in service, or explain why this vehicle ran.",
    needs=(
        "report.period_start",
        "report.period_end",
        "vehicles.bus_class",
        "vehicles.drivetrain",
        "vehicles.deployment",
        "vehicles.in_service_from",
        "vehicles.in_service_to",
    ),
)
def no_vehicle_runs_outside_the_agreement(case: Case) -> pl.LazyFrame:
    """No deployment outside the agreement of a vehicle that is not zero-emission."""
    table = case.report.table("vehicles")
    outside_agreement = table.fit.filter(
        pl.col("deployment").is_in(OUTSIDE_AGREEMENT)
        & ~pl.col("drivetrain").is_in(ZERO_EMISSION)
        & pl.col("bus_class").is_in(BUSES)
        & ~table.broken("in_service_to")
    )
    if case.period is None:
        return outside_agreement.select(pl.lit(Lack.CELL.value).alias(LACKS))
    days = days_outside_agreement(case.period, case.terms)
    return outside_agreement.with_columns(days.alias("days")).filter(pl.col("days") > 0)


FIRST: tuple[Rule, ...] = (service_ends_after_it_starts,)
RULES: tuple[Rule, ...] = (
    drivetrain_and_euro_class_agree,
    service_ends_after_it_starts,
    admission_comes_before_service,
    new_buses_are_zero_emission,
    plates_are_dutch,
    a_plate_is_on_one_vehicle_at_a_time,
    batteries_are_plausible,
    no_vehicle_runs_outside_the_agreement,
)
