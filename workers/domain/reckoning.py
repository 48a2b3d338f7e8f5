"""All indicators of a report, in the order of the contract."""

from __future__ import annotations

from schemas.judgement import Indicator
from workers.domain.indicators import INDICATORS
from workers.domain.ledger import Ledger


def reckoned(ledger: Ledger) -> tuple[Indicator, ...]:
    """All indicators, in the order of the contract."""
    return tuple(figure for reckon in INDICATORS for figure in reckon(ledger))
