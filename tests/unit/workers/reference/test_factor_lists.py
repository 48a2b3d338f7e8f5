"""The lists that come with the product, and lists that somebody imports."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workers.reference import UnreadableFactors, air_factors, factor_set, factor_sets, parse_factors

HEAD = "year,kind,code,unit,wtw,ttw,wtt,biogenic,infrastructure,mj_per_unit,source\n"


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


def test_an_imported_list_is_read_per_year():
    text = HEAD + "2027,carrier,diesel_b7,l,3.2,2.4,0.8,,,35.9,list 2027\n2028,carrier,diesel_b7,l,3.1,,,,,,list 2028\n"

    found = parse_factors("\ufeff" + text)

    assert [(known.id, known.year, len(known.entries)) for known in found] == [
        ("official-2027", 2027, 1),
        ("official-2028", 2028, 1),
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("2027,carrier,diesel_b7,l,3,2,,,,,x", "line 2: '3,2' is no number"),
        ("twee,carrier,diesel_b7,l,3,,,,,,x", "line 2: 'twee' is no year"),
        ("2027,fuel,diesel_b7,l,3,,,,,,x", "line 2: unknown kind 'fuel'"),
        ("2027,carrier,diesel_b7,l,-3,,,,,,x", "line 2: '-3' is no factor"),
    ],
)
def test_a_line_that_cannot_be_understood_is_named(line, said):
    quoted = line.replace("3,2,,", '"3,2",,,') if "3,2" in said else line

    with pytest.raises(UnreadableFactors) as wrong:
        parse_factors(HEAD + quoted)

    assert str(wrong.value) == said


def test_an_entry_that_stands_there_twice_is_refused():
    line = "2027,carrier,diesel_b7,l,3,,,,,,x\n"

    with pytest.raises(UnreadableFactors, match="line 3: diesel_b7 stands there twice"):
        parse_factors(HEAD + line + line)


def test_a_list_without_its_columns_is_refused():
    with pytest.raises(UnreadableFactors, match="missing columns"):
        parse_factors("year;kind\n")
