"""SOC-01 to SOC-07 and SOC-13: the people who work for the concession, at the holder and in its chain."""

from __future__ import annotations

from decimal import Decimal

import polars as pl

from schemas.judgement import Indicator
from schemas.report.code_lists import StaffGroup
from workers.domain.indicators.figures import Figures, both, filled, ratio, taken, told, with_unit
from workers.domain.indicators.fleet import known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.organisations import (
    ORGANISATION,
    SHEET,
    blank,
    heard_on_both,
    places_of,
    stated,
    together,
    totals,
)
from workers.domain.indicators.rows import Mean, at, mean_figure, rows_of
from workers.domain.ledger import Ledger
from workers.domain.places import Places
from workers.domain.rules.people import minimum_wage as statutory_wage

SMALLEST_GROUP = 10
HOURS_PER_RATE = 200_000
FIGURES = ("headcount", "headcount_women", "permanent", "temporary", "fte")


def staff_used(*columns: str) -> Uses:
    """The cells behind figures on staff."""
    return Uses(SHEET, ("organisation_id", "staff_group", *columns), needed=True)


def employees(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-01: employees, women, permanent, temporary and fte, of the holder and its suppliers (VSME B8)."""
    figures = Figures(
        "SOC-01",
        both("De opgegeven aantallen per organisatie opgeteld.", "The stated numbers per organisation added up."),
        unit="personen",
    )
    if reason := obstacle(ledger, staff_used(*FIGURES)):
        return (figures.unknown(reason),)
    everyone = tuple(totals(figures, stated(ledger, "headcount"), "headcount", unit="personen"))
    more = (
        figure
        for column in FIGURES[1:]
        for figure in totals(
            figures,
            stated(ledger, column),
            column,
            prefix=f"figure={column},",
            unit="fte" if column == "fte" else "personen",
        )
    )
    return (*everyone, *more)


def sick_leave(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-02: sickness absence weighted by fte, only where the concession asks for it, without groups under ten people."""
    figures = Figures(
        "SOC-02",
        both(
            "Ziekteverzuim gewogen naar fte; groepen onder de tien mensen tellen niet mee.",
            "Sickness absence weighted by fte; groups under ten people are left out.",
        ),
        unit="%",
    )
    if ledger.case.terms is not None and not ledger.case.terms.asks_sick_leave:
        return (figures.unknown(NOT_ASKED),)
    if reason := obstacle(ledger, staff_used("sick_leave_pct", "fte", "headcount")):
        return (figures.unknown(reason),)
    rows = _finest(rows_of(ledger, SHEET, pl.col("headcount") >= SMALLEST_GROUP), "sick_leave_pct")
    return (
        mean_figure(
            figures, Mean.of(rows, "sick_leave_pct", by="fte"), sheet=SHEET, column="sick_leave_pct", weight="fte"
        ),
    )


NOT_ASKED = both(
    "Niet te beoordelen: de concessie vraagt niet om ziekteverzuim.",
    "Not assessable: the concession does not ask for sickness absence.",
)


def _finest(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """Of each organisation its total where that has a value, else its groups: nobody counts twice."""
    is_total = pl.col("staff_group") == StaffGroup.TOTAL
    has_total = (is_total & pl.col(column).is_not_null()).any().over(ORGANISATION)
    only_total = (~is_total).sum().over(ORGANISATION) == 0
    return rows.filter(pl.when(has_total | only_total).then(is_total).otherwise(~is_total))


def accidents(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-03: recordable accidents, and their number per 200 000 hours worked (VSME B9)."""
    figures = Figures(
        "SOC-03",
        both(
            "Het aantal arbeidsongevallen; daarnaast ongevallen / gewerkte uren × 200.000.",
            "The number of accidents; beside it accidents / hours worked × 200,000.",
        ),
        unit="aantal",
    )
    if reason := obstacle(ledger, staff_used("accidents", "hours_worked")):
        return (figures.unknown(reason),)
    return (*totals(figures, stated(ledger, "accidents"), "accidents", unit="aantal"), _rate(ledger, figures))


def _rate(ledger: Ledger, figures: Figures) -> Indicator:
    part, unit = "beside=rate", "per 200.000 uur"
    number, hours, notes = heard_on_both(stated(ledger, "accidents"), stated(ledger, "hours_worked"))
    worked_hours = together(hours)
    if (reason := blank(number) or blank(hours)) or not worked_hours:
        return figures.unknown(reason or NO_HOURS, part=part, unit=unit)
    rate = together(number) / worked_hours * HOURS_PER_RATE
    worked = ratio(told(together(number)), with_unit(worked_hours, "uur"), told(rate, decimals=3), times=HOURS_PER_RATE)
    return figures.known(
        rate,
        part=part,
        unit=unit,
        worked=worked,
        inputs=[taken(SHEET, "hours_worked", at=places_of(hours), amount=worked_hours, unit="uur")],
        notes=notes,
    )


NO_HOURS = both(
    "Niet te beoordelen: er zijn geen gewerkte uren opgegeven.", "Not assessable: no hours worked are given."
)
NO_STAFF = both("Niet te beoordelen: er zijn geen werknemers opgegeven.", "Not assessable: no employees are given.")


def fatalities(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-04: work-related deaths at the holder and in the chain (VSME B9)."""
    figures = Figures(
        "SOC-04",
        both(
            "Het aantal dodelijke arbeidsongevallen, houder en keten samen.",
            "The number of work-related deaths, holder and chain together.",
        ),
    )
    if reason := obstacle(ledger, staff_used("fatalities")):
        return (figures.unknown(reason),)
    return tuple(totals(figures, stated(ledger, "fatalities"), "fatalities", unit="aantal"))


def collective_agreement(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-05: coverage by a collective agreement weighted by headcount (VSME B10)."""
    figures = Figures(
        "SOC-05",
        both("Cao-dekking gewogen naar aantal werknemers.", "Collective agreement coverage weighted by headcount."),
        unit="%",
    )
    if reason := obstacle(ledger, staff_used("cba_coverage_pct", "headcount")):
        return (figures.unknown(reason),)
    rows = _finest(rows_of(ledger, SHEET), "cba_coverage_pct")
    mean = Mean.of(rows, "cba_coverage_pct", by="headcount")
    return (mean_figure(figures, mean, sheet=SHEET, column="cba_coverage_pct", weight="headcount"),)


def training(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-06: training hours per employee (VSME B10)."""
    formula = both("Opleidingsuren / aantal werknemers.", "Training hours / headcount.")
    return _per_head(ledger, Figures("SOC-06", formula, unit="uur"), "training_hours", times=1)


def turnover(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-13: employees who left, in per cent of the headcount."""
    formula = both("Uitstroom / aantal werknemers × 100.", "Leavers / headcount × 100.")
    return _per_head(ledger, Figures("SOC-13", formula, unit="%"), "leavers", times=100)


def _per_head(ledger: Ledger, figures: Figures, column: str, *, times: int) -> tuple[Indicator, ...]:
    if reason := obstacle(ledger, staff_used(column, "headcount")):
        return (figures.unknown(reason),)
    amounts, heads, notes = heard_on_both(stated(ledger, column), stated(ledger, "headcount"))
    number = together(heads)
    if (reason := blank(amounts) or blank(heads)) or not number:
        return (figures.unknown(reason or NO_STAFF),)
    value = together(amounts) / number * times
    worked = ratio(
        told(together(amounts)), told(number), with_unit(value, figures.usual_unit), times=times if times > 1 else None
    )
    inputs = [taken(SHEET, column, at=places_of(amounts), amount=together(amounts))]
    return (figures.known(value, worked=worked, inputs=inputs, notes=notes),)


def minimum_wage(ledger: Ledger) -> tuple[Indicator, ...]:
    """SOC-07: whether every lowest wage is at least the statutory minimum on the first day of the period (VSME B10)."""
    figures = Figures(
        "SOC-07",
        both(
            "1 als elk laagste uurloon ten minste het wettelijk minimumuurloon is.",
            "1 when every lowest hourly wage is at least the statutory minimum.",
        ),
        unit="ja/nee",
    )
    used = staff_used("lowest_hourly_wage_eur")
    if reason := period_obstacle(ledger) or obstacle(
        ledger, Uses(used.sheet, used.columns, needed=True, beside=("WRK-005",))
    ):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET, pl.col("lowest_hourly_wage_eur").is_not_null())
    least = statutory_wage(ledger.case, known_period(ledger).start)
    if not rows.height or least is None:
        return (figures.unknown(NO_WAGE),)
    return (_paid(figures, min(rows["lowest_hourly_wage_eur"]), least, at(rows)),)


def _paid(figures: Figures, lowest: Decimal, least: Decimal, where: Places) -> Indicator:
    worked = filled(
        "laagste {lowest}; minimum {least}", "lowest {lowest}; minimum {least}", lowest=told(lowest), least=told(least)
    )
    return figures.known(int(lowest >= least), worked=worked, inputs=[taken(SHEET, "lowest_hourly_wage_eur", at=where)])


NO_WAGE = both(
    "Niet te beoordelen: er is geen laagste uurloon opgegeven, of het minimumuurloon is niet bekend.",
    "Not assessable: no lowest wage is given, or the minimum wage is not known.",
)

STAFF = (employees, sick_leave, accidents, fatalities, collective_agreement, training, minimum_wage)
TURNOVER = (turnover,)
