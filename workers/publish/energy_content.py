"""What a report tells of the factor set that it was judged by, and the energy by carrier that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from schemas import energy_content
from schemas.judgement import Indicator
from workers.domain.factors import FactorSet
from workers.publish.content import FactorList


def factor_list(factors: FactorSet | None) -> FactorList | None:
    """What a report tells of the factor set that it was judged by."""
    if factors is None:
        return None
    content = energy_content.energy_contents(factors.entries)
    return FactorList(id=factors.id, year=factors.year, fictional=factors.fictional, mj_per_unit=content)


def megajoules(indicators: Sequence[Indicator], factors: FactorList | None) -> dict[str, Decimal]:
    """MJ in vehicles by carrier, with the energy content of a factor list."""
    return energy_content.megajoules(indicators, factors.mj_per_unit) if factors else {}
