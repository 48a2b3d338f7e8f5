"""GHG-04 to GHG-06 and GHG-09: the well-to-wheel emissions of transport, their intensity, and the subcontractors' part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator, Input, Status
from schemas.report.code_lists import Carrier, ChainRole, Mode
from schemas.texts import Bilingual
from workers.domain.case import Period
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
    KG_PER_TONNE,
    Emission,
    Scope,
    emissions,
    factor,
    in_tonnes,
    kg_of,
    scope_obstacle,
    tonnes,
)
from workers.domain.indicators.figures import Figures, both, ratio, taken, told, with_unit
from workers.domain.indicators.fleet import NO_KILOMETRES, known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.supply import BY_BUS, BY_TRAIN, run_by, travelled
from workers.domain.ledger import Ledger
from workers.domain.mileage import THOUSANDTHS

WTW = Scope("wtw", lambda row: row.use in IN_TRANSPORT and not row.at_site, TRANSPORT, ("operator_id", "bus_class"))
OF_BUSES = WTW.within(lambda row: not row.by_train, BY_BUS)
OF_TRAINS = WTW.within(lambda row: row.by_train, BY_TRAIN)
OF_SUBCONTRACTORS = WTW.within(lambda row: row.subcontracted, pl.col("operator_id").is_not_null())
LOCATION = "basis=location"
GRAMS_PER_KG = 1000

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
    return tonnes(figures, emissions(ledger, scope.used(ledger), basis, scope.column), part=part)


def _market_parts(ledger: Ledger, figures: Figures) -> Iterator[Indicator]:
    """The operators and the carriers, market based."""
    used = WTW.used(ledger)
    reason = scope_obstacle(ledger, WTW, Basis.MARKET)
    carriers = ((f"carrier={carrier}", rows) for carrier, rows in by_carrier(used))
    for part, rows in (*by_operator(used), *carriers):
        if reason:
            yield figures.unknown(reason, part=part)
        else:
            yield tonnes(figures, emissions(ledger, rows, Basis.MARKET, "wtw"), part=part)


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
    return tonnes(figures, found, part=BESIDE_FOSSIL, notes=(COUNTERPARTS,))


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
    return tonnes(figures, found, part=BESIDE_INFRASTRUCTURE, notes=(ONLY_A_NOTE,))


ONLY_A_NOTE = both(
    "Ter informatie: de bouw van opwekking telt in geen totaal mee; de lijst geeft dit alleen voor stroom.",
    "For information: building the generation is in no total; the list gives it for electricity only.",
)


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
    rows, km = travelled(ledger)[mode]
    if not km:
        return figures.unknown(NO_PASSENGERS, part=part)
    found = emissions(ledger, scope.used(ledger), basis, "wtw")
    return _per(figures, part, found, taken("ridership", "passenger_km", rows=rows, amount=km, unit="rkm"), km, "rkm")


NO_PASSENGERS = both(
    "Niet te beoordelen: er zijn geen reizigerskilometers opgegeven.",
    "Not assessable: no passenger-kilometres are given.",
)


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
    km = taken("activity", "km_total", rows=run.rows, amount=run.km_total, unit="km")
    return _per(figures, part, found, km, run.km_total, "km")


def _per(figures: Figures, part: str, found: Sequence[Emission], size: Input, amount: Fraction, unit: str) -> Indicator:
    """Grams per unit of size; what the emissions hang on comes along."""
    emitted = tonnes(figures, found)
    grams = kg_of(found) * GRAMS_PER_KG / amount
    return figures.known(
        grams,
        part=part,
        worked=ratio(
            with_unit(kg_of(found) * GRAMS_PER_KG, "g"), with_unit(amount, unit), with_unit(grams, figures.usual_unit)
        ),
        inputs=[*emitted.why.inputs, size],
        entries=[emission.entry for emission in found],
        coverage=emitted.why.coverage,
        estimated=emitted.status is Status.ESTIMATED,
    )


def subcontracted(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-09: emissions of vehicles of subcontractors, and of subcontractors whose vehicles are not in the report (scope 3)."""
    figures = Figures(
        "GHG-09",
        both(
            "GHG-04 van voertuigen van onderaannemers, plus de toegerekende ketenemissies van onderaannemers zonder voertuigen in het rapport.",
            "GHG-04 of vehicles of subcontractors, plus the allocated chain emissions of subcontractors without vehicles in the report.",
        ),
        factors=ledger.case.factors,
    )
    chain = _outside_the_report(ledger)
    reason = obstacle(ledger, *chain_used(chain)) or _silent(chain)
    return tuple(_with_chain(ledger, figures, part, basis, chain, reason) for part, basis in BASES.items())


def chain_used(chain: pl.DataFrame) -> tuple[Uses, ...]:
    """The cells behind chain emissions of subcontractors without vehicles."""
    theirs = pl.col("supplier_id").is_in(chain["supplier_id"].implode())
    return (
        Uses("suppliers", ("supplier_id", "role"), rows=pl.col("role") == ChainRole.SUBCONTRACTOR),
        Uses("chain_emissions", ("supplier_id", "kg_co2e", "allocation_pct"), rows=theirs),
    )


def _outside_the_report(ledger: Ledger) -> pl.DataFrame:
    """Subcontractors without vehicles in the report: ``supplier_id``, ``refused``, ``rows`` and ``kg`` allocated."""
    with_vehicles = ledger.report.vehicles.filter(pl.col("operator_id").is_not_null()).select("operator_id")
    # Kilograms times per cent, in whole thousandths of each: exact.
    allocated = pl.col("kg_co2e").to_physical() * pl.col("allocation_pct").to_physical()
    emitted = ledger.report.rows("chain_emissions").filter(pl.col("supplier_id").is_not_null())
    return (
        ledger.report.rows("suppliers")
        .filter(pl.col("role") == ChainRole.SUBCONTRACTOR)
        .join(with_vehicles, left_on="supplier_id", right_on="operator_id", how="anti")
        .join(
            emitted.group_by("supplier_id").agg(pl.len().alias("rows"), allocated.sum().alias("kg")),
            on="supplier_id",
            how="left",
        )
        .select("supplier_id", pl.col("refused").fill_null(value=False), pl.col("rows", "kg").fill_null(0))
        .sort("supplier_id")
        .collect()
    )


def _silent(chain: pl.DataFrame) -> Bilingual | None:
    """Whether a subcontractor gives neither vehicles nor emissions, without having refused."""
    silent = chain.filter((pl.col("rows") == 0) & ~pl.col("refused"))["supplier_id"].to_list()
    if not silent:
        return None
    names = ", ".join(silent)
    return both(
        f"Niet te beoordelen: van onderaannemer {names} staan er geen voertuigen en geen ketenemissies in het rapport.",
        f"Not assessable: the report has neither vehicles nor chain emissions of subcontractor {names}.",
    )


def _with_chain(
    ledger: Ledger, figures: Figures, part: str, basis: Basis, chain: pl.DataFrame, reason: Bilingual | None
) -> Indicator:
    if reason := reason or scope_obstacle(ledger, OF_SUBCONTRACTORS, basis):
        return figures.unknown(reason, part=part)
    found = emissions(ledger, OF_SUBCONTRACTORS.used(ledger), basis, "wtw")
    own, rows = tonnes(figures, found), int(chain["rows"].sum())
    kg = Fraction(int(chain["kg"].sum()), THOUSANDTHS * THOUSANDTHS * 100)
    given = taken("chain_emissions", "kg_co2e", rows=rows, amount=kg, unit="kg")
    return figures.known(
        (kg_of(found) + kg) / KG_PER_TONNE,
        part=part,
        worked=in_tonnes(found, [told(kg, decimals=3)] if rows else [], kg),
        inputs=[*own.why.inputs, *([given] if rows else [])],
        entries=[emission.entry for emission in found],
        coverage=own.why.coverage,
        notes=_refusals(chain),
        estimated=own.status is Status.ESTIMATED,
    )


def _refusals(chain: pl.DataFrame) -> list[Bilingual]:
    names = chain.filter((pl.col("rows") == 0) & pl.col("refused"))["supplier_id"].to_list()
    said = ", ".join(names)
    return (
        [both(f"Geweigerd en dus niet in dit cijfer: {said}.", f"Refused, so not in this figure: {said}.")]
        if names
        else []
    )


INDICATORS = (wtw, per_passenger_km, per_vehicle_km)
SUBCONTRACTED = (subcontracted,)
