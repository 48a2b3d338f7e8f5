"""GHG-05 and GHG-06: the well-to-wheel emissions of transport per passenger-kilometre and per kilometre."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator, Input, Status
from schemas.report.code_lists import Mode
from schemas.texts import Bilingual
from workers.domain.case import Period
from workers.domain.energy_balance import Basis
from workers.domain.indicators.climate import BASES
from workers.domain.indicators.emissions import (
    Emission,
    Scope,
    emissions,
    kg_of,
    scope_obstacle,
    tonnes,
)
from workers.domain.indicators.figures import Figures, both, ratio, with_unit
from workers.domain.indicators.fleet import NO_KILOMETRES, known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.supply import NO_PASSENGERS, kilometres_in, run_by, travelled
from workers.domain.indicators.transport import LOCATION, OF_BUSES, OF_TRAINS
from workers.domain.ledger import Ledger

GRAMS_PER_KG = 1000


def per_passenger_km(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-05: grams per passenger-km of buses, with trains apart, where ridership covers the period (BAZEB goal 3)."""
    figures = Figures(
        "GHG-05",
        both(
            "WTW-emissie van bussen (GHG-04) × 1.000.000 / reizigerskilometers per bus (CTX-03), in gram.",
            "WTW emissions of buses (GHG-04) × 1,000,000 / passenger-kilometres by bus (CTX-03), in grams.",
        ),
        factors=ledger.case.factors,
    )
    parts = [(part, OF_BUSES, Mode.BUS, basis) for part, basis in BASES.items()]
    if ledger.mileage.trains.runs or OF_TRAINS.used(ledger):
        parts.append((f"mode={Mode.TRAIN}", OF_TRAINS, Mode.TRAIN, Basis.MARKET))
        parts.append((f"{LOCATION},mode={Mode.TRAIN}", OF_TRAINS, Mode.TRAIN, Basis.LOCATION))
    return tuple(_per_passenger(ledger, figures, part, scope, mode, basis) for part, scope, mode, basis in parts)


def _per_passenger(ledger: Ledger, figures: Figures, part: str, scope: Scope, mode: Mode, basis: Basis) -> Indicator:
    used = ("period", "mode", "passenger_km")
    reason = (
        scope_obstacle(ledger, scope, basis)
        or period_obstacle(ledger)
        or obstacle(ledger, Uses("ridership", used, rows=pl.col("mode") == mode, needed=True))
        or _months_missing(ledger, mode)
    )
    if reason:
        return figures.unknown(reason, part=part)
    by_mode = travelled(ledger)[mode]
    if not by_mode.km:
        return figures.unknown(NO_PASSENGERS, part=part)
    found = emissions(ledger, scope.used(ledger), basis, "wtw")
    return _per(ledger, figures, part, found, by_mode.put_in(), by_mode.km)


def _months_missing(ledger: Ledger, mode: Mode) -> Bilingual | None:
    """Whether ridership of a mode lacks a month of the period."""
    there = set(ledger.report.ridership.filter(pl.col("mode") == mode).select("period").collect()["period"])
    gone = [month for month in months_of(known_period(ledger)) if month not in there]
    if not gone:
        return None
    return both(
        f"Niet te beoordelen: de reizigerskilometers ({mode.label.nl}) dekken de periode niet; {', '.join(gone)} ontbreekt.",
        f"Not assessable: passenger-kilometres ({mode.label.en}) do not cover the period; {', '.join(gone)} is missing.",
    )


def months_of(period: Period) -> list[str]:
    """The months of which a day is in the period."""
    first, last = period.start.year * 12 + period.start.month - 1, period.end.year * 12 + period.end.month - 1
    return [f"{date(month // 12, month % 12 + 1, 1):%Y-%m}" for month in range(first, last + 1)]


def per_vehicle_km(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-06: grams per kilometre of buses, market and location based, and per operator (CROW)."""
    figures = Figures(
        "GHG-06",
        both(
            "WTW-emissie van bussen (GHG-04) × 1.000.000 / voertuigkilometers van bussen (CTX-02), in gram.",
            "WTW emissions of buses (GHG-04) × 1,000,000 / vehicle kilometres of buses (CTX-02), in grams.",
        ),
        factors=ledger.case.factors,
    )
    whole = [_per_kilometre(ledger, figures, part, basis) for part, basis in BASES.items()]
    operators = (("operator=holder", False), ("operator=subcontractors", True))
    return (*whole, *(_per_kilometre(ledger, figures, part, Basis.MARKET, subcontracted=s) for part, s in operators))


def _per_kilometre(
    ledger: Ledger, figures: Figures, part: str, basis: Basis, *, subcontracted: bool | None = None
) -> Indicator:
    if reason := scope_obstacle(ledger, OF_BUSES, basis) or obstacle(ledger, *run_by("km_total")):
        return figures.unknown(reason, part=part)
    run = ledger.mileage.buses.where(lambda run: subcontracted in (None, run.subcontracted))
    if not run.km_total:
        return figures.unknown(NO_KILOMETRES, part=part)
    used = tuple(row for row in OF_BUSES.used(ledger) if subcontracted in (None, row.subcontracted))
    found = emissions(ledger, used, basis, "wtw")
    return _per(ledger, figures, part, found, kilometres_in(ledger, run), run.km_total)


def _per(
    ledger: Ledger, figures: Figures, part: str, found: Sequence[Emission], size: Input, amount: Fraction
) -> Indicator:
    """Grams per unit of size; what the emissions hang on comes along."""
    emitted = tonnes(ledger, figures, found)
    grams = kg_of(found) * GRAMS_PER_KG / amount
    return figures.known(
        grams,
        part=part,
        worked=ratio(
            with_unit(kg_of(found) * GRAMS_PER_KG, "g"),
            with_unit(amount, size.unit or ""),
            with_unit(grams, figures.usual_unit),
        ),
        inputs=[*emitted.why.inputs, size],
        entries=[emission.entry for emission in found],
        coverage=emitted.why.coverage,
        estimated=emitted.status is Status.ESTIMATED,
    )


INDICATORS = (per_passenger_km, per_vehicle_km)
