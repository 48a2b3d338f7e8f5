"""Energy contracts at the bounds of their rules."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import (
    BROKEN,
    FACTORS_WITHOUT_LOSS,
    a_contract,
    a_report,
    a_vehicle,
    diesel,
    electricity,
    findings,
    not_assessed,
)
from workers.domain.rules.contracts import (
    a_renewable_origin_has_evidence,
    booked_energy_fits_its_contract,
    certificates_are_of_the_report_year,
    certificates_cover_the_claim,
    no_more_is_booked_than_contracted,
    origin_fits_the_carrier,
    own_solar_yields_a_usual_amount,
)


def test_certificates_for_98_percent_of_what_is_booked_are_enough() -> None:
    energy = [electricity(kwh=1_000_000, contract_id="C1")]

    report = a_report(energy=energy, energy_contracts=[a_contract(certificates_mwh=980)])

    assert findings(certificates_cover_the_claim, report) == []


def test_certificates_just_short_of_the_claim_are_named_in_both_languages() -> None:
    energy = [electricity(kwh=1_000_000, contract_id="C1")]
    report = a_report(energy=energy, energy_contracts=[a_contract(certificates_mwh="979.999")])

    [finding] = findings(certificates_cover_the_claim, report)

    assert finding.place == ("energy_contracts", 2, "certificates_mwh")
    assert finding.severity is Severity.ERROR
    assert finding.nl == (
        "Op contract C1 (Wind Nederland) is 1.000 MWh hernieuwbare energie geboekt; er zijn certificaten voor 979,999 MWh."
    )
    assert finding.expected_en == "Certificates for at least 980 MWh."


def test_blank_certificates_count_as_none() -> None:
    energy = [electricity(kwh=1, unit="MWh", contract_id="C1")]
    report = a_report(energy=energy, energy_contracts=[a_contract(certificates_mwh=None)])

    [finding] = findings(certificates_cover_the_claim, report)

    assert (finding.value, finding.expected) == (None, "Certificaten voor ten minste 0,98 MWh.")


@pytest.mark.parametrize("origin", ["grey", "unknown", "own_solar"])
def test_origins_that_need_no_certificates_are_not_asked_for_them(origin: str) -> None:
    contract = a_contract(origin=origin, certificates_mwh=None, certificate_year=None, evidence_id=None)
    report = a_report(energy=[electricity(kwh=1000, contract_id="C1")], energy_contracts=[contract])

    found = [
        findings(rule, report)
        for rule in (
            certificates_cover_the_claim,
            certificates_are_of_the_report_year,
            a_renewable_origin_has_evidence,
        )
    ]

    assert found == [[], [], []]


def test_of_hvo30_thirty_percent_needs_certificates() -> None:
    contract = a_contract(carrier="hvo30", origin="certified_renewable", unit="l", certificates_mwh=289)
    energy = [diesel(litres=100_000, carrier="hvo30", contract_id="C1")]

    report = a_report(energy=energy, energy_contracts=[contract])

    [finding] = findings(certificates_cover_the_claim, report)
    assert finding.expected == "Certificaten voor ten minste 289,1 MWh."


def test_electricity_metered_in_the_vehicle_counts_with_its_losses() -> None:
    energy = [electricity(kwh=1_000_000, contract_id="C1", meter="vehicle")]
    report = a_report(energy=energy, energy_contracts=[a_contract(certificates_mwh=1097)])

    [finding] = findings(certificates_cover_the_claim, report)

    assert "1.120 MWh" in finding.nl


def test_without_a_factor_for_the_losses_the_claim_is_not_assessed() -> None:
    energy = [electricity(kwh=1_000_000, contract_id="C1", meter="vehicle")]
    report = a_report(energy=energy, energy_contracts=[a_contract(certificates_mwh=1)])

    assert findings(certificates_cover_the_claim, report, factors=FACTORS_WITHOUT_LOSS) == []
    [(_, rows)] = not_assessed(certificates_cover_the_claim, report, factors=FACTORS_WITHOUT_LOSS).items()
    assert rows == 1


def test_a_claim_that_hangs_on_a_broken_quantity_is_not_assessed() -> None:
    energy = [electricity(kwh=BROKEN, contract_id="C1"), electricity(kwh=2_000_000, period="2026-02", contract_id="C1")]
    report = a_report(energy=energy, energy_contracts=[a_contract(certificates_mwh=1)])

    assert findings(certificates_cover_the_claim, report) == []
    assert sum(not_assessed(certificates_cover_the_claim, report).values()) == 1


@pytest.mark.parametrize(("year", "faults"), [(2026, 0), (2025, 1), (None, 1), (BROKEN, 0)])
def test_certificates_are_of_the_report_year_and_a_blank_fails(year: object, faults: int) -> None:
    report = a_report(energy_contracts=[a_contract(certificate_year=year)])

    found = findings(certificates_are_of_the_report_year, report)

    assert [finding.place for finding in found] == [("energy_contracts", 2, "certificate_year")] * faults


def test_the_wrong_certificate_year_is_told_as_a_year() -> None:
    report = a_report(energy_contracts=[a_contract(certificate_year=2025)])

    [finding] = findings(certificates_are_of_the_report_year, report)

    assert finding.nl == "Certificaatjaar van contract C1 (Wind Nederland): 2025. Het rapport gaat over 2026."


@pytest.mark.parametrize(("evidence", "faults"), [("E1", 0), (None, 1), (BROKEN, 0)])
def test_a_renewable_origin_needs_evidence(evidence: object, faults: int) -> None:
    report = a_report(energy_contracts=[a_contract(origin="biomass", evidence_id=evidence)])

    found = findings(a_renewable_origin_has_evidence, report)

    assert [finding.place for finding in found] == [("energy_contracts", 2, "evidence_id")] * faults


@pytest.mark.parametrize(("kwh", "faults"), [(60_000, 0), (110_000, 0), ("59999.999", 1), ("110000.001", 1)])
def test_own_solar_yields_between_600_and_1100_kwh_per_kwp(kwh: object, faults: int) -> None:
    report = a_report(energy_contracts=[a_contract(origin="own_solar", quantity=kwh, capacity_kwp=100)])

    found = findings(own_solar_yields_a_usual_amount, report)

    assert [finding.place for finding in found] == [("energy_contracts", 2, "quantity")] * faults


def test_own_solar_in_mwh_is_read_as_kwh() -> None:
    report = a_report(energy_contracts=[a_contract(origin="own_solar", quantity=111, unit="MWh", capacity_kwp=100)])

    [finding] = findings(own_solar_yields_a_usual_amount, report)

    assert finding.nl == "111.000 kWh uit 100 kWp eigen zonnepanelen is geen gebruikelijke jaaropbrengst."
    assert finding.expected == "600 tot 1.100 kWh per kWp, dus 60.000 tot 110.000 kWh."
    assert finding.severity is Severity.WARNING


def test_own_solar_without_a_capacity_is_not_assessed() -> None:
    report = a_report(energy_contracts=[a_contract(origin="own_solar"), a_contract("C2")])

    assert findings(own_solar_yields_a_usual_amount, report) == []
    assert list(not_assessed(own_solar_yields_a_usual_amount, report).values()) == [1]


@pytest.mark.parametrize(("kwh", "faults"), [(1_020_000, 0), ("1020000.002", 1)])
def test_booked_energy_is_at_most_102_percent_of_the_contract(kwh: object, faults: int) -> None:
    energy = [electricity(kwh=kwh, contract_id="C1")]
    report = a_report(energy=energy, energy_contracts=[a_contract(quantity=1000, unit="MWh")])

    found = findings(no_more_is_booked_than_contracted, report)

    assert [finding.place for finding in found] == [("energy_contracts", 2, "quantity")] * faults


def test_what_is_booked_too_much_is_told_in_one_unit() -> None:
    energy = [
        electricity(kwh=1100, contract_id="C1"),
        electricity(kwh=1, unit="MWh", period="2026-02", contract_id="C1"),
    ]
    report = a_report(energy=energy, energy_contracts=[a_contract(quantity=2, unit="MWh")])

    [finding] = findings(no_more_is_booked_than_contracted, report)

    assert finding.nl == "Op contract C1 is 2.100 kWh geboekt; gecontracteerd is 2 MWh."
    assert finding.expected == "Hoogstens 2.040 kWh geboekt."


def test_a_contract_in_a_unit_of_another_carrier_is_not_assessed() -> None:
    energy = [electricity(kwh=1100, contract_id="C1")]
    report = a_report(energy=energy, energy_contracts=[a_contract(quantity=1, unit="l")])

    assert findings(no_more_is_booked_than_contracted, report) == []
    assert list(not_assessed(no_more_is_booked_than_contracted, report).values()) == [1]


@pytest.mark.parametrize(
    ("period", "faults"),
    [
        ("2026-03", 0),
        ("2026-09", 0),
        ("2026", 0),
        ("2026-03-31", 0),
        ("2026-03-30", 1),
        ("2026-09-02", 1),
        ("2026-10", 1),
    ],
)
def test_a_period_is_inside_a_contract_when_one_day_of_it_is(period: str, faults: int) -> None:
    contract = a_contract(valid_from=date(2026, 3, 31), valid_to=date(2026, 9, 1))
    energy = [electricity(period=period, contract_id="C1")]
    report = a_report(a_vehicle(), energy=energy, energy_contracts=[contract])

    found = findings(booked_energy_fits_its_contract, report)

    assert [finding.place for finding in found] == [("energy", 2, "contract_id")] * faults


def test_energy_of_another_carrier_is_reported_at_its_row_and_nowhere_else() -> None:
    energy = [electricity(contract_id="C1"), diesel(litres=10_000_000, contract_id="C1")]
    report = a_report(energy=energy, energy_contracts=[a_contract()])

    [finding] = findings(booked_energy_fits_its_contract, report)

    assert (finding.row, finding.value) == (3, "C1")
    assert finding.nl == (
        "Diesel B7 in januari 2026 is geboekt op contract C1; "
        "dat is een contract voor Elektriciteit van 1 januari 2026 tot en met 31 december 2026."
    )
    assert findings(no_more_is_booked_than_contracted, report) == []
    assert findings(certificates_cover_the_claim, report) == []


@pytest.mark.parametrize(
    ("carrier", "origin", "faults"),
    [
        ("electricity", "hydro", 0),
        ("electricity", "fossil", 1),
        ("electricity", "certified_renewable", 1),
        ("hvo100", "certified_renewable", 0),
        ("natural_gas", "fossil", 0),
        ("hydrogen_green", "wind_nl", 1),
        ("natural_gas", "grey", 1),
        ("natural_gas", BROKEN, 0),
    ],
)
def test_an_origin_fits_its_carrier(carrier: str, origin: object, faults: int) -> None:
    report = a_report(energy_contracts=[a_contract(carrier=carrier, origin=origin)])

    found = findings(origin_fits_the_carrier, report)

    assert [finding.place for finding in found] == [("energy_contracts", 2, "origin")] * faults


def test_the_origins_that_would_fit_are_named() -> None:
    report = a_report(energy_contracts=[a_contract(carrier="hvo100", origin="wind_nl")])

    [finding] = findings(origin_fits_the_carrier, report)

    assert finding.nl == "Herkomst Wind Nederland past niet bij energiedrager HVO100 van contract C1."
    assert finding.expected == "Voor HVO100: Gecertificeerd hernieuwbaar (geen stroom) of Fossiel."


def test_a_report_year_outside_the_period_is_told_once_and_not_by_every_certificate():
    contract = a_contract("C1", origin="wind_nl", certificates_mwh=100, certificate_year=2026)
    report = a_report(a_vehicle("B1"), energy_contracts=[contract], report_year=2025)

    assert findings(certificates_are_of_the_report_year, report) == []
