"""The people's figures: nobody counts twice, a blank is not a zero, and small groups are left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.judgement import Outcome
from tests.builders import BROKEN, a_report, a_supplier, a_vehicle, ridership, terms
from tests.reckoning import figures, outcome, value, why_not


def staff(group="total", **more):
    return {"staff_group": group, "headcount": 100, "fte": 30, **more}


def test_the_groups_of_an_organisation_are_not_added_to_its_total():
    report = a_report(
        workforce=[staff("drivers", headcount=60, fte=20), staff("office", headcount=40, fte=10), staff()]
    )

    assert value(report, "SOC-01") == 100


def test_without_a_total_the_groups_add_up():
    report = a_report(workforce=[staff("drivers", headcount=60), staff("office", headcount=40)])

    assert value(report, "SOC-01") == 100


def test_holder_and_suppliers_are_told_apart():
    report = a_report(
        suppliers=[a_supplier("S1")],
        workforce=[staff(fatalities=0), staff(organisation_id="S1", headcount=30, fatalities=0)],
    )

    found = figures(report)

    assert found["SOC-01", "organisation=holder"].value == 100
    assert found["SOC-01", "organisation=suppliers"].value == 30
    assert found["SOC-04", "total"].value == 0


def test_a_blank_number_of_deaths_is_not_zero():
    report = a_report(suppliers=[a_supplier("S1")], workforce=[staff(fatalities=0), staff(organisation_id="S1")])

    assert why_not(report, "SOC-04") == "Not assessable: not given by S1."
    assert outcome(report, "N-FATAL", terms=terms()) is Outcome.NOT_ASSESSABLE


def test_blanks_of_a_supplier_that_refused_are_no_gap():
    refusing = a_supplier("S1", refused=True, request_ground="voluntary")
    report = a_report(
        suppliers=[refusing],
        workforce=[staff(fatalities=0, training_hours=200), staff(organisation_id="S1", headcount=300)],
    )

    found = figures(report)

    assert found["SOC-04", "total"].value == 0
    assert found["SOC-04", "total"].why.notes[0].en == "Refused, so not in this figure: S1."
    assert found["SOC-04", "organisation=holder"].why.notes == ()
    assert found["SOC-06", "total"].value == 2


def test_where_nobody_is_left_to_count_the_figure_says_why_not():
    report = a_report(
        workforce=[staff(headcount=0, fte=0, accidents=0, hours_worked=0, training_hours=0, leavers=0)],
        incidents=[
            {"period": "2026-01", "category": "social_safety_a", "registration_system": "own", "count": 1},
        ],
        ridership=[ridership(passenger_km=0)],
    )

    assert why_not(report, "SOC-03", "beside=rate") == "Not assessable: no hours worked are given."
    assert why_not(report, "SOC-06") == "Not assessable: no employees are given."
    assert why_not(report, "SOC-13") == "Not assessable: no employees are given."
    rate = "registration_system=own,beside=rate"
    assert why_not(report, "SOC-10", rate) == "Not assessable: no passenger-kilometres are given."


def test_sickness_absence_is_weighted_by_fte_and_leaves_small_groups_out():
    report = a_report(
        workforce=[
            staff("drivers", fte=30, sick_leave_pct=8),
            staff("office", fte=10, sick_leave_pct=4),
            staff("technical", headcount=9, fte=9),
        ]
    )

    assert value(report, "SOC-02") == 7


def test_sickness_absence_is_told_only_where_the_concession_asks():
    report = a_report(workforce=[staff(sick_leave_pct=5)])

    assert why_not(report, "SOC-02", terms=terms(asks_sick_leave=False)) is not None
    assert value(report, "SOC-02", terms=terms()) == 5


def test_accidents_are_told_per_200_000_hours():
    report = a_report(workforce=[staff(accidents=3, hours_worked=150_000)])

    found = figures(report)

    assert found["SOC-03", "total"].value == 3
    assert found["SOC-03", "beside=rate"].value == 4


@pytest.mark.parametrize(("wage", "answer"), [("14.71", 1), ("14.70", 0)])
def test_the_minimum_wage_holds_at_the_bound(wage, answer):
    report = a_report(workforce=[staff(lowest_hourly_wage_eur=wage)])

    assert value(report, "SOC-07") == answer


def an_effort(value_eur):
    return {"item_id": "1", "building_block": "job_agreement", "description": "Instroom", "value_eur": value_eur}


@pytest.mark.parametrize(("effort", "expected"), [(5_000, Outcome.MEETS), ("4999.99", Outcome.DOES_NOT_MEET)])
def test_social_return_is_held_against_its_base(effort, expected):
    report = a_report(social_return=[an_effort(effort)], sroi_base_eur=100_000)

    assert outcome(report, "N-SROI", terms=terms()) is expected


def test_social_return_without_a_base_is_not_assessable():
    report = a_report(social_return=[an_effort(5_000)])

    assert why_not(report, "SOC-08") is not None
    assert value(report, "SOC-08", "beside=value") == 5_000


def test_incidents_of_different_systems_are_never_added_up():
    def count(system):
        return {"period": "2026-01", "category": "social_safety_a", "registration_system": system, "count": 2}

    both = figures(a_report(incidents=[count("trias"), count("own")]))

    assert both["SOC-10", "total"].value is None
    assert both["SOC-10", "registration_system=trias,category=social_safety_a"].value == 2
    assert value(a_report(incidents=[count("trias")]), "SOC-10") == 2


def test_a_vehicle_of_which_the_class_cannot_be_read_is_in_the_total_and_leaves_its_part_open():
    report = a_report(a_vehicle("B1", wheelchair_accessible=False, bus_class=BROKEN), a_vehicle("B2"))

    assert value(report, "SOC-11") == 50
    assert why_not(report, "SOC-11", "mode=bus") is not None


def test_an_incident_of_another_kind_that_cannot_be_read_leaves_social_safety_as_it_is():
    safety = {"period": "2026-01", "category": "social_safety_a", "registration_system": "own", "count": 2}
    traffic = {**safety, "category": "traffic_injury", "count": BROKEN}

    assert value(a_report(incidents=[safety, traffic]), "SOC-10") == 2
    assert why_not(a_report(incidents=[{**safety, "count": BROKEN}]), "SOC-10") is not None


def test_accessible_vehicles_are_those_in_service_on_the_last_day():
    report = a_report(a_vehicle("B1"), a_vehicle("B2", wheelchair_accessible=False), a_vehicle("B3"))

    assert value(report, "SOC-11") == Decimal("66.666666667")
