"""Against last year: what moves a lot is explained, and no vehicle comes from or goes to nowhere."""

from __future__ import annotations

from datetime import date

import polars as pl

from schemas.judgement import Severity
from workers.domain.case import Case
from workers.domain.frames import ENTITY, LACKS
from workers.domain.kinds import BUSES
from workers.domain.lacking import judged_by, with_lacks
from workers.domain.ranges import above
from workers.domain.rules.tiers import depths
from workers.domain.statement import Given, rule
from workers.domain.sums import in_service
from workers.domain.weights import SCALE

KIND = ["bus_class", "drivetrain"]
NAMED = 10
NONE = "–"
PERIOD = ("report.period_start", "report.period_end", "report.report_year")
PLATE = pl.col("licence_plate").str.replace_all(r"[-\s]", "").str.to_uppercase().alias("plate")
OF_KIND = pl.concat_str(KIND, separator=" · ").alias(ENTITY)


def _last_year(case: Case) -> Case:
    last = case.last_year
    assert last is not None
    return last


def _in_service_on(day: date) -> pl.Expr:
    return in_service(pl.lit(day.isoformat()))


def _buses(case: Case) -> pl.LazyFrame:
    return case.report.vehicles.filter(pl.col("bus_class").is_in(BUSES))


def _intensities(case: Case) -> pl.LazyFrame:
    """Traction energy in MJ per kilometre, by class and drivetrain, over the vehicles that have both; ``lacks`` where a part is not known."""
    used = case.sums.energy_months.lazy().group_by("vehicle_id").agg(pl.col("mj").sum(), pl.col(LACKS).first())
    ran = case.sums.activity_years.lazy().select("vehicle_id", "km_total", pl.col(LACKS).alias("km_lacks"))
    both = _buses(case).select("vehicle_id", *KIND).join(used, on="vehicle_id").join(ran, on="vehicle_id")
    lacks = pl.coalesce(LACKS, "km_lacks").drop_nulls().min().alias(LACKS)
    return (
        both.filter((pl.col("mj") > 0) & (pl.col("km_total") > 0) | pl.coalesce(LACKS, "km_lacks").is_not_null())
        .group_by(KIND)
        .agg(
            (pl.col("mj").sum().cast(pl.Float64) / SCALE / pl.col("km_total").sum().cast(pl.Float64)).alias("figure"),
            lacks,
        )
    )


@rule(
    "YOY-001",
    sheet="energy",
    at="quantity",
    severity=Severity.WARNING,
    basis="trend",
    given=(Given.PREVIOUS,),
    needs=("vehicles.bus_class", "vehicles.drivetrain", "activity.km_total", "energy.quantity"),
    duty_nl="Het energiegebruik per kilometer verandert hoogstens 20 % ten opzichte van vorig jaar.",
    nl="{bus_class}, {drivetrain}: {figure} MJ per kilometer, vorig jaar {before}. Dat is {change} % verschil.",
    en="{bus_class}, {drivetrain}: {figure} MJ per kilometre, last year {before}. That is {change} % different.",
    expected_nl="Hoogstens {allowed} % meer of minder dan vorig jaar.",
    expected_en="At most {allowed} % more or less than last year.",
    mend_nl="Controleer energie en kilometers van deze voertuigen, of leg het verschil uit.",
    mend_en="Check energy and kilometres of these vehicles, or explain the difference.",
)
def intensities_move_little(case: Case) -> pl.LazyFrame:
    """An intensity moves at most 20 % against last year."""
    before = _intensities(_last_year(case)).filter(pl.col(LACKS).is_null())
    pairs = _intensities(case).join(before.select(*KIND, pl.col("figure").alias("before")), on=KIND)
    return _moved(pairs, case.ranges.intensity_to_last_year)


def _moved(pairs: pl.LazyFrame, allowed: float) -> pl.LazyFrame:
    """The kinds whose figure differs by more than a share from ``before``."""
    gap = (pl.col("figure").cast(pl.Float64) - pl.col("before")).abs()
    return (
        pairs.with_columns(
            (100 * gap / pl.col("before")).alias("change"), pl.lit(100 * allowed).alias("allowed"), OF_KIND
        )
        .filter(judged_by(above(gap, pl.col("before") * allowed)))
        .sort(KIND)
    )


def _counts(case: Case) -> pl.LazyFrame:
    """Licence plates in service on the last day of the period, by class and drivetrain."""
    assert case.period is not None
    there = _buses(case).filter(_in_service_on(case.period.end) & pl.col("licence_plate").is_not_null())
    return there.group_by(KIND).agg(PLATE.n_unique().alias("figure"))


@rule(
    "YOY-002",
    sheet="vehicles",
    at="licence_plate",
    severity=Severity.WARNING,
    basis="trend",
    given=(Given.PREVIOUS, Given.PERIOD),
    needs=(*PERIOD, "vehicles.bus_class", "vehicles.drivetrain", "vehicles.in_service_from"),
    duty_nl="Het aantal bussen verandert hoogstens 30 % ten opzichte van vorig jaar.",
    nl="{bus_class}, {drivetrain}: {figure} kentekens aan het einde van het jaar, vorig jaar {before}.",
    en="{bus_class}, {drivetrain}: {figure} licence plates at the end of the year, last year {before}.",
    expected_nl="Hoogstens {allowed} % meer of minder dan vorig jaar.",
    expected_en="At most {allowed} % more or less than last year.",
    mend_nl="Controleer of het wagenpark volledig is, of leg uit waarom het zo verandert.",
    mend_en="Check that the fleet is complete, or explain why it changes so much.",
)
def counts_move_little(case: Case) -> pl.LazyFrame:
    """A count moves at most 30 % against last year."""
    last = _last_year(case)
    if case.period is None or last.period is None:
        return pl.LazyFrame()
    before = _counts(last).select(*KIND, pl.col("figure").alias("before"))
    table = case.report.table("vehicles")
    columns = (*KIND, "licence_plate", "in_service_from", "in_service_to")
    unclear = with_lacks(table, *columns).filter(pl.col(LACKS).is_not_null()).group_by(KIND, maintain_order=True)
    pairs = (
        before.join(_counts(case), on=KIND, how="left")
        .with_columns(pl.col("figure").fill_null(0))
        .join(unclear.agg(pl.col(LACKS).first()), on=KIND, how="left")
    )
    return _moved(pairs, case.ranges.count_to_last_year)


def _plates(rows: pl.LazyFrame) -> set[str]:
    return set(rows.filter(pl.col("licence_plate").is_not_null()).select(PLATE).collect()["plate"])


def _some(plates: set[str]) -> str:
    """The first few in alphabetical order."""
    shown = sorted(plates)
    return ", ".join(shown[:NAMED]) + (" …" if len(shown) > NAMED else "") or NONE


@rule(
    "YOY-003",
    sheet="vehicles",
    at="licence_plate",
    severity=Severity.ERROR,
    basis="integrity",
    given=(Given.PREVIOUS, Given.PERIOD),
    needs=(*PERIOD, "vehicles.licence_plate", "vehicles.in_service_from", "vehicles.in_service_to"),
    duty_nl="De stand van vorig jaar, min wat eruit ging en plus wat erbij kwam, is de stand van dit jaar.",
    nl="Kentekens eind vorig jaar: {before}, eruit: {left}, erbij: {entered}, eind dit jaar: {now}. Dat klopt niet. "
    "Verdwenen zonder einddatum: {vanished}. Al langer in dienst, maar vorig jaar onbekend: {appeared}.",
    en="Licence plates at the end of last year: {before}, left: {left}, entered: {entered}, at the end of this year: {now}. "
    "That does not agree. Vanished without an end date: {vanished}. In service for longer, but unknown last year: {appeared}.",
    expected_nl="De kentekens van vorig jaar, zonder wie vertrok en met wie erbij kwam: {due}.",
    expected_en="The licence plates of last year, without those that left and with those that entered: {due}.",
    mend_nl="Laat een bus die vertrok in het blad staan met een einddatum, en controleer de kentekens en de begindatums.",
    mend_en="Leave a bus that left in the sheet with an end date, and check the licence plates and start dates.",
)
def stock_and_flow_agree(case: Case) -> pl.LazyFrame:
    """Stock and flow agree."""
    last, table = _last_year(case), case.report.table("vehicles")
    if case.period is None or last.period is None:
        return pl.LazyFrame()
    dates = ("licence_plate", "in_service_from", "in_service_to")
    unclear = with_lacks(table, *dates).filter(pl.col(LACKS).is_not_null())
    before = _plates(last.report.vehicles.filter(_in_service_on(last.period.end)))
    now = _plates(table.fit.filter(_in_service_on(case.period.end)))
    began = pl.col("in_service_from").is_between(case.period.start, case.period.end)
    entered = _plates(table.fit.filter(began)) - before
    left = _plates(table.fit.filter(pl.col("in_service_to").is_not_null())) & (before | entered) - now
    vanished, appeared = before - left - now, now - before - entered
    balance = pl.LazyFrame(
        {
            "before": [len(before)],
            "left": [len(left)],
            "entered": [len(entered)],
            "due": [len(before) - len(left) + len(entered)],
            "now": [len(now)],
            "vanished": [_some(vanished)],
            "appeared": [_some(appeared)],
            ENTITY: [""],
        }
    )
    lacks = unclear.select(pl.col(LACKS).min())
    return balance.filter(pl.lit(bool(vanished or appeared))).join(lacks, how="cross")


@rule(
    "YOY-004",
    sheet="suppliers",
    at="tier",
    severity=Severity.WARNING,
    basis="OECD",
    given=(Given.PREVIOUS,),
    needs=("suppliers.tier",),
    duty_nl="De keten die in kaart is, krimpt niet.",
    nl="Aantal leveranciers op ketenniveau {tier}: {figure}. Vorig jaar: {before}.",
    en="Suppliers in tier {tier}: {figure}. Last year: {before}.",
    expected_nl="Op ketenniveau {tier} ten minste {before}.",
    expected_en="At least {before} in tier {tier}.",
    mend_nl="Vul de ontbrekende leveranciers aan, of leg uit waarom het er minder zijn.",
    mend_en="Add the missing suppliers, or explain why there are fewer.",
)
def chain_mapping_does_not_shrink(case: Case) -> pl.LazyFrame:
    """Chain mapping does not shrink."""
    table = case.report.table("suppliers")
    # A row without a readable tier may be of any.
    unclear = with_lacks(table, "tier").filter(pl.col("tier").is_null()).select(pl.col(LACKS).min())
    now = _mapped(case, table.frame.lazy()).select("tier", pl.col("number").alias("figure"))
    last = _last_year(case)
    before = _mapped(last, last.report.rows("suppliers")).select("tier", pl.col("number").alias("before"))
    return (
        before.drop_nulls("tier")
        .join(now, on="tier", how="left")
        .with_columns(pl.col("figure").fill_null(0))
        .filter(pl.col("figure") < pl.col("before"))
        .join(unclear, how="cross")
        .select("tier", "figure", "before", LACKS, pl.col("tier").cast(pl.String).alias(ENTITY))
        .sort("tier")
    )


def _mapped(case: Case, rows: pl.LazyFrame) -> pl.LazyFrame:
    """The ``number`` of suppliers per ``tier``: the tier that follows from the chain, as a wrong one has its own finding (SUP-002)."""
    tier = pl.coalesce("depth", "tier").alias("tier")
    placed = rows.unique("supplier_id").join(depths(case), on="supplier_id", how="left")
    return placed.group_by(tier).agg(pl.len().alias("number"))


RULES = (intensities_move_little, counts_move_little, stock_and_flow_agree, chain_mapping_does_not_shrink)
