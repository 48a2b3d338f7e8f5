"""The chain, drawn at random: suppliers above each other, what they emit, their risks, and what flows in and out."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tests.builders import a_vehicle
from tests.drawn.cells import blank_or, booleans, percentages, quantities, some_of
from tests.drawn.running import contracts, emission, firm, flow, period_of, with_gaps
from tests.plain_reckoning import Plain
from tests.plain_reckoning.report import Row

FIRMS = ("S1", "S2", "S3", "S4", "S5")
ROLES = ("subcontractor", "energy", "vehicle_maker", "battery", "raw_material", "other")
LAST_DAYS = (date(2026, 12, 31), date(2026, 6, 30))
# On the day itself a year or three earlier, and the day before.
ASSESSED = (date(2025, 12, 31), date(2025, 12, 30), date(2025, 6, 30), date(2025, 6, 29), date(2027, 1, 5))
AUDITED = (date(2023, 12, 31), date(2023, 12, 30), date(2023, 6, 30), date(2023, 6, 29))
shares = st.one_of(percentages, percentages, st.none())
named = st.sampled_from([None, *FIRMS])


@st.composite
def suppliers(draw: st.DrawFn, name: str) -> Row:
    return firm(
        name,
        role=draw(some_of(*ROLES)),
        parent_id=draw(named),
        refused=draw(booleans),
        audited_on=draw(blank_or(st.sampled_from(AUDITED))),
        pso_step=draw(st.sampled_from([None, None, "2", "30+", "aspirant"])),
        certificate_valid_to=draw(blank_or(st.sampled_from(LAST_DAYS))),
    )


@st.composite
def vehicles(draw: st.DrawFn, name: str) -> Row:
    return a_vehicle(
        name,
        drivetrain=draw(some_of("bev", "diesel")),
        operator_id=draw(named),
        manufacturer_id=draw(named),
        battery_supplier_id=draw(named),
        **dict.fromkeys(("licence_plate", "in_service_to", "battery_chemistry", "embodied_kg_co2e", "embodied_basis")),
    )


emissions = st.fixed_dictionaries(
    {
        "supplier_id": st.sampled_from([None, None, None, *FIRMS]),
        "scope3_category": st.sampled_from([1, 6, 7, 15]),
        "quantity": blank_or(quantities),
        "quantity_unit": st.sampled_from([None, "kWh", "KWH", "stuks"]),
        "kg_co2e": quantities,
        "allocation_pct": percentages,
        "method": some_of("supplier_specific", "hybrid", "spend", "spend"),
    }
)
risks = st.fixed_dictionaries(
    {
        "chain_role": some_of("battery", "raw_material", "vehicle_maker"),
        "theme": some_of("child_labour", "forced_labour", "water"),
        "assessed_on": st.sampled_from(ASSESSED),
        "severity": st.integers(1, 5),
        "likelihood": st.integers(1, 5),
        "status": some_of("open", "closed"),
        "confirmed_incident": st.booleans(),
    }
)
flows = st.fixed_dictionaries(
    {
        "material": some_of(
            "battery_pack", "cobalt", "cobalt", "nickel", "graphite", "waste_general", "waste_hazardous", "water"
        ),
        "direction": some_of("in", "in", "out"),
        "quantity": quantities,
        "recycled_pct": shares,
        "origin_known_pct": shares,
        "treatment": blank_or(some_of("reuse", "recycling", "landfill")),
        "mixed": st.sampled_from([False] * 15 + [True]),
    }
)
planned = st.fixed_dictionaries(
    {
        "status": some_of("open", "in_progress", "closed"),
        "due": st.sampled_from([date(2026, 6, 29), date(2026, 6, 30), date(2026, 12, 30), date(2026, 12, 31)]),
    }
)
UNITS = {"battery_pack": "pieces", "water": "m3"}


def _flow(number: int, row: Row) -> Row:
    """A flow in the unit of its material, or in one that cannot be added to it."""
    cells = {name: cell for name, cell in row.items() if name != "mixed"}
    return flow(number, unit="l" if row["mixed"] else UNITS.get(str(row["material"]), "kg"), **cells)


@st.composite
def steps(draw: st.DrawFn) -> list[Row]:
    """The six steps, or all but the last."""
    until = draw(st.sampled_from([7, 7, 6]))
    return [{"step": step, "status": draw(st.integers(0, 2))} for step in range(1, until)]


@st.composite
def chains(draw: st.DrawFn) -> Plain:
    """A small fleet with its chain; a sheet may be empty or absent."""
    rows: dict[str, list[Row]] = {
        "chain_emissions": [emission(n, **row) for n, row in enumerate(draw(st.lists(emissions, max_size=5)))],
        "due_diligence": [{"risk_id": f"R{n}", **row} for n, row in enumerate(draw(st.lists(risks, max_size=5)))],
        "materials": [_flow(n, row) for n, row in enumerate(draw(st.lists(flows, min_size=2, max_size=7)))],
        "measures": [
            {"measure_id": f"V{n}", "indicator_id": "SOC-04", "description": "Plan", **row}
            for n, row in enumerate(draw(st.lists(planned, max_size=4)))
        ],
    }
    sheets: dict[str, list[Row]] = {
        "vehicles": [draw(vehicles(name)) for name in draw(st.sampled_from([("B1",), ("B1", "B2", "B3")]))],
        "suppliers": [draw(suppliers(name)) for name in FIRMS],
        "energy_contracts": [{**draw(contracts(name)), "supplier_id": draw(named)} for name in ("C1", "C2")],
        "oecd_steps": draw(steps()),
        **rows,
    }
    return Plain(
        sheets=draw(with_gaps(sheets)),
        front=period_of(2026, draw(st.sampled_from(LAST_DAYS)))
        | {"assurance": "none", "pso_step": "3", "pso_valid_to": draw(blank_or(st.sampled_from(LAST_DAYS)))},
    )
