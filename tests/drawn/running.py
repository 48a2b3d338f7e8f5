"""What runs, drawn at random: any fleet, any energy, any contract, and what hangs on them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tests.builders import a_contract, a_supplier, a_vehicle, ridership
from tests.drawn.cells import blank_or, months, percentages, quantities, some_of
from tests.plain_reckoning import Agreed, Plain
from tests.plain_reckoning.report import Row

EURO = {
    "diesel": ("euro_3", "euro_5", "euro_6"),
    "cng": ("euro_3", "eev"),
    "hybrid": ("euro_6",),
    "petrol": ("euro_6",),
}
UNITS = {"natural_gas": "Nm3", "green_gas": "Nm3", "district_heat": "GJ"} | dict.fromkeys(
    ("cng", "bio_cng", "hydrogen_grey", "hydrogen_green"), "kg"
)
ORIGINS = {"electricity": ("grey", "unknown", "wind_nl", "wind_eu", "own_solar", "hydro", "biomass")}
FUELS = {
    "bev": ("electricity",),
    "trolley": ("electricity",),
    "fcev": ("hydrogen_grey", "hydrogen_green"),
    "diesel": ("diesel_b0", "diesel_b7", "hvo30", "hvo100"),
    "cng": ("cng", "bio_cng"),
    "hybrid": ("diesel_b7", "electricity", "bio_cng"),
    "overhead_electric": ("electricity",),
    "petrol": ("petrol_e10",),
}
ZERO_EMISSION = ("bev", "bev", "fcev", "trolley")
IN_BUILDINGS = ("electricity", "natural_gas", "green_gas", "district_heat")
LACKING = (
    ("carrier", "diesel_b7"),
    ("carrier", "hvo100"),
    ("carrier", "natural_gas"),
    ("carrier", "cng"),
    ("electricity_origin", "wind_nl"),
    ("electricity_origin", "unknown"),
    ("electricity_origin", "grey"),
    ("setting", "vehicle_meter_loss"),
    ("material", "adblue"),
    ("gwp", "refrigerant_r744"),
)
LAST_DAYS = (date(2026, 12, 31), date(2026, 12, 31), date(2026, 3, 15))


@st.composite
def vehicles(draw: st.DrawFn, name: str) -> Row:
    bus_class = draw(some_of("bus_8p", "midi", "bus_12m", "bus_12m", "bus_15m", "bus_18m", "train"))
    usual = (*ZERO_EMISSION, "diesel", "diesel", "cng", "hybrid", "petrol", "overhead_electric")
    drivetrain = draw(some_of("overhead_electric", "diesel") if bus_class == "train" else some_of(*usual))
    entered = draw(st.sampled_from([date(2024, 12, 31), date(2025, 1, 1), date(2026, 1, 1), date(2026, 2, 10)]))
    return a_vehicle(
        name,
        bus_class=bus_class,
        drivetrain=drivetrain,
        euro_class=draw(some_of(*EURO.get(drivetrain, ("ze",)))),
        licence_plate=draw(st.sampled_from([None, None, "12-BBB-3", "12bbb3", "45-BBB-6"])),
        operator_id=draw(st.sampled_from([None, None, "S1"])),
        in_service_from=entered,
        in_service_to=draw(st.sampled_from([None, None, date(2026, 3, 15), date(2026, 12, 30), date(2026, 12, 31)])),
        first_admission=entered - timedelta(days=draw(st.sampled_from([0, 180, 181]))),
        deployment=draw(some_of("regular", "temporary", "temporary_exempted")),
        wheelchair_accessible=draw(st.booleans()),
        battery_kwh=draw(blank_or(quantities)),
        battery_chemistry=draw(blank_or(some_of("lfp", "nmc"))),
        embodied_kg_co2e=draw(blank_or(quantities)),
        embodied_basis=draw(blank_or(some_of("primary", "secondary", "estimate"))),
        **dict.fromkeys(("manufacturer_id", "battery_supplier_id")),
    )


@st.composite
def contracts(draw: st.DrawFn, name: str) -> Row:
    carrier = draw(some_of("electricity", "electricity", "hvo100", "hvo30", "bio_cng", "hydrogen_green"))
    return a_contract(
        name,
        carrier=carrier,
        origin=draw(some_of(*ORIGINS.get(carrier, ("certified_renewable", "certified_renewable", "fossil")))),
        regional=draw(st.sampled_from([None, True, False])),
        unit=draw(some_of("kWh", "MWh")) if carrier == "electricity" else UNITS.get(carrier, "l"),
        quantity=draw(quantities),
        certificates_mwh=draw(blank_or(st.decimals(min_value=0, max_value=300, places=3))),
        supplier_id=None,
    )


@st.composite
def energy(draw: st.DrawFn, fleet: list[Row], year: int) -> Row:
    vehicle = draw(st.sampled_from([None, *fleet, *fleet]))
    carrier = draw(some_of(*(FUELS[str(vehicle["drivetrain"])] if vehicle else IN_BUILDINGS)))
    electric = carrier == "electricity"
    return {
        "vehicle_id": vehicle["vehicle_id"] if vehicle else None,
        "site": None if vehicle else "Remise",
        "period": draw(months(year)),
        "use": draw(some_of("traction", "traction", "heating")) if vehicle else "building",
        "carrier": carrier,
        "quantity": draw(quantities),
        "unit": draw(some_of("kWh", "MWh")) if electric else UNITS.get(carrier, "l"),
        "meter": draw(some_of("charger", "charger", "vehicle", "estimate", "invoice")),
        "contract_id": draw(st.sampled_from([None, "C1", "C2"])),
    }


@st.composite
def activity(draw: st.DrawFn, fleet: list[Row], year: int) -> Row:
    return {
        "vehicle_id": draw(st.sampled_from([vehicle["vehicle_id"] for vehicle in fleet])),
        "period": draw(months(year)),
        "km_timetable": draw(quantities),
        "km_total": draw(quantities),
        "avg_speed_kmh": draw(blank_or(st.decimals(min_value=5, max_value=70, places=3))),
    }


@st.composite
def passengers(draw: st.DrawFn, year: int) -> list[Row]:
    """Months of bus and train, often all of them."""
    last = {mode: draw(st.sampled_from([0, 3, 12, 12, 12])) for mode in ("bus", "train")}
    km = draw(quantities)
    return [
        ridership(f"{year}-{month:02}", mode=mode, passenger_km=km)
        for mode, until in last.items()
        for month in range(1, until + 1)
    ]


escaped = st.fixed_dictionaries(
    {
        "material": some_of("adblue", "refrigerant_r134a", "refrigerant_r744"),
        "direction": some_of("in", "out", "out"),
        "quantity": quantities,
        "unit": some_of("kg", "kg", "kg", "l"),
        "treatment": blank_or(some_of("loss", "loss", "recycling")),
    }
)
of_subcontractors = st.fixed_dictionaries(
    {
        "supplier_id": st.sampled_from([None, "S1", "S2"]),
        "kg_co2e": quantities,
        "allocation_pct": percentages,
        "method": some_of("spend", "average", "supplier_specific"),
    }
)


def emission(number: int, **cells: object) -> Row:
    """A row of chain emissions."""
    kind = {"entry_id": f"U{number}", "scope3_category": 1, "activity": "Inkoop"}
    return {**kind, "quantity": None, "quantity_unit": None, **cells}


def flow(number: int, **cells: object) -> Row:
    """A row of materials."""
    return {"flow_id": f"M{number}", "recycled_pct": None, "origin_known_pct": None, **cells}


def firm(name: str, **cells: object) -> Row:
    """A supplier of which nothing more is known."""
    return a_supplier(name, **{"refused": None, "parent_id": None, "audited_on": None, "pso_step": None, **cells})


@st.composite
def agreements(draw: st.DrawFn) -> Agreed:
    """Terms, as far as indicators read them."""
    scores = {"ze": Decimal(10), "euro_6": Decimal("7.5"), "euro_5": Decimal(4)}
    spans = [(date(2025, 12, 1), date(2026, 1, 31)), (date(2026, 1, 15), date(2026, 2, 28))]
    return Agreed(
        asks_sick_leave=draw(st.sampled_from([True, True, False])),
        wages=draw(st.sampled_from([(), ((date(2026, 1, 1), Decimal("14.71")),), ((date(2026, 7, 1), Decimal(15)),)])),
        scores=draw(st.sampled_from([None, scores, {**scores, "euro_3": Decimal(1), "eev": Decimal(5)}])),
        exemptions=draw(st.lists(st.sampled_from(spans), unique=True)),
    )


def period_of(year: int, last_day: date) -> dict[str, object]:
    """The period up to a day of the year."""
    return {"report_year": year, "period_start": date(year, 1, 1), "period_end": last_day.replace(year=year)}


@st.composite
def runs(draw: st.DrawFn, year: int = 2026) -> Plain:
    """Fleet, kilometres, energy and passengers; a sheet may be empty or absent."""
    fleet = [draw(vehicles(f"B{number}")) for number in range(draw(st.integers(1, 4)))]
    sheets = {
        "vehicles": fleet,
        "activity": draw(st.lists(activity(fleet, year), min_size=1, max_size=6)),
        "energy": draw(st.lists(energy(fleet, year), min_size=1, max_size=8)),
        "energy_contracts": [draw(contracts(name)) for name in ("C1", "C2")],
        "ridership": draw(passengers(year)),
        "materials": [flow(n, **row) for n, row in enumerate(draw(st.lists(escaped, max_size=3)))],
        "suppliers": [firm(name, refused=draw(st.sampled_from([None, True]))) for name in ("S1", "S2")],
        "chain_emissions": [emission(n, **row) for n, row in enumerate(draw(st.lists(of_subcontractors, max_size=3)))],
    }
    return Plain(
        sheets=draw(with_gaps(sheets)),
        front=period_of(year, draw(st.sampled_from(LAST_DAYS)))
        | {"base_year": 2019, "base_year_wtw_t": draw(blank_or(quantities)), "assurance": "none"},
        terms=draw(blank_or(agreements())),
        lacking=frozenset(draw(st.sampled_from([[], [], [], *([entry] for entry in LACKING)]))),
    )


@st.composite
def with_gaps(draw: st.DrawFn, sheets: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The same sheets, of which one may be empty and one absent."""
    names = [*([None] * 2 * len(sheets)), *sheets]
    empty, absent = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    return {name: [] if name == empty else rows for name, rows in sheets.items() if name != absent}
