"""The indicators, each one block in one place, in the order of the contract."""

from __future__ import annotations

from collections.abc import Callable

from schemas.judgement import Indicator
from workers.domain.indicators import (
    air,
    chain,
    circular,
    climate,
    community,
    contrary,
    diligence,
    energy,
    fleet,
    intensity,
    people,
    renewable,
    scope3,
    stated,
    subcontracted,
    supply,
    transport,
)
from workers.domain.ledger import Ledger

Reckon = Callable[[Ledger], tuple[Indicator, ...]]

INDICATORS: tuple[Reckon, ...] = (
    *supply.INDICATORS,
    *fleet.INDICATORS,
    *contrary.INDICATORS,
    *energy.INDICATORS,
    *renewable.INDICATORS,
    *climate.INDICATORS,
    *transport.INDICATORS,
    *intensity.INDICATORS,
    *scope3.EMBODIED,
    *subcontracted.INDICATORS,
    *circular.REFRIGERANTS,
    *climate.OUTSIDE_SCOPES,
    *scope3.TRAVELS,
    *air.INDICATORS,
    *circular.INDICATORS,
    *people.STAFF,
    *community.INDICATORS,
    stated.accessibility,
    *people.TURNOVER,
    *chain.MAPPING,
    *diligence.INDICATORS,
    stated.grievances,
    *chain.AUDITS,
    stated.living_wage,
    stated.ladder,
    stated.reduction,
    *scope3.PRIMARY,
    stated.assurance,
    stated.corruption,
)
