"""Declared totals: what the holder states itself agrees with the factors of the year and with its own parts."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import Carrier, Origin, Unit
from workers.domain import units
from workers.domain.case import Case
from workers.domain.factors import FactorSet
from workers.domain.frames import LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.parts import Family, with_parts
from workers.domain.ranges import above
from workers.domain.statement import Given, Lack, rule

# Which column of the factor list an emission is made with.
FACTOR_OF = {"GHG-01": "ttw", "GHG-03": "wtt", "GHG-04": "wtw", "GHG-11": "biogenic"}
KINDS = {Family.CARRIER.value: "carrier", Family.ORIGIN.value: "electricity_origin"}
# Electricity of which no origin is named counts as grey.
ELECTRICITY = Carrier.ELECTRICITY.value
NO_YEAR = "–"


def _factors(known: tuple[FactorSet, ...]) -> pl.LazyFrame:
    """The emission factors of each list, in kg per unit; a blank biogenic factor counts as none."""
    rows = [
        (year.year, entry.kind, entry.code, entry.unit, indicator, float(amount))
        for year in known
        for entry in year.entries
        if entry.kind in KINDS.values()
        for indicator, column in FACTOR_OF.items()
        if (amount := entry.amount(column)) is not None
    ]
    schema = {
        "factor_year": pl.Int64,
        "kind": pl.String,
        "code": pl.String,
        "units": pl.String,
        "indicator_id": pl.String,
        "factor": pl.Float64,
    }
    return pl.LazyFrame(rows, schema=schema, orient="row")


def _kg() -> pl.Expr:
    """The declared value in kg; null where its unit is no mass."""
    unit = pl.col("unit")
    return pl.when(units.base(unit) == "kg").then(pl.col("value").cast(pl.Float64) * units.times(unit))


def _in_factor_unit() -> pl.Expr:
    """The declared quantity in the unit of its factor; null where it cannot be converted."""
    quantity, unit = pl.col("quantity").cast(pl.Float64), pl.col("quantity_unit")
    return (
        pl.when(unit == pl.col("units"))
        .then(quantity)
        .when((unit == Unit.MWH.value) & (pl.col("units") == Unit.KWH.value))
        .then(quantity * 1000)
    )


def _declared_emissions(case: Case) -> pl.LazyFrame:
    """Emissions declared for one carrier, with the factor of the year and why a row cannot be judged."""
    table = case.report.table("declared")
    columns = ("indicator_id", "part", "value", "unit", "quantity", "quantity_unit")
    grey = pl.col("code").eq(ELECTRICITY)
    assert case.factors is not None
    return (
        with_parts(with_lacks(table, *columns))
        .filter(pl.col("indicator_id").is_in(list(FACTOR_OF)) & pl.col("family").is_in(list(KINDS)))
        .with_columns(
            pl.when(grey)
            .then(pl.lit("electricity_origin"))
            .otherwise(pl.col("family").replace_strict(KINDS))
            .alias("kind"),
            pl.when(grey).then(pl.lit(Origin.GREY.value)).otherwise("code").alias("code"),
        )
        .join(_factors((case.factors,)), on=["kind", "code", "indicator_id"], how="left")
        .with_columns(_kg().alias("kg"), _in_factor_unit().alias("amount"))
        .with_columns(lacking(Lack.BLANK, pl.any_horizontal(pl.col("value", "quantity", "quantity_unit").is_null())))
        .with_columns(lacking(Lack.FACTOR, pl.col("factor").is_null()))
        .with_columns(lacking(Lack.UNIT, pl.col("kg").is_null() | pl.col("amount").is_null()))
    )


def _years_that_fit(case: Case, rows: pl.LazyFrame) -> pl.LazyFrame:
    """Per row the years whose factor gives what was declared."""
    due = pl.col("amount") * pl.col("factor")
    fits = ~above((pl.col("kg") - due).abs(), due * case.ranges.factor_warning)
    year = pl.col("factor_year").unique().sort().cast(pl.String).str.join(", ").alias("fitting_year")
    return (
        rows.select("row", "kind", "code", "indicator_id", "kg", "amount")
        .join(_factors(case.all_factors), on=["kind", "code", "indicator_id"])
        .filter(fits)
        .group_by("row")
        .agg(year)
    )


@rule(
    "DEC-001",
    sheet="declared",
    at="value",
    severity=Severity.ERROR,
    basis="factor list",
    given=(Given.FACTORS,),
    duty_nl="Een opgegeven emissie gedeeld door de hoeveelheid is de factor van het verslagjaar.",
    nl="{stated} {unit} op {quantity} {quantity_unit} komt neer op {implied} kg per {units}. "
    "In de lijst van {factor_year} is de factor voor {part} {factor} kg.",
    en="{stated} {unit} on {quantity} {quantity_unit} comes to {implied} kg per {units}. "
    "In the list of {factor_year} the factor of {part} is {factor} kg.",
    expected_nl="{factor} kg per {units}, met hoogstens {allowed} % verschil. Jaren waarvan de factor wel past: {fitting_year}.",
    expected_en="{factor} kg per {units}, at most {allowed} % off. Years whose factor would fit: {fitting_year}.",
    mend_nl="Controleer de hoeveelheid en de eenheden, en reken met de factor van het verslagjaar.",
    mend_en="Check the quantity and the units, and use the factor of the report year.",
)
def declared_emission_is_made_with_the_years_factor(case: Case) -> pl.LazyFrame:
    """A declared emission divided by its quantity is the year's factor."""
    rows = _declared_emissions(case)
    due = pl.col("amount") * pl.col("factor")
    gap = (pl.col("kg") - due).abs()
    severe = above(gap, due * case.ranges.factor_error)
    return (
        rows.join(_years_that_fit(case, rows), on="row", how="left")
        .filter(judged_by(above(gap, due * case.ranges.factor_warning)))
        .select(
            "row",
            pl.col("value").alias("stated"),
            *("unit", "quantity", "quantity_unit", "units", "factor_year", "part", "factor", LACKS),
            (pl.col("kg") / pl.col("amount")).alias("implied"),
            pl.lit(100 * case.ranges.factor_warning).alias("allowed"),
            pl.col("fitting_year").fill_null(NO_YEAR),
            pl.when(severe).then(pl.lit("error")).otherwise(pl.lit("warning")).alias("severity"),
        )
    )


def _families(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Declared parts with ``why``: those that add up. Origins are parts of electricity, which counts once where it is given whole."""
    whole = (pl.col("code") == ELECTRICITY).any().over("indicator_id")
    by_place = pl.col("family") == Family.PLACE.value
    return (
        rows.filter(pl.col("family").is_not_null())
        .filter(~(whole & (pl.col("family") == Family.ORIGIN.value)))
        .with_columns(pl.when(by_place).then(pl.lit("by_place")).otherwise(pl.lit("by_carrier")).alias("why"))
    )


@rule(
    "DEC-002",
    sheet="declared",
    at="value",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een opgegeven totaal is de som van zijn delen.",
    nl="{indicator_id}: het totaal is {stated} {unit}, maar {why} zijn samen {sum} {unit}.",
    en="{indicator_id}: the total is {stated} {unit}, but {why} together are {sum} {unit}.",
    expected_nl="{sum} {unit}, met hoogstens {allowed} verschil door afronden ({addends} delen).",
    expected_en="{sum} {unit}, at most {allowed} off by rounding ({addends} parts).",
    mend_nl="Controleer of alle delen er staan, elk één keer, in dezelfde eenheid als het totaal.",
    mend_en="Check that all parts are there, each once, in the same unit as the total.",
)
def a_declared_total_is_the_sum_of_its_parts(case: Case) -> pl.LazyFrame:
    """A declared total is the sum of its parts."""
    rows = with_parts(
        with_lacks(case.report.table("declared"), "indicator_id", "part", "value", "unit").with_columns(
            units.plain(pl.col("unit")).alias("plain")
        )
    )
    totals = rows.filter(pl.col("part").is_null() & pl.col("value").is_not_null() & pl.col(LACKS).is_null())
    parts = _families(rows).with_columns(lacking(Lack.BLANK, pl.col("value").is_null()))
    sums = parts.group_by("indicator_id", "why").agg(
        pl.col("value").sum().alias("sum"),
        pl.len().cast(pl.Int64).alias("addends"),
        pl.col("plain").unique().alias("units"),
        pl.col(LACKS).drop_nulls().min(),
    )
    other_unit = (pl.col("units").list.len() > 1) | (pl.col("units").list.first() != pl.col("plain"))
    return (
        totals.select("row", "indicator_id", "plain", "unit", pl.col("value").alias("stated"))
        .join(sums, on="indicator_id")
        .with_columns(
            lacking(Lack.UNIT, other_unit), (pl.col("addends") * case.ranges.declared_per_part).alias("allowed")
        )
        .filter(judged_by(above((pl.col("stated") - pl.col("sum")).abs(), pl.col("allowed"))))
        .select("row", "indicator_id", "unit", "stated", "why", "sum", "allowed", "addends", LACKS)
        .sort("row", "why")
    )


def _figures(case: Case) -> pl.LazyFrame:
    """What the rows give: ``indicator_id``, ``figure_part``, ``figure`` and ``figure_unit``."""
    rows = [(known.indicator, known.part, known.value, known.unit) for known in case.figures if known.value is not None]
    return pl.LazyFrame(
        [(indicator, part, float(value), unit) for indicator, part, value, unit in rows],
        schema={"indicator_id": pl.String, "figure_part": pl.String, "figure": pl.Float64, "figure_unit": pl.String},
        orient="row",
    ).unique(["indicator_id", "figure_part"], keep="first", maintain_order=True)


@rule(
    "DEC-003",
    sheet="declared",
    at="value",
    severity=Severity.ERROR,
    basis="integrity",
    duty_nl="Een opgegeven indicator komt overeen met wat de rijen geven.",
    nl="{indicator_id}: opgegeven is {stated} {unit}, maar de rijen van dit rapport geven {due} {unit}.",
    en="{indicator_id}: {stated} {unit} is declared, but the rows of this report give {due} {unit}.",
    expected_nl="{due} {unit}, met hoogstens {allowed} % verschil.",
    expected_en="{due} {unit}, at most {allowed} % off.",
    mend_nl="Controleer of in de rijen iets ontbreekt of dubbel staat, of verbeter het opgegeven totaal.",
    mend_en="Check that nothing is missing or double in the rows, or correct the declared total.",
)
def a_declared_indicator_agrees_with_the_rows(case: Case) -> pl.LazyFrame:
    """A declared indicator agrees with the rows."""
    rows = with_parts(with_lacks(case.report.table("declared"), "indicator_id", "part", "value", "unit"))
    dimension = pl.col("family").is_in([Family.CARRIER.value, Family.PLACE.value])
    named = pl.when(dimension).then(pl.col("family") + "=" + pl.col("code"))
    part = pl.when(pl.col("part").is_null()).then(pl.lit("total")).otherwise(pl.coalesce(named, "part"))
    same_unit = units.base(pl.col("unit")) == units.base(pl.col("figure_unit"))
    due = pl.col("figure") * units.times(pl.col("figure_unit")) / units.times(pl.col("unit"))
    gap, allowed = (pl.col("stated").cast(pl.Float64) - pl.col("due")).abs(), case.ranges.declared_to_rows
    return (
        rows.filter(pl.col("value").is_not_null() | pl.col(LACKS).is_not_null())
        .join(_with_other_fault(case), on="row", how="anti")
        .with_columns(part.alias("figure_part"))
        .join(_figures(case), on=["indicator_id", "figure_part"], how="left")
        .with_columns(lacking(Lack.FIGURE, pl.col("figure").is_null()))
        .with_columns(lacking(Lack.UNIT, ~same_unit))
        .select(
            *("row", "indicator_id", "unit", LACKS),
            pl.col("value").alias("stated"),
            due.alias("due"),
            pl.lit(100 * allowed).alias("allowed"),
        )
        .filter(judged_by(above(gap, pl.col("due").abs() * allowed)))
    )


def _with_other_fault(case: Case) -> pl.LazyFrame:
    """The rows that have a finding on their factor (DEC-001): the same fault is not reported twice."""
    if case.factors is None:
        return pl.LazyFrame(schema={"row": pl.UInt32})
    found = declared_emission_is_made_with_the_years_factor.find(case)
    return found.filter(pl.col(LACKS).is_null()).select("row")


LAST = (a_declared_indicator_agrees_with_the_rows,)
RULES = (
    declared_emission_is_made_with_the_years_factor,
    a_declared_total_is_the_sum_of_its_parts,
    a_declared_indicator_agrees_with_the_rows,
)
