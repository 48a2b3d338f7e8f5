"""Energy: units, losses, uses, and how far certificates go."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from schemas.judgement import Status
from tests.builders import (
    BROKEN,
    FACTORS_WITHOUT_LOSS,
    a_contract,
    a_diesel_bus,
    a_document,
    a_month,
    a_report,
    a_vehicle,
    building,
    diesel,
    electricity,
)
from tests.reckoning import figures, value, why_not


def test_diesel_of_traction_and_heating_counts_and_a_generator_does_not():
    report = a_report(
        a_diesel_bus("D1"),
        activity=[a_month("D1")],
        energy=[
            diesel("D1", litres=300),
            diesel("D1", litres=20, use="heating", carrier="diesel_b0"),
            building(quantity=7, carrier="diesel_b7", unit="l"),
        ],
    )

    found = figures(report)

    assert found["ENE-01", "total"].value == 320
    assert found["ENE-01", "carrier=diesel_b0"].value == 20
    assert found["ENE-01", "bus_class=bus_12m"].value == 320


def test_hvo30_stands_apart_from_hvo100():
    report = a_report(
        a_diesel_bus("D1"),
        activity=[a_month("D1")],
        energy=[diesel("D1", litres=5, carrier="hvo100"), diesel("D1", litres=9, carrier="hvo30")],
    )

    found = figures(report)

    assert found["ENE-02", "total"].value == 5
    assert found["ENE-02", "carrier=hvo30"].value == 9


def test_what_is_metered_in_the_vehicle_gets_its_losses_and_is_an_estimate():
    report = a_report(
        a_vehicle("B1"),
        activity=[a_month("B1")],
        energy=[electricity(kwh=100), electricity(kwh="0.5", unit="MWh", meter="vehicle")],
    )

    found = figures(report)

    assert found["ENE-04", "total"].value == 100 + 560
    assert found["ENE-04", "total"].status is Status.ESTIMATED
    assert found["ENE-04", "meter=charger"].value == Decimal("15.151515152")
    assert found["ENE-04", "meter=charger"].status is Status.ESTIMATED


def test_without_a_known_loss_what_is_metered_in_the_vehicle_is_not_assessable():
    report = a_report(a_vehicle("B1"), activity=[a_month("B1")], energy=[electricity(meter="vehicle")])

    reason = why_not(report, "ENE-04", factors=FACTORS_WITHOUT_LOSS)

    assert reason == "Not assessable: the factor list of 2026 lacks vehicle_meter_loss (wtw)."


def test_a_fault_in_one_fuel_leaves_the_others_assessable():
    report = a_report(
        a_diesel_bus("D1"),
        activity=[a_month("D1")],
        energy=[diesel("D1", litres=BROKEN), diesel("D1", litres=9, carrier="hvo100")],
    )

    assert why_not(report, "ENE-01") is not None
    assert value(report, "ENE-02") == 9


def test_a_fault_in_the_carrier_may_concern_any_of_them():
    report = a_report(a_diesel_bus("D1"), activity=[a_month("D1")], energy=[{**diesel("D1"), "carrier": BROKEN}])

    assert why_not(report, "ENE-01") is not None
    assert why_not(report, "ENE-02") is not None


def test_buildings_are_told_per_carrier_and_together_in_gigajoules():
    report = a_report(
        a_vehicle("B1"),
        energy=[
            building(quantity=1, unit="MWh"),
            building(quantity=10, carrier="natural_gas", unit="Nm3"),
            building(quantity=2, carrier="district_heat", unit="GJ"),
        ],
    )

    found = figures(report)

    assert found["ENE-06", "carrier=electricity"].value == 1000
    assert found["ENE-06", "carrier=natural_gas"].unit == "Nm3"
    assert found["ENE-06", "total"].value == Decimal("3.6") + Decimal("0.3165") + 2


def test_a_vehicle_that_ran_without_energy_makes_the_energy_not_assessable():
    report = a_report(
        a_vehicle("B1"), a_vehicle("B2"), activity=[a_month("B1"), a_month("B2")], energy=[electricity("B1")]
    )

    assert "ENE-006" in (why_not(report, "ENE-04") or "")
    assert why_not(report, "ENE-06") is None
    assert why_not(report, "ENE-01") is None


def _on_contracts(*contracts, energy):
    return a_report(
        a_vehicle("B1", in_service_from=date(2024, 12, 31)),
        a_vehicle("B2", in_service_from=date(2025, 1, 1)),
        activity=[a_month(name) for name in ("B1", "B2") if any(row["vehicle_id"] == name for row in energy)],
        energy=energy,
        energy_contracts=contracts,
        evidence=[a_document()],
    )


def test_certificates_short_of_what_is_booked_are_shared_with_the_building():
    report = _on_contracts(
        a_contract(certificates_mwh=98, quantity=100, unit="MWh"),
        energy=[electricity("B1", kwh=60_000, contract_id="C1"), building(quantity=40_000, contract_id="C1")],
    )

    assert value(report, "ENE-07") == 98


def test_the_new_part_is_of_vehicles_since_2025():
    report = _on_contracts(
        a_contract(), energy=[electricity("B1", kwh=1000), electricity("B2", kwh=1000, contract_id="C1")]
    )

    found = figures(report)

    assert found["ENE-07", "total"].value == 50
    assert found["ENE-07", "new"].value == 100


def test_a_claim_that_fails_a_contract_rule_is_not_assessable_but_energy_itself_is():
    report = _on_contracts(a_contract(certificates_mwh=0), energy=[electricity("B1", kwh=1000, contract_id="C1")])

    assert "CON-001" in (why_not(report, "ENE-07") or "")
    assert "CON-001" in (why_not(report, "GHG-04") or "")
    assert why_not(report, "GHG-04", "basis=location") is None
    assert value(report, "ENE-04") == 1000


def test_a_contract_on_which_nothing_is_booked_does_no_harm():
    report = _on_contracts(
        a_contract(), a_contract("C2", evidence_id=None), energy=[electricity("B1", kwh=1000, contract_id="C1")]
    )

    assert value(report, "ENE-07") == 100


def test_own_solar_counts_up_to_the_contract_quantity_without_certificates():
    solar = a_contract(
        origin="own_solar", quantity=1000, certificates_mwh=None, certificate_year=None, evidence_id=None
    )
    report = _on_contracts(solar, energy=[electricity("B1", kwh=1020, contract_id="C1")])

    found = figures(report)

    assert found["ENE-07", "total"].value == Decimal("98.039215686")
    assert found["ENE-09", "total"].value == 1020


@pytest.mark.parametrize(
    ("carrier", "unit", "mwh", "share"), [("hvo100", "l", "95.944", 100), ("hvo30", "l", "29.5", 30)]
)
def test_a_renewable_fuel_counts_up_to_its_certificates(carrier, unit, mwh, share):
    report = a_report(
        a_diesel_bus("D1"),
        activity=[a_month("D1", km=30_000)],
        energy=[diesel("D1", litres=10_000, carrier=carrier, contract_id="C1")],
        energy_contracts=[
            a_contract(carrier=carrier, origin="certified_renewable", quantity=10_000, unit=unit, certificates_mwh=mwh)
        ],
        evidence=[a_document()],
    )

    found = value(report, "ENE-07")

    assert found is not None
    assert abs(found - share) < Decimal("0.01")


@pytest.mark.parametrize(
    ("origin", "regional", "share"), [("wind_nl", None, 100), ("wind_eu", None, 0), ("hydro", True, 100)]
)
def test_nearby_is_dutch_wind_and_sun_own_sun_and_what_is_regional(origin, regional, share):
    report = _on_contracts(
        a_contract(origin=origin, regional=regional), energy=[electricity("B1", kwh=1000, contract_id="C1")]
    )

    assert value(report, "ENE-08") == share


def test_all_traction_energy_is_given_in_gigajoules_beside_its_renewable_share():
    report = a_report(
        a_vehicle("B1"),
        a_diesel_bus("D1"),
        activity=[a_month("B1"), a_month("D1")],
        energy=[electricity("B1", kwh=1000), diesel("D1", litres=100), diesel("D1", litres=5, use="heating")],
    )

    found = figures(report)["ENE-07", "beside=traction_energy"]

    assert (found.value, found.unit) == (Decimal("7.19"), "GJ")
