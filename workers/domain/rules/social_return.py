"""Social return: what an effort is worth follows the building blocks, within reason and with proof."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.terms import BuildingBlocks
from workers.domain.case import Case
from workers.domain.frames import LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.ranges import above
from workers.domain.statement import Given, Lack, rule


@rule(
    "SRO-001",
    sheet="social_return",
    at="value_eur",
    severity=Severity.ERROR,
    basis="building-block method",
    duty_nl="De inspanningswaarde per persoon is hoogstens € 70.000 per jaar.",
    nl="€ {value_eur} is meer dan € {each} per persoon (aantal personen: {persons}).",
    en="€ {value_eur} is more than € {each} per person (persons: {persons}).",
    expected_nl="Hoogstens € {most}.",
    expected_en="At most € {most}.",
    mend_nl="Controleer de waarde en het aantal personen.",
    mend_en="Check the value and the number of persons.",
)
def effort_per_person_is_bounded(case: Case) -> pl.LazyFrame:
    """Effort value per person is at most EUR 70 000 a year."""
    each = case.ranges.effort_per_person_eur
    most = (pl.col("persons") * each).alias("most")
    return (
        with_lacks(case.report.table("social_return"), "value_eur", "persons")
        # Without persons, as with a purchase, there is no value per person.
        .with_columns(lacking(Lack.BLANK, pl.col("persons").fill_null(0) == 0))
        .select("row", "value_eur", "persons", pl.lit(each).alias("each"), most, LACKS)
        .filter(judged_by(above(pl.col("value_eur"), pl.col("most"))))
    )


@rule(
    "SRO-002",
    sheet="social_return",
    at="value_eur",
    severity=Severity.WARNING,
    basis="building-block method",
    given=(Given.TERMS,),
    duty_nl="De inspanningswaarde volgt de bouwblokken van de concessie.",
    nl="Volgens het bouwblok {building_block} is deze inspanning € {due} waard; opgegeven is € {value_eur}.",
    en="By the building block {building_block} this effort is worth € {due}; € {value_eur} is given.",
    expected_nl="€ {due}, met hoogstens {allowed} % verschil.",
    expected_en="€ {due}, at most {allowed} % off.",
    mend_nl="Controleer uren, personen en bouwblok, of leg uit waarom de waarde afwijkt.",
    mend_en="Check hours, persons and building block, or explain why the value differs.",
)
def effort_follows_the_building_blocks(case: Case) -> pl.LazyFrame:
    """Effort value follows the concession's building-block table."""
    blocks = case.terms.building_blocks_eur if case.terms else None
    due, allowed = pl.col("due"), case.ranges.effort_to_building_block
    return (
        with_lacks(case.report.table("social_return"), "building_block", "persons", "hours", "value_eur")
        .join(_blocks(blocks or BuildingBlocks()), on="building_block", how="left")
        .with_columns(_due())
        .with_columns(lacking(Lack.TERMS, pl.col("per_person").is_null() & pl.col("per_hour").is_null()))
        .with_columns(lacking(Lack.BLANK, due.is_null()))
        # What is too much for any person has its own finding (SRO-001).
        .filter(~_too_much(case).fill_null(False) | pl.col(LACKS).is_not_null())
        .select("row", "building_block", "value_eur", "due", pl.lit(100 * allowed).alias("allowed"), LACKS)
        .filter(judged_by(above((pl.col("value_eur").cast(pl.Float64) - due).abs(), due * allowed)))
    )


def _too_much(case: Case) -> pl.Expr:
    return (pl.col("persons") > 0) & above(pl.col("value_eur"), pl.col("persons") * case.ranges.effort_per_person_eur)


def _blocks(blocks: BuildingBlocks) -> pl.LazyFrame:
    """The table of the terms: ``building_block``, euro ``per_person`` for a full year of ``full_year`` hours, euro ``per_hour``."""
    per_person, per_hour = blocks.per_person_year, blocks.per_hour
    codes = sorted({*per_person, *per_hour})
    return pl.LazyFrame(
        {
            "building_block": codes,
            "per_person": [float(per_person[code]) if code in per_person else None for code in codes],
            "per_hour": [float(per_hour[code]) if code in per_hour else None for code in codes],
            "full_year": [float(blocks.full_year_hours)] * len(codes),
        },
        schema={"building_block": pl.String, "per_person": pl.Float64, "per_hour": pl.Float64, "full_year": pl.Float64},
    )


def _due() -> pl.Expr:
    """What the effort is worth: by the hour, by the part of a full year, or by persons where no hours are given."""
    hours = pl.col("hours").cast(pl.Float64)
    return (
        pl.when(pl.col("per_hour").is_not_null())
        .then(hours * pl.col("per_hour"))
        .when(hours.is_not_null())
        .then(hours / pl.col("full_year") * pl.col("per_person"))
        .otherwise(pl.col("persons") * pl.col("per_person"))
        .alias("due")
    )


@rule(
    "SRO-003",
    sheet="social_return",
    at="evidence_id",
    severity=Severity.ERROR,
    basis="concession",
    needs=("social_return.value_eur", "social_return.evidence_id"),
    duty_nl="Een waarde boven € 10.000 heeft een bewijsstuk.",
    nl="Bij een inspanningswaarde van € {value_eur} hoort een bewijsstuk; het bewijsnummer is leeg.",
    en="An effort value of € {value_eur} needs evidence; the evidence id is blank.",
    expected_nl="Een bewijsnummer bij elke waarde boven € {most}.",
    expected_en="An evidence id with every value above € {most}.",
    mend_nl="Vul het bewijsnummer in en stuur het bewijsstuk mee.",
    mend_en="Fill in the evidence id and send the document along.",
)
def a_large_effort_has_evidence(case: Case) -> pl.LazyFrame:
    """A value above EUR 10 000 has evidence."""
    table, most = case.report.table("social_return"), case.ranges.effort_without_evidence_eur
    return table.fit.filter(
        above(pl.col("value_eur"), most) & pl.col("evidence_id").is_null() & ~table.broken("evidence_id")
    ).select("row", "value_eur", pl.lit(most).alias("most"))


RULES = (effort_per_person_is_bounded, effort_follows_the_building_blocks, a_large_effort_has_evidence)
