"""The indicators, each one block in one place, in the order of the contract."""

from __future__ import annotations

from collections.abc import Callable

from schemas.judgement import Indicator
from workers.domain.indicators import air, climate, energy, fleet, renewable, supply, transport
from workers.domain.ledger import Ledger

Reckon = Callable[[Ledger], tuple[Indicator, ...]]

INDICATORS: tuple[Reckon, ...] = (
    *supply.INDICATORS,
    *fleet.INDICATORS,
    *energy.INDICATORS,
    *renewable.INDICATORS,
    *climate.INDICATORS,
    *transport.INDICATORS,
    *transport.SUBCONTRACTED,
    *climate.OUTSIDE_SCOPES,
    *air.INDICATORS,
)
