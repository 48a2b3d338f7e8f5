"""The firms in the chain: each in the role in which it is named, findable in a register, and asked what the law allows."""

from __future__ import annotations

import polars as pl

from schemas.countries import COUNTRIES
from schemas.judgement import Severity
from schemas.report.code_lists import ChainRole, Drivetrain, RequestGround
from workers.domain.case import Case
from workers.domain.frames import ENTITY, LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.statement import Lack, rule

NETHERLANDS = "NL"
EIGHT_DIGITS = r"^\d{8}$"
IMPLIED_BY_BEV = (ChainRole.VEHICLE_MAKER, ChainRole.BATTERY, ChainRole.RAW_MATERIAL, ChainRole.ENERGY)
NAMED_IN = (
    ("vehicles", "manufacturer_id", ChainRole.VEHICLE_MAKER),
    ("vehicles", "battery_supplier_id", ChainRole.BATTERY),
    ("vehicles", "operator_id", ChainRole.SUBCONTRACTOR),
    ("energy_contracts", "supplier_id", ChainRole.ENERGY),
)
COUNTRY = pl.col("country").str.to_uppercase()


@rule(
    "SUP-003",
    sheet="suppliers",
    at="role",
    severity=Severity.WARNING,
    basis="OECD step 2",
    needs=("suppliers.role", "vehicles.drivetrain"),
    duty_nl="Elke schakel die bij het wagenpark hoort, staat in de keten.",
    nl="In de keten staat geen {role}, terwijl het wagenpark daarom vraagt.",
    en="The chain has no {role}, though the fleet implies one.",
    expected_nl="Ten minste één leverancier met schakel {role}.",
    expected_en="At least one supplier with role {role}.",
    mend_nl="Voeg de leverancier toe, of leg uit waarom hij nog niet bekend is.",
    mend_en="Add the supplier, or explain why it is not known yet.",
)
def implied_roles_are_in_the_chain(case: Case) -> pl.LazyFrame:
    """Each role that the fleet implies is in the chain."""
    fleet, table = case.report.table("vehicles").frame.lazy(), case.report.table("suppliers")
    electric = fleet.filter(pl.col("drivetrain") == Drivetrain.BEV.value)
    operated = fleet.filter(pl.col("operator_id").is_not_null())
    unclear = table.frame.lazy().filter(table.broken("role")).select(pl.len().alias("unclear"))
    return (
        pl.concat([_implied(electric, *IMPLIED_BY_BEV), _implied(operated, ChainRole.SUBCONTRACTOR)])
        .join(table.frame.lazy().select("role"), on="role", how="anti")
        # Who is named in a role but has another one is told so at its own row (SUP-008).
        .join(_named(case).join(table.fit, on="supplier_id"), left_on="role", right_on="roles", how="anti")
        .join(unclear, how="cross")
        .select(
            "role",
            pl.col("role").alias(ENTITY),
            pl.when(pl.col("unclear") > 0).then(pl.lit(Lack.CELL.value)).alias(LACKS),
        )
    )


@rule(
    "SUP-004",
    sheet="suppliers",
    at="registration",
    severity=Severity.ERROR,
    basis="KvK",
    needs=("suppliers.registration", "suppliers.country"),
    duty_nl="Een Nederlands registratienummer heeft acht cijfers.",
    nl="{registration} is geen KvK-nummer ({name}).",
    en="{registration} is no Dutch registration number ({name}).",
    expected_nl="Acht cijfers.",
    expected_en="Eight digits.",
    mend_nl="Vul het KvK-nummer in, met de nul vooraan als die er is.",
    mend_en="Fill in the registration number, with its leading zero if there is one.",
)
def a_dutch_registration_has_eight_digits(case: Case) -> pl.LazyFrame:
    """A Dutch registration number has eight digits."""
    return (
        case.report.rows("suppliers")
        .filter((COUNTRY == NETHERLANDS) & ~pl.col("registration").str.contains(EIGHT_DIGITS))
        .select("row", "registration", "name")
    )


@rule(
    "SUP-005",
    sheet="suppliers",
    at="request_ground",
    severity=Severity.ERROR,
    basis="EU 2026/1560",
    duty_nl="Een weigering heeft een grondslag die haar toestaat.",
    nl="{name} heeft geweigerd. Dat mag niet bij grondslag: {request_ground}, aantal werknemers: {employees}.",
    en="{name} refused. That is not allowed with ground: {request_ground}, employees: {employees}.",
    expected_nl="Een vrijwillige uitvraag, of een CSRD-uitvraag aan een bedrijf met hoogstens {most} werknemers.",
    expected_en="A voluntary request, or a CSRD request to a firm with at most {most} employees.",
    mend_nl="Verbeter de grondslag of het aantal werknemers, of vraag de gegevens alsnog op.",
    mend_en="Correct the ground or the number of employees, or ask for the data after all.",
)
def a_refusal_has_a_ground(case: Case) -> pl.LazyFrame:
    """A refusal has a ground that allows it."""
    most, ground = case.ranges.csrd_employees, pl.col("request_ground")
    csrd = ground.eq_missing(pl.lit(RequestGround.CSRD.value))
    return (
        with_lacks(case.report.table("suppliers"), "refused", "request_ground", "employees")
        .filter(pl.col("refused").fill_null(False) | pl.col(LACKS).is_not_null())
        .filter(ground.ne_missing(pl.lit(RequestGround.VOLUNTARY.value)))
        .with_columns(lacking(Lack.BLANK, csrd & pl.col("employees").is_null()))
        .filter(judged_by(~csrd | (pl.col("employees") > most)))
        .select("row", "name", "request_ground", "employees", pl.lit(most).alias("most"), LACKS)
    )


@rule(
    "SUP-006",
    sheet="suppliers",
    at="certificate_valid_to",
    severity=Severity.WARNING,
    basis="concession",
    needs=("suppliers.certificate_valid_to", "report.period_end"),
    duty_nl="Een certificaat is geldig aan het einde van de periode.",
    nl="Het certificaat van {name} was geldig tot {certificate_valid_to}.",
    en="The certificate of {name} was valid to {certificate_valid_to}.",
    expected_nl="Geldig tot en met {period_end} of later.",
    expected_en="Valid to {period_end} or later.",
    mend_nl="Vraag het nieuwe certificaat op, of leg uit waarom het er niet is.",
    mend_en="Ask for the new certificate, or explain why there is none.",
)
def a_certificate_is_valid_at_the_end(case: Case) -> pl.LazyFrame:
    """A certificate is valid at the end of the period."""
    end = pl.lit(case.report.front.period_end, pl.Date).alias("period_end")
    return (
        case.report.rows("suppliers")
        .select("row", "name", "certificate_valid_to", end)
        .filter(pl.col("certificate_valid_to") < pl.col("period_end"))
    )


@rule(
    "SUP-007",
    sheet="suppliers",
    at="country",
    severity=Severity.ERROR,
    basis="ISO 3166-1",
    duty_nl="Een land is een code van twee letters volgens ISO 3166-1.",
    nl="{country} is geen landcode ({name}).",
    en="{country} is no country code ({name}).",
    expected_nl="Een code van twee letters volgens ISO 3166-1, zoals NL, DE of CN.",
    expected_en="A two-letter code of ISO 3166-1, such as NL, DE or CN.",
    mend_nl="Vul de landcode in.",
    mend_en="Fill in the country code.",
    needs=("suppliers.country",),
)
def a_country_is_a_country(case: Case) -> pl.LazyFrame:
    """A country is an ISO 3166-1 alpha-2 code."""
    return case.report.rows("suppliers").filter(~COUNTRY.is_in(COUNTRIES)).select("row", "country", "name")


@rule(
    "SUP-008",
    sheet="suppliers",
    at="role",
    severity=Severity.WARNING,
    basis="OECD step 2",
    needs=("suppliers.role",),
    duty_nl="Een leverancier heeft de schakel waarin hij wordt genoemd.",
    nl="{supplier_id} staat in de keten als {role}, maar wordt in het blad {target} genoemd als {roles}.",
    en="{supplier_id} is in the chain as {role}, but the sheet {target} names it as {roles}.",
    expected_nl="Schakel {roles}.",
    expected_en="Role {roles}.",
    mend_nl="Verbeter de schakel of de verwijzing. Een bedrijf met twee schakels heeft voor elk een rij.",
    mend_en="Correct the role or the reference. A firm with two roles has a row for each.",
)
def a_supplier_has_the_role_it_is_named_in(case: Case) -> pl.LazyFrame:
    """A supplier has the role in which it is named."""
    return (
        case.report.rows("suppliers")
        .join(_named(case), on="supplier_id")
        .filter(pl.col("role") != pl.col("roles"))
        .select("row", "supplier_id", "role", "roles", "target")
        .sort("row", "roles")
    )


def _named(case: Case) -> pl.LazyFrame:
    """Who is named where, as ``supplier_id``, ``target`` (the sheet) and ``roles`` (the role that goes with it)."""
    return pl.concat(
        case.report.rows(sheet)
        .select(pl.col(column).alias("supplier_id"), pl.lit(role.value).alias("roles"), pl.lit(sheet).alias("target"))
        .drop_nulls()
        .unique()
        for sheet, column, role in NAMED_IN
    )


def _implied(vehicles: pl.LazyFrame, *roles: ChainRole) -> pl.LazyFrame:
    """The roles when there is such a vehicle, none otherwise."""
    named = pl.LazyFrame({"role": [role.value for role in roles]})
    return vehicles.select("vehicle_id").limit(1).join(named, how="cross").select("role")


RULES = (
    implied_roles_are_in_the_chain,
    a_dutch_registration_has_eight_digits,
    a_refusal_has_a_ground,
    a_certificate_is_valid_at_the_end,
    a_country_is_a_country,
    a_supplier_has_the_role_it_is_named_in,
)
