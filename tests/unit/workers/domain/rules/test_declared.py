"""Declared totals at the bounds of their rules."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.judgement import Severity
from tests.builders import (
    BROKEN,
    FACTORS_2026,
    Cells,
    a_declaration,
    a_diesel_bus,
    a_month,
    a_report,
    all_findings,
    checked,
    diesel,
    findings,
    not_assessed,
)
from workers.domain.factors import Factor, FactorSet
from workers.domain.rules.declared import (
    a_declared_indicator_agrees_with_the_rows,
    a_declared_total_is_the_sum_of_its_parts,
    declared_emission_is_made_with_the_years_factor,
)

GREY_2023 = Factor(
    "electricity_origin", "grey", "kWh", Decimal("0.456"), None, None, None, None, Decimal("3.6"), source="earlier list"
)
LIST_2023 = FactorSet(id="2023", year=2023, entries=(GREY_2023,))


def of_diesel(value: object, **more: object) -> Cells:
    return {**a_declaration(value=value, unit="kg", part="diesel_b7", quantity=1000, quantity_unit="l"), **more}


@pytest.mark.parametrize(
    ("kg", "severity"),
    [
        ("3283.51", None),
        ("3218.49", None),
        ("3283.511", Severity.WARNING),
        ("3218.489", Severity.WARNING),
        ("3413.55", Severity.WARNING),
        ("3413.551", Severity.ERROR),
        ("3088.449", Severity.ERROR),
    ],
)
def test_one_percent_off_is_fine_five_percent_a_warning_and_more_an_error(kg: str, severity: Severity | None) -> None:
    report = a_report(declared=[of_diesel(kg)])

    found = findings(declared_emission_is_made_with_the_years_factor, report)

    assert [finding.severity for finding in found] == ([severity] if severity else [])
    assert all(finding.place == ("declared", 2, "value") for finding in found)


@pytest.mark.parametrize(
    ("indicator", "value"), [("GHG-01", 2462), ("GHG-03", 788), ("GHG-04", 3251), ("GHG-11", 176), ("GHG-05", 1)]
)
def test_each_indicator_has_its_column_of_the_list(indicator: str, value: object) -> None:
    report = a_report(declared=[of_diesel(value, indicator_id=indicator)])

    assert findings(declared_emission_is_made_with_the_years_factor, report) == []


@pytest.mark.parametrize("unit", ["t", "tCO2e", "t CO2e", "ton CO2-eq", "T"])
def test_tonnes_are_understood_in_their_usual_spellings(unit: str) -> None:
    report = a_report(declared=[{**of_diesel("3.251"), "unit": unit}])

    assert findings(declared_emission_is_made_with_the_years_factor, report) == []
    assert not_assessed(declared_emission_is_made_with_the_years_factor, report) == {}


@pytest.mark.parametrize(
    ("part", "value"), [("electricity", 483), ("Elektriciteit", 483), ("biomass", 71), ("wind_nl", 0), ("Wind NL", 0)]
)
def test_electricity_counts_as_grey_unless_an_origin_is_named(part: str, value: object) -> None:
    row = a_declaration(value=value, unit="kg", part=part, quantity=1, quantity_unit="MWh")

    assert findings(declared_emission_is_made_with_the_years_factor, a_report(declared=[row])) == []


def test_the_factor_of_the_year_and_the_year_that_would_fit_are_named() -> None:
    row = a_declaration(value="456", unit="t", part="electricity", quantity=1_000_000, quantity_unit="kWh")
    report = a_report(declared=[row])

    [finding] = findings(declared_emission_is_made_with_the_years_factor, report, all_factors=(LIST_2023, FACTORS_2026))

    assert finding.nl == (
        "456 t op 1.000.000 kWh komt neer op 0,456 kg per kWh. In de lijst van 2026 is de factor voor electricity 0,483 kg."
    )
    assert finding.expected == ("0,483 kg per kWh, met hoogstens 1 % verschil. Jaren waarvan de factor wel past: 2023.")
    assert (finding.severity, finding.value) == (Severity.ERROR, "456")


def test_an_emission_of_what_emits_nothing_is_an_error() -> None:
    row = a_declaration(value="0.001", unit="kg", part="wind_nl", quantity=1, quantity_unit="kWh")

    [finding] = findings(declared_emission_is_made_with_the_years_factor, a_report(declared=[row]))

    assert finding.severity is Severity.ERROR
    assert finding.expected.endswith("Jaren waarvan de factor wel past: –.")


def test_a_part_that_is_no_carrier_has_no_factor() -> None:
    rows = [a_declaration(value=9, part="building", quantity=1, quantity_unit="l"), a_declaration(value=9)]

    report = a_report(declared=rows)

    assert findings(declared_emission_is_made_with_the_years_factor, report) == []
    assert not_assessed(declared_emission_is_made_with_the_years_factor, report) == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"quantity": None},
        {"quantity_unit": None},
        {"quantity_unit": "kg"},
        {"unit": "m3"},
        {"part": "petrol_e10", "indicator_id": BROKEN, "value": BROKEN},
        {"value": BROKEN},
        {"part": "fossil"},
    ],
)
def test_what_lacks_an_input_is_not_assessed(changes: dict[str, object]) -> None:
    report = a_report(declared=[{**of_diesel(1), **changes}])

    assert findings(declared_emission_is_made_with_the_years_factor, report) == []


def test_without_a_list_of_the_year_nothing_is_assessed() -> None:
    report = a_report(declared=[of_diesel(1)])

    assert findings(declared_emission_is_made_with_the_years_factor, report, factors=None) == []
    assert list(not_assessed(declared_emission_is_made_with_the_years_factor, report, factors=None).values()) == [1]


def parts(*given: tuple[str | None, object], unit: str = "t") -> list[Cells]:
    """A total (part blank) and its parts."""
    return [a_declaration(part=part, value=value, unit=unit) for part, value in given]


@pytest.mark.parametrize(("total", "faults"), [(102, 0), (98, 0), ("102.001", 1), ("97.999", 1)])
def test_a_total_may_differ_one_unit_for_each_part(total: object, faults: int) -> None:
    report = a_report(declared=parts((None, total), ("diesel_b7", 60), ("hvo100", 40)))

    found = findings(a_declared_total_is_the_sum_of_its_parts, report)

    assert [finding.place for finding in found] == [("declared", 2, "value")] * faults


def test_carriers_and_places_are_each_held_against_the_total() -> None:
    rows = parts(("vehicles", 50), ("Gebouw", 40), (None, 100), ("diesel_b7", 60), ("electricity", 40), ("wind_nl", 40))

    [finding] = findings(a_declared_total_is_the_sum_of_its_parts, a_report(declared=rows))

    assert finding.row == 4
    assert finding.nl == "GHG-04: het totaal is 100 t, maar gebouwen en voertuigen zijn samen 90 t."


def test_a_total_alone_parts_alone_and_other_indicators_are_fine() -> None:
    rows = [
        *parts((None, 100)),
        a_declaration("GHG-01", part="diesel_b7", value=1),
        a_declaration("GHG-03", value=5),
        a_declaration("GHG-03", part="regio", value=1),
    ]

    assert findings(a_declared_total_is_the_sum_of_its_parts, a_report(declared=rows)) == []


@pytest.mark.parametrize("part", [a_declaration(part="hvo100", value=BROKEN), a_declaration(part="hvo100", value=None)])
def test_a_sum_that_lacks_a_part_is_not_assessed(part: Cells) -> None:
    report = a_report(declared=[*parts((None, 100), ("diesel_b7", 1), unit="t CO2e"), part])

    assert findings(a_declared_total_is_the_sum_of_its_parts, report) == []
    assert list(not_assessed(a_declared_total_is_the_sum_of_its_parts, report).values()) == [1]


def test_parts_in_another_unit_are_not_assessed() -> None:
    report = a_report(declared=[*parts((None, 100)), *parts(("diesel_b7", 5), unit="kg")])

    assert findings(a_declared_total_is_the_sum_of_its_parts, report) == []
    assert list(not_assessed(a_declared_total_is_the_sum_of_its_parts, report).values()) == [1]


def declared_against_rows(*declared: Cells) -> list[tuple[str, int | None, str | None]]:
    """What the whole check finds in declared totals of a bus that ran 1000 km on 100 l of diesel."""
    report = a_report(
        a_diesel_bus(), activity=[a_month("D1", km=1000)], energy=[diesel(litres=100)], declared=list(declared)
    )
    return [(found.rule, found.row, found.value) for found in all_findings(report) if found.rule.startswith("DEC-")]


@pytest.mark.parametrize(("km", "faults"), [(1010, 0), (990, 0), ("1010.001", 1), ("989.999", 1)])
def test_a_declared_indicator_may_differ_one_percent_from_the_rows(km: object, faults: int) -> None:
    declared = a_declaration("CTX-02", value=km, unit="km")

    assert declared_against_rows(declared) == [("DEC-003", 2, str(km))] * faults


def test_a_declared_part_is_held_against_the_same_part_in_its_own_unit() -> None:
    fitting = a_declaration("GHG-04", part="Diesel B7", value="325.1", unit="kg CO2e")
    wrong = a_declaration("GHG-04", value="0.4", unit="t")

    assert declared_against_rows(fitting, wrong) == [("DEC-003", 3, "0.4")]


def test_a_row_with_a_fault_in_its_factor_is_not_reported_again() -> None:
    row = a_declaration(part="diesel_b7", value="0.4", unit="t", quantity=100, quantity_unit="l")

    assert declared_against_rows(row) == [("DEC-001", 2, "0.4")]


def test_what_the_rows_give_no_figure_for_is_not_assessed() -> None:
    rows = [a_declaration("CTX-04", value=1, unit="EUR"), a_declaration("CTX-02", value=1, unit="uur")]

    result = checked(a_report(a_diesel_bus(), activity=[a_month("D1", km=1000)], declared=rows))

    assert sum(item.rows for item in result.not_assessed if item.rule == "DEC-003") == 2


def test_a_disagreement_is_told_with_both_figures() -> None:
    report = a_report(
        a_diesel_bus(),
        activity=[a_month("D1", km=1000)],
        declared=[a_declaration("CTX-02", value=2000, unit="km")],
    )

    [finding] = [found for found in all_findings(report) if found.rule == "DEC-003"]

    assert finding.nl == "CTX-02: opgegeven is 2.000 km, maar de rijen van dit rapport geven 1.000 km."
    assert finding.severity is Severity.ERROR


def test_before_the_indicators_are_reckoned_no_total_is_judged() -> None:
    report = a_report(declared=[a_declaration("CTX-02", value=2000, unit="km")])

    assert findings(a_declared_indicator_agrees_with_the_rows, report) == []
    assert list(not_assessed(a_declared_indicator_agrees_with_the_rows, report).values()) == [1]
