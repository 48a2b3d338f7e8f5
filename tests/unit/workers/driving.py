"""A report file of a year of driving: 39.4 g CO2e per passenger-kilometre, where 40 is asked."""

from __future__ import annotations

import json

from tests.rows import a_diesel_bus, a_vehicle, diesel, electric_months, months, ridership
from tests.unit.workers.at_work import a_json_report

YEAR = [f"2026-{month:02}" for month in range(1, 13)]


def a_year_of_driving() -> bytes:
    """An electric bus on grid power and a diesel bus, which together stay just under the norm for passengers."""
    sheets = {
        "vehicles": [a_vehicle("B1"), a_diesel_bus("D1")],
        "activity": [*months("B1", km=1000), *months("D1", km=300)],
        "energy": [*electric_months("B1", kwh=1000), *(diesel("D1", litres=100, period=month) for month in YEAR)],
        "ridership": [ridership(month, passenger_km=20500) for month in YEAR],
    }
    plain = json.loads(json.dumps(sheets, default=str))
    return a_json_report(**plain)
