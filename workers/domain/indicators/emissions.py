"""Emissions of the balance: quantities at the year's factors, with what they hang on and how that is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator
from schemas.report.code_lists import Carrier
from schemas.texts import Bilingual
from workers.domain.energy_balance import Basis, Used
from workers.domain.indicators.balance import (
    Entry,
    booked_beside,
    contracts_used,
    energy_content,
    energy_used,
    estimated,
    is_one_of,
    lacking,
    losses,
    put_in,
    weighed,
)
from workers.domain.indicators.figures import TOTAL, Figures, both, joined, told, with_unit
from workers.domain.indicators.hanging import obstacle
from workers.domain.ledger import Ledger

KG_PER_TONNE = 1000
TONNES = "tCO2e"


@dataclass(frozen=True)
class Emission:
    """Kilograms CO2e of one quantity at one entry of the list."""

    used: Used
    entry: Entry
    quantity: Fraction
    factor: Fraction

    @property
    def kg(self) -> Fraction:
        """Quantity times factor."""
        return self.quantity * self.factor


@dataclass(frozen=True)
class Scope:
    """Which energy counts, at which column of the list: ``chosen`` and ``rows`` say the same of the balance and of the sheet."""

    column: str
    chosen: Callable[[Used], bool]
    rows: pl.Expr
    vehicle_columns: tuple[str, ...] = ("operator_id",)

    def used(self, ledger: Ledger) -> tuple[Used, ...]:
        """The energy that counts."""
        return ledger.energy.where(self.chosen)

    def within(self, chosen: Callable[[Used], bool], rows: pl.Expr) -> Scope:
        """A narrower scope."""
        return Scope(self.column, lambda row: self.chosen(row) and chosen(row), self.rows & rows, self.vehicle_columns)


def entries_of(ledger: Ledger, used: Iterable[Used], basis: Basis, column: str) -> list[Entry]:
    """The entries of the list at which some energy counts."""
    found = (delivery for row in used for delivery in ledger.energy.deliveries(row, basis))
    return list(dict.fromkeys((delivery.kind, delivery.code, column) for delivery in found))


def scope_obstacle(ledger: Ledger, scope: Scope, basis: Basis) -> Bilingual | None:
    """Why the emissions of a scope cannot be reckoned."""
    used = scope.used(ledger)
    electric = tuple(row for row in used if row.carrier == Carrier.ELECTRICITY)
    uses = energy_used(scope.rows, *scope.vehicle_columns)
    if basis is Basis.MARKET and electric:
        uses = (*uses, *contracts_used(electric, booked_on=scope.rows & is_one_of([Carrier.ELECTRICITY])))
    wanted = [*entries_of(ledger, used, basis, scope.column), *losses(used), *_shared(ledger, electric, basis)]
    return obstacle(ledger, *uses) or lacking(ledger, wanted)


def _shared(ledger: Ledger, electric: Sequence[Used], basis: Basis) -> list[Entry]:
    """What it takes to share certificates over a contract's rows."""
    beside = booked_beside(ledger, electric) if basis is Basis.MARKET else ()
    return [*energy_content(beside), *losses(beside)]


def emissions(ledger: Ledger, used: Iterable[Used], basis: Basis, column: str) -> tuple[Emission, ...]:
    """What some energy emits, after ``scope_obstacle`` found nothing in the way."""
    found = []
    for row in used:
        for delivery in ledger.energy.deliveries(row, basis):
            entry = (delivery.kind, delivery.code, column)
            found.append(Emission(row, entry, delivery.quantity, factor(ledger, entry)))
    return tuple(found)


def factor(ledger: Ledger, entry: Entry) -> Fraction:
    """A figure of the year's list that is known to be there."""
    kind, code, column = entry
    known = ledger.case.factors.find(kind, code) if ledger.case.factors else None
    amount = known.amount(column) if known else None
    assert amount is not None
    return Fraction(amount)


def kg_of(found: Iterable[Emission]) -> Fraction:
    """Kilograms of some emissions together."""
    return sum((emission.kg for emission in found), Fraction(0))


def multiplied(found: Sequence[Emission]) -> Bilingual:
    """quantity × factor + quantity × factor."""
    entries = list(dict.fromkeys((emission.entry, emission.factor) for emission in found))
    products = []
    for entry, at in entries:
        quantity = sum((emission.quantity for emission in found if emission.entry == entry), Fraction(0))
        amounts = (told(quantity, decimals=3), told(at))
        products.append(joined(amounts, " × "))
    return joined(products, " + ") if products else both("0", "0")


def in_tonnes(found: Sequence[Emission], more: Sequence[Bilingual] = (), more_kg: Fraction = Fraction(0)) -> Bilingual:
    """The products, what they add up to in kilograms, and in tonnes."""
    kg = kg_of(found) + more_kg
    products = joined([part for part in (multiplied(found) if found else None, *more) if part], " + ")
    total, tonnes = with_unit(kg, "kg"), with_unit(kg / KG_PER_TONNE, TONNES, decimals=6)
    return joined([part for part in (products, total, tonnes) if part.nl], " = ")


def tonnes(
    ledger: Ledger, figures: Figures, found: Sequence[Emission], *, part: str = TOTAL, notes: Sequence[Bilingual] = ()
) -> Indicator:
    """Emissions as a figure in tonnes."""
    used = tuple(dict.fromkeys(emission.used for emission in found))
    return figures.known(
        kg_of(found) / KG_PER_TONNE,
        part=part,
        worked=in_tonnes(found),
        inputs=put_in(ledger, used),
        entries=[*(emission.entry for emission in found), *losses(used)],
        coverage=weighed(weights(found)),
        notes=notes,
        estimated=estimated(used),
    )


def weights(found: Sequence[Emission]) -> list[tuple[Used, Fraction]]:
    """Each row with its emissions, by which measured and estimated are weighed."""
    return [(emission.used, emission.kg) for emission in found]
