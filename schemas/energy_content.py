"""The energy in vehicles by carrier, brought under one unit so that it can be compared; the same on the page and in the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from schemas.indicators.parts import TOTAL
from schemas.report.code_lists import Carrier, Origin

FUELS = ("ENE-01", "ENE-02", "ENE-03", "ENE-05")
ELECTRICITY = "ENE-04"
CARRIER_PART = "carrier="


class Figure(Protocol):
    """What is asked of a figure: which, of what part, and how much."""

    @property
    def indicator(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def value(self) -> Decimal | None: ...


class Entry(Protocol):
    """What is asked of an entry of a factor list."""

    @property
    def kind(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def mj_per_unit(self) -> Decimal | None: ...


def energy_contents(entries: Iterable[Entry]) -> dict[str, Decimal]:
    """MJ per unit of each carrier that a factor list knows; of electricity per kWh."""
    known = {(one.kind, one.code): one.mj_per_unit for one in entries if one.mj_per_unit is not None}
    content = {code: value for (kind, code), value in known.items() if kind == "carrier"}
    grid = known.get(("electricity_origin", Origin.GREY.value))
    return content if grid is None else content | {Carrier.ELECTRICITY.value: grid}


def megajoules(figures: Sequence[Figure], mj_per_unit: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """MJ in vehicles by carrier, in the order of the code list.

    Nothing at all where one kind of energy cannot be told: shares of an unknown whole would be wrong.
    """
    if not mj_per_unit or not _complete(figures):
        return {}
    used = {code: quantity for code, quantity in _quantities(figures).items() if quantity}
    return {
        carrier.value: used[carrier.value] * mj_per_unit[carrier.value]
        for carrier in Carrier
        if carrier.value in used and carrier.value in mj_per_unit
    }


def _complete(figures: Iterable[Figure]) -> bool:
    known = {one.indicator for one in figures if one.part == TOTAL and one.value is not None}
    return known.issuperset((*FUELS, ELECTRICITY))


def _quantities(figures: Sequence[Figure]) -> dict[str, Decimal]:
    fuels = {
        one.part.removeprefix(CARRIER_PART): one.value
        for one in figures
        if one.indicator in FUELS and one.part.startswith(CARRIER_PART) and one.value is not None
    }
    power = next((one.value for one in figures if (one.indicator, one.part) == (ELECTRICITY, TOTAL)), None)
    return fuels if power is None else {**fuels, Carrier.ELECTRICITY.value: power}
