"""Rows for tests, in words: each fills in what a valid row needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

Cells = Mapping[str, object]


class Broken:
    """A cell whose value failed a form rule: it has no usable value, only the text that stands there."""

    def __init__(self, text: str = "?") -> None:
        self.text = text


BROKEN = Broken()


# --- rows -------------------------------------------------------------------------------------------------------------


def a_vehicle(vehicle_id: str = "B1", **more: object) -> Cells:
    """A battery-electric 12-metre bus of the holder that was in service before the year and still is."""
    return {
        "vehicle_id": vehicle_id,
        "make": "Voorbeeldbus",
        "bus_class": "bus_12m",
        "drivetrain": "bev",
        "euro_class": "ze",
        "first_admission": date(2023, 11, 1),
        "in_service_from": date(2023, 12, 10),
        "deployment": "regular",
        "wheelchair_accessible": True,
        "battery_kwh": 350,
        **more,
    }


def a_diesel_bus(vehicle_id: str = "D1", **more: object) -> Cells:
    """A Euro VI diesel bus of 12 metres."""
    return a_vehicle(vehicle_id, **{"drivetrain": "diesel", "euro_class": "euro_6", "battery_kwh": None, **more})


def a_month(vehicle_id: str = "B1", *, km: object = 1000, period: str = "2026-01", **more: object) -> Cells:
    """A month of a vehicle in which nine of ten kilometres are timetable kilometres."""
    timetable = Decimal(str(km)) * 9 / 10 if not isinstance(km, Broken) else 0
    return {"vehicle_id": vehicle_id, "period": period, "km_total": km, "km_timetable": timetable, **more}


def months(vehicle_id: str = "B1", *, km: object = 1000, year: int = 2026, **more: object) -> list[Cells]:
    """Twelve equal months of a vehicle."""
    return [a_month(vehicle_id, km=km, period=f"{year}-{month:02}", **more) for month in range(1, 13)]


def electricity(vehicle_id: str | None = "B1", *, kwh: object = 1900, **more: object) -> Cells:
    """Traction electricity of a vehicle in January, metered at the charger."""
    return {
        "vehicle_id": vehicle_id,
        "period": "2026-01",
        "use": "traction",
        "carrier": "electricity",
        "quantity": kwh,
        "unit": "kWh",
        "meter": "charger",
        **more,
    }


def electric_months(vehicle_id: str = "B1", *, kwh: object = 1200, year: int = 2026, **more: object) -> list[Cells]:
    """Twelve equal months of traction electricity."""
    return [electricity(vehicle_id, kwh=kwh, period=f"{year}-{month:02}", **more) for month in range(1, 13)]


def diesel(vehicle_id: str = "D1", *, litres: object = 300, **more: object) -> Cells:
    """Traction diesel of a vehicle in January, metered at the pump."""
    fuel = {"carrier": "diesel_b7", "unit": "l", "meter": "pump"}
    return electricity(vehicle_id, kwh=litres, **{**fuel, **more})


def building(site: str = "Remise", *, quantity: object = 1000, **more: object) -> Cells:
    """Electricity of a building in January."""
    place = {"vehicle_id": None, "site": site, "use": "building", "meter": "invoice"}
    return {**electricity(kwh=quantity), **place, **more}


def a_contract(contract_id: str = "C1", **more: object) -> Cells:
    """A year of Dutch wind power with enough certificates."""
    return {
        "contract_id": contract_id,
        "carrier": "electricity",
        "origin": "wind_nl",
        "valid_from": date(2026, 1, 1),
        "valid_to": date(2026, 12, 31),
        "quantity": 1_000_000,
        "unit": "kWh",
        "certificates_mwh": 1000,
        "certificate_year": 2026,
        "evidence_id": "E1",
        **more,
    }


def a_supplier(supplier_id: str = "S1", **more: object) -> Cells:
    """A Dutch transport subcontractor in the first tier."""
    return {
        "supplier_id": supplier_id,
        "name": "Voorbeeldvervoer",
        "registration": "87654321",
        "country": "NL",
        "role": "subcontractor",
        "tier": 1,
        **more,
    }


def ridership(period: str = "2026-01", *, passenger_km: object = 8000, mode: str = "bus", **more: object) -> Cells:
    """A month of passengers on the bus."""
    return {"period": period, "mode": mode, "passenger_km": passenger_km, **more}


def a_document(evidence_id: str = "E1", **more: object) -> Cells:
    """A certificate among the evidence."""
    return {"evidence_id": evidence_id, "file_name": f"{evidence_id}.pdf", "kind": "certificate", **more}


def a_declaration(indicator_id: str = "GHG-04", *, value: object = 1, unit: str = "t CO2e", **more: object) -> Cells:
    """A total that the holder states itself."""
    return {"indicator_id": indicator_id, "value": value, "unit": unit, **more}
