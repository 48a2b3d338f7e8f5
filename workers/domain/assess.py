"""The assessment: every indicator with its why, and a verdict for every norm that the terms ask."""

from __future__ import annotations

from datetime import date

from schemas.judgement import Assessment, Indicator, Verdict
from workers.domain.checked import Checked
from workers.domain.last_year import last_year_of
from workers.domain.ledger import Ledger
from workers.domain.norm_duties import Certificate, Facts
from workers.domain.norms import verdicts
from workers.domain.reckoning import reckoned
from workers.domain.year_on_year import with_changes


def assess(checked: Checked, *, handed_in: date | None = None) -> Assessment:
    """How a checked report is judged; without ``handed_in`` timeliness is not assessable."""
    ledger = Ledger(checked)
    indicators = with_changes(reckoned(ledger), ledger, last_year_of(checked.case))
    return Assessment(indicators=indicators, verdicts=norms_of(ledger, indicators, handed_in=handed_in))


def norms_of(ledger: Ledger, indicators: tuple[Indicator, ...], *, handed_in: date | None) -> tuple[Verdict, ...]:
    """The verdict on every norm that the terms ask."""
    front = ledger.report.front
    facts = Facts(
        year=front.report_year,
        indicators=indicators,
        certificate=Certificate(front.co2_ladder, front.co2_ladder_valid_to, front.period_end),
        handed_in=handed_in,
    )
    return verdicts(ledger.case.terms, facts)
