"""GHG-01 to GHG-03 and GHG-11: the holder's own emissions by scope, their upstream part, and biogenic CO2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator, Input
from schemas.report.code_lists import Carrier, Direction, Material, Treatment
from schemas.texts import Bilingual
from workers.domain.energy_balance import Basis, Used
from workers.domain.frames import ROW
from workers.domain.indicators.balance import OWN, Entry, by_carrier, by_operator, estimated, lacking, put_in, weighed
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
    weights,
)
from workers.domain.indicators.figures import TOTAL, Figures, both, filled, joined, taken, told
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.ledger import Ledger
from workers.domain.places import Places

# Electricity and heat are bought: their emissions are made elsewhere (scope 2).
BOUGHT = (Carrier.ELECTRICITY, Carrier.DISTRICT_HEAT)
BURNT = tuple(carrier for carrier in Carrier if carrier not in BOUGHT)
REFRIGERANTS = tuple(code for code in Material if code.startswith("refrigerant_"))
BASES = {TOTAL: Basis.MARKET, "basis=market": Basis.MARKET, "basis=location": Basis.LOCATION}

LOST = (
    pl.col("material").is_in([code.value for code in REFRIGERANTS])
    & (pl.col("direction") == Direction.OUT)
    & (pl.col("treatment") == Treatment.LOSS)
)
ADBLUE = (pl.col("material") == Material.ADBLUE) & (pl.col("direction") == Direction.IN)
FLOW = ("material", "direction", "treatment", "quantity", "unit")


def own_scope(column: str, carriers: Sequence[Carrier]) -> Scope:
    """Energy of some carriers at sites and in vehicles of the holder itself."""
    bought = pl.col("carrier").is_in([carrier.value for carrier in carriers])
    return Scope(column, lambda row: not row.subcontracted and row.carrier in carriers, OWN & bought)


@dataclass(frozen=True)
class Flow:
    """Refrigerant that leaked away or AdBlue that was used, at its entry of the list."""

    material: str
    unit: str
    at: Places
    quantity: Fraction

    @property
    def entry(self) -> Entry:
        """Global warming potential of a refrigerant; what AdBlue emits from the tailpipe."""
        return ("material", self.material, "ttw") if self.material == Material.ADBLUE else ("gwp", self.material, "wtw")


def scope_1(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-01: what the holder burns itself, with refrigerant losses and AdBlue (GHG Protocol scope 1)."""
    figures = Figures(
        "GHG-01",
        both(
            "Hoeveelheid × TTW-factor van alle brandstoffen van gebouwen en eigen voertuigen, plus koudemiddelverlies × GWP en AdBlue × TTW-factor, / 1.000.",
            "Quantity × TTW factor of all fuels of buildings and own vehicles, plus refrigerant losses × GWP and AdBlue × TTW factor, / 1,000.",
        ),
        factors=ledger.case.factors,
    )
    flows = escaped(ledger, LOST | ADBLUE)
    reason = (
        scope_obstacle(ledger, own_scope("ttw", BURNT), Basis.MARKET)
        or obstacle(ledger, Uses("materials", FLOW, rows=LOST | ADBLUE))
        or flow_obstacle(ledger, flows)
    )
    if reason:
        return (figures.unknown(reason),)
    burnt = emissions(ledger, own_scope("ttw", BURNT).used(ledger), Basis.MARKET, "ttw")
    return (_with_flows(ledger, figures, burnt, flows), *_apart(ledger, figures, burnt))


def _apart(ledger: Ledger, figures: Figures, found: Sequence[Emission]) -> Iterator[Indicator]:
    """By carrier, and of buildings and vehicles apart: as a holder may declare them."""
    for carrier in Carrier:
        if some := [emission for emission in found if emission.used.carrier == carrier]:
            yield tonnes(ledger, figures, some, part=f"carrier={carrier}")
    for part, at_site in (("place=building", True), ("place=vehicles", False)):
        if some := [emission for emission in found if emission.used.at_site is at_site]:
            yield tonnes(ledger, figures, some, part=part)


def escaped(ledger: Ledger, which: pl.Expr) -> tuple[Flow, ...]:
    """The flows that count, by material and unit."""
    grouped = ledger.report.rows("materials").filter(which).group_by("material", "unit")
    sums = grouped.agg(pl.col(ROW), pl.col("quantity").sum()).sort("material", "unit").collect()
    found = sums.select("material", "unit", ROW, "quantity").iter_rows()
    return tuple(Flow(material, unit, Places.of(rows), Fraction(quantity)) for material, unit, rows, quantity in found)


def flow_obstacle(ledger: Ledger, flows: Sequence[Flow]) -> Bilingual | None:
    """Why flows cannot be counted: no factor, or a factor for another unit."""
    if reason := lacking(ledger, (flow.entry for flow in flows)):
        return reason
    factors = ledger.case.factors
    for flow in flows:
        known = factors.find(*flow.entry[:2]) if factors else None
        if known and known.unit != flow.unit:
            return filled(
                "Niet te beoordelen: {material} staat in {unit}, de factor geldt per {per}.",
                "Not assessable: {material} is in {unit}, the factor is per {per}.",
                material=Material(flow.material).label,
                unit=flow.unit,
                per=known.unit,
            )
    return None


def flow_kg(ledger: Ledger, flows: Sequence[Flow]) -> Fraction:
    """What flows emit, in kg CO2e."""
    return sum((flow.quantity * factor(ledger, flow.entry) for flow in flows), Fraction(0))


def flow_products(ledger: Ledger, flows: Sequence[Flow]) -> list[Bilingual]:
    """quantity × factor, per flow."""
    return [joined([told(flow.quantity, decimals=3), told(factor(ledger, flow.entry))], " × ") for flow in flows]


def flow_inputs(flows: Sequence[Flow]) -> list[Input]:
    """What went in, per flow."""
    labels = [Material(flow.material).label for flow in flows]
    return [
        taken("materials", "quantity", at=flow.at, amount=flow.quantity, unit=flow.unit, nl=label.nl, en=label.en)
        for flow, label in zip(flows, labels, strict=True)
    ]


def _with_flows(ledger: Ledger, figures: Figures, burnt: Sequence[Emission], flows: Sequence[Flow]) -> Indicator:
    used = tuple(dict.fromkeys(emission.used for emission in burnt))
    flown = flow_kg(ledger, flows)
    return figures.known(
        (kg_of(burnt) + flown) / KG_PER_TONNE,
        worked=in_tonnes(burnt, flow_products(ledger, flows), flown),
        inputs=[*put_in(ledger, used), *flow_inputs(flows)],
        entries=[*(emission.entry for emission in burnt), *(flow.entry for flow in flows)],
        coverage=weighed(weights(burnt)),
        notes=() if flows else (NO_FLOWS,),
        estimated=estimated(used),
    )


NO_FLOWS = both(
    "Koudemiddelverlies en AdBlue zijn niet opgegeven en zitten niet in dit cijfer.",
    "Refrigerant losses and AdBlue are not given and are not in this figure.",
)


def scope_2(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-02: electricity and heat that the holder buys, market based and location based (GHG Protocol scope 2)."""
    figures = Figures(
        "GHG-02",
        both(
            "Kilowattuur × TTW-factor plus stadswarmte × TTW-factor, / 1.000. Markt: herkomst van het contract tot aan de certificaten, de rest grijs. Locatie: de stroommix.",
            "Kilowatt-hours × TTW factor plus district heat × TTW factor, / 1,000. Market: origin of the contract up to its certificates, the rest grey. Location: the grid mix.",
        ),
        factors=ledger.case.factors,
    )
    return tuple(_by_basis(ledger, figures, own_scope("ttw", BOUGHT)))


def upstream(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-03: the emissions upstream of the energy of scopes 1 and 2, market and location apart (scope 3 category 3)."""
    figures = Figures(
        "GHG-03",
        both(
            "Hoeveelheid × WTT-factor van alle energie van gebouwen en eigen voertuigen, / 1.000; stroom naar markt en naar locatie.",
            "Quantity × WTT factor of all energy of buildings and own vehicles, / 1,000; electricity market and location based.",
        ),
        factors=ledger.case.factors,
    )
    return tuple(_by_basis(ledger, figures, own_scope("wtt", tuple(Carrier))))


def _by_basis(ledger: Ledger, figures: Figures, scope: Scope) -> Iterator[Indicator]:
    for part, basis in BASES.items():
        if reason := scope_obstacle(ledger, scope, basis):
            yield figures.unknown(reason, part=part)
        else:
            found = emissions(ledger, scope.used(ledger), basis, scope.column)
            yield tonnes(ledger, figures, found, part=part)
            yield from _apart(ledger, figures, found) if part == TOTAL else ()


BIOGENIC = Scope("biogenic", lambda row: row.carrier != Carrier.ELECTRICITY, pl.col("carrier") != Carrier.ELECTRICITY)


def biogenic(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-11: biogenic CO2 of all energy, outside the scopes; a blank factor counts as none."""
    figures = Figures(
        "GHG-11",
        both(
            "Hoeveelheid × biogene factor van alle energie, / 1.000; een lege factor telt als nul.",
            "Quantity × biogenic factor of all energy, / 1,000; a blank factor counts as none.",
        ),
        factors=ledger.case.factors,
    )
    if reason := scope_obstacle(ledger, BIOGENIC, Basis.LOCATION):
        return (figures.unknown(reason),)
    used = BIOGENIC.used(ledger)
    found = emissions(ledger, used, Basis.LOCATION, BIOGENIC.column)
    emitting = tuple(emission for emission in found if emission.factor)
    return tuple(tonnes(ledger, figures, some, part=part) for part, some in _parts(used, emitting))


def _parts(used: tuple[Used, ...], found: Sequence[Emission]) -> Iterator[tuple[str, tuple[Emission, ...]]]:
    yield TOTAL, tuple(found)
    emitting = tuple(row for row in used if any(emission.used is row for emission in found))
    for part, rows in (*by_operator(emitting), *((f"carrier={code}", rows) for code, rows in by_carrier(emitting))):
        yield part, tuple(emission for emission in found if emission.used in rows)


INDICATORS = (scope_1, scope_2, upstream)
OUTSIDE_SCOPES = (biogenic,)
