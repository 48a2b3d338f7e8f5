"""Kilometres and passengers: what counts, what stands apart, and what a faulty row does."""

from __future__ import annotations

from decimal import Decimal

from tests.builders import BROKEN, a_month, a_report, a_supplier, a_vehicle, ridership
from tests.reckoning import figures, value, why_not


def test_kilometres_of_buses_add_up_and_trains_stand_apart():
    report = a_report(
        a_vehicle("B1"),
        a_vehicle("T1", bus_class="train", drivetrain="overhead_electric"),
        activity=[a_month("B1", km="1000.001"), a_month("B1", km="0.002", period="2026-02"), a_month("T1", km=7)],
    )

    found = figures(report)

    assert found["CTX-02", "total"].value == Decimal("1000.003")
    assert found["CTX-02", "mode=train"].value == 7


def test_a_subcontractor_is_in_the_total_and_a_part_of_its_own():
    report = a_report(
        a_vehicle("B1"),
        a_vehicle("B2", operator_id="S1"),
        activity=[a_month("B1", km=100), a_month("B2", km=50)],
        suppliers=[a_supplier("S1")],
    )

    found = figures(report)

    assert found["CTX-02", "total"].value == 150
    assert found["CTX-02", "operator=holder"].value == 100
    assert found["CTX-02", "operator=subcontractors"].value == 50


def test_a_figure_says_how_it_came_about():
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=600), a_month("B1", km=400, period="2026-02")])

    why = figures(report)["CTX-02", "total"].why

    assert why.worked is not None
    assert why.worked.nl == "som van 2 rijen = 1.000 km"
    assert [(i.sheet, i.column, i.rows, i.sum) for i in why.inputs] == [("activity", "km_total", 2, Decimal(1000))]


def test_a_faulty_cell_makes_only_its_own_figure_not_assessable():
    report = a_report(a_vehicle("B1"), activity=[{**a_month("B1", km=100), "km_timetable": BROKEN}])

    assert why_not(report, "CTX-01") is not None
    assert value(report, "CTX-02") == 100


def test_a_rule_that_finds_an_error_on_a_used_row_is_named():
    report = a_report(a_vehicle("B1"), activity=[{**a_month("B1", km=100), "km_timetable": 101}])

    reason = why_not(report, "CTX-01")

    assert reason == "Not assessable: rule ACT-001 finds an error on the sheet Activity, row 2."


def test_a_second_row_of_one_key_is_left_out_of_the_sum():
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=100), a_month("B1", km=900)])

    assert value(report, "CTX-02") == 100


def test_a_row_of_an_unknown_vehicle_makes_the_sum_not_assessable():
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=100), a_month("B9", km=900)])

    assert why_not(report, "CTX-02") == "Not assessable: rule KEY-002 finds an error on the sheet Activity, row 3."


def test_an_error_on_a_train_leaves_the_buses_assessable():
    report = a_report(
        a_vehicle("B1"),
        a_vehicle("T1", bus_class="train", drivetrain="overhead_electric"),
        activity=[a_month("B1", km=100), {**a_month("T1", km=100), "km_timetable": 101}],
    )

    assert value(report, "CTX-01") == 90
    assert why_not(report, "CTX-01", "mode=train") is not None


def test_an_empty_required_sheet_is_not_zero():
    report = a_report(a_vehicle("B1"))

    assert why_not(report, "CTX-02") == "Not assessable: the sheet Activity has no rows; blank is not the same as zero."


def test_a_missing_sheet_or_column_is_named():
    without_sheet = a_report(a_vehicle("B1"), absent=["activity"])
    without_column = a_report(a_vehicle("B1"), activity=[a_month("B1")], absent=["activity.km_total"])

    assert why_not(without_sheet, "CTX-02") == "The sheet Activity is missing."
    assert why_not(without_column, "CTX-02") == "The column Total vehicle km is missing on the sheet Activity."


def test_passengers_add_up_over_the_modes():
    report = a_report(ridership=[ridership(passenger_km=8), ridership(mode="train", passenger_km=2)])

    found = figures(report)

    assert found["CTX-03", "total"].value == 10
    assert found["CTX-03", "mode=train"].value == 2


def test_the_revenue_is_what_the_holder_states_and_a_blank_is_not_zero():
    assert value(a_report(concession_revenue_eur="8600000.5"), "CTX-04") == Decimal("8600000.5")
    assert why_not(a_report(), "CTX-04") is not None
