"""The fleet's figures at their boundaries: the last day, 180 days, exemptions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.builders import a_diesel_bus, a_month, a_report, a_vehicle, terms
from tests.reckoning import figures, value, why_not


def test_a_bus_that_leaves_on_the_last_day_still_counts_and_one_that_left_the_day_before_does_not():
    report = a_report(
        a_vehicle("B1", in_service_to=date(2026, 12, 31)),
        a_vehicle("B2", in_service_to=date(2026, 12, 30)),
        a_vehicle("B3", in_service_from=date(2026, 12, 31)),
    )

    assert value(report, "FLT-01") == 2


def test_small_buses_and_trains_stand_apart_from_the_total():
    report = a_report(
        a_vehicle("B1"),
        a_vehicle("B2", bus_class="bus_8p", battery_kwh=60),
        a_vehicle("T1", bus_class="train", drivetrain="overhead_electric"),
    )

    found = figures(report)

    assert found["FLT-01", "total"].value == 1
    assert found["FLT-01", "bus_class=bus_8p"].value == 1
    assert found["FLT-01", "bus_class=train"].value == 1


def test_a_bus_on_the_overhead_line_of_trains_is_no_zero_emission_bus():
    report = a_report(a_vehicle("B1", drivetrain="trolley"), a_vehicle("B2", drivetrain="overhead_electric"))

    assert value(report, "FLT-02") == 50


def test_the_fleet_is_told_by_drivetrain_class_and_euro_class():
    report = a_report(a_vehicle("B1"), a_diesel_bus("D1"), a_diesel_bus("D2", euro_class="euro_5"))

    found = figures(report)

    assert found["FLT-01", "drivetrain=diesel"].value == 2
    assert found["FLT-01", "euro_class=euro_5"].value == 1
    assert found["FLT-01", "drivetrain=bev,bus_class=bus_12m"].value == 1


def test_the_share_of_zero_emission_leaves_small_buses_out():
    report = a_report(a_vehicle("B1"), a_diesel_bus("D1"), a_diesel_bus("D2"), a_vehicle("B2", bus_class="bus_8p"))

    found = figures(report)

    assert found["FLT-02", "total"].value == Decimal("33.333333333")
    assert found["FLT-02", "bus_class=bus_8p"].value == 100


@pytest.mark.parametrize(("admitted", "share"), [(date(2025, 9, 12), 50), (date(2025, 9, 11), 100)])
def test_a_bus_is_new_when_it_was_admitted_at_most_180_days_before(admitted, share):
    entered = date(2026, 3, 11)
    report = a_report(
        a_vehicle("B1", first_admission=entered, in_service_from=entered),
        a_diesel_bus("D1", first_admission=admitted, in_service_from=entered),
    )

    assert value(report, "FLT-03") == share


def test_a_plate_counts_once_at_its_first_row():
    new = {"first_admission": date(2026, 1, 1), "licence_plate": "12-BBB-3"}
    report = a_report(
        a_vehicle("B1", in_service_from=date(2026, 1, 1), in_service_to=date(2026, 2, 1), **new),
        a_vehicle("B1-2", in_service_from=date(2026, 2, 2), **{**new, "licence_plate": "12bbb3"}),
        a_diesel_bus("D1", first_admission=date(2026, 1, 1), in_service_from=date(2026, 1, 1)),
    )

    assert value(report, "FLT-03") == 50


def test_without_a_new_bus_there_is_no_share():
    assert why_not(a_report(a_vehicle("B1")), "FLT-03") == "Not assessable: no new bus entered in this year."


def test_the_share_of_kilometres_is_by_kilometres():
    report = a_report(a_vehicle("B1"), a_diesel_bus("D1"), activity=[a_month("B1", km=300), a_month("D1", km=100)])

    assert value(report, "FLT-04") == 75


def test_temporary_days_outside_the_exemption_count():
    exempted = a_diesel_bus("D1", deployment="temporary_exempted", in_service_to=date(2026, 4, 10))
    report = a_report(exempted, a_vehicle("B1", deployment="temporary"), activity=[a_month("D1", km=100)])

    with_terms = figures(report, terms=terms())

    assert with_terms["FLT-05", "total"].value == 10
    assert with_terms["FLT-05", "beside=km"].value == 100
    assert value(report, "FLT-05") == 100


def test_overlapping_exemptions_take_a_day_off_once():
    def exemption(start, end):
        return {"norm": "N-TEMP", "from": start, "to": end, "decision": "1", "reason": "late"}

    report = a_report(a_diesel_bus("D1", deployment="temporary"))
    agreed = terms(exemptions=[exemption("2026-01-01", "2026-06-30"), exemption("2026-03-01", "2026-12-30")])

    assert value(report, "FLT-05", terms=agreed) == 1


def test_a_score_needs_a_table_in_the_terms():
    report = a_report(a_vehicle("B1"), a_diesel_bus("D1"))

    assert why_not(report, "FLT-06", terms=terms()) is not None
    assert value(report, "FLT-06", terms=terms(environmental_scores={"ze": 10, "euro_6": 5})) == Decimal("7.5")


def test_an_impossible_service_period_makes_the_fleet_not_assessable():
    report = a_report(a_vehicle("B1", in_service_to=date(2023, 1, 1)))

    assert why_not(report, "FLT-01") == "Not assessable: rule FLT-002 finds an error on the sheet Fleet, row 2."
