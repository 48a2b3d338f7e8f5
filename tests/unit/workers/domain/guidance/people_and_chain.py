"""Examples of the rules on passengers, people, the chain, declared totals, last year and evidence, as reports."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders import a_report, terms
from tests.rows import (
    Cells,
    a_declaration,
    a_diesel_bus,
    a_document,
    a_month,
    a_supplier,
    a_vehicle,
    electricity,
    months,
    ridership,
)
from tests.unit.workers.domain.guidance.example import Example, last_year, rows
from workers.domain.case import Evidence
from workers.domain.report import Report

BUS = "V0041"


def passengers(passenger_km: object) -> Report:
    return a_report(
        a_vehicle(BUS),
        activity=[a_month(BUS, km=1000, km_timetable=1000)],
        ridership=[ridership(passenger_km=passenger_km)],
    )


def every_month(*, but: str = "") -> Report:
    periods = [f"2026-{month:02}" for month in range(1, 13)]
    there = [ridership(period) for period in periods if period != but]
    return a_report(a_vehicle(BUS), activity=months(BUS), ridership=there)


def staff(headcount: int = 220, **more: object) -> Cells:
    return {"staff_group": "drivers", "headcount": headcount, "fte": 100, **more}


def effort(value_eur: object, **more: object) -> Cells:
    return {"item_id": "1", "building_block": "disability", "description": "Werk", "value_eur": value_eur, **more}


def taxi(**more: object) -> Cells:
    return a_supplier("S1", name="Voorbeeldtaxi", **more)


def chain(*suppliers: Cells, **sheets: Any) -> Report:
    return a_report(suppliers=list(suppliers), **sheets)


def electric_chain(*roles: str) -> Report:
    return a_report(a_vehicle(BUS), suppliers=[a_supplier(f"S{n}", role=role) for n, role in enumerate(roles, 1)])


def made_by(role: str) -> Report:
    return a_report(a_vehicle(BUS, manufacturer_id="S3"), suppliers=[a_supplier("S3", role=role)])


def emissions(entry_id: str = "1", **more: object) -> Cells:
    some = {"entry_id": entry_id, "scope3_category": 1, "activity": "Ritten", "kg_co2e": 12000, "allocation_pct": 100}
    return {**some, "method": "supplier_specific", **more}


def by_method(specific: object, spend: object) -> list[Cells]:
    return [emissions("1", kg_co2e=specific), emissions("2", kg_co2e=spend, method="spend")]


def battery(kg: object) -> Report:
    row = emissions(supplier_id="S4", kg_co2e=kg, quantity=350, quantity_unit="kWh")
    return a_report(suppliers=[a_supplier("S4", role="battery")], chain_emissions=[row])


def risk(risk_id: str = "R7", **more: object) -> Cells:
    some = {"risk_id": risk_id, "chain_role": "battery", "theme": "living_wage", "severity": 3, "likelihood": 2}
    return {**some, "assessed_on": date(2026, 9, 15), "status": "open", "confirmed_incident": False, **more}


def assessed(raw_materials_on: date) -> Report:
    return a_report(
        a_vehicle(BUS), due_diligence=[risk(), risk("R8", chain_role="raw_material", assessed_on=raw_materials_on)]
    )


def battery_chain(*risks: Cells) -> Report:
    return a_report(
        a_diesel_bus(), suppliers=[a_supplier("S4", role="battery", name="Voorbeeldcel")], due_diligence=list(risks)
    )


def steps(second: int, third: int) -> Report:
    return a_report(oecd_steps=[{"step": 2, "status": second}, {"step": 3, "status": third}])


def flow(flow_id: str, material: str, treatment: str | None) -> Cells:
    return {
        "flow_id": flow_id,
        "material": material,
        "direction": "out",
        "quantity": 1,
        "unit": "pieces",
        "treatment": treatment,
    }


def incidents(number: int, year: int = 2026) -> list[Cells]:
    kind = {"category": "social_safety_b", "registration_system": "trias"}
    return [{"period": f"{year}-05", **kind, "count": number}]


def totals(total: object) -> Report:
    parts = [(None, total), ("Diesel B7", 325), ("Elektriciteit", 175)]
    return a_report(declared=[a_declaration(part=part, value=value) for part, value in parts])


def diesel_emission(value: object) -> Cells:
    return a_declaration(part="Diesel B7", value=value, quantity=100000, quantity_unit="l")


def declared_km(km: object) -> Report:
    return a_report(
        a_vehicle(BUS), activity=[a_month(BUS, km=5000)], declared=[a_declaration("CTX-02", value=km, unit="km")]
    )


def thousand_km_on(kwh: object) -> Report:
    return a_report(a_vehicle(BUS), activity=[a_month(BUS, km=1000)], energy=[electricity(BUS, kwh=kwh)])


def buses(number: int) -> list[Cells]:
    return [a_vehicle(f"V{n:04}", licence_plate=f"{n:02}-BKL-3") for n in range(1, number + 1)]


STAYS, LEAVES = a_vehicle("V0001", licence_plate="34-BKL-5"), a_vehicle(BUS, licence_plate="12-BKL-3")
BEFORE = last_year(
    a_vehicle(BUS),
    activity=[a_month(BUS, km=1000, period="2025-01")],
    energy=[electricity(BUS, kwh=1000, period="2025-01")],
)
NAMED = a_document("E1", file_name="gvo-2026.pdf")
SENT = {"evidence": Evidence({"gvo-2026.pdf": "aa"})}

EXAMPLES = {
    "RID-001": Example(passengers(8000), passengers(40000)),
    "RID-002": Example(every_month(), every_month(but="2026-07")),
    "WRK-001": rows("workforce", staff(permanent=180, temporary=40), staff(permanent=180, temporary=30)),
    "WRK-002": rows("workforce", staff(sick_leave_pct="9.2"), staff(sick_leave_pct=20)),
    "WRK-003": Example(
        a_report(
            workforce=[staff(fatalities=1)],
            measures=[{"measure_id": "1", "indicator_id": "SOC-04", "description": "Spiegels", "status": "closed"}],
        ),
        a_report(workforce=[staff(fatalities=1)]),
    ),
    "WRK-004": rows("workforce", staff(accidents=4, hours_worked=400000), staff(accidents=40, hours_worked=400000)),
    "WRK-005": rows("workforce", staff(lowest_hourly_wage_eur="14.71"), staff(lowest_hourly_wage_eur="13.5")),
    "WRK-006": rows("workforce", staff(fte=198), staff(198, fte=220)),
    "WRK-007": rows(
        "workforce",
        staff(6, staff_group="technical", fte=6),
        staff(6, staff_group="technical", fte=6, sick_leave_pct=10),
    ),
    "WRK-008": rows("workforce", staff(training_hours=3300), staff(training_hours=33000)),
    "SRO-001": rows("social_return", effort(60000, persons=2), effort(150000, persons=2)),
    "SRO-002": Example(
        a_report(social_return=[effort(15000, hours=800)]),
        a_report(social_return=[effort(25000, hours=800)]),
        {"terms": terms()},
    ),
    "SRO-003": rows("social_return", effort(12000, evidence_id="E1"), effort(12000)),
    "SUP-001": Example(
        chain(a_supplier("S1"), a_supplier("S2", tier=2, parent_id="S1")),
        chain(a_supplier("S1", parent_id="S2"), a_supplier("S2", tier=2, parent_id="S1")),
    ),
    "SUP-002": Example(
        chain(a_supplier("S1"), a_supplier("S2", tier=2, parent_id="S1")),
        chain(a_supplier("S1"), a_supplier("S2", tier=4, parent_id="S1")),
    ),
    "SUP-003": Example(
        electric_chain("vehicle_maker", "battery", "raw_material", "energy"),
        electric_chain("vehicle_maker", "raw_material", "energy"),
    ),
    "SUP-004": rows("suppliers", taxi(registration="01234567"), taxi(registration="1234567")),
    "SUP-005": rows(
        "suppliers",
        taxi(refused=True, request_ground="csrd", employees=40),
        taxi(refused=True, request_ground="concession", employees=40),
    ),
    "SUP-006": rows(
        "suppliers",
        taxi(certificate_valid_to=date(2027, 6, 30)),
        taxi(certificate_valid_to=date(2026, 6, 30)),
    ),
    "SUP-007": rows("suppliers", taxi(), taxi(country="Holland")),
    "SUP-008": Example(made_by("vehicle_maker"), made_by("battery")),
    "CHN-001": Example(
        a_report(a_vehicle(BUS, operator_id="S1"), suppliers=[taxi()], chain_emissions=[]),
        a_report(a_vehicle(BUS, operator_id="S1"), suppliers=[taxi()], chain_emissions=[emissions(supplier_id="S1")]),
    ),
    "CHN-002": Example(
        a_report(chain_emissions=by_method(8000, 2000)), a_report(chain_emissions=by_method(2000, 8000))
    ),
    "CHN-003": Example(chain(taxi(), chain_emissions=[emissions(supplier_id="S1")]), chain(taxi())),
    "CHN-004": Example(a_report(a_vehicle(BUS, embodied_kg_co2e=65000)), a_report(a_vehicle(BUS, embodied_kg_co2e=65))),
    "CHN-005": Example(battery(28000), battery(280000)),
    "DDL-001": Example(assessed(date(2026, 9, 15)), assessed(date(2024, 9, 15))),
    "DDL-002": Example(battery_chain(risk(theme="forced_labour")), battery_chain()),
    "DDL-003": rows(
        "due_diligence",
        risk(confirmed_incident=True, remedy="Achterstallig loon betaald"),
        risk(confirmed_incident=True),
    ),
    "DDL-004": Example(steps(1, 1), steps(0, 2)),
    "DDL-005": rows(
        "due_diligence", risk(due=date(2026, 6, 30), status="closed"), risk(due=date(2026, 6, 30), status="open")
    ),
    "MAT-001": rows("materials", flow("F3", "tyre", "recycling"), flow("F3", "tyre", None)),
    "MAT-002": rows("materials", flow("F4", "battery_pack", "second_life"), flow("F4", "battery_pack", "landfill")),
    "INC-001": Example(
        a_report(incidents=incidents(100)),
        a_report(incidents=incidents(300)),
        {"previous": last_year(incidents=incidents(80, 2025))},
    ),
    "DEC-001": rows("declared", diesel_emission("325.1"), diesel_emission(360)),
    "DEC-002": Example(totals(500), totals(600)),
    "DEC-003": Example(declared_km(5000), declared_km(6000)),
    "YOY-001": Example(thousand_km_on(1100), thousand_km_on(1500), {"previous": BEFORE}),
    "YOY-002": Example(a_report(*buses(11)), a_report(*buses(4)), {"previous": last_year(*buses(10))}),
    "YOY-003": Example(
        a_report(STAYS, {**LEAVES, "in_service_to": date(2026, 6, 30)}),
        a_report(STAYS),
        {"previous": last_year(STAYS, LEAVES)},
    ),
    "YOY-004": Example(
        chain(a_supplier("S1"), a_supplier("S2")),
        chain(a_supplier("S1")),
        {"previous": last_year(suppliers=[a_supplier("S1"), a_supplier("S2")])},
    ),
    "EVD-001": Example(
        a_report(evidence=[NAMED]),
        a_report(evidence=[NAMED]),
        {"evidence": Evidence({"gvo_2026.pdf": "aa"})},
        good_case=SENT,
    ),
    "EVD-002": Example(
        a_report(evidence=[NAMED]),
        a_report(evidence=[NAMED]),
        {"evidence": Evidence({"gvo-2026.pdf": "aa"}, earlier={"aa": 2025})},
        good_case={"evidence": Evidence({"gvo-2026.pdf": "aa"}, earlier={"bb": 2025})},
    ),
    "EVD-003": rows("evidence", a_document(issued_on=date(2024, 6, 1)), a_document(issued_on=date(2022, 6, 1))),
}
