"""Which figures are held against last year's, and how each is made up of kilometres, energy and factors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Protocol

from schemas.report.code_lists import BusClass, Carrier, EnergyUse, Mode
from schemas.texts import Bilingual
from workers.domain.energy_balance import TRANSPORT as IN_TRANSPORT
from workers.domain.energy_balance import Basis, Used
from workers.domain.indicators.climate import BASES, BIOGENIC, BOUGHT, own_scope
from workers.domain.indicators.energy import DIESELS, GASES, HYDROGEN
from workers.domain.indicators.figures import TOTAL, both
from workers.domain.indicators.intensity import GRAMS_PER_KG
from workers.domain.indicators.renewable import TRACTION_ENERGY
from workers.domain.indicators.supply import travelled
from workers.domain.indicators.transport import LOCATION, OF_BUSES, OF_TRAINS, WTW
from workers.domain.ledger import Ledger
from workers.domain.year_on_year.makeup import Kind, Makeup
from workers.domain.year_on_year.parts import (
    Parts,
    Yardstick,
    emitted,
    in_gigajoules,
    in_own_unit,
    kind_of,
    of_subcontractors,
    scope_1,
    used,
)

# Indicator and part.
Place = tuple[str, str]


class Moved(Protocol):
    """What energy and kilometres of a vehicle both say of it."""

    @property
    def subcontracted(self) -> bool:
        """Whether a subcontractor runs it."""

    @property
    def bus_class(self) -> str | None:
        """Its class."""


@dataclass(frozen=True)
class Split:
    """How a figure is made up: its parts, whose vehicles it is about, and by what their sum is divided; ``note`` is what to know."""

    parts: Parts
    fleet: Callable[[Moved], bool]
    per: Callable[[Ledger], Fraction] = lambda _: Fraction(1)
    note: Bilingual | None = None

    def makeup(self, ledger: Ledger, yardstick: Yardstick) -> Makeup:
        """The figure of one year."""
        km: dict[Kind, Fraction] = defaultdict(Fraction)
        for run in ledger.mileage.runs:
            if run.bus_class and run.drivetrain and self.fleet(run):
                km[run.bus_class, run.drivetrain] += Fraction(run.km_total)
        energy: dict[Kind, Fraction] = defaultdict(Fraction)
        for found in ledger.energy.where(self.fleet):
            if (kind := kind_of(found)) is not None:
                energy[kind] += yardstick(found)
        return Makeup.of(km, energy, self.parts(ledger, yardstick), self.per(ledger))


def everyone(_: Moved) -> bool:
    """All vehicles."""
    return True


def own(vehicle: Moved) -> bool:
    """The holder's vehicles."""
    return not vehicle.subcontracted


def subcontracted(vehicle: Moved) -> bool:
    """The subcontractors' vehicles."""
    return vehicle.subcontracted


def by_bus(vehicle: Moved) -> bool:
    """Every class but the train."""
    return not by_train(vehicle)


def by_train(vehicle: Moved) -> bool:
    """Trains."""
    return vehicle.bus_class == BusClass.TRAIN


def _passenger_km(mode: Mode) -> Callable[[Ledger], Fraction]:
    return lambda ledger: travelled(ledger)[mode].km


def _bus_km(ledger: Ledger) -> Fraction:
    return ledger.mileage.buses.km_total


OCCUPANCY = both(
    "Omvang is hier: voertuigkilometers per reizigerskilometer.", "Volume here is: vehicle-kilometres per passenger-km."
)
PER_KILOMETRE = both(
    "Per kilometer speelt het aantal kilometers geen rol.", "Per kilometre the number of kilometres plays no part."
)
FUELS: Mapping[str, tuple[Carrier, ...]] = MappingProxyType(
    {"ENE-02": (Carrier.HVO100,), "ENE-03": GASES, "ENE-05": HYDROGEN}
)


def _energy() -> Iterator[tuple[Place, Split]]:
    diesel = used(lambda found: found.carrier in DIESELS and found.use in IN_TRANSPORT, in_own_unit)
    yield ("ENE-01", TOTAL), Split(diesel, everyone)
    for indicator, carriers in FUELS.items():
        yield (indicator, TOTAL), Split(used(_runs_on(carriers), in_own_unit), everyone)
    power = used(lambda found: found.carrier == Carrier.ELECTRICITY and found.use == EnergyUse.TRACTION, in_own_unit)
    yield ("ENE-04", TOTAL), Split(power, everyone)
    yield ("ENE-06", TOTAL), Split(used(lambda found: found.use == EnergyUse.BUILDING, in_gigajoules), everyone)
    traction = used(lambda found: found.use == EnergyUse.TRACTION, in_gigajoules)
    yield ("ENE-07", TRACTION_ENERGY), Split(traction, everyone)


def _runs_on(carriers: tuple[Carrier, ...]) -> Callable[[Used], bool]:
    return lambda found: found.carrier in carriers


def _on_a_basis(part: str, basis: Basis) -> Iterator[tuple[Place, Split]]:
    yield ("GHG-02", part), Split(emitted(own_scope("ttw", BOUGHT), basis), own)
    yield ("GHG-03", part), Split(emitted(own_scope("wtt", tuple(Carrier)), basis), own)
    yield ("GHG-04", part), Split(emitted(WTW, basis), everyone)
    buses = emitted(OF_BUSES, basis, per_kg=Fraction(GRAMS_PER_KG))
    yield ("GHG-05", part), Split(buses, by_bus, _passenger_km(Mode.BUS), OCCUPANCY)
    yield ("GHG-06", part), Split(buses, by_bus, _bus_km, PER_KILOMETRE)
    yield ("GHG-09", part), Split(of_subcontractors(basis), subcontracted)


def _by_mode(before: str, basis: Basis) -> Iterator[tuple[Place, Split]]:
    yield ("GHG-04", f"{before}mode=bus"), Split(emitted(OF_BUSES, basis), by_bus)
    yield ("GHG-04", f"{before}mode=train"), Split(emitted(OF_TRAINS, basis), by_train)
    trains = emitted(OF_TRAINS, basis, per_kg=Fraction(GRAMS_PER_KG))
    yield ("GHG-05", f"{before}mode=train"), Split(trains, by_train, _passenger_km(Mode.TRAIN), OCCUPANCY)


SPLITS: Mapping[Place, Split] = MappingProxyType(
    {
        **dict(_energy()),
        ("GHG-01", TOTAL): Split(scope_1, own),
        ("GHG-11", TOTAL): Split(emitted(BIOGENIC, Basis.LOCATION), everyone),
        **{place: split for part, basis in BASES.items() for place, split in _on_a_basis(part, basis)},
        **dict(_by_mode("", Basis.MARKET)),
        **dict(_by_mode(f"{LOCATION},", Basis.LOCATION)),
    }
)
