"""The chain's figures: links, age of assessments, audits, steps, and allocated emissions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from schemas.judgement import Outcome, Status
from tests.builders import a_contract, a_diesel_bus, a_document, a_report, a_supplier, a_vehicle, terms
from tests.reckoning import figures, outcome, value, why_not


def a_risk(role, day, **more):
    return {
        "risk_id": f"{role}-{day}",
        "chain_role": role,
        "theme": "forced_labour",
        "assessed_on": day,
        "severity": 3,
        "likelihood": 4,
        "status": "open",
        "confirmed_incident": False,
        **more,
    }


def an_emission(entry_id, kg, **more):
    return {
        "entry_id": entry_id,
        "scope3_category": 7,
        "activity": "Woon-werk",
        "kg_co2e": kg,
        "allocation_pct": 50,
        "method": "average",
        **more,
    }


def test_the_total_is_the_lowest_link_that_the_fleet_implies():
    report = a_report(
        a_vehicle("B1", manufacturer_id="M1", battery_supplier_id="A1"),
        a_vehicle("B2", battery_supplier_id="A1"),
        a_diesel_bus("D1", manufacturer_id="M1"),
        suppliers=[
            a_supplier("M1", role="vehicle_maker"),
            a_supplier("A1", role="battery"),
            a_supplier("R1", role="raw_material", tier=2, parent_id="A1"),
        ],
    )

    found = figures(report)

    assert found["DD-01", "role=vehicle_maker"].value == Decimal("66.666666667")
    assert found["DD-01", "role=battery"].value == 100
    assert found["DD-01", "role=raw_material"].value == 100
    assert found["DD-01", "role=subcontractor"].value is None
    assert found["DD-01", "total"].value == Decimal("66.666666667")


def test_a_contract_is_mapped_when_its_supplier_supplies_energy():
    report = a_report(
        a_vehicle("B1"),
        suppliers=[a_supplier("E1", role="energy"), a_supplier("X1", role="other")],
        energy_contracts=[a_contract("C1", supplier_id="E1"), a_contract("C2", supplier_id="X1")],
        evidence=[a_document()],
    )

    assert value(report, "DD-01", "role=energy") == 50


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2025, 12, 31), Outcome.MEETS), (date(2025, 12, 30), Outcome.DOES_NOT_MEET)]
)
def test_an_assessment_counts_for_twelve_months(day, expected):
    report = a_report(a_vehicle("B1"), due_diligence=[a_risk("battery", day), a_risk("raw_material", date(2026, 6, 1))])

    assert outcome(report, "N-RISK", terms=terms()) is expected


def test_an_assessment_of_one_role_only_does_not_meet():
    report = a_report(a_vehicle("B1"), due_diligence=[a_risk("battery", date(2026, 6, 1))])

    assert outcome(report, "N-RISK", terms=terms()) is Outcome.DOES_NOT_MEET


@pytest.mark.parametrize(("likelihood", "number"), [(4, 1), (3, 0)])
def test_a_risk_of_twelve_points_is_salient(likelihood, number):
    report = a_report(a_vehicle("B1"), due_diligence=[a_risk("battery", date(2026, 6, 1), likelihood=likelihood)])

    assert value(report, "DD-03") == number


@pytest.mark.parametrize(("day", "share"), [(date(2023, 12, 31), 50), (date(2023, 12, 30), 0)])
def test_an_audit_counts_for_36_months(day, share):
    report = a_report(suppliers=[a_supplier("S1", audited_on=day), a_supplier("S2")])

    assert value(report, "DD-08") == share


def test_the_six_steps_add_up_and_a_missing_step_is_not_zero():
    steps = [{"step": step, "status": 1} for step in range(1, 7)]

    assert value(a_report(oecd_steps=steps), "DD-09") == 6
    assert why_not(a_report(oecd_steps=steps[:5]), "DD-09") is not None


def test_hybrid_data_count_half_as_primary():
    report = a_report(
        chain_emissions=[
            an_emission("1", 100, method="supplier_specific"),
            an_emission("2", 100, method="hybrid"),
            an_emission("3", 200, method="spend"),
        ]
    )

    assert value(report, "GOV-03") == Decimal("37.5")


def test_travel_is_of_the_holder_and_allocated():
    report = a_report(
        suppliers=[a_supplier("S1", role="other")],
        chain_emissions=[an_emission("1", 1000), an_emission("2", 1000, supplier_id="S1")],
    )

    assert value(report, "GHG-12") == Decimal("0.5")


def test_battery_emissions_are_told_per_kwh_too():
    emission = an_emission("1", 7000, supplier_id="A1", scope3_category=2, quantity=100, quantity_unit="kWh")
    report = a_report(suppliers=[a_supplier("A1", role="battery")], chain_emissions=[emission])

    found = figures(report)

    assert found["GHG-08", "total"].value == Decimal("3.5")
    assert found["GHG-08", "beside=per_kwh"].value == 70


def test_embodied_emissions_are_of_vehicles_that_entered_and_show_what_is_missing():
    entered = {"in_service_from": date(2026, 2, 1), "first_admission": date(2026, 1, 20)}
    report = a_report(
        a_vehicle("B1", embodied_kg_co2e=60_000, embodied_basis="primary", **entered),
        a_vehicle("B2", **entered),
        a_vehicle("B3", embodied_kg_co2e=99_000),
    )

    found = figures(report)["GHG-07", "total"]

    assert found.value == 60
    assert found.why.coverage is not None
    assert found.why.coverage.missing == 50


@pytest.mark.parametrize("basis", [None, "secondary", "estimate"])
def test_embodied_emissions_without_a_declaration_of_the_supplier_are_an_estimate(basis):
    entered = {"in_service_from": date(2026, 2, 1), "first_admission": date(2026, 1, 20)}
    report = a_report(a_vehicle("B1", embodied_kg_co2e=60_000, embodied_basis=basis, **entered))

    assert figures(report)["GHG-07", "total"].status is Status.ESTIMATED


def test_what_was_reckoned_from_money_spent_is_an_estimate_per_kwh_too():
    emission = an_emission("1", 7000, supplier_id="A1", quantity=100, quantity_unit="kWh", method="spend")
    report = a_report(suppliers=[a_supplier("A1", role="battery")], chain_emissions=[emission])

    found = figures(report)

    assert found["GHG-08", "total"].status is Status.ESTIMATED
    assert found["GHG-08", "beside=per_kwh"].status is Status.ESTIMATED


def test_what_is_stated_only_in_parts_has_a_total_that_is_not_assessable():
    row = {"indicator_id": "GOV-05", "part": "K3", "value": 0, "unit": "aantal", "evidence_id": "E1"}
    report = a_report(declared=[row], evidence=[a_document()])

    found = figures(report)

    assert found["GOV-05", "part=K3"].value == 0
    assert why_not(report, "GOV-05") == "Not assessable: the holder does not state this."


def test_what_the_holder_states_needs_evidence():
    row = {"indicator_id": "GOV-05", "value": 0, "unit": "aantal"}

    assert why_not(a_report(declared=[row]), "GOV-05") == "Not assessable: there is no evidence with it."
    with_evidence = a_report(
        declared=[{**row, "evidence_id": "E1"}],
        evidence=[{"evidence_id": "E1", "file_name": "a.pdf", "kind": "declaration"}],
    )
    assert value(with_evidence, "GOV-05") == 0


@pytest.mark.parametrize(("until", "level"), [(date(2026, 12, 31), 4), (date(2026, 12, 30), None)])
def test_a_certificate_has_a_level_while_it_is_valid(until, level):
    report = a_report(co2_ladder="3.1/4", co2_ladder_valid_to=until)

    assert value(report, "GOV-01") == level
