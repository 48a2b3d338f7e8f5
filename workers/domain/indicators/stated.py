"""What the holder states itself, with evidence: SOC-12, DD-07, DD-10 and GOV-05; and the front page's GOV-01, GOV-02 and GOV-04."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

import polars as pl

from schemas.indicators import INDICATOR
from schemas.judgement import Indicator, Status
from schemas.report.code_lists import Assurance
from schemas.texts import Bilingual
from workers.domain.energy_balance import Basis
from workers.domain.frames import ROW
from workers.domain.indicators.emissions import KG_PER_TONNE, emissions, kg_of, scope_obstacle, tonnes
from workers.domain.indicators.figures import TOTAL, Figures, both, filled, taken, told, with_unit
from workers.domain.indicators.fleet import known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, field_obstacle, obstacle
from workers.domain.indicators.rows import field_at, rows_of
from workers.domain.indicators.transport import WTW
from workers.domain.ledger import Ledger
from workers.domain.places import Places

LADDER = re.compile(r"^\s*(\d+(?:\.\d+)?)\s*/\s*(\d+)\s*$")


def declared(indicator: str) -> Callable[[Ledger], tuple[Indicator, ...]]:
    """An indicator that the holder states in the sheet *declared*; without evidence it is not assessable."""

    def stated(ledger: Ledger) -> tuple[Indicator, ...]:
        formula = both(
            "Zoals de houder opgeeft op het blad Opgegeven totalen, met bewijsstuk.",
            "As the holder states on the sheet Declared totals, with evidence.",
        )
        figures = Figures(indicator, formula)
        rows_used = pl.col("indicator_id") == indicator
        columns = ("indicator_id", "part", "value", "text_value", "unit", "evidence_id")
        if reason := obstacle(ledger, Uses("declared", columns, rows=rows_used, needed=True)):
            return (figures.unknown(reason),)
        rows = rows_of(ledger, "declared", rows_used).select("part", "value", "text_value", "unit", "evidence_id", ROW)
        told_parts = tuple(_stated(figures, *row) for row in rows.iter_rows())
        has_total = any(figure.part == TOTAL for figure in told_parts)
        return told_parts if has_total else (figures.unknown(NOT_STATED), *told_parts)

    stated.__doc__ = f"{indicator}: {INDICATOR[indicator].name.en}, as the holder states it with evidence."
    return stated


NOT_STATED = both("Niet te beoordelen: de houder geeft dit niet op.", "Not assessable: the holder does not state this.")
NO_EVIDENCE = both("Niet te beoordelen: er is geen bewijsstuk bij.", "Not assessable: there is no evidence with it.")


def _stated(
    figures: Figures,
    part: str | None,
    value: Fraction | None,
    text: str | None,
    unit: str,
    evidence: str | None,
    row: int,
) -> Indicator:
    name = TOTAL if part is None else f"part={part}"
    if evidence is None:
        return figures.unknown(NO_EVIDENCE, part=name, unit=unit)
    if value is None and text is None:
        return figures.unknown(NOT_STATED, part=name, unit=unit)
    worked = both(text, text) if text is not None else with_unit(value or Fraction(0), unit)
    return figures.known(
        value, part=name, unit=unit, worked=worked, inputs=[taken("declared", "value", at=Places.of([row]))]
    )


def ladder(ledger: Ledger) -> tuple[Indicator, ...]:
    """GOV-01: the holder's CO2 Performance Ladder certificate and whether it is valid at the end of the period (SKAO)."""
    figures = Figures(
        "GOV-01",
        both(
            "Het niveau of de trede van het certificaat, als het aan het einde van de periode geldig is.",
            "The level or step of the certificate, when it is valid at the end of the period.",
        ),
        unit="niveau",
    )
    if reason := period_obstacle(ledger) or field_obstacle(ledger, "co2_ladder", "co2_ladder_valid_to"):
        return (figures.unknown(reason),)
    front, end = ledger.report.front, known_period(ledger).end
    level = LADDER.match(front.co2_ladder or "")
    until = front.co2_ladder_valid_to
    if level is None or until is None or until < end:
        return (figures.unknown(NO_LEVEL),)
    worked = filled(
        "{ladder}, geldig tot en met {day}",
        "{ladder}, valid to {day}",
        ladder=front.co2_ladder or "",
        day=until,
    )
    return (
        figures.known(
            int(level[2]), worked=worked, inputs=[taken("report", "co2_ladder", at=field_at(ledger, "co2_ladder"))]
        ),
    )


NO_LEVEL = both(
    "Niet te beoordelen: het certificaat is aan het einde van de periode verlopen of heeft niet de vorm versie/niveau, zoals 3.1/4.",
    "Not assessable: the certificate has lapsed at the end of the period or is not of the form version/level, such as 3.1/4.",
)


def reduction(ledger: Ledger) -> tuple[Indicator, ...]:
    """GOV-02: the well-to-wheel emissions against those of the base year, in per cent (negative is less)."""
    figures = Figures(
        "GOV-02",
        both(
            "(GHG-04 / WTW-emissie in het basisjaar - 1) × 100.", "(GHG-04 / WTW emissions in the base year - 1) × 100."
        ),
        unit="%",
        factors=ledger.case.factors,
    )
    reason = field_obstacle(ledger, "base_year", "base_year_wtw_t") or scope_obstacle(ledger, WTW, Basis.MARKET)
    base = ledger.report.front.base_year_wtw_t
    if reason or not base:
        return (figures.unknown(reason or NO_BASE),)
    return (_since_the_base_year(ledger, figures, Fraction(base)),)


def _since_the_base_year(ledger: Ledger, figures: Figures, base: Fraction) -> Indicator:
    """How much more or less it is now, as sure as the emissions themselves."""
    found = emissions(ledger, WTW.used(ledger), Basis.MARKET, "wtw")
    emitted, now = tonnes(ledger, figures, found), kg_of(found) / KG_PER_TONNE
    change = (now / base - 1) * 100
    worked = filled(
        "({now} / {base} - 1) × 100 = {change}",
        "({now} / {base} - 1) × 100 = {change}",
        now=told(now),
        base=told(base),
        change=with_unit(change, "%"),
    )
    return figures.known(
        change,
        worked=worked,
        inputs=[taken("report", "base_year_wtw_t", at=field_at(ledger, "base_year_wtw_t"), amount=base, unit="t")],
        coverage=emitted.why.coverage,
        notes=[_base_year(ledger.report.front.base_year)],
        estimated=emitted.status is Status.ESTIMATED,
    )


NO_BASE = both(
    "Niet te beoordelen: de emissie in het basisjaar is nul.",
    "Not assessable: the emissions of the base year are zero.",
)


def _base_year(year: int | None) -> Bilingual:
    return filled("Basisjaar {year}.", "Base year {year}.", year=str(year))


def assurance(ledger: Ledger) -> tuple[Indicator, ...]:
    """GOV-04: the assurance of the report, as stated."""
    figures = Figures(
        "GOV-04",
        both("De assurance zoals opgegeven op het blad Rapport.", "The assurance as stated on the sheet Report."),
        unit="tekst",
    )
    if reason := field_obstacle(ledger, "assurance"):
        return (figures.unknown(reason),)
    label = Assurance(ledger.report.front.assurance).label
    return (figures.known(None, worked=label, inputs=[taken("report", "assurance", at=field_at(ledger, "assurance"))]),)


accessibility = declared("SOC-12")
grievances = declared("DD-07")
living_wage = declared("DD-10")
corruption = declared("GOV-05")
