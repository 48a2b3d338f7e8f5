"""The indicators of the contract: what is reckoned, in which unit, by which standard."""

from __future__ import annotations

from schemas.indicators.chain import CHAIN
from schemas.indicators.climate import CLIMATE
from schemas.indicators.definition import IndicatorDefinition
from schemas.indicators.people import PEOPLE
from schemas.indicators.use import USE

__all__ = ["INDICATOR", "INDICATORS", "IndicatorDefinition"]

INDICATORS: tuple[IndicatorDefinition, ...] = USE + CLIMATE + PEOPLE + CHAIN
INDICATOR: dict[str, IndicatorDefinition] = {known.id: known for known in INDICATORS}
