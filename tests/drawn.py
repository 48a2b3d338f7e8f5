"""Reports drawn at random: any fleet, any energy, any contract, so that sums are held to their definition and not to an example."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tests.builders import a_contract, a_vehicle
from tests.plain_reckoning import Plain

EURO = {"diesel": ("euro_3", "euro_5", "euro_6"), "cng": ("euro_3", "eev"), "hybrid": ("euro_6",)}
UNITS = {"cng": "kg", "bio_cng": "kg", "natural_gas": "Nm3", "green_gas": "Nm3", "district_heat": "GJ"}
ORIGINS = {"electricity": ("grey", "unknown", "wind_nl", "wind_eu", "own_solar", "hydro", "biomass")}
FUELS = {
    "bev": ("electricity",),
    "diesel": ("diesel_b0", "diesel_b7", "hvo30", "hvo100"),
    "cng": ("cng", "bio_cng"),
    "hybrid": ("diesel_b7", "electricity", "bio_cng"),
    "overhead_electric": ("electricity",),
}
IN_BUILDINGS = ("electricity", "natural_gas", "green_gas", "district_heat")

quantities = st.decimals(min_value=0, max_value=100_000, places=3)


def months(year: int) -> st.SearchStrategy[str]:
    return st.integers(1, 12).map(lambda month: f"{year}-{month:02}")


@st.composite
def vehicles(draw: st.DrawFn, name: str) -> dict[str, object]:
    bus_class = draw(st.sampled_from(["bus_8p", "midi", "bus_12m", "bus_18m", "train"]))
    usual = ["bev", "diesel", "diesel", "cng", "hybrid"]
    drivetrain = draw(st.sampled_from(["overhead_electric", "diesel"] if bus_class == "train" else usual))
    return dict(
        a_vehicle(
            name,
            bus_class=bus_class,
            drivetrain=drivetrain,
            euro_class=draw(st.sampled_from(EURO.get(drivetrain, ("ze",)))),
            operator_id=draw(st.sampled_from([None, "S1"])),
            in_service_from=draw(st.sampled_from([date(2024, 12, 31), date(2025, 1, 1)])),
            in_service_to=draw(st.sampled_from([None, date(2026, 12, 30), date(2026, 12, 31)])),
        )
    )


@st.composite
def contracts(draw: st.DrawFn, name: str) -> dict[str, object]:
    carrier = draw(st.sampled_from(["electricity", "electricity", "hvo100", "hvo30", "bio_cng"]))
    return dict(
        a_contract(
            name,
            carrier=carrier,
            origin=draw(st.sampled_from(ORIGINS.get(carrier, ("certified_renewable",)))),
            regional=draw(st.sampled_from([None, True, False])),
            unit=draw(st.sampled_from(["kWh", "MWh"])) if carrier == "electricity" else UNITS.get(carrier, "l"),
            quantity=draw(quantities),
            certificates_mwh=draw(st.none() | st.decimals(min_value=0, max_value=300, places=3)),
        )
    )


@st.composite
def energy(draw: st.DrawFn, fleet: list[dict[str, object]], year: int) -> dict[str, object]:
    vehicle = draw(st.sampled_from([None, *fleet]))
    carrier = draw(st.sampled_from(FUELS[str(vehicle["drivetrain"])] if vehicle else IN_BUILDINGS))
    electric = carrier == "electricity"
    return {
        "vehicle_id": vehicle["vehicle_id"] if vehicle else None,
        "site": None if vehicle else "Remise",
        "period": draw(months(year)),
        "use": draw(st.sampled_from(["traction", "heating"])) if vehicle else "building",
        "carrier": carrier,
        "quantity": draw(quantities),
        "unit": draw(st.sampled_from(["kWh", "MWh"])) if electric else UNITS.get(carrier, "l"),
        "meter": draw(st.sampled_from(["charger", "vehicle", "estimate"])),
        "contract_id": draw(st.sampled_from([None, "C1", "C2"])),
    }


@st.composite
def activity(draw: st.DrawFn, fleet: list[dict[str, object]], year: int) -> dict[str, object]:
    return {
        "vehicle_id": draw(st.sampled_from([vehicle["vehicle_id"] for vehicle in fleet])),
        "period": draw(months(year)),
        "km_timetable": draw(quantities),
        "km_total": draw(quantities),
        "avg_speed_kmh": draw(st.none() | st.decimals(min_value=5, max_value=70, places=3)),
    }


@st.composite
def reports(draw: st.DrawFn, year: int = 2026) -> Plain:
    fleet = [draw(vehicles(f"B{number}")) for number in range(draw(st.integers(1, 4)))]
    return Plain(
        vehicles=fleet,
        activity=draw(st.lists(activity(fleet, year), min_size=1, max_size=8)),
        energy=draw(st.lists(energy(fleet, year), min_size=1, max_size=10)),
        contracts=[draw(contracts(name)) for name in ("C1", "C2")],
    )
