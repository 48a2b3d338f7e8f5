"""The firms in the chain at the bounds of their rules."""

from __future__ import annotations

from datetime import date

import pytest

from tests.builders import (
    BROKEN,
    a_contract,
    a_diesel_bus,
    a_report,
    a_supplier,
    a_vehicle,
    findings,
    not_assessed,
)
from workers.domain.rules.suppliers import (
    a_certificate_is_valid_at_the_end,
    a_country_is_a_country,
    a_dutch_registration_has_eight_digits,
    a_refusal_has_a_ground,
    a_supplier_has_the_role_it_is_named_in,
    implied_roles_are_in_the_chain,
)


def test_battery_electric_buses_imply_four_roles() -> None:
    report = a_report(a_vehicle(), suppliers=[a_supplier("S1", role="battery")])

    found = findings(implied_roles_are_in_the_chain, report)

    assert {finding.expected_en for finding in found} == {
        "At least one supplier with role K3 Vehicle maker.",
        "At least one supplier with role K5 Raw materials.",
        "At least one supplier with role K2 Energy supplier.",
    }
    assert {finding.place for finding in found} == {("suppliers", None, "role")}


def test_a_vehicle_of_an_operator_implies_a_subcontractor() -> None:
    report = a_report(a_diesel_bus(operator_id="S1"), suppliers=[a_supplier("S2", role="other")])

    [finding] = findings(implied_roles_are_in_the_chain, report)

    assert finding.nl == "In de keten staat geen K1 Onderaannemer vervoer, terwijl het wagenpark daarom vraagt."


def test_a_fleet_of_diesel_buses_of_the_holder_implies_nothing() -> None:
    assert findings(implied_roles_are_in_the_chain, a_report(a_diesel_bus())) == []


def test_a_supplier_of_unknown_role_may_be_the_missing_one() -> None:
    report = a_report(a_diesel_bus(operator_id="S1"), suppliers=[a_supplier("S2", role=BROKEN)])

    assert findings(implied_roles_are_in_the_chain, report) == []
    assert list(not_assessed(implied_roles_are_in_the_chain, report).values()) == [1]


@pytest.mark.parametrize(
    ("country", "registration", "faults"),
    [
        ("NL", "01234567", 0),
        ("NL", "1234567", 1),
        ("NL", "123456789", 1),
        ("NL", None, 0),
        ("DE", "HRB 1", 0),
        ("nl", "x", 1),
    ],
)
def test_a_dutch_registration_has_eight_digits_only(country: str, registration: object, faults: int) -> None:
    report = a_report(suppliers=[a_supplier(country=country, registration=registration)])

    found = findings(a_dutch_registration_has_eight_digits, report)

    assert [finding.place for finding in found] == [("suppliers", 2, "registration")] * faults


@pytest.mark.parametrize(
    ("ground", "employees", "faults"),
    [
        ("voluntary", 5000, 0),
        ("csrd", 1000, 0),
        ("csrd", 1001, 1),
        ("csrd", None, 0),
        ("concession", 10, 1),
        (None, None, 1),
        (BROKEN, 10, 0),
    ],
)
def test_a_refusal_needs_a_voluntary_or_a_small_csrd_request(ground: object, employees: object, faults: int) -> None:
    report = a_report(suppliers=[a_supplier(refused=True, request_ground=ground, employees=employees)])

    found = findings(a_refusal_has_a_ground, report)

    assert [finding.place for finding in found] == [("suppliers", 2, "request_ground")] * faults


@pytest.mark.parametrize("refused", [False, None])
def test_who_does_not_refuse_needs_no_ground(refused: object) -> None:
    report = a_report(suppliers=[a_supplier(refused=refused, request_ground="concession")])

    assert findings(a_refusal_has_a_ground, report) == []
    assert not_assessed(a_refusal_has_a_ground, report) == {}


@pytest.mark.parametrize(("valid_to", "faults"), [(date(2026, 12, 31), 0), (date(2026, 12, 30), 1), (None, 0)])
def test_a_certificate_holds_on_the_last_day(valid_to: object, faults: int) -> None:
    report = a_report(suppliers=[a_supplier(certificate_valid_to=valid_to)])

    found = findings(a_certificate_is_valid_at_the_end, report)

    assert [finding.place for finding in found] == [("suppliers", 2, "certificate_valid_to")] * faults


@pytest.mark.parametrize(
    ("country", "faults"),
    [("NL", 0), ("cn", 0), ("UK", 1), ("XK", 1), ("EU", 1), ("NLD", 1), ("Nederland", 1), (BROKEN, 0)],
)
def test_a_country_is_one_of_iso_3166(country: object, faults: int) -> None:
    report = a_report(suppliers=[a_supplier(country=country)])

    found = findings(a_country_is_a_country, report)

    assert [finding.place for finding in found] == [("suppliers", 2, "country")] * faults


def test_a_supplier_named_in_another_role_is_told_where() -> None:
    bus = a_vehicle(manufacturer_id="S1", battery_supplier_id="S2", operator_id="S3")
    roles = {"S1": "battery", "S2": "battery", "S3": "subcontractor", "S4": "other"}
    suppliers = [a_supplier(number, role=role) for number, role in roles.items()]

    found = findings(
        a_supplier_has_the_role_it_is_named_in,
        a_report(
            bus,
            suppliers=suppliers,
            energy_contracts=[a_contract(supplier_id="S4"), a_contract("C2", supplier_id="S4")],
        ),
    )

    assert [(finding.place, finding.expected) for finding in found] == [
        (("suppliers", 2, "role"), "Schakel K3 Voertuigfabrikant."),
        (("suppliers", 5, "role"), "Schakel K2 Energieleverancier."),
    ]
    assert found[0].nl == (
        "S1 staat in de keten als K4 Batterijleverancier, maar wordt in het blad Wagenpark genoemd als K3 Voertuigfabrikant."
    )


def test_a_role_that_is_wrong_at_its_supplier_is_not_missing_as_well() -> None:
    report = a_report(a_diesel_bus(operator_id="S1"), suppliers=[a_supplier("S1", role="other")])

    assert findings(implied_roles_are_in_the_chain, report) == []
    assert len(findings(a_supplier_has_the_role_it_is_named_in, report)) == 1
