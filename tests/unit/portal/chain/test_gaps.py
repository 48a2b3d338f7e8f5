"""The gaps in a chain: what the fleet implies and nobody is, whom a vehicle does not name, and who stands in another role."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.chain.gaps import gaps_of
from schemas.report.code_lists import ChainRole
from tests.unit.portal.chain.chains import a_firm, firms, seen


@pytest.fixture(autouse=True)
def in_dutch(app: Flask):
    with app.test_request_context():
        yield


def texts(*args):
    return [gap.text for gap in gaps_of(*args)]


def test_a_fleet_on_batteries_without_a_cell_maker_is_a_gap() -> None:
    there = firms(a_firm("L2", "energy"), a_firm("L3", "vehicle_maker"), a_firm("L5", "raw_material"))

    assert texts(there, seen(23)) == ["23 batterijvoertuigen, geen celfabrikant bekend."]


def test_a_fleet_without_batteries_asks_for_nobody() -> None:
    assert texts(firms(), seen(0)) == []


def test_the_vehicles_that_name_nobody_are_counted() -> None:
    there = firms(a_firm("A1"), a_firm("R1", "raw_material", 2, "A1"))

    found = texts(there, seen(0, (ChainRole.BATTERY, 23, {"A1": 19})))

    assert found == ["Bij 4 van de 23 batterijvoertuigen staat niet wie de batterij leverde."]


def test_who_is_named_in_a_role_and_has_another_is_a_gap() -> None:
    there = firms(a_firm("L1", "maintenance"))

    found = texts(there, seen(0, (ChainRole.SUBCONTRACTOR, 4, {"L1": 4})))

    assert found == ["L1 hoort bij 4 voertuigen, maar staat niet als K1 Onderaannemer vervoer in de keten."]


def test_a_battery_supplier_without_raw_material_below_it_is_named() -> None:
    there = firms(a_firm("A1"), a_firm("A2"), a_firm("R1", "raw_material", 2, "A1"))

    assert texts(there, seen(0)) == ["Van Firma A2 is niet bekend waar de grondstoffen vandaan komen."]


def test_a_ring_in_the_chain_ends() -> None:
    there = firms(a_firm("A1", parent="R1"), a_firm("R1", "raw_material", 2, "A1"))

    assert texts(there, seen(0)) == []


def test_nothing_is_said_of_a_fleet_that_was_not_checked() -> None:
    assert gaps_of(firms(a_firm("A1")), None) == ()
