"""The energy in vehicles by carrier, brought under one unit so that it can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from schemas.judgement import Indicator
from schemas.report.code_lists import Carrier, Origin
from workers.domain.factors import FactorSet
from workers.publish.content import FactorList

FUELS = ("ENE-01", "ENE-02", "ENE-03", "ENE-05")
ELECTRICITY = "ENE-04"


def factor_list(factors: FactorSet | None) -> FactorList | None:
    """What a report tells of the factor set that it was judged by."""
    if factors is None:
        return None
    content = {
        entry.code: entry.mj_per_unit
        for entry in factors.entries
        if entry.kind == "carrier" and entry.mj_per_unit is not None
    }
    grid = factors.find("electricity_origin", Origin.GREY)
    if grid and grid.mj_per_unit is not None:
        content[Carrier.ELECTRICITY.value] = grid.mj_per_unit
    return FactorList(id=factors.id, year=factors.year, fictional=factors.fictional, mj_per_unit=content)


def megajoules(indicators: Sequence[Indicator], factors: FactorList | None) -> dict[str, Decimal]:
    """MJ in vehicles by carrier, in the order of the code list.

    Nothing at all where one kind of energy cannot be told: shares of an unknown whole would be wrong.
    """
    if factors is None or not _complete(indicators):
        return {}
    used = {code: quantity for code, quantity in _quantities(indicators).items() if quantity}
    return {
        carrier.value: used[carrier.value] * factors.mj_per_unit[carrier.value]
        for carrier in Carrier
        if carrier.value in used and carrier.value in factors.mj_per_unit
    }


def _complete(indicators: Sequence[Indicator]) -> bool:
    known = {f.indicator for f in indicators if f.part == "total" and f.value is not None}
    return known.issuperset((*FUELS, ELECTRICITY))


def _quantities(indicators: Sequence[Indicator]) -> dict[str, Decimal]:
    fuels = {
        figure.part.removeprefix("carrier="): figure.value
        for figure in indicators
        if figure.indicator in FUELS and figure.part.startswith("carrier=") and figure.value is not None
    }
    power = next((f.value for f in indicators if (f.indicator, f.part) == (ELECTRICITY, "total")), None)
    return fuels if power is None else {**fuels, Carrier.ELECTRICITY.value: power}
