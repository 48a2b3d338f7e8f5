"""The workforce: figures that fit together, fair pay, and nobody's health on the table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import polars as pl

from schemas.judgement import Severity
from schemas.report.code_lists import StaffGroup
from workers.domain.case import Case
from workers.domain.frames import COLUMN, LACKS, UNFIT, VALUE
from workers.domain.lacking import judged_by, lacking, with_lacks
from workers.domain.privacy import small_groups
from workers.domain.ranges import above, below
from workers.domain.statement import Lack, rule

TOTAL = pl.col("staff_group") == StaffGroup.TOTAL.value
NO_FAULT = pl.lit(value=False)
# A blank organisation is the holder; as a text it can be joined on.
ORGANISATION = pl.col("organisation_id").fill_null("").alias("of")


@rule(
    "WRK-001",
    sheet="workforce",
    at="headcount",
    severity=Severity.ERROR,
    basis="VSME B8",
    needs=tuple(
        f"workforce.{name}" for name in ("headcount", "headcount_women", "permanent", "temporary", "fte", "staff_group")
    ),
    duty_nl="Delen zijn niet meer of anders dan het geheel.",
    nl="{staff_group}: {why}. De delen zijn samen {part}, het geheel is {whole}.",
    en="{staff_group}: {why}. The parts are {part} together, the whole is {whole}.",
    expected_nl="Delen die passen bij het geheel van {whole}.",
    expected_en="Parts that fit the whole of {whole}.",
    mend_nl="Controleer beide cijfers. Tel iedereen één keer, op 31 december.",
    mend_en="Check both figures. Count everybody once, at 31 December.",
)
def parts_fit_the_whole(case: Case) -> pl.LazyFrame:
    """Parts do not exceed or differ from the whole."""
    staff = case.report.rows("workforce")
    contracts = pl.col("permanent") + pl.col("temporary")
    return pl.concat(
        [
            _unlike(staff, "headcount_women", "women_exceed", part=pl.col("headcount_women"), more_only=True),
            _unlike(staff, "permanent", "contracts_differ", part=contracts),
            _groups_unlike_total(case, "headcount", allowed=0),
            _groups_unlike_total(case, "fte", allowed=case.ranges.fte_of_groups, faulty=_too_many_fte(case)),
        ]
    ).sort("row", COLUMN)


def _unlike(staff: pl.LazyFrame, column: str, why: str, *, part: pl.Expr, more_only: bool = False) -> pl.LazyFrame:
    """The rows whose parts do not fit their headcount."""
    rows = staff.select(
        "row", "staff_group", _decimal(part).alias("part"), _decimal(pl.col("headcount")).alias("whole")
    )
    unlike = pl.col("part") > pl.col("whole") if more_only else pl.col("part") != pl.col("whole")
    return rows.filter(unlike).with_columns(pl.lit(column).alias(COLUMN), pl.lit(why).alias("why"))


def _groups_unlike_total(case: Case, column: str, *, allowed: float, faulty: pl.Expr = NO_FAULT) -> pl.LazyFrame:
    """The total rows whose groups do not add up to them; what hangs on a faulty row or one that cannot be judged is left out."""
    staff = with_lacks(case.report.table("workforce"), column, "staff_group").with_columns(
        ORGANISATION, lacking(Lack.ROW, faulty)
    )
    groups = (
        staff.filter(~TOTAL.fill_null(False))
        .group_by("of")
        .agg(_decimal(pl.col(column)).sum().alias("part"), pl.col(LACKS).drop_nulls().first())
        .filter(pl.col(LACKS).is_null())
        .drop(LACKS)
    )
    gap = (pl.col("part") - pl.col("whole")).abs()
    return (
        staff.filter(TOTAL & pl.col(LACKS).is_null())
        .join(groups, on="of")
        .select("row", "staff_group", "part", _decimal(pl.col(column)).alias("whole"))
        .filter(above(gap, allowed))
        .with_columns(pl.lit(column).alias(COLUMN), pl.lit("groups_differ").alias("why"))
    )


def _decimal(value: pl.Expr) -> pl.Expr:
    return value.cast(pl.Decimal(38, 3))


@rule(
    "WRK-002",
    sheet="workforce",
    at="sick_leave_pct",
    severity=Severity.WARNING,
    basis="CBS; sector",
    needs=("workforce.sick_leave_pct", "workforce.headcount"),
    duty_nl="Het ziekteverzuim is aannemelijk (boven 35 % is het een fout).",
    nl="Een ziekteverzuim van {sick_leave_pct} % bij {staff_group} is ongebruikelijk.",
    en="A sickness absence of {sick_leave_pct} % among {staff_group} is unusual.",
    expected_nl="Gebruikelijk is {low} tot {high} %; meer dan {most} % kan niet kloppen.",
    expected_en="Usual is {low} to {high} %; more than {most} % cannot be right.",
    mend_nl="Controleer het percentage, of leg uit waarom het zo laag of hoog is.",
    mend_en="Check the percentage, or explain why it is so low or high.",
)
def sickness_absence_is_plausible(case: Case) -> pl.LazyFrame:
    """Sickness absence is plausible."""
    usual, most, share = case.ranges.sick_leave_pct, case.ranges.sick_leave_error_pct, pl.col("sick_leave_pct")
    asked = case.terms is None or case.terms.asks_sick_leave
    severe = pl.when(above(share, most)).then(pl.lit("error")).otherwise(pl.lit("warning"))
    return (
        case.report.rows("workforce")
        # Of a small group the figure itself is the fault (WRK-007): nothing more is said about it.
        .filter(pl.lit(asked) & (pl.col("headcount") >= case.ranges.small_group))
        .filter(below(share, usual.low) | above(share, usual.high))
        .select(
            "row",
            "staff_group",
            "sick_leave_pct",
            pl.lit(usual.low).alias("low"),
            pl.lit(usual.high).alias("high"),
            pl.lit(most).alias("most"),
            severe.alias("severity"),
        )
    )


@rule(
    "WRK-005",
    sheet="workforce",
    at="lowest_hourly_wage_eur",
    severity=Severity.ERROR,
    basis="VSME B10",
    duty_nl="Het laagste uurloon is ten minste het wettelijk minimum.",
    nl="Het laagste uurloon van {staff_group} is € {lowest_hourly_wage_eur}; het wettelijk minimum op {since} is € {minimum}.",
    en="The lowest hourly wage of {staff_group} is € {lowest_hourly_wage_eur}; the statutory minimum on {since} is € {minimum}.",
    expected_nl="Ten minste € {minimum} per uur.",
    expected_en="At least € {minimum} an hour.",
    mend_nl="Controleer het bedrag. Tel alleen werknemers van 21 jaar en ouder, zonder leerlingen.",
    mend_en="Check the amount. Count only employees of 21 and over, apprentices apart.",
    needs=("report.period_start",),
)
def the_lowest_wage_is_lawful(case: Case) -> pl.LazyFrame:
    """The lowest wage is at least the statutory minimum."""
    first_day = case.report.front.period_start
    minimum = minimum_wage(case, first_day)
    return (
        with_lacks(case.report.table("workforce"), "lowest_hourly_wage_eur")
        .filter(pl.col(LACKS).is_not_null() | pl.col("lowest_hourly_wage_eur").is_not_null())
        .with_columns(lacking(Lack.TERMS, pl.lit(minimum is None)))
        .select(
            "row",
            "staff_group",
            "lowest_hourly_wage_eur",
            pl.lit(first_day, pl.Date).alias("since"),
            pl.lit(minimum, pl.Decimal(38, 3)).alias("minimum"),
            LACKS,
        )
        .filter(judged_by(below(pl.col("lowest_hourly_wage_eur"), pl.col("minimum"))))
    )


def minimum_wage(case: Case, day: date | None) -> Decimal | None:
    """The statutory minimum wage in force on a day: of the terms where they list wages, else of the rule set."""
    if day is None:
        return None
    of_terms = [(wage.from_, wage.value) for wage in case.terms.statutory_hourly_wage_eur] if case.terms else []
    known = of_terms or [(wage.since, wage.eur_per_hour) for wage in case.ranges.minimum_wages]
    in_force = [(since, value) for since, value in known if since <= day]
    return max(in_force)[1] if in_force else None


@rule(
    "WRK-006",
    sheet="workforce",
    at="fte",
    severity=Severity.ERROR,
    basis="integrity",
    needs=("workforce.fte", "workforce.headcount"),
    duty_nl="Het aantal fte is hoogstens 1,05 keer het aantal werknemers.",
    nl="{fte} fte is te veel voor {headcount} werknemers ({staff_group}).",
    en="{fte} fte is too much for {headcount} employees ({staff_group}).",
    expected_nl="Hoogstens {most} fte.",
    expected_en="At most {most} fte.",
    mend_nl="Controleer of fte en aantal werknemers niet zijn verwisseld.",
    mend_en="Check that fte and headcount were not swapped.",
)
def fte_fits_the_headcount(case: Case) -> pl.LazyFrame:
    """fte is at most 1.05 x headcount."""
    most = (pl.col("headcount") * case.ranges.fte_per_head).alias("most")
    return (
        case.report.rows("workforce").filter(_too_many_fte(case)).select("row", "staff_group", "headcount", "fte", most)
    )


def _too_many_fte(case: Case) -> pl.Expr:
    return above(pl.col("fte"), pl.col("headcount") * case.ranges.fte_per_head)


@rule(
    "WRK-007",
    sheet="workforce",
    at="sick_leave_pct",
    severity=Severity.ERROR,
    basis="AVG",
    needs=("workforce.sick_leave_pct", "workforce.headcount"),
    duty_nl="Over een groep van minder dan 10 mensen staat geen ziekteverzuim in het rapport.",
    nl="Bij {staff_group} staat ziekteverzuim van een groep van {headcount} mensen. Dat zegt te veel over wie ziek was.",
    en="{staff_group} gives sickness absence of a group of {headcount} people. That says too much about who was ill.",
    expected_nl="Een lege cel bij groepen van minder dan {least} mensen.",
    expected_en="A blank cell for groups of fewer than {least} people.",
    mend_nl="Maak de cel leeg en upload het bestand opnieuw. Wij bewaren dit cijfer en het bestand waarin het stond niet.",
    mend_en="Empty the cell and upload the file again. We do not keep this figure, nor the file in which it stood.",
)
def no_sickness_of_a_small_group(case: Case) -> pl.LazyFrame:
    """No sickness figure for a group under 10 people."""
    table, least = case.report.table("workforce"), case.ranges.small_group
    return (
        small_groups(table, case.ranges)
        .filter(~pl.col(UNFIT) & ~table.broken("sick_leave_pct"))
        # The figure must not travel: not in the finding either.
        .select("row", "staff_group", "headcount", pl.lit(least).alias("least"), pl.lit(None, pl.String).alias(VALUE))
    )


@rule(
    "WRK-008",
    sheet="workforce",
    at="training_hours",
    severity=Severity.WARNING,
    basis="VSME B10",
    needs=("workforce.training_hours", "workforce.headcount"),
    duty_nl="Er zijn 0 tot 120 opleidingsuren per werknemer.",
    nl="{training_hours} opleidingsuren voor {headcount} werknemers ({staff_group}) is meer dan {high} per werknemer.",
    en="{training_hours} training hours for {headcount} employees ({staff_group}) is more than {high} per employee.",
    expected_nl="Hoogstens {most} uur voor {headcount} werknemers.",
    expected_en="At most {most} hours for {headcount} employees.",
    mend_nl="Controleer of hier het totaal in uren staat, of leg uit waarom er zo veel is opgeleid.",
    mend_en="Check that this is the total in hours, or explain why there was so much training.",
)
def training_hours_are_plausible(case: Case) -> pl.LazyFrame:
    """Training hours per employee lie in 0-120."""
    high = case.ranges.training_hours_per_head
    return (
        case.report.rows("workforce")
        .select(
            *("row", "staff_group", "headcount", "training_hours"),
            pl.lit(high).alias("high"),
            (pl.col("headcount") * high).alias("most"),
        )
        .filter(above(pl.col("training_hours"), pl.col("most")))
    )


RULES = (
    parts_fit_the_whole,
    sickness_absence_is_plausible,
    the_lowest_wage_is_lawful,
    fte_fits_the_headcount,
    no_sickness_of_a_small_group,
    training_hours_are_plausible,
)
