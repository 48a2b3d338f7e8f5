"""Emissions by hand: every figure reckoned on paper with the list of 2026."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from schemas.judgement import Status
from tests.builders import (
    BROKEN,
    a_contract,
    a_diesel_bus,
    a_document,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    building,
    diesel,
    electricity,
    ridership,
)
from tests.reckoning import figures, value, why_not

YEAR = [f"2026-{month:02}" for month in range(1, 13)]


def a_flow(material, quantity, **more):
    return {
        "flow_id": material,
        "material": material,
        "direction": "out",
        "quantity": quantity,
        "unit": "kg",
        "treatment": "loss",
        **more,
    }


def a_fleet(*contracts, **more):
    """An electric bus on 1 MWh, a diesel bus of a subcontractor on 100 litres, a depot with gas and power."""
    return a_report(
        a_vehicle("B1"),
        a_diesel_bus("D1", operator_id="S1"),
        suppliers=[a_supplier("S1")],
        energy=[
            electricity("B1", kwh=1000, contract_id="C1" if contracts else None),
            diesel("D1", litres=100),
            building(quantity=500),
            building(quantity=10, carrier="natural_gas", unit="Nm3"),
            building(quantity=1, carrier="district_heat", unit="GJ"),
        ],
        energy_contracts=contracts,
        evidence=[a_document()],
        **{"activity": [a_month("B1", km=600), a_month("D1", km=400)], **more},
    )


def test_scope_1_is_what_the_holder_burns_with_refrigerant_and_adblue():
    flows = [a_flow("refrigerant_r134a", 2), a_flow("adblue", 100, direction="in", unit="l", treatment=None)]

    found = value(a_fleet(materials=flows), "GHG-01")

    assert found == (Decimal("10") * Decimal("1.779") + 2 * 1530 + 100 * Decimal("0.26")) / 1000


def test_only_leakage_of_refrigerant_counts():
    flows = [a_flow("refrigerant_r134a", 2, treatment="recycling")]

    assert value(a_fleet(materials=flows), "GHG-01") == Decimal("0.01779")


def test_a_refrigerant_in_pieces_has_no_factor():
    reason = why_not(a_fleet(materials=[a_flow("refrigerant_r134a", 2, unit="pieces")]), "GHG-01")

    assert reason == "Not assessable: Refrigerant R134a is in pieces, the factor is per kg."


def test_scope_2_without_a_contract_is_grey_on_the_market_and_the_mix_by_location():
    found = figures(a_fleet())

    assert found["GHG-02", "total"].value == (1500 * Decimal("0.401") + Decimal("34.31")) / 1000
    assert found["GHG-02", "basis=market"].value == found["GHG-02", "total"].value
    assert found["GHG-02", "basis=location"].value == (1500 * Decimal("0.2") + Decimal("34.31")) / 1000


def test_upstream_is_the_wtt_column():
    heat_and_gas = Decimal("6.14") + 10 * Decimal("0.355")

    found = figures(a_fleet())

    assert found["GHG-03", "total"].value == (1500 * Decimal("0.082") + heat_and_gas) / 1000
    assert found["GHG-03", "basis=location"].value == (1500 * Decimal("0.044") + heat_and_gas) / 1000


def test_transport_counts_vehicles_only_at_the_wtw_column():
    found = figures(a_fleet())

    assert found["GHG-04", "total"].value == (1000 * Decimal("0.483") + 100 * Decimal("3.251")) / 1000
    assert found["GHG-04", "basis=location"].value == (1000 * Decimal("0.244") + 100 * Decimal("3.251")) / 1000
    assert found["GHG-04", "operator=holder"].value == Decimal("0.483")
    assert found["GHG-04", "carrier=diesel_b7"].value == Decimal("0.3251")
    assert found["GHG-04", "mode=bus"].value == found["GHG-04", "total"].value


@pytest.mark.parametrize(("certificates", "tonnes"), [(1000, "0"), ("0.98", "0.00966")])
def test_certificates_short_of_what_is_booked_leave_the_rest_grey(certificates, tonnes):
    found = figures(a_fleet(a_contract(certificates_mwh=certificates)))

    assert found["GHG-04", "operator=holder"].value == Decimal(tonnes)


@pytest.mark.parametrize(("origin", "tonnes"), [("grey", "0.483"), ("unknown", "0.244"), ("biomass", "0.071")])
def test_electricity_counts_at_the_origin_of_its_contract(origin, tonnes):
    found = figures(a_fleet(a_contract(origin=origin)))

    assert found["GHG-04", "operator=holder"].value == Decimal(tonnes)


def test_infrastructure_stands_beside_and_is_never_in_the_total():
    found = figures(a_fleet(a_contract()))

    assert found["GHG-04", "total"].value == Decimal("0.3251")
    assert found["GHG-04", "beside=infrastructure"].value == Decimal("0.016")


def test_hvo_counts_as_delivered_and_beside_it_as_diesel_where_no_certificate_covers_it():
    report = a_report(a_diesel_bus("D1"), activity=[a_month("D1")], energy=[diesel("D1", litres=100, carrier="hvo100")])

    found = figures(report)

    assert found["GHG-04", "total"].value == Decimal("0.0468")
    assert found["GHG-04", "beside=fossil_counterpart"].value == Decimal("0.3251")


def test_a_covered_renewable_fuel_has_no_fossil_counterpart():
    report = a_report(
        a_diesel_bus("D1"),
        activity=[a_month("D1")],
        energy=[diesel("D1", litres=100, carrier="hvo100", contract_id="C1")],
        energy_contracts=[
            a_contract(carrier="hvo100", origin="certified_renewable", unit="l", quantity=100, certificates_mwh=1)
        ],
        evidence=[a_document()],
    )

    assert value(report, "GHG-04", "beside=fossil_counterpart") == Decimal("0.0468")


def test_grams_per_passenger_km_need_ridership_in_every_month():
    whole = a_fleet(ridership=[ridership(month, passenger_km=100) for month in YEAR])
    partly = a_fleet(ridership=[ridership(month, passenger_km=100) for month in YEAR[:-1]])

    assert value(whole, "GHG-05") == Decimal("673.416666667")
    assert "2026-12" in (why_not(partly, "GHG-05") or "")


def test_grams_per_kilometre_are_the_sum_over_the_sum():
    found = figures(a_fleet())

    assert found["GHG-06", "total"].value == Decimal("808.1")
    assert found["GHG-06", "operator=subcontractors"].value == Decimal("812.75")


def test_building_and_embodied_emissions_are_never_in_the_intensity():
    without = a_fleet()
    with_more = a_fleet(
        chain_emissions=[
            {
                "entry_id": "1",
                "scope3_category": 2,
                "activity": "x",
                "kg_co2e": 9999,
                "allocation_pct": 100,
                "method": "average",
            }
        ]
    )

    assert value(with_more, "GHG-06") == value(without, "GHG-06")


def an_emission(supplier_id, **more):
    return {
        "entry_id": f"{supplier_id}-1",
        "supplier_id": supplier_id,
        "scope3_category": 4,
        "activity": "Buurtbus",
        "kg_co2e": 2000,
        "allocation_pct": 25,
        "method": "average",
        **more,
    }


def test_a_subcontractor_without_vehicles_counts_by_its_allocated_emissions():
    chain: Any = {
        "suppliers": [a_supplier("S1"), a_supplier("S2")],
        "chain_emissions": [an_emission("S1"), an_emission("S2")],
    }
    report = a_report(
        a_vehicle("B1"),
        a_diesel_bus("D1", operator_id="S1"),
        activity=[a_month("B1"), a_month("D1")],
        energy=[electricity("B1"), diesel("D1", litres=100)],
        **chain,
    )

    assert value(report, "GHG-09") == Decimal("0.3251") + Decimal("0.5")


def test_a_subcontractor_reckoned_from_money_spent_makes_the_figure_an_estimate():
    spent = {"entry_id": "1", "scope3_category": 1, "activity": "Vervoer", "kg_co2e": 674.9, "allocation_pct": 100}
    report = a_report(
        a_diesel_bus("D1", operator_id="S1"),
        activity=[a_month("D1")],
        energy=[diesel("D1", litres=100)],
        suppliers=[a_supplier("S1"), a_supplier("S2")],
        chain_emissions=[{**spent, "supplier_id": "S2", "method": "spend"}],
    )

    found = figures(report)["GHG-09", "total"]

    assert found.value == 1
    assert found.status is Status.ESTIMATED
    assert found.why.coverage is not None
    assert found.why.coverage.estimated == Decimal("67.49")


def test_the_change_since_the_base_year_is_as_sure_as_the_emissions():
    estimate = diesel("D1", litres=100, meter="estimate")
    report = a_report(
        a_diesel_bus("D1"), activity=[a_month("D1")], energy=[estimate], base_year=2019, base_year_wtw_t=1
    )

    found = figures(report)

    assert found["GOV-02", "total"].status is Status.ESTIMATED
    assert found["GOV-02", "total"].why.coverage == found["GHG-04", "total"].why.coverage


@pytest.mark.parametrize(("refused", "assessable"), [(None, False), (True, True)])
def test_a_silent_subcontractor_is_not_zero_unless_it_refused(refused, assessable):
    report = a_report(
        a_vehicle("B1"),
        activity=[a_month("B1")],
        energy=[electricity("B1")],
        suppliers=[a_supplier("S2", refused=refused, request_ground="voluntary")],
    )

    assert (why_not(report, "GHG-09") is None) is assessable


def test_biogenic_co2_counts_all_energy_and_a_blank_factor_is_none():
    assert value(a_fleet(), "GHG-11") == Decimal("0.0176")


def test_a_fault_at_a_subcontractor_leaves_the_holders_scope_1_assessable():
    report = a_report(
        a_diesel_bus("D1"),
        a_diesel_bus("D2", operator_id="S1"),
        suppliers=[a_supplier("S1")],
        activity=[a_month("D1"), a_month("D2")],
        energy=[diesel("D1", litres=100), diesel("D2", litres=BROKEN)],
    )

    assert value(report, "GHG-01") == Decimal("0.2462")
    assert why_not(report, "GHG-04") is not None


def test_without_a_list_for_the_year_nothing_that_needs_factors_is_assessable():
    reason = why_not(a_fleet(), "GHG-04", factors=None)

    assert reason == "There is no list of emission factors for this report year."


def test_the_factors_that_were_used_are_named_with_source_and_year():
    used = figures(a_fleet())["GHG-04", "total"].why.factors

    assert {(f.code, f.column, f.value, f.source, f.year) for f in used} == {
        ("grey", "wtw", Decimal("0.483"), "official list 2026", 2026),
        ("diesel_b7", "wtw", Decimal("3.251"), "official list 2026", 2026),
    }
