"""DD-03 to DD-06: risks, measures, confirmed incidents, and how far materials are traced."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from schemas.judgement import Indicator
from schemas.report.code_lists import ActionStatus, ChainRole, Material, RiskTheme
from workers.domain.indicators.circular import weighted_materials
from workers.domain.indicators.figures import TOTAL, Figures, both
from workers.domain.indicators.fleet import known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.rows import count_figure, rows_of
from workers.domain.ledger import Ledger

SALIENT = 12
SHEET = "due_diligence"
TRACED = (Material.COBALT, Material.LITHIUM, Material.NICKEL, Material.GRAPHITE)
LABOUR = (RiskTheme.CHILD_LABOUR, RiskTheme.FORCED_LABOUR)
OVERDUE = "status=overdue"


def salient_risks(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-03: risks with severity × likelihood of at least 12, per theme and role (ESRS S2-4)."""
    figures = Figures(
        "DD-03",
        both(
            "Het aantal risico's met ernst × waarschijnlijkheid van ten minste 12.",
            "The number of risks with severity × likelihood of at least 12.",
        ),
        unit="aantal",
    )
    used = ("chain_role", "theme", "severity", "likelihood")
    if reason := obstacle(ledger, Uses(SHEET, used, needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET, pl.col("severity") * pl.col("likelihood") >= SALIENT)
    return tuple(count_figure(figures, some, sheet=SHEET, column="severity", part=part) for part, some in _parts(rows))


def _parts(rows: pl.DataFrame) -> Iterator[tuple[str, pl.DataFrame]]:
    yield TOTAL, rows
    for role in ChainRole:
        if (some := rows.filter(pl.col("chain_role") == role)).height:
            yield f"role={role}", some
        for theme in RiskTheme:
            if (fewer := some.filter(pl.col("theme") == theme)).height:
                yield f"role={role},theme={theme}", fewer
    for theme in RiskTheme:
        if (some := rows.filter(pl.col("theme") == theme)).height:
            yield f"theme={theme}", some


def measures(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-04: measures open, in progress, closed, and overdue at the end of the period (OECD steps 3 and 4)."""
    figures = Figures(
        "DD-04",
        both(
            "Het aantal maatregelen naar status; te laat is niet afgerond en gereed vóór het einde van de periode.",
            "The number of measures by status; overdue is not closed and due before the end of the period.",
        ),
        unit="aantal",
    )
    if reason := period_obstacle(ledger) or obstacle(
        ledger, Uses("measures", ("measure_id", "due", "status"), needed=True)
    ):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, "measures")
    late = (pl.col("status") != ActionStatus.CLOSED) & (pl.col("due") < known_period(ledger).end)
    parts = [(TOTAL, rows), *((f"status={code}", rows.filter(pl.col("status") == code)) for code in ActionStatus)]
    return tuple(
        count_figure(figures, some, sheet="measures", column="status", part=part)
        for part, some in (*parts, (OVERDUE, rows.filter(late)))
    )


def confirmed_incidents(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-05: confirmed incidents of child or forced labour (VSME C7; ESRS S1-17)."""
    figures = Figures(
        "DD-05",
        both(
            "Het aantal bevestigde incidenten met kinder- of dwangarbeid.",
            "The number of confirmed incidents of child or forced labour.",
        ),
        unit="aantal",
    )
    if reason := obstacle(ledger, Uses(SHEET, ("theme", "confirmed_incident"), needed=True)):
        return (figures.unknown(reason),)
    themes = pl.col("theme").is_in([theme.value for theme in LABOUR])
    rows = rows_of(ledger, SHEET, themes & pl.col("confirmed_incident"))
    return (count_figure(figures, rows, sheet=SHEET, column="confirmed_incident"),)


def traced(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-06: cobalt, lithium, nickel and graphite traced to smelter or mine, weighted by quantity (EU 2023/1542)."""
    formula = both(
        "Aandeel met bekende herkomst van kobalt, lithium, nikkel en grafiet, gewogen naar hoeveelheid.",
        "Share with known origin of cobalt, lithium, nickel and graphite, weighted by quantity.",
    )
    return weighted_materials(ledger, Figures("DD-06", formula, unit="%"), TRACED, "origin_known_pct")


INDICATORS = (salient_risks, measures, confirmed_incidents, traced)
