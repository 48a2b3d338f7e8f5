"""The lists that come with the product."""

from __future__ import annotations

from decimal import Decimal

from workers.reference import air_factors, factor_set, factor_sets, units_of_factors
from workers.reference.remarks import remarks


def test_the_list_of_2026_is_official_and_the_demo_list_of_2025_is_fictional():
    official, demo = factor_set(2026), factor_set(2025)

    assert official is not None
    assert demo is not None
    assert (official.id, official.fictional) == ("official-2026", False)
    assert (demo.id, demo.fictional) == ("demo-2025", True)


def test_earlier_years_have_partial_lists_and_an_unknown_year_has_none():
    earlier = factor_set(2023)

    assert earlier is not None
    assert earlier.find("carrier", "hvo100") is None
    assert factor_set(2019) is None


def test_well_to_wheel_is_as_listed_and_not_the_sum_of_its_parts():
    listed = factor_sets()[-1].find("carrier", "diesel_b7")

    assert listed is not None
    assert listed.amount("wtw") == Decimal("3.251")
    assert listed.amount("infrastructure") is None


def test_a_blank_biogenic_factor_counts_as_none():
    listed = factor_sets()[-1].find("carrier", "district_heat")

    assert listed is not None
    assert listed.amount("biogenic") == 0


def test_a_curve_is_the_one_technology_or_else_scr():
    one = air_factors().curve(fuel="D", segment="Ubus Midi <=15 t", euro="VI", pollutant="NOx")
    of_two = air_factors().curve(fuel="D", segment="Ubus Midi <=15 t", euro="V", pollutant="NOx")

    assert one is not None
    assert one.tech == "DPF+SCR"
    assert of_two is not None
    assert of_two.tech == "SCR"


def test_the_factors_of_the_product_have_no_remarks():
    assert list(remarks(factor_sets()[-1], units_of_factors())) == []
