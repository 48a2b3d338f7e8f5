"""One fault is told once: a cell that cannot be read, or a row that belongs nowhere, makes no other rule speak."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from schemas.report.columns import columns_of
from schemas.report.fields import Front
from schemas.report.sheets import BY_NAME
from tests.builders import (
    BROKEN,
    Cells,
    a_contract,
    a_diesel_bus,
    a_document,
    a_report,
    a_supplier,
    a_vehicle,
    all_findings,
    building,
    diesel,
    electric_months,
    months,
    ridership,
    terms,
)
from workers.domain.report import Report

SHEETS: Mapping[str, Any] = {
    "vehicles": [
        a_vehicle("B1", licence_plate="12-BKL-3", in_service_to=date(2026, 12, 31)),
        a_vehicle("B2", licence_plate="13-BKL-3", in_service_to=date(2026, 12, 31)),
        a_diesel_bus("D1", operator_id="S1", deployment="temporary_exempted", in_service_to=date(2026, 3, 31)),
    ],
    "activity": [*months("B1", km=4000), *months("B2", km=4000), *months("D1", km=4000)[:3]],
    "energy": [
        *electric_months("B1", kwh=4800, contract_id="C1"),
        *electric_months("B2", kwh=4800),
        *[diesel("D1", litres=1400, period=f"2026-{month:02}") for month in range(1, 4)],
        building("Remise"),
    ],
    "energy_contracts": [a_contract("C1", supplier_id="S2")],
    "ridership": [ridership(f"2026-{month:02}", passenger_km=60_000) for month in range(1, 13)],
    "suppliers": [
        a_supplier("S1"),
        *(a_supplier(f"S{n}", role=role) for n, role in enumerate(("energy", "vehicle_maker", "battery"), start=2)),
        a_supplier("S5", role="raw_material", tier=2, parent_id="S4"),
    ],
    "due_diligence": [
        {
            "risk_id": f"R{role}",
            "chain_role": role,
            "theme": "child_labour",
            "assessed_on": date(2026, 6, 1),
            "severity": 3,
            "likelihood": 3,
            "status": "closed",
            "confirmed_incident": False,
        }
        for role in ("battery", "raw_material")
    ],
    "oecd_steps": [{"step": step, "status": 2} for step in range(1, 7)],
    "evidence": [a_document("E1")],
}
JUDGED = ("vehicles", "activity", "energy", "energy_contracts", "ridership")


def a_whole_report(**changed: Any) -> Report:
    """The report without faults, with some sheets or fields changed."""
    given: dict[str, Any] = {**SHEETS, **changed}
    return a_report(*given.pop("vehicles"), **given)


def told(report: Report) -> list[tuple[str, int | None, str | None]]:
    return [(found.rule, found.row, found.column) for found in all_findings(report, terms=terms())]


def test_a_whole_report_has_no_faults() -> None:
    assert told(a_whole_report()) == []


@pytest.mark.parametrize(
    ("sheet", "column"), [(sheet, column.name) for sheet in JUDGED for column in columns_of(BY_NAME[sheet])]
)
@pytest.mark.parametrize("place", [0, -1])
def test_a_cell_that_cannot_be_read_makes_no_other_rule_speak(sheet: str, column: str, place: int) -> None:
    rows = list(SHEETS[sheet])
    rows[place] = {**rows[place], column: BROKEN}

    assert told(a_whole_report(**{sheet: rows})) == []


@pytest.mark.parametrize(
    "column",
    [f"{sheet}.{column.name}" for sheet in JUDGED for column in columns_of(BY_NAME[sheet]) if column.required],
)
def test_a_required_column_that_is_missing_makes_no_other_rule_speak(column: str) -> None:
    assert told(a_whole_report(absent=[column])) == []


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if BY_NAME[sheet].required])
def test_a_required_sheet_that_is_missing_makes_no_other_rule_speak(sheet: str) -> None:
    assert told(a_whole_report(absent=[sheet])) == []


@pytest.mark.parametrize("field", [column.name for column in columns_of(Front)])
def test_a_field_that_cannot_be_read_makes_no_other_rule_speak(field: str) -> None:
    assert told(a_whole_report(**{field: BROKEN})) == []


@pytest.mark.parametrize(
    ("sheet", "change", "rule"),
    [
        ("vehicles", {"manufacturer_id": "S9"}, "KEY-002"),
        ("vehicles", {"in_service_to": date(2020, 1, 1)}, "FLT-002"),
        ("activity", {"vehicle_id": "X9"}, "KEY-002"),
        ("activity", {"period": "2025-12"}, "KEY-003"),
        ("activity", {"period": "2026-12-31"}, "KEY-005"),
        ("energy", {"vehicle_id": "X9"}, "KEY-002"),
        ("energy", {"contract_id": "C9"}, "KEY-002"),
        ("energy", {"period": "2026-13"}, "KEY-003"),
        ("energy", {"site": "Remise"}, "KEY-004"),
        ("energy", {"vehicle_id": None}, "KEY-004"),
        ("energy", {"carrier": "hydrogen_grey"}, "ENE-001"),
        ("energy", {"unit": "l"}, "ENE-002"),
        ("ridership", {"period": "2027-01"}, "KEY-003"),
    ],
)
def test_a_row_that_cannot_be_judged_is_told_by_one_rule(sheet: str, change: Cells, rule: str) -> None:
    first, *others = SHEETS[sheet]

    assert [found for found, *_ in told(a_whole_report(**{sheet: [{**first, **change}, *others]}))] == [rule]


@pytest.mark.parametrize("sheet", JUDGED)
def test_a_row_that_stands_there_twice_is_told_once(sheet: str) -> None:
    rows = SHEETS[sheet]

    assert [found for found, *_ in told(a_whole_report(**{sheet: [*rows, rows[0]]}))] == ["KEY-001"]
