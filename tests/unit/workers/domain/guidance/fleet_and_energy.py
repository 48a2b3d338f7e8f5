"""Examples of the rules on the front, the fleet, what it ran and the energy that it used, as reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders import a_report, terms
from tests.rows import (
    Cells,
    a_contract,
    a_diesel_bus,
    a_document,
    a_month,
    a_vehicle,
    diesel,
    electric_months,
    electricity,
    months,
)
from tests.unit.workers.domain.guidance.example import Example, rows
from workers.domain.report import Report

BUS, DIESEL, NEW, HYDROGEN = "V0041", "V0107", "V0201", "V0301"
STATEMENT = a_document("E1", kind="assurance_statement")


def fleet(*vehicles: Cells) -> Report:
    return a_report(*vehicles)


def ran(*rows_: Cells, **vehicle: object) -> Report:
    return a_report(a_vehicle(BUS, **vehicle), activity=list(rows_))


def used(*energy: Cells, km: object = 5000, **vehicle: object) -> Report:
    return a_report(a_vehicle(BUS, **vehicle), activity=[a_month(BUS, km=km)], energy=list(energy))


def year(december: object) -> Report:
    energy = [*electric_months(BUS, kwh=1000)[:11], electricity(BUS, kwh=december, period="2026-12")]
    return a_report(a_vehicle(BUS), activity=months(BUS, km=1000), energy=energy)


def per_thousand(bus: Cells, energy: Cells) -> Report:
    return a_report(bus, activity=[a_month(str(bus["vehicle_id"]), km=1000)], energy=[energy])


def hydrogen(kg: object) -> Report:
    gas = electricity(HYDROGEN, kwh=kg, carrier="hydrogen_green", unit="kg", meter="pump")
    return per_thousand(a_vehicle(HYDROGEN, drivetrain="fcev"), gas)


def estimated(metered: object, guessed: object) -> Report:
    return used(electricity(BUS, kwh=metered), electricity(BUS, kwh=guessed, meter="estimate"))


def booked(kwh: object, **contract: Any) -> Report:
    energy = [electricity(BUS, kwh=kwh, contract_id="C1")]
    return a_report(a_vehicle(BUS), energy=energy, energy_contracts=[a_contract(**contract)])


def all_but(month: str) -> list[Cells]:
    return [row for row in months(BUS, km=5000) if row["period"] != month]


def standing_still(month: str) -> list[Cells]:
    return [*all_but(month), a_month(BUS, km=0, period=month)]


MARCH = {"period": "2026-03"}
NEW_BUS = {
    "licence_plate": "34-BKL-5",
    "first_admission": date(2026, 3, 1),
    "in_service_from": date(2026, 4, 1),
}
UNTIL_JUNE = {"in_service_to": date(2026, 6, 30)}
PLATE = {"licence_plate": "12-BKL-3"}
STEPPED_IN = {"in_service_from": date(2026, 3, 1), "in_service_to": date(2026, 3, 31)}

EXAMPLES = {
    "KEY-001": Example(ran(a_month(BUS, **MARCH)), ran(a_month(BUS, **MARCH), a_month(BUS, **MARCH))),
    "KEY-002": Example(used(electricity(BUS)), used(electricity("V0014"))),
    "KEY-003": Example(ran(a_month(BUS, period="2026-12")), ran(a_month(BUS, period="2025-12"))),
    "KEY-004": Example(used(electricity(BUS, kwh=1200)), used(electricity(None, kwh=1200, site="Remise Noord"))),
    "KEY-005": Example(ran(a_month(BUS, **MARCH)), ran(a_month(BUS, **MARCH), a_month(BUS, period="2026-03-31"))),
    "REP-001": Example(a_report(), a_report(concession_id="VB-WEST"), {"terms": terms()}),
    "REP-002": Example(a_report(), a_report(holder_kvk="87654321"), {"terms": terms()}),
    "REP-003": Example(a_report(), a_report(period_start=date(2026, 7, 1))),
    "REP-004": Example(
        a_report(assurance="limited", assurer_name="Voorbeeld Accountants", evidence=[STATEMENT]),
        a_report(assurance="limited", evidence=[STATEMENT]),
    ),
    "REP-005": Example(a_report(), a_report(period_end=date(2025, 12, 31))),
    "FLT-001": Example(fleet(a_vehicle(BUS)), fleet(a_diesel_bus(DIESEL, euro_class="ze"))),
    "FLT-002": Example(
        fleet(a_vehicle(BUS, **UNTIL_JUNE)),
        fleet(a_vehicle(BUS, in_service_from=date(2026, 12, 10), **UNTIL_JUNE)),
    ),
    "FLT-003": Example(fleet(a_vehicle(BUS)), fleet(a_vehicle(BUS, first_admission=date(2024, 11, 1)))),
    "FLT-004": Example(fleet(a_vehicle(NEW, **NEW_BUS)), fleet(a_diesel_bus(NEW, **NEW_BUS))),
    "FLT-005": Example(fleet(a_vehicle(BUS, **PLATE)), fleet(a_vehicle(BUS, licence_plate="12-BKL-33"))),
    "FLT-006": Example(
        fleet(
            a_vehicle(BUS, **PLATE, **UNTIL_JUNE),
            a_vehicle("V0042", **PLATE, in_service_from=date(2026, 7, 1)),
        ),
        fleet(a_vehicle(BUS, **PLATE), a_vehicle("V0042", **PLATE)),
    ),
    "FLT-007": Example(fleet(a_vehicle(BUS)), fleet(a_vehicle(BUS, battery_kwh=3500))),
    "FLT-008": Example(fleet(a_diesel_bus(DIESEL)), fleet(a_diesel_bus(DIESEL, deployment="temporary", **STEPPED_IN))),
    "ACT-001": Example(
        ran(a_month(BUS, km=5000, km_timetable=4500, period="2026-03")),
        ran(a_month(BUS, km=5000, km_timetable=5200, period="2026-03")),
    ),
    "ACT-002": Example(ran(*months(BUS, km=5000)), ran(*months(BUS, km=5000, km_timetable=4000))),
    "ACT-003": Example(ran(*months(BUS, km=5000)), ran(*months(BUS, km=15000))),
    "ACT-004": Example(
        ran(a_month(BUS, period="2026-06"), **UNTIL_JUNE), ran(a_month(BUS, period="2026-07"), **UNTIL_JUNE)
    ),
    "ACT-005": Example(ran(*standing_still("2026-03")), ran(*all_but("2026-03"))),
    "ENE-001": Example(used(electricity(BUS)), used(diesel(BUS))),
    "ENE-002": Example(
        per_thousand(a_diesel_bus(DIESEL), diesel(DIESEL, litres=12400)),
        per_thousand(a_diesel_bus(DIESEL), diesel(DIESEL, litres=12400, unit="kg")),
    ),
    "ENE-003": Example(used(electricity(BUS, kwh=1900), km=1000), used(electricity(BUS, kwh=2400), km=1000)),
    "ENE-004": Example(
        per_thousand(a_diesel_bus(DIESEL), diesel(DIESEL, litres=380)),
        per_thousand(a_diesel_bus(DIESEL), diesel(DIESEL, litres=620)),
    ),
    "ENE-005": Example(hydrogen(90), hydrogen(180)),
    "ENE-006": Example(used(electricity(BUS, kwh=5500)), used()),
    "ENE-007": Example(used(electricity(BUS, kwh=5500)), a_report(a_vehicle(BUS), energy=[electricity(BUS, kwh=5500)])),
    "ENE-008": Example(used(electricity(BUS, use="heating")), used(diesel(BUS, litres=40, use="heating"))),
    "ENE-009": Example(year(1300), year(4000)),
    "ENE-010": Example(estimated(9500, 500), estimated(8000, 2000)),
    "CON-001": Example(booked(1_000_000), booked(1_000_000, certificates_mwh=900)),
    "CON-002": rows("energy_contracts", a_contract(), a_contract(certificate_year=2025)),
    "CON-003": rows("energy_contracts", a_contract(), a_contract(evidence_id=None)),
    "CON-004": rows(
        "energy_contracts",
        a_contract(origin="own_solar", quantity=45000, capacity_kwp=50),
        a_contract(origin="own_solar", quantity=75000, capacity_kwp=50),
    ),
    "CON-005": Example(booked(1_000_000), booked(1_100_000)),
    "CON-006": Example(booked(1_000_000), booked(1_000_000, valid_from=date(2026, 7, 1))),
    "CON-007": rows("energy_contracts", a_contract(), a_contract(carrier="bio_cng", unit="kg")),
}
