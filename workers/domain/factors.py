"""Emission factors of one year, and air factors by segment, Euro class and speed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Factor:
    """One entry of a year's list; kg CO2e per ``unit`` (well-to-wheel, tank-to-wheel, well-to-tank), MJ per unit. None is not given."""

    kind: str
    code: str
    unit: str
    wtw: Decimal | None
    ttw: Decimal | None
    wtt: Decimal | None
    biogenic: Decimal | None
    infrastructure: Decimal | None
    mj_per_unit: Decimal | None
    source: str


@dataclass(frozen=True)
class FactorSet:
    """The list of one year. ``fictional`` is shown wherever the set is used."""

    id: str
    year: int
    entries: tuple[Factor, ...]
    fictional: bool = False

    def find(self, kind: str, code: str) -> Factor | None:
        """The entry of this list, or None where the year's list lacks it."""
        return next((entry for entry in self.entries if (entry.kind, entry.code) == (kind, code)), None)


@dataclass(frozen=True)
class AirFactor:
    """One emission curve: g/km at 18, 25, 35 and 50 km/h, by fuel, segment, Euro class and technology (EMEP/EEA 2019)."""

    fuel: str
    segment: str
    euro: str
    tech: str
    pollutant: str
    at_speed: tuple[tuple[int, Decimal], ...]


@dataclass(frozen=True)
class AirFactors:
    """All curves that come with the product."""

    curves: tuple[AirFactor, ...] = ()
