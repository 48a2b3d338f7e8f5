"""The parts that make up a figure: energy and emissions of a year, by kind of vehicle and by what it runs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from workers.domain.energy_balance import TRANSPORT as IN_TRANSPORT
from workers.domain.energy_balance import Basis, Used
from workers.domain.indicators.balance import mj_of
from workers.domain.indicators.climate import ADBLUE, BURNT, LOST, escaped, own_scope
from workers.domain.indicators.emissions import KG_PER_TONNE, Scope, emissions, factor
from workers.domain.indicators.subcontracted import chain_kg, outside_the_report
from workers.domain.indicators.transport import OF_SUBCONTRACTORS
from workers.domain.ledger import Ledger
from workers.domain.year_on_year.makeup import Kind, Part

MJ_PER_GJ = 1000

# How large energy is by a yardstick that is the same for both years.
Yardstick = Callable[[Used], Fraction]
Parts = Callable[[Ledger, Yardstick], Iterator[Part]]


def kind_of(used: Used) -> Kind | None:
    """The kind of vehicle that drives on some energy; None for a building."""
    driving = not used.at_site and used.use in IN_TRANSPORT
    return (used.bus_class, used.drivetrain) if driving and used.bus_class and used.drivetrain else None


def emitted(scope: Scope, basis: Basis, *, per_kg: Fraction = Fraction(1, KG_PER_TONNE)) -> Parts:
    """Emissions by what the energy counts at: its carrier, and of electricity its origin."""

    def parts(ledger: Ledger, yardstick: Yardstick) -> Iterator[Part]:
        for found in emissions(ledger, scope.used(ledger), basis, scope.column):
            if found.used.quantity:
                size = yardstick(found.used) * found.quantity / found.used.quantity
                yield Part((kind_of(found.used), f"{found.used.carrier} {found.entry[1]}"), size, found.kg * per_kg)

    return parts


def used(chosen: Callable[[Used], bool], worth: Callable[[Ledger, Used], Fraction]) -> Parts:
    """Energy by carrier."""

    def parts(ledger: Ledger, yardstick: Yardstick) -> Iterator[Part]:
        for found in ledger.energy.where(chosen):
            yield Part((kind_of(found), found.carrier), yardstick(found), worth(ledger, found))

    return parts


def in_own_unit(_: Ledger, found: Used) -> Fraction:
    """Litres, kilograms or kilowatt-hours."""
    return found.quantity


def in_gigajoules(ledger: Ledger, found: Used) -> Fraction:
    """By the energy content of the year's list."""
    return found.quantity * mj_of(ledger, found.carrier) / MJ_PER_GJ


def scope_1(ledger: Ledger, yardstick: Yardstick) -> Iterator[Part]:
    """What is burnt, and what leaks away or cleans the exhaust."""
    yield from emitted(own_scope("ttw", BURNT), Basis.MARKET)(ledger, yardstick)
    for flow in escaped(ledger, LOST | ADBLUE):
        value = flow.quantity * factor(ledger, flow.entry) / KG_PER_TONNE
        yield Part((None, f"{flow.material} {flow.unit}"), flow.quantity, value)


def of_subcontractors(basis: Basis) -> Parts:
    """What subcontractors emit, with those whose vehicles are not in the report."""

    def parts(ledger: Ledger, yardstick: Yardstick) -> Iterator[Part]:
        yield from emitted(OF_SUBCONTRACTORS, basis)(ledger, yardstick)
        kg = chain_kg(outside_the_report(ledger))
        yield Part((None, "chain_emissions"), kg, kg / KG_PER_TONNE)

    return parts
