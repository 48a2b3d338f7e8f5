"""Emission factors of one year, air factors by segment, Euro class and speed, and the minimum wage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
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

    def amount(self, column: str) -> Decimal | None:
        """The figure in one column; a blank biogenic factor counts as none, every other blank is not known."""
        amounts = {
            "wtw": self.wtw,
            "ttw": self.ttw,
            "wtt": self.wtt,
            "biogenic": self.biogenic or Decimal(0),
            "infrastructure": self.infrastructure,
            "mj_per_unit": self.mj_per_unit,
        }
        return amounts[column]


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

    @property
    def vehicle_meter_loss(self) -> Decimal | None:
        """By what electricity metered in the vehicle is multiplied to get what the grid delivered."""
        loss = self.find("setting", "vehicle_meter_loss")
        return loss.wtw if loss else None


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

    def curve(self, *, fuel: str, segment: str, euro: str, pollutant: str) -> AirFactor | None:
        """The one technology that the list has, else SCR; None where the list has no such combination."""
        found = [
            known
            for known in self.curves
            if (known.fuel, known.segment, known.euro, known.pollutant) == (fuel, segment, euro, pollutant)
        ]
        return found[0] if len(found) == 1 else next((known for known in found if known.tech == "SCR"), None)


@dataclass(frozen=True)
class Wage:
    """A statutory minimum wage per hour and the day from which it holds."""

    since: date
    eur_per_hour: Decimal
