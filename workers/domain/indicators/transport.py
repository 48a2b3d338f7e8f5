"""GHG-04: the well-to-wheel emissions of transport."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from schemas.judgement import Indicator
from schemas.report.code_lists import Carrier
from workers.domain.energy_balance import TRANSPORT as IN_TRANSPORT
from workers.domain.energy_balance import Basis
from workers.domain.indicators.balance import (
    TRANSPORT,
    Entry,
    by_carrier,
    by_operator,
    contracts_used,
    is_one_of,
    lacking,
)
from workers.domain.indicators.climate import BASES
from workers.domain.indicators.emissions import (
    Emission,
    Scope,
    emissions,
    factor,
    scope_obstacle,
    tonnes,
)
from workers.domain.indicators.figures import Figures, both
from workers.domain.indicators.hanging import obstacle
from workers.domain.indicators.supply import BY_BUS, BY_TRAIN
from workers.domain.ledger import Ledger

WTW = Scope("wtw", lambda row: row.use in IN_TRANSPORT and not row.at_site, TRANSPORT, ("operator_id", "bus_class"))
OF_BUSES = WTW.within(lambda row: not row.by_train, BY_BUS)
OF_TRAINS = WTW.within(lambda row: row.by_train, BY_TRAIN)
OF_SUBCONTRACTORS = WTW.within(lambda row: row.subcontracted, pl.col("operator_id").is_not_null())
LOCATION = "basis=location"

COUNTERPART = {
    Carrier.HVO100: Carrier.DIESEL_B7,
    Carrier.HVO30: Carrier.DIESEL_B7,
    Carrier.BIO_CNG: Carrier.CNG,
    Carrier.HYDROGEN_GREEN: Carrier.HYDROGEN_GREY,
}
BESIDE_FOSSIL, BESIDE_INFRASTRUCTURE = "beside=fossil_counterpart", "beside=infrastructure"


def wtw(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-04: well-to-wheel emissions of all vehicles, market based; other bases and parts beside it (ISO 14083)."""
    figures = Figures(
        "GHG-04",
        both(
            "Hoeveelheid × WTW-factor van alle energie voor tractie en verwarming van voertuigen, / 1.000. Stroom: herkomst van het contract tot aan de certificaten, de rest grijs.",
            "Quantity × WTW factor of all energy for traction and heating of vehicles, / 1,000. Electricity: origin of the contract up to its certificates, the rest grey.",
        ),
        factors=ledger.case.factors,
    )
    return (
        *_bases(ledger, figures),
        *_market_parts(ledger, figures),
        _fossil_counterpart(ledger, figures),
        _infrastructure(ledger, figures),
    )


def _bases(ledger: Ledger, figures: Figures) -> Iterator[Indicator]:
    for part, basis in BASES.items():
        yield _emitted(ledger, figures, WTW, basis, part)
    for mode, scope in (("bus", OF_BUSES), ("train", OF_TRAINS)):
        if scope.used(ledger):
            yield _emitted(ledger, figures, scope, Basis.MARKET, f"mode={mode}")
            yield _emitted(ledger, figures, scope, Basis.LOCATION, f"{LOCATION},mode={mode}")


def _emitted(ledger: Ledger, figures: Figures, scope: Scope, basis: Basis, part: str) -> Indicator:
    if reason := scope_obstacle(ledger, scope, basis):
        return figures.unknown(reason, part=part)
    return tonnes(ledger, figures, emissions(ledger, scope.used(ledger), basis, scope.column), part=part)


def _market_parts(ledger: Ledger, figures: Figures) -> Iterator[Indicator]:
    """The operators and the carriers, market based."""
    used = WTW.used(ledger)
    reason = scope_obstacle(ledger, WTW, Basis.MARKET)
    carriers = ((f"carrier={carrier}", rows) for carrier, rows in by_carrier(used))
    for part, rows in (*by_operator(used), *carriers):
        if reason:
            yield figures.unknown(reason, part=part)
        else:
            yield tonnes(ledger, figures, emissions(ledger, rows, Basis.MARKET, "wtw"), part=part)


def _fossil_counterpart(ledger: Ledger, figures: Figures) -> Indicator:
    """The total when what no certificate covers counts as its fossil counterpart."""
    used = WTW.used(ledger)
    fuels = tuple(row for row in used if row.carrier in COUNTERPART)
    entries: list[Entry] = [("carrier", COUNTERPART[Carrier(row.carrier)], "wtw") for row in fuels]
    claims = contracts_used(fuels, booked_on=TRANSPORT & is_one_of(COUNTERPART)) if fuels else ()
    reason = scope_obstacle(ledger, WTW, Basis.MARKET) or obstacle(ledger, *claims) or lacking(ledger, entries)
    if reason:
        return figures.unknown(reason, part=BESIDE_FOSSIL)
    delivered = emissions(ledger, used, Basis.MARKET, "wtw")
    found = [part for emission in delivered for part in _with_counterpart(ledger, emission)]
    return tonnes(ledger, figures, found, part=BESIDE_FOSSIL, notes=(COUNTERPARTS,))


COUNTERPARTS = both(
    "Hernieuwbare brandstof zonder certificaat telt hier met de factor van de fossiele tegenhanger, bij dezelfde hoeveelheid.",
    "Renewable fuel without a certificate counts here at the factor of its fossil counterpart, for the same quantity.",
)


def _with_counterpart(ledger: Ledger, emission: Emission) -> Iterator[Emission]:
    """A fuel split in what certificates cover and what they do not."""
    fuel = emission.used.carrier
    if fuel not in COUNTERPART:
        yield emission
        return
    share = ledger.energy.certified(emission.used)
    entry = ("carrier", COUNTERPART[Carrier(fuel)].value, "wtw")
    if share:
        yield Emission(emission.used, emission.entry, emission.quantity * share, emission.factor)
    if share != 1:
        yield Emission(emission.used, entry, emission.quantity * (1 - share), factor(ledger, entry))


def _infrastructure(ledger: Ledger, figures: Figures) -> Indicator:
    """What building the power stations emits, as a note: never part of a total."""
    electric = WTW.within(lambda row: row.carrier == Carrier.ELECTRICITY, is_one_of([Carrier.ELECTRICITY]))
    scope = Scope("infrastructure", electric.chosen, electric.rows, electric.vehicle_columns)
    if reason := scope_obstacle(ledger, scope, Basis.MARKET):
        return figures.unknown(reason, part=BESIDE_INFRASTRUCTURE)
    found = emissions(ledger, scope.used(ledger), Basis.MARKET, "infrastructure")
    return tonnes(ledger, figures, found, part=BESIDE_INFRASTRUCTURE, notes=(ONLY_A_NOTE,))


ONLY_A_NOTE = both(
    "Ter informatie: de bouw van opwekking telt in geen totaal mee; de lijst geeft dit alleen voor stroom.",
    "For information: building the generation is in no total; the list gives it for electricity only.",
)


INDICATORS = (wtw,)
