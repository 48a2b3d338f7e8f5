"""The definitions of the contract once more, row by row in plain Python: the second opinion on the figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.plain_reckoning import (
    air,
    chain_emissions,
    climate,
    community,
    diligence,
    energy,
    fleet,
    kilometres,
    materials,
    people,
    statements,
)
from tests.plain_reckoning.answers import TOTAL, NotAssessable, Parts, unknown
from tests.plain_reckoning.answers import Answer as Answer
from tests.plain_reckoning.report import Agreed as Agreed
from tests.plain_reckoning.report import Plain as Plain

FAMILIES = (
    kilometres,
    fleet,
    energy,
    climate,
    chain_emissions,
    air,
    materials,
    people,
    community,
    diligence,
    statements,
)
READINGS: Mapping[str, Callable[[Plain], Parts]] = {
    indicator: reading for family in FAMILIES for indicator, reading in family.INDICATORS.items()
}

Answers = dict[tuple[str, str], Answer]


def reckon(plain: Plain) -> Answers:
    """Every figure by indicator and part."""
    return {(i, part): answer for i, read in READINGS.items() for part, answer in _read(read, plain).items()}


def _read(reading: Callable[[Plain], Parts], plain: Plain) -> dict[str, Answer]:
    """All parts of an indicator; only its total where it cannot be assessed as a whole."""
    try:
        return dict(reading(plain))
    except NotAssessable as missing:
        return {TOTAL: unknown(missing.coverage)}
