"""The figures on whole columns agree exactly with the definitions reckoned row by row in plain Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_case, a_contract, a_report, a_supplier, a_vehicle
from tests.plain_reckoning import Plain, reckon
from workers.domain.assess import reckoned
from workers.domain.checked import Checked
from workers.domain.indicators.figures import exact
from workers.domain.ledger import Ledger
from workers.reference import air_factors, factor_set

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
months = st.integers(1, 12).map(lambda month: f"2026-{month:02}")


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
def energy(draw: st.DrawFn, fleet: list[dict[str, object]]) -> dict[str, object]:
    vehicle = draw(st.sampled_from([None, *fleet]))
    carrier = draw(st.sampled_from(FUELS[str(vehicle["drivetrain"])] if vehicle else IN_BUILDINGS))
    electric = carrier == "electricity"
    return {
        "vehicle_id": vehicle["vehicle_id"] if vehicle else None,
        "site": None if vehicle else "Remise",
        "period": draw(months),
        "use": draw(st.sampled_from(["traction", "heating"])) if vehicle else "building",
        "carrier": carrier,
        "quantity": draw(quantities),
        "unit": draw(st.sampled_from(["kWh", "MWh"])) if electric else UNITS.get(carrier, "l"),
        "meter": draw(st.sampled_from(["charger", "vehicle", "estimate"])),
        "contract_id": draw(st.sampled_from([None, "C1", "C2"])),
    }


@st.composite
def activity(draw: st.DrawFn, fleet: list[dict[str, object]]) -> dict[str, object]:
    return {
        "vehicle_id": draw(st.sampled_from([vehicle["vehicle_id"] for vehicle in fleet])),
        "period": draw(months),
        "km_timetable": draw(quantities),
        "km_total": draw(quantities),
        "avg_speed_kmh": draw(st.none() | st.decimals(min_value=5, max_value=70, places=3)),
    }


@st.composite
def reports(draw: st.DrawFn) -> Plain:
    fleet = [draw(vehicles(f"B{number}")) for number in range(draw(st.integers(1, 4)))]
    return Plain(
        vehicles=fleet,
        activity=draw(st.lists(activity(fleet), min_size=1, max_size=8)),
        energy=draw(st.lists(energy(fleet), min_size=1, max_size=10)),
        contracts=[draw(contracts(name)) for name in ("C1", "C2")],
    )


def _reckoned_on_columns(plain: Plain) -> dict[tuple[str, str], Decimal | None]:
    """By the product, on rows that no rule has judged: this is about the sums."""
    sheets: dict[str, Any] = {"activity": plain.activity, "energy": plain.energy, "energy_contracts": plain.contracts}
    report = a_report(*plain.vehicles, suppliers=[a_supplier("S1", refused=True)], **sheets)
    case = replace(a_case(report, factors=factor_set(2026)), air=air_factors())
    return {(f.indicator, f.part): f.value for f in reckoned(Ledger(Checked(case=case, offences=())))}


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(plain=reports())
def test_whole_columns_and_single_rows_give_the_same_figures(plain: Plain) -> None:
    expected = {figure: None if value is None else exact(value) for figure, value in reckon(plain).items()}

    found = _reckoned_on_columns(plain)

    assert {figure: found[figure] for figure in expected} == expected
