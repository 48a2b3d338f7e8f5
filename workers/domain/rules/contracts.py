"""Energy contracts: what is claimed of the origin of energy is covered, evidenced, and booked on the right contract."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import Carrier, Origin, Unit
from workers.domain.case import Case
from workers.domain.contract_books import booked
from workers.domain.frames import LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.ranges import above, below, outside
from workers.domain.statement import Lack, rule
from workers.domain.weights import WEIGHT, weights

# Origins that claim nothing need no proof; own solar is proven by its panels, not by certificates.
UNCLAIMED = (Origin.GREY, Origin.UNKNOWN, Origin.FOSSIL)
CERTIFIED = [origin.value for origin in Origin if origin not in (*UNCLAIMED, Origin.OWN_SOLAR)]
NOT_ELECTRIC = [Origin.CERTIFIED_RENEWABLE.value, Origin.FOSSIL.value]
ELECTRICITY = Carrier.ELECTRICITY.value
KWH = (Unit.KWH.value, Unit.MWH.value)


def _contracts(case: Case, *columns: str) -> pl.LazyFrame:
    return with_lacks(case.report.table("energy_contracts"), *columns)


def _with_booked(case: Case, *columns: str) -> pl.LazyFrame:
    return _contracts(case, *columns).join(booked(case), on="contract_id", how="left")


def _base_quantity() -> pl.Expr:
    """The contracted quantity in kWh, l, kg, Nm3 or GJ; null where its unit is none of the carrier."""
    return pl.col("quantity").cast(pl.Float64) * pl.col("amount_weight") / WEIGHT


@rule(
    "CON-001",
    sheet="energy_contracts",
    at="certificates_mwh",
    severity=Severity.ERROR,
    basis="GvO",
    duty_nl="Certificaten dekken de hernieuwbare energie die op het contract is geboekt.",
    nl="Op contract {contract_id} ({origin}) is {booked_mwh} MWh hernieuwbare energie geboekt; er zijn certificaten voor {certificates} MWh.",
    en="On contract {contract_id} ({origin}) {booked_mwh} MWh of renewable energy is booked; there are certificates for {certificates} MWh.",
    expected_nl="Certificaten voor ten minste {due} MWh.",
    expected_en="Certificates for at least {due} MWh.",
    mend_nl="Vul de certificaten aan, of boek op dit contract alleen energie waarvoor u certificaten hebt.",
    mend_en="Add the certificates, or book on this contract only energy for which you have certificates.",
)
def certificates_cover_the_claim(case: Case) -> pl.LazyFrame:
    """Certificates cover the renewable claim."""
    certificates = pl.col("certificates_mwh").fill_null(0).alias("certificates")
    due = (pl.col("booked_mwh") * case.ranges.certificates_to_claim).alias("due")
    return (
        _with_booked(case, "origin", "carrier", "certificates_mwh")
        .filter(pl.col("origin").is_in(CERTIFIED) | pl.col("origin").is_null())
        .with_columns(pl.coalesce(LACKS, "mj_weight_lacks").alias(LACKS))
        .select("row", "contract_id", "origin", "booked_mwh", certificates, due, LACKS)
        .filter(judged_by(below(pl.col("certificates"), pl.col("due"))))
    )


@rule(
    "CON-002",
    sheet="energy_contracts",
    at="certificate_year",
    severity=Severity.ERROR,
    basis="GvO",
    needs=("energy_contracts.origin", "energy_contracts.certificate_year", "report.report_year"),
    duty_nl="Het jaar van de certificaten is het verslagjaar.",
    nl="Certificaatjaar van contract {contract_id} ({origin}): {certificate_year}. Het rapport gaat over {report_year}.",
    en="Certificate year of contract {contract_id} ({origin}): {certificate_year}. The report is about {report_year}.",
    expected_nl="Certificaatjaar {report_year}.",
    expected_en="Certificate year {report_year}.",
    mend_nl="Vul het jaar van levering in, of koop certificaten van het verslagjaar.",
    mend_en="Fill in the year of delivery, or buy certificates of the report year.",
)
def certificates_are_of_the_report_year(case: Case) -> pl.LazyFrame:
    """The certificate year is the report year."""
    table, year = case.report.table("energy_contracts"), case.report.front.report_year
    # A year that does not fit the period is one fault, told by REP-005; what hangs on it is not judged.
    doubtful = pl.lit(value=_period_contradicts(case)) & pl.col("origin").is_in(CERTIFIED)
    return (
        with_lacks(table, "origin", "certificate_year")
        .with_columns(lacking(Lack.CELL, doubtful))
        .filter(judged_by(pl.col("origin").is_in(CERTIFIED) & pl.col("certificate_year").ne_missing(year)))
        .select("row", "contract_id", "origin", "certificate_year", LACKS, pl.lit(year).alias("report_year"))
    )


def _period_contradicts(case: Case) -> bool:
    """Whether period and report year are all given, but are no period together."""
    given = case.report.fields.values
    return case.period is None and {"period_start", "period_end", "report_year"} <= set(given)


@rule(
    "CON-003",
    sheet="energy_contracts",
    at="evidence_id",
    severity=Severity.ERROR,
    basis="GvO",
    needs=("energy_contracts.origin", "energy_contracts.evidence_id"),
    duty_nl="Een hernieuwbare herkomst heeft een bewijsstuk.",
    nl="Contract {contract_id} heeft als herkomst {origin}, maar geen bewijsstuk.",
    en="Contract {contract_id} has {origin} as its origin, but no evidence.",
    expected_nl="Het bewijsnummer van bijvoorbeeld het afboekbewijs van de garanties van oorsprong.",
    expected_en="The evidence id of, for example, the cancellation statement of the guarantees of origin.",
    mend_nl="Vul het bewijsnummer in en stuur het bewijsstuk mee.",
    mend_en="Fill in the evidence id and send the document along.",
)
def a_renewable_origin_has_evidence(case: Case) -> pl.LazyFrame:
    """A renewable origin has evidence."""
    table = case.report.table("energy_contracts")
    return table.fit.filter(
        pl.col("origin").is_in(CERTIFIED) & pl.col("evidence_id").is_null() & ~table.broken("evidence_id")
    ).select("row", "contract_id", "origin")


@rule(
    "CON-004",
    sheet="energy_contracts",
    at="quantity",
    severity=Severity.WARNING,
    basis="CBS practice",
    duty_nl="Eigen zonopwek levert per kWp een gebruikelijke hoeveelheid stroom.",
    nl="{kwh} kWh uit {capacity_kwp} kWp eigen zonnepanelen is geen gebruikelijke jaaropbrengst.",
    en="{kwh} kWh from {capacity_kwp} kWp of own solar panels is no usual yield of a year.",
    expected_nl="{low} tot {high} kWh per kWp, dus {least} tot {most} kWh.",
    expected_en="{low} to {high} kWh per kWp, so {least} to {most} kWh.",
    mend_nl="Controleer de hoeveelheid, de eenheid (kWh of MWh) en het vermogen.",
    mend_en="Check the quantity, the unit (kWh or MWh) and the capacity.",
)
def own_solar_yields_a_usual_amount(case: Case) -> pl.LazyFrame:
    """Own solar yields 600-1 100 kWh per kWp."""
    usual, capacity = case.ranges.own_solar_kwh_per_kwp, pl.col("capacity_kwp").cast(pl.Float64)
    kwh = pl.col("quantity").cast(pl.Float64) * pl.when(pl.col("unit") == Unit.MWH.value).then(1000).otherwise(1)
    return (
        _contracts(case, "origin", "quantity", "unit", "capacity_kwp")
        .filter(pl.col("origin") == Origin.OWN_SOLAR.value)
        .with_columns(lacking(Lack.BLANK, pl.col("capacity_kwp").is_null()))
        .with_columns(lacking(Lack.UNIT, ~pl.col("unit").is_in(KWH)))
        .select(
            "row",
            "capacity_kwp",
            kwh.alias("kwh"),
            pl.lit(usual.low).alias("low"),
            pl.lit(usual.high).alias("high"),
            (capacity * usual.low).alias("least"),
            (capacity * usual.high).alias("most"),
            LACKS,
        )
        .filter(judged_by(outside(pl.col("kwh"), pl.col("least"), pl.col("most"))))
    )


@rule(
    "CON-005",
    sheet="energy_contracts",
    at="quantity",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Op een contract is hoogstens 1,02 keer de gecontracteerde hoeveelheid geboekt.",
    nl="Op contract {contract_id} is {booked} {units} geboekt; gecontracteerd is {quantity} {unit}.",
    en="On contract {contract_id} {booked} {units} is booked; {quantity} {unit} is contracted.",
    expected_nl="Hoogstens {most} {units} geboekt.",
    expected_en="At most {most} {units} booked.",
    mend_nl="Controleer de gecontracteerde hoeveelheid en haar eenheid, en of alle geboekte energie van dit contract is.",
    mend_en="Check the contracted quantity and its unit, and whether all energy booked belongs to this contract.",
)
def no_more_is_booked_than_contracted(case: Case) -> pl.LazyFrame:
    """Energy booked on a contract is at most 1.02 x its quantity."""
    in_kwh = pl.when(pl.col("unit") == Unit.MWH.value).then(pl.lit(Unit.KWH.value)).otherwise("unit").alias("units")
    plain = weights(None).lazy().filter(~pl.col("in_vehicle")).select("carrier", "unit", "amount_weight")
    return (
        _with_booked(case, "carrier", "quantity", "unit")
        .filter(pl.col("booked").is_not_null())
        .join(plain, on=["carrier", "unit"], how="left")
        .with_columns(pl.coalesce(LACKS, "amount_weight_lacks").alias(LACKS))
        .with_columns(lacking(Lack.UNIT, pl.col("amount_weight").is_null()))
        .with_columns((_base_quantity() * case.ranges.booked_to_contracted).alias("most"), in_kwh)
        .filter(judged_by(above(pl.col("booked"), pl.col("most"))))
        .select("row", "contract_id", "booked", "quantity", "unit", "units", "most", LACKS)
    )


@rule(
    "CON-006",
    sheet="energy",
    at="contract_id",
    severity=Severity.ERROR,
    basis="integrity",
    needs=("energy.contract_id", "energy.carrier", "energy.period"),
    duty_nl="Energie op een contract is van de energiedrager en uit de looptijd van dat contract.",
    nl="{carrier} in {period} is geboekt op contract {contract_id}; dat is een contract voor {carriers} van {valid_from} tot en met {valid_to}.",
    en="{carrier} of {period} is booked on contract {contract_id}; that is a contract for {carriers} from {valid_from} to {valid_to}.",
    expected_nl="Een contract voor {carrier} dat in {period} loopt.",
    expected_en="A contract for {carrier} that is valid in {period}.",
    mend_nl="Kies het juiste contract, of laat het contract leeg als u niets over de herkomst claimt.",
    mend_en="Choose the right contract, or leave it blank if you claim nothing about the origin.",
)
def booked_energy_fits_its_contract(case: Case) -> pl.LazyFrame:
    """Energy booked on a contract is of its carrier and inside its validity."""
    energy = case.report.table("energy")
    contracts = case.report.energy_contracts.select(
        "contract_id", pl.col("carrier").alias("carriers"), "valid_from", "valid_to"
    )
    length = pl.col("period").str.len_bytes()
    # ISO dates sort as texts: cut to the length of the period they tell whether one day of it is inside.
    early = pl.col("period") < pl.col("valid_from").cast(pl.String).str.slice(0, length)
    late = pl.col("period") > pl.col("valid_to").cast(pl.String).str.slice(0, length)
    return (
        energy.fit.filter(pl.col("contract_id").is_not_null() & ~energy.broken("carrier", "period"))
        .select("row", "carrier", "period", "contract_id")
        .join(contracts, on="contract_id")
        .filter((pl.col("carrier") != pl.col("carriers")) | early | late)
    )


@rule(
    "CON-007",
    sheet="energy_contracts",
    at="origin",
    severity=Severity.ERROR,
    basis="factor list",
    needs=("energy_contracts.origin", "energy_contracts.carrier"),
    duty_nl="De herkomst past bij de energiedrager.",
    nl="Herkomst {origin} past niet bij energiedrager {carrier} van contract {contract_id}.",
    en="Origin {origin} does not fit energy carrier {carrier} of contract {contract_id}.",
    expected_nl="Voor {carrier}: {origins}.",
    expected_en="For {carrier}: {origins}.",
    mend_nl="Verbeter de herkomst of de energiedrager van het contract.",
    mend_en="Correct the origin or the energy carrier of the contract.",
)
def origin_fits_the_carrier(case: Case) -> pl.LazyFrame:
    """Origin fits the carrier."""
    electric = pl.col("carrier") == ELECTRICITY
    of_electricity = [origin.value for origin in Origin if origin.value not in NOT_ELECTRIC]
    choice = pl.when(electric).then(pl.lit(of_electricity)).otherwise(pl.lit(NOT_ELECTRIC))
    return case.report.energy_contracts.filter(pl.col("origin").is_in(NOT_ELECTRIC) == electric).select(
        "row", "contract_id", "carrier", "origin", choice.alias("origins")
    )


RULES = (
    certificates_cover_the_claim,
    certificates_are_of_the_report_year,
    a_renewable_origin_has_evidence,
    own_solar_yields_a_usual_amount,
    no_more_is_booked_than_contracted,
    booked_energy_fits_its_contract,
    origin_fits_the_carrier,
)
