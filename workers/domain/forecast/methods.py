"""How each figure is carried into the years to come, and what that assumes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from types import MappingProxyType

from schemas.report.code_lists import EnergyUse
from schemas.texts import Bilingual
from workers.domain.case import Period
from workers.domain.energy_balance import Basis
from workers.domain.fleet import contrary_days
from workers.domain.forecast.fleet_ahead import FleetAhead, Kind, Vehicle
from workers.domain.indicators.balance import mj_of
from workers.domain.indicators.emissions import emissions
from workers.domain.indicators.figures import both
from workers.domain.indicators.transport import OF_BUSES
from workers.domain.ledger import Ledger

SHARES = frozenset({"%"})
HUNDRED = 100

Value = Callable[[Ledger, FleetAhead, Decimal, int], Fraction | None]


@dataclass(frozen=True)
class Method:
    """A way to reckon the value of a later year; None where nothing is left to go by."""

    value: Value
    assumes: Bilingual


def _share(some: Iterable[Vehicle], whole: Iterable[Vehicle]) -> Fraction | None:
    number, all_of_them = sum(1 for _ in some), sum(1 for _ in whole)
    return Fraction(number * HUNDRED, all_of_them) if all_of_them else None


def _zero_emission_fleet(_ledger: Ledger, fleet: FleetAhead, _now: Decimal, year: int) -> Fraction | None:
    buses = [one for one in fleet.at_end_of(year) if one.kind.above_8]
    return _share((one for one in buses if one.kind.clean_bus), buses)


def _accessible(_ledger: Ledger, fleet: FleetAhead, _now: Decimal, year: int) -> Fraction | None:
    there = fleet.at_end_of(year)
    return _share((one for one in there if one.accessible), there)


def _zero_emission_kilometres(_ledger: Ledger, fleet: FleetAhead, _now: Decimal, year: int) -> Fraction | None:
    whole = fleet.kilometres(year, lambda kind: kind.above_8)
    clean = fleet.kilometres(year, lambda kind: kind.above_8 and kind.zero_emission)
    return clean / whole * HUNDRED if whole else None


def _contrary(ledger: Ledger, fleet: FleetAhead, _now: Decimal, year: int) -> Fraction | None:
    """Vehicle-days outside the agreement in a whole year (FLT-05), the exemptions of the terms taken off."""
    del fleet
    days = contrary_days(ledger.case, Period(date(year, 1, 1), date(year, 12, 31), year))
    return Fraction(int(days.select("days").collect()["days"].sum() or 0))


def _per_kilometre(ledger: Ledger, fleet: FleetAhead, now: Decimal, year: int) -> Fraction | None:
    """Emissions per kilometre of each drivetrain stay as they are; the mix of drivetrains changes."""
    grams = _by_drivetrain(
        (emission.used.drivetrain, emission.kg * 1000)
        for emission in emissions(ledger, OF_BUSES.used(ledger), Basis.MARKET, "wtw")
    )
    before, after = (_mean(fleet, grams, at) for at in (fleet.year, year))
    return Fraction(now) * after / before if before and after is not None else None


def _renewable(ledger: Ledger, fleet: FleetAhead, now: Decimal, year: int) -> Fraction | None:
    """Energy per kilometre and proven origin of each drivetrain stay as they are; the mix of drivetrains changes."""
    del now
    traction = ledger.energy.where(lambda used: used.use == EnergyUse.TRACTION)
    used = [(row.drivetrain, row.quantity * mj_of(ledger, row.carrier), ledger.energy.proven(row)) for row in traction]
    all_of_it = _mean(fleet, _by_drivetrain((kind, mj) for kind, mj, _ in used), year)
    proven = _mean(fleet, _by_drivetrain((kind, mj * share) for kind, mj, share in used), year)
    return proven / all_of_it * HUNDRED if all_of_it and proven is not None else None


def _by_drivetrain(amounts: Iterable[tuple[str | None, Fraction]]) -> dict[str | None, Fraction]:
    sums: dict[str | None, Fraction] = {}
    for drivetrain, amount in amounts:
        sums[drivetrain] = sums.get(drivetrain, Fraction(0)) + amount
    return sums


def _mean(fleet: FleetAhead, amounts: Mapping[str | None, Fraction], year: int) -> Fraction | None:
    """An amount per kilometre of all buses in a year; None where a drivetrain comes of which nothing is known yet."""
    drivetrains = dict.fromkeys(kind.drivetrain for kind in fleet.kinds if kind.is_bus)
    whole, total = Fraction(0), Fraction(0)
    for drivetrain in drivetrains:
        km = fleet.kilometres(year, partial(_is_bus_of, drivetrain))
        ran = fleet.kilometres_reported(partial(_is_bus_of, drivetrain))
        if km and not ran:
            return None
        whole += km
        total += amounts.get(drivetrain, Fraction(0)) / ran * km if km else Fraction(0)
    return total / whole if whole else None


def _is_bus_of(drivetrain: str | None, kind: Kind) -> bool:
    return kind.is_bus and kind.drivetrain == drivetrain


KNOWN = both(
    "Wij rekenen met de voertuigen in het blad Wagenpark: wie er een einddatum heeft, vertrekt die dag, wie er een begindatum heeft, komt die dag. Bussen die daar nog niet in staan, tellen niet mee.",
    "Reckoned with the vehicles on the sheet Fleet: who has an end date leaves on that day, who has a start date comes on that day. Buses that are not on it yet do not count.",
)


def _and(more_nl: str, more_en: str) -> Bilingual:
    return both(f"{KNOWN.nl} {more_nl}", f"{KNOWN.en} {more_en}")


RUNS_ON = _and(
    "Elk voertuig rijdt per dag even veel als in het verslagjaar, een nieuw voertuig als het gemiddelde.",
    "Each vehicle runs as much a day as in the report year, a new vehicle as the average.",
)
USES_ON = both(
    f"{RUNS_ON.nl} Verbruik, herkomst van de energie en bezetting blijven per aandrijflijn gelijk.",
    f"{RUNS_ON.en} Use, origin of the energy and occupancy stay the same per drivetrain.",
)

STAYS = Method(
    lambda _ledger, _fleet, now, _year: Fraction(now),
    both(
        "Wij nemen aan dat dit cijfer blijft zoals het is; alleen aangekondigde maatregelen met een getal tellen mee.",
        "This figure is assumed to stay as it is; only announced measures with a number count.",
    ),
)
METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "FLT-02": Method(_zero_emission_fleet, KNOWN),
        "FLT-04": Method(_zero_emission_kilometres, RUNS_ON),
        "FLT-05": Method(
            _contrary,
            _and("Vrijstellingen in de voorwaarden gaan eraf.", "Exemptions in the terms are taken off."),
        ),
        "SOC-11": Method(_accessible, KNOWN),
        "ENE-07": Method(_renewable, USES_ON),
        "GHG-05": Method(_per_kilometre, USES_ON),
        "GHG-06": Method(_per_kilometre, USES_ON),
    }
)
