"""NOx and PM10 at the listed speeds, between them, and where the list has no factor."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.judgement import Status
from tests.builders import a_diesel_bus, a_month, a_report, a_vehicle
from tests.reckoning import figures, value, why_not


@pytest.mark.parametrize(
    ("speed", "grams_per_km"),
    [
        (5, "0.5966"),
        (18, "0.5966"),
        (25, "0.457"),
        (30, "0.3901"),
        (35, "0.3232"),
        (50, "0.2033"),
        (80, "0.2033"),
        (None, "0.457"),
    ],
)
def test_nox_follows_the_curve_between_listed_speeds_and_is_clamped_outside(speed, grams_per_km):
    report = a_report(a_diesel_bus("D1"), activity=[a_month("D1", km=1000, avg_speed_kmh=speed)])

    assert value(report, "AIR-01") == Decimal(grams_per_km)


def test_a_blank_speed_makes_it_an_estimate():
    report = a_report(a_diesel_bus("D1"), activity=[a_month("D1", km=1000)])

    assert figures(report)["AIR-01", "total"].status is Status.ESTIMATED


def test_zero_emission_counts_as_none_and_small_buses_and_trains_are_left_out():
    report = a_report(
        a_vehicle("B1"),
        a_diesel_bus("D1", bus_class="bus_8p"),
        a_diesel_bus("T1", bus_class="train", euro_class="stage_5"),
        activity=[a_month("B1"), a_month("D1"), a_month("T1")],
    )

    assert value(report, "AIR-01") == 0


@pytest.mark.parametrize(
    ("changes", "grams_per_km"),
    [
        ({"euro_class": "euro_5"}, "6.9402"),
        ({"bus_class": "midi"}, "0.3883"),
        ({"bus_class": "bus_24m"}, "0.4112"),
        ({"drivetrain": "hybrid"}, "0.457"),
        ({"drivetrain": "cng", "euro_class": "eev"}, "3.6074"),
    ],
)
def test_class_drivetrain_and_euro_class_choose_the_curve(changes, grams_per_km):
    report = a_report(a_diesel_bus("D1", **changes), activity=[a_month("D1", km=1000, avg_speed_kmh=25)])

    assert value(report, "AIR-01") == Decimal(grams_per_km)


@pytest.mark.parametrize(("without_factor", "assessable"), [(50, True), ("50.001", False)])
def test_at_least_95_per_cent_of_the_kilometres_must_have_a_factor(without_factor, assessable):
    covered = 1000 - Decimal(without_factor)
    report = a_report(
        a_diesel_bus("D1"),
        a_vehicle("P1", drivetrain="petrol", euro_class="euro_6"),
        activity=[a_month("D1", km=covered, avg_speed_kmh=25), a_month("P1", km=without_factor, avg_speed_kmh=25)],
    )

    found = figures(report)["AIR-01", "total"]

    assert (found.value is not None) is assessable
    assert found.why.coverage is not None
    assert found.why.coverage.missing == Decimal(without_factor) / 10
    assert "bus_12m petrol euro_6" in found.why.notes[0].en


def test_pm10_has_curves_of_its_own():
    report = a_report(a_diesel_bus("D1"), activity=[a_month("D1", km=1000, avg_speed_kmh=30)])

    assert value(report, "AIR-02") == Decimal("0.00495")


def test_without_kilometres_there_is_nothing_to_judge():
    report = a_report(a_diesel_bus("D1"), activity=[a_month("D1", km=0)])

    assert why_not(report, "AIR-01") == "Not assessable: no kilometres of buses are given."
