"""The assessment: every indicator with its why, and a verdict for every norm that the terms ask."""

from __future__ import annotations

from datetime import date

from schemas.judgement import Assessment, Indicator
from workers.domain.checked import Checked
from workers.domain.indicators import INDICATORS
from workers.domain.ledger import Ledger
from workers.domain.norms import Certificate, Facts, verdicts


def assess(checked: Checked, *, handed_in: date | None = None) -> Assessment:
    """How a checked report is judged; without ``handed_in`` timeliness is not assessable."""
    ledger = Ledger(checked)
    indicators = reckoned(ledger)
    front = ledger.report.front
    facts = Facts(
        year=front.report_year,
        indicators=indicators,
        certificate=Certificate(front.co2_ladder, front.co2_ladder_valid_to, front.period_end),
        handed_in=handed_in,
    )
    return Assessment(indicators=indicators, verdicts=verdicts(ledger.case.terms, facts))


def reckoned(ledger: Ledger) -> tuple[Indicator, ...]:
    """All indicators, in the order of the contract."""
    return tuple(figure for reckon in INDICATORS for figure in reckon(ledger))
