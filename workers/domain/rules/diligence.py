"""Due diligence: the riskiest roles are assessed every year, risks lead to measures, and harm is made good."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import ActionStatus, ChainRole, Drivetrain
from workers.domain.case import Case
from workers.domain.frames import ENTITY, LACKS
from workers.domain.lacking import with_lacks
from workers.domain.statement import rule

RISKY_ROLES = (ChainRole.BATTERY.value, ChainRole.RAW_MATERIAL.value)
# Step 2 finds the risks; the steps after it stop, follow, tell and mend them.
FINDING_STEP = 2


def _risky_roles() -> pl.LazyFrame:
    return pl.LazyFrame({"chain_role": list(RISKY_ROLES)})


def _has_electric_buses(case: Case) -> pl.LazyFrame:
    """One row when there are battery-electric vehicles, none otherwise."""
    fleet = case.report.table("vehicles").frame.lazy()
    electric = fleet.filter(pl.col("drivetrain") == Drivetrain.BEV.value).limit(1)
    return electric.with_columns(pl.lit(1).alias("electric")).select("electric")


def _unclear_roles(case: Case, *columns: str) -> pl.LazyFrame:
    """Why a role may have rows that cannot be seen: ``chain_role`` (null is any) and ``lacks``."""
    rows = with_lacks(case.report.table("due_diligence"), "chain_role", *columns)
    return rows.filter(pl.col(LACKS).is_not_null()).select("chain_role", LACKS)


def _with_unclear(roles: pl.LazyFrame, unclear: pl.LazyFrame) -> pl.LazyFrame:
    """The roles with ``lacks`` where a row of that role, or of an unknown one, cannot be judged."""
    of_any = unclear.select(pl.col(LACKS).filter(pl.col("chain_role").is_null()).first().alias("of_any"))
    return (
        roles.join(unclear.group_by("chain_role").agg(pl.col(LACKS).first()), on="chain_role", how="left")
        .join(of_any, how="cross")
        .with_columns(pl.coalesce(LACKS, "of_any").alias(LACKS))
        .drop("of_any")
    )


@rule(
    "DDL-001",
    sheet="due_diligence",
    at="assessed_on",
    severity=Severity.ERROR,
    basis="ISV; OECD step 2",
    needs=("report.period_end", "vehicles.drivetrain"),
    duty_nl="Rijden er batterij-elektrische bussen, dan zijn de schakels batterij en grondstoffen in de laatste 12 maanden beoordeeld.",
    nl="Er rijden batterij-elektrische bussen, maar de schakel {chain_role} is {why}. Laatste beoordeling: {assessed_on}.",
    en="Battery-electric buses run, but the role {chain_role} was {why}. Last assessment: {assessed_on}.",
    expected_nl="Een beoordeling op of na {since}.",
    expected_en="An assessment on or after {since}.",
    mend_nl="Beoordeel de risico's van deze schakel en voeg ze toe met de datum.",
    mend_en="Assess the risks of this role and add them with their date.",
)
def risky_roles_were_assessed(case: Case) -> pl.LazyFrame:
    """Battery and raw-material roles were assessed in the last 12 months when bev are in the fleet."""
    end = pl.lit(case.report.front.period_end, pl.Date)
    since = end.dt.offset_by(f"-{case.ranges.assessed_within_months}mo")
    newest = (
        case.report.rows("due_diligence")
        .filter(pl.col("assessed_on").is_not_null())
        .sort("assessed_on", "row")
        .group_by("chain_role")
        .agg(pl.col("row", "assessed_on").last())
    )
    never = pl.col("assessed_on").is_null()
    why = pl.when(never).then(pl.lit("not_assessed_yet")).otherwise(pl.lit("assessed_long_ago"))
    roles = _risky_roles().join(_has_electric_buses(case), how="cross").join(newest, on="chain_role", how="left")
    return (
        _with_unclear(roles, _unclear_roles(case, "assessed_on"))
        .with_columns(since.alias("since"))
        .filter(never | (pl.col("assessed_on") < pl.col("since")))
        .select(
            "row", "chain_role", "assessed_on", "since", why.alias("why"), LACKS, pl.col("chain_role").alias(ENTITY)
        )
    )


@rule(
    "DDL-002",
    sheet="due_diligence",
    at="chain_role",
    severity=Severity.WARNING,
    basis="OECD step 2",
    needs=("suppliers.role", "vehicles.drivetrain"),
    duty_nl="De schakels batterij en grondstoffen hebben ten minste één risico.",
    nl="{chain_role} staat in de keten, maar er is geen enkel risico van beschreven. Dat is onwaarschijnlijk.",
    en="{chain_role} is in the chain, but not one risk of it is described. That is unlikely.",
    expected_nl="Ten minste één risico van de schakel {chain_role}.",
    expected_en="At least one risk of the role {chain_role}.",
    mend_nl="Beschrijf de risico's, of leg uit waarom er geen zijn.",
    mend_en="Describe the risks, or explain why there are none.",
)
def risky_roles_have_risks(case: Case) -> pl.LazyFrame:
    """Battery and raw materials have at least one risk."""
    in_chain = case.report.table("suppliers").frame.lazy().select(pl.col("role").alias("chain_role"))
    roles = (
        _risky_roles()
        .join(in_chain, on="chain_role", how="semi")
        .join(case.report.table("due_diligence").frame.lazy(), on="chain_role", how="anti")
        # With electric buses such a role has not been assessed at all: DDL-001 says so.
        .with_columns(pl.lit(1).alias("electric"))
        .join(_has_electric_buses(case), on="electric", how="anti")
    )
    return _with_unclear(roles, _unclear_roles(case)).select("chain_role", LACKS, pl.col("chain_role").alias(ENTITY))


@rule(
    "DDL-003",
    sheet="due_diligence",
    at="remedy",
    severity=Severity.ERROR,
    basis="OECD step 6",
    needs=("due_diligence.confirmed_incident", "due_diligence.remedy"),
    duty_nl="Een bevestigd incident heeft een herstel.",
    nl="Bij risico {risk_id} ({theme}) is een incident bevestigd, maar er staat niet hoe het wordt hersteld.",
    en="Risk {risk_id} ({theme}) has a confirmed incident, but not how it is remedied.",
    expected_nl="Een beschrijving van het herstel.",
    expected_en="A description of the remedy.",
    mend_nl="Vul in wat er is of wordt gedaan voor wie er schade had.",
    mend_en="Fill in what was or is done for those who were harmed.",
)
def a_confirmed_incident_has_a_remedy(case: Case) -> pl.LazyFrame:
    """A confirmed incident has a remedy."""
    table = case.report.table("due_diligence")
    return table.fit.filter(pl.col("confirmed_incident") & pl.col("remedy").is_null() & ~table.broken("remedy")).select(
        "row", "risk_id", "theme"
    )


@rule(
    "DDL-004",
    sheet="oecd_steps",
    at="status",
    severity=Severity.ERROR,
    basis="OECD",
    needs=("oecd_steps.step", "oecd_steps.status"),
    duty_nl="De stappen 3 tot en met 6 zijn niet verder dan stap 2.",
    nl="Stap {step} heeft status {state}, maar stap 2 pas status {found}. Zonder risico's te vinden kunt u ze niet aanpakken.",
    en="Step {step} has status {state}, but step 2 only {found}. Risks that are not found cannot be dealt with.",
    expected_nl="Hoogstens status {found}.",
    expected_en="At most status {found}.",
    mend_nl="Verbeter de status van deze stap of die van stap 2.",
    mend_en="Correct the status of this step or that of step 2.",
)
def later_steps_follow_step_two(case: Case) -> pl.LazyFrame:
    """Steps 3-6 are not further than step 2."""
    steps = case.report.rows("oecd_steps")
    found = steps.filter(pl.col("step") == FINDING_STEP).select(pl.col("status").alias("found"))
    return (
        steps.filter(pl.col("step") > FINDING_STEP)
        .join(found, how="cross")
        .filter(pl.col("status") > pl.col("found"))
        .select("row", "step", pl.col("status").alias("state"), "found")
    )


@rule(
    "DDL-005",
    sheet="due_diligence",
    at="due",
    severity=Severity.WARNING,
    basis="ISV",
    needs=("due_diligence.due", "due_diligence.status", "report.period_end"),
    duty_nl="Aan het einde van de periode is geen open maatregel te laat.",
    nl="De maatregel bij risico {risk_id} was gereed op {due} gepland en is nog niet gesloten (status: {status}).",
    en="The measure for risk {risk_id} was due on {due} and is not closed yet (status: {status}).",
    expected_nl="Gesloten vóór {period_end}, of een datum die nog komt.",
    expected_en="Closed before {period_end}, or a date still to come.",
    mend_nl="Werk de status of de datum bij, of leg uit waarom het later wordt.",
    mend_en="Update the status or the date, or explain why it takes longer.",
)
def no_open_measure_is_overdue(case: Case) -> pl.LazyFrame:
    """No open measure is overdue at the end of the period."""
    end = pl.lit(case.report.front.period_end, pl.Date).alias("period_end")
    return (
        case.report.rows("due_diligence")
        .select("row", "risk_id", "due", "status", end)
        .filter((pl.col("due") < pl.col("period_end")) & (pl.col("status") != ActionStatus.CLOSED.value))
    )


RULES = (
    risky_roles_were_assessed,
    risky_roles_have_risks,
    a_confirmed_incident_has_a_remedy,
    later_steps_follow_step_two,
    no_open_measure_is_overdue,
)
