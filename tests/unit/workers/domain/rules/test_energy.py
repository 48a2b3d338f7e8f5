"""The rules on energy, each at its boundary."""

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import (
    BROKEN,
    a_diesel_bus,
    a_month,
    a_report,
    a_vehicle,
    all_findings,
    building,
    checked,
    diesel,
    electric_months,
    electricity,
    findings,
    months,
    not_assessed,
)
from workers.domain.rules.energy import (
    carriers_fit_the_drivetrain,
    fuel_heating_is_shown,
    little_energy_is_estimated,
    units_fit_the_carrier,
    what_runs_uses_energy,
    what_uses_energy_runs,
)
from workers.domain.statement import Rule

ALL_CARRIERS = {"electricity", "diesel_b0", "diesel_b7", "hvo30", "hvo100", "cng", "bio_cng", "hydrogen_grey"}
ALL_CARRIERS |= {"hydrogen_green", "petrol_e10", "natural_gas", "green_gas", "district_heat"}


@pytest.mark.parametrize(
    ("drivetrain", "fitting"),
    [
        ("bev", {"electricity"}),
        ("trolley", {"electricity"}),
        ("overhead_electric", {"electricity"}),
        ("fcev", {"hydrogen_grey", "hydrogen_green"}),
        ("cng", {"cng", "bio_cng"}),
        ("diesel", {"diesel_b0", "diesel_b7", "hvo30", "hvo100"}),
        ("hybrid", {"diesel_b0", "diesel_b7", "hvo30", "hvo100", "cng", "bio_cng", "electricity"}),
        ("petrol", {"petrol_e10"}),
    ],
)
def test_a_drivetrain_takes_its_own_carriers_and_no_others(drivetrain: str, fitting: set[str]) -> None:
    carriers = sorted(ALL_CARRIERS)
    report = a_report(a_vehicle("B1", drivetrain=drivetrain), energy=[electricity("B1", carrier=c) for c in carriers])

    wrong = {finding.value for finding in findings(carriers_fit_the_drivetrain, report)}

    assert wrong == ALL_CARRIERS - fitting


def test_a_carrier_that_does_not_fit_is_named_in_both_languages() -> None:
    report = a_report(a_vehicle("B1", drivetrain="fcev"), energy=[electricity("B1")])

    [finding] = findings(carriers_fit_the_drivetrain, report)

    assert finding.place == ("energy", 2, "carrier")
    assert (
        finding.nl == "Voertuig B1 heeft aandrijflijn Waterstof-elektrisch, maar gebruikte Elektriciteit voor tractie."
    )
    assert finding.en == "Vehicle B1 has drivetrain Fuel-cell electric, but used Electricity for traction."
    assert finding.expected == "Waterstof grijs of Waterstof groen"
    assert finding.expected_en == "Grey hydrogen or Green hydrogen"


def test_heating_may_take_another_carrier() -> None:
    report = a_report(a_vehicle("B1"), energy=[diesel("B1", use="heating")])

    assert findings(carriers_fit_the_drivetrain, report) == []


@pytest.mark.parametrize(
    ("carrier", "fitting"),
    [
        ("electricity", {"kWh", "MWh"}),
        ("hvo100", {"l"}),
        ("petrol_e10", {"l"}),
        ("bio_cng", {"kg"}),
        ("hydrogen_grey", {"kg"}),
        ("natural_gas", {"Nm3"}),
        ("green_gas", {"Nm3"}),
        ("district_heat", {"GJ"}),
    ],
)
def test_a_carrier_is_measured_in_its_own_unit(carrier: str, fitting: set[str]) -> None:
    units = ["kWh", "MWh", "l", "kg", "Nm3", "GJ", "pieces", "m3"]
    report = a_report(energy=[building("Remise", carrier=carrier, unit=unit) for unit in units])

    wrong = {finding.value for finding in findings(units_fit_the_carrier, report)}

    assert wrong == set(units) - fitting


def test_a_wrong_unit_is_named_in_both_languages() -> None:
    [finding] = findings(units_fit_the_carrier, a_report(energy=[diesel("D1", unit="kWh")]))

    assert finding.place == ("energy", 2, "unit")
    assert finding.nl == "Diesel B7 staat in kWh."
    assert finding.en == "Diesel B7 is given in kWh."
    assert finding.expected == "liter"


def test_energy_of_a_vehicle_that_is_not_judged_further_is_not_assessed() -> None:
    contradicting = a_vehicle("B1", in_service_to=date(2020, 1, 1))
    report = a_report(
        contradicting, activity=[a_month("B1")], energy=[electricity("B1"), electricity("B1", use="heating")]
    )

    said = {(item.rule, item.sheet, item.rows) for item in checked(report).not_assessed if item.rule == "ENE-001"}

    assert said == {("ENE-001", "energy", 1)}


@pytest.mark.parametrize(
    ("rule", "use"), [(carriers_fit_the_drivetrain, "traction"), (fuel_heating_is_shown, "heating")]
)
def test_energy_of_a_vehicle_whose_drivetrain_cannot_be_read_is_not_assessed(rule: Rule, use: str) -> None:
    report = a_report(a_vehicle("B1", drivetrain=BROKEN), energy=[diesel("B1", use=use)])

    assert findings(rule, report) == []
    assert not_assessed(rule, report) == {"These rows hang on a cell that cannot be read; mend that cell first.": 1}


def test_a_wrong_carrier_is_told_once_not_by_its_unit_as_well() -> None:
    report = a_report(
        a_vehicle("B1"),
        activity=months("B1", km=4000),
        energy=[electricity("B1", carrier="diesel_b7"), *electric_months()],
    )

    assert {finding.rule for finding in all_findings(report) if finding.sheet == "energy"} == {"ENE-001"}


def test_what_runs_and_uses_no_energy_is_named_without_a_row() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000)], energy=[electricity("B1", use="heating")])

    [finding] = findings(what_runs_uses_energy, report)

    assert finding.place == ("energy", None, "vehicle_id")
    assert finding.severity is Severity.ERROR
    assert finding.nl == "Voertuig B1 reed 1.000 kilometer, maar heeft geen energie voor tractie."
    assert finding.en == "Vehicle B1 ran 1,000 kilometres, but has no traction energy."


def test_what_does_not_run_needs_no_energy() -> None:
    report = a_report(a_vehicle("B1"), a_vehicle("B2"), activity=[a_month("B1", km=0)])

    assert findings(what_runs_uses_energy, report) == []


def test_a_traction_row_that_cannot_be_read_may_be_the_energy() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1")], energy=[electricity("B1", kwh=BROKEN)])

    assert findings(what_runs_uses_energy, report) == []
    assert list(not_assessed(what_runs_uses_energy, report).values()) == [1]


def test_energy_without_kilometres_is_found_at_its_first_row() -> None:
    report = a_report(a_vehicle("B1"), energy=[building(), *electric_months("B1")])

    [finding] = findings(what_uses_energy_runs, report)

    assert finding.place == ("energy", 3, "vehicle_id")
    assert finding.nl == "Voertuig B1 gebruikte energie voor tractie, maar heeft geen kilometers."
    assert finding.en == "Vehicle B1 used traction energy, but has no kilometres."


def test_kilometres_that_cannot_be_read_may_be_kilometres() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=BROKEN)], energy=electric_months("B1"))

    assert findings(what_uses_energy_runs, report) == []


def test_fuel_heating_is_shown_once_per_vehicle_at_its_first_such_row() -> None:
    heating = [diesel("B1", use="heating", period=f"2026-{month:02}") for month in (1, 2)]
    report = a_report(a_vehicle("B1"), energy=[electricity("B1"), *heating])

    [finding] = findings(fuel_heating_is_shown, report)

    assert finding.place == ("energy", 3, "carrier")
    assert finding.severity is Severity.NOTICE
    assert finding.nl == "Zero-emissievoertuig B1 wordt verwarmd met Diesel B7."
    assert finding.en == "Zero-emission vehicle B1 is heated with Diesel B7."


def test_electric_heating_and_heating_of_a_diesel_bus_are_not_shown() -> None:
    energy = [electricity("B1", use="heating"), diesel("D1", use="heating")]

    assert findings(fuel_heating_is_shown, a_report(a_vehicle("B1"), a_diesel_bus("D1"), energy=energy)) == []


def test_ten_percent_may_be_estimated_and_more_is_asked_about() -> None:
    measured = electricity("B1", kwh=900)
    within = a_report(a_vehicle("B1"), energy=[measured, electricity("B1", kwh=100, meter="estimate")])
    beyond = a_report(a_vehicle("B1"), energy=[measured, electricity("B1", kwh="100.001", meter="estimate")])

    [finding] = findings(little_energy_is_estimated, beyond)

    assert findings(little_energy_is_estimated, within) == []
    assert finding.place == ("energy", None, "meter")
    assert finding.nl == "10 % van de 3.600,004 MJ voor tractie is geschat of in het voertuig gemeten."
    assert finding.en == "10 % of the 3,600.004 MJ for traction is estimated or metered in the vehicle."


def test_metered_in_the_vehicle_counts_as_estimated_for_electricity_only() -> None:
    electric = a_report(a_vehicle("B1"), energy=[electricity("B1", meter="vehicle")])
    fuel = a_report(a_diesel_bus("D1"), energy=[diesel("D1", meter="vehicle")])

    assert len(findings(little_energy_is_estimated, electric)) == 1
    assert findings(little_energy_is_estimated, fuel) == []


def test_allocated_is_not_estimated_and_shares_are_by_energy_not_by_rows() -> None:
    energy = [electricity("B1", meter="allocated"), diesel("D1", litres=1000), diesel("D1", litres=5, meter="estimate")]

    assert findings(little_energy_is_estimated, a_report(a_vehicle("B1"), a_diesel_bus("D1"), energy=energy)) == []


def test_the_estimated_share_is_not_assessed_without_the_whole() -> None:
    energy = [electricity("B1", meter="estimate"), electricity("B1", kwh=BROKEN, period="2026-02")]

    assert findings(little_energy_is_estimated, a_report(a_vehicle("B1"), energy=energy)) == []
    assert (
        findings(
            little_energy_is_estimated, a_report(a_diesel_bus("D1"), energy=[diesel(meter="estimate")]), factors=None
        )
        == []
    )
