"""Safe work: a death is explained, and accidents are not many for the hours worked."""

from __future__ import annotations

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import RiskTheme, StaffGroup
from workers.domain.case import Case
from workers.domain.frames import LACKS
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.ranges import above
from workers.domain.statement import Lack, rule

HOURS = 200_000
FATALITIES = "SOC-04"
TOTAL = pl.col("staff_group") == StaffGroup.TOTAL.value
# A blank organisation is the holder; as a text it can be joined on.
ORGANISATION = pl.col("organisation_id").fill_null("").alias("of")


@rule(
    "WRK-003",
    sheet="workforce",
    at="fatalities",
    severity=Severity.ERROR,
    basis="VSME B9",
    needs=("workforce.fatalities", "workforce.staff_group"),
    duty_nl="Bij een dodelijk ongeval staat een maatregel of risico dat het uitlegt.",
    nl="{staff_group} meldt dodelijke ongevallen ({fatalities}), maar er is geen maatregel of ketenrisico dat dit uitlegt.",
    en="{staff_group} reports fatalities ({fatalities}), but no measure or chain risk explains this.",
    expected_nl="Een verbetermaatregel bij indicator SOC-04, of een ketenrisico met thema Veiligheid en gezondheid van deze organisatie.",
    expected_en="A measure for indicator SOC-04, or a due diligence row with theme Health and safety of this organisation.",
    mend_nl="Voeg toe wat er is gebeurd en wat u doet om herhaling te voorkomen.",
    mend_en="Add what happened and what you do to prevent it from happening again.",
)
def a_fatality_is_explained(case: Case) -> pl.LazyFrame:
    """A fatality has a due_diligence or measures row that explains it."""
    risks, measures = case.report.table("due_diligence"), case.report.table("measures")
    may_explain = (pl.col("theme") == RiskTheme.HEALTH_SAFETY.value) | risks.broken("theme", "supplier_id")
    explained = risks.frame.lazy().filter(may_explain).select(pl.col("supplier_id").fill_null("").alias("of"))
    answered = measures.frame.lazy().filter((pl.col("indicator_id") == FATALITIES) | measures.broken("indicator_id"))
    deaths = case.report.rows("workforce").filter(pl.col("fatalities") > 0).with_columns(ORGANISATION)
    # A total repeats the deaths of its groups; it speaks only where no group does.
    groups = deaths.filter(~TOTAL).select("of")
    spoken = pl.concat([deaths.filter(~TOTAL), deaths.filter(TOTAL).join(groups, on="of", how="anti")])
    return (
        spoken.join(explained, on="of", how="anti")
        .join(answered.select(pl.len().alias("answers")), how="cross")
        .filter(pl.col("answers") == 0)
        .select("row", "staff_group", "fatalities")
        .sort("row")
    )


@rule(
    "WRK-004",
    sheet="workforce",
    at="accidents",
    severity=Severity.WARNING,
    basis="VSME B9",
    duty_nl="Er zijn hoogstens 15 arbeidsongevallen per 200.000 gewerkte uren.",
    nl="{accidents} arbeidsongevallen op {hours_worked} gewerkte uren is meer dan {most} per {hours} uur.",
    en="{accidents} accidents on {hours_worked} hours worked is more than {most} per {hours} hours.",
    expected_nl="Hoogstens {most} ongevallen per {hours} uur.",
    expected_en="At most {most} accidents per {hours} hours.",
    mend_nl="Controleer het aantal ongevallen en de gewerkte uren, of leg uit wat er aan de hand is.",
    mend_en="Check the number of accidents and the hours worked, or explain what is going on.",
)
def the_accident_rate_is_bounded(case: Case) -> pl.LazyFrame:
    """Accident rate per 200 000 hours is at most 15."""
    most = case.ranges.accidents_per_200_000_hours
    return (
        with_lacks(case.report.table("workforce"), "accidents", "hours_worked")
        .filter(pl.col(LACKS).is_not_null() | (pl.col("accidents") > 0))
        .with_columns(lacking(Lack.BLANK, pl.col("hours_worked").is_null()))
        .filter(judged_by(above(pl.col("accidents") * HOURS, pl.col("hours_worked").cast(pl.Float64) * most)))
        .select("row", "accidents", "hours_worked", pl.lit(most).alias("most"), pl.lit(HOURS).alias("hours"), LACKS)
    )


RULES = (a_fatality_is_explained, the_accident_rate_is_bounded)
