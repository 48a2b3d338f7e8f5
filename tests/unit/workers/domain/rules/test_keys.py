"""Keys, references and periods: what can be told apart is judged, what hangs on a fault is not."""

from datetime import date

from tests.builders import (
    BROKEN,
    a_contract,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    all_findings,
    building,
    electric_months,
    electricity,
    findings,
    months,
    not_assessed,
    ridership,
)
from workers.domain.rules.keys import (
    a_vehicle_has_one_granularity,
    energy_has_its_place,
    keys_identify_one_row,
    periods_lie_in_the_reported_period,
    references_point_to_an_existing_row,
)


def test_rows_that_differ_in_one_key_column_are_two_rows() -> None:
    report = a_report(energy=[electricity("B1"), electricity("B1", meter="vehicle")])

    assert findings(keys_identify_one_row, report) == []


def test_every_later_row_of_a_key_names_the_first() -> None:
    report = a_report(a_vehicle("B1"), a_vehicle("B2"), a_vehicle("B1"), a_vehicle("B1"))

    third, fourth = findings(keys_identify_one_row, report)

    assert third.place == ("vehicles", 4, "vehicle_id")
    assert fourth.place == ("vehicles", 5, "vehicle_id")
    assert third.nl == "B1 staat ook al op rij 2."
    assert third.en == "B1 stands on row 2 already."
    assert third.expected == "Eén rij per Voertuignummer."


def test_a_blank_in_a_key_equals_a_blank() -> None:
    report = a_report(energy=[building("Remise"), building("Remise", quantity=5)])

    [finding] = findings(keys_identify_one_row, report)

    assert finding.place == ("energy", 3, "site")
    assert finding.expected.endswith("Meetpunt en Energiecontract.")


def test_a_key_that_cannot_be_read_is_not_assessed() -> None:
    report = a_report(a_vehicle(BROKEN), a_vehicle(BROKEN))  # type: ignore[arg-type]

    assert findings(keys_identify_one_row, report) == []
    assert list(not_assessed(keys_identify_one_row, report).values()) == [2]


def test_a_field_that_stands_there_twice_is_found_on_the_sheet_report() -> None:
    report = a_report(repeated_fields={"holder_name": (30,)})

    [finding] = findings(keys_identify_one_row, report)

    assert finding.place == ("report", 30, "field")
    assert finding.nl == "holder_name staat ook al op rij 5."


def test_a_repeated_row_is_left_out_of_sums_without_doubting_the_first() -> None:
    twice = [*months("B1", km=5000), a_month("B1", km=5_000_000, period="2026-03")]
    report = a_report(a_vehicle("B1"), activity=twice, energy=electric_months("B1", kwh=6000))

    assert {f.rule for f in all_findings(report) if f.sheet in ("activity", "energy")} == {"KEY-001"}


def test_a_reference_to_a_row_that_exists_is_fine_and_a_blank_refers_to_nothing() -> None:
    report = a_report(a_vehicle("B1", operator_id="S1"), a_vehicle("B2"), suppliers=[a_supplier("S1")])

    assert findings(references_point_to_an_existing_row, report) == []


def test_a_reference_to_nowhere_is_named_in_both_languages() -> None:
    report = a_report(a_vehicle("B1"), energy=[electricity("B1"), electricity("X9", contract_id="C9")])

    vehicle, contract = sorted(findings(references_point_to_an_existing_row, report), key=lambda f: f.column or "")[
        ::-1
    ]

    assert vehicle.place == ("energy", 3, "vehicle_id")
    assert vehicle.value == "X9"
    assert vehicle.nl == "X9 staat niet op het blad Wagenpark."
    assert vehicle.en == "X9 is not on the sheet Fleet."
    assert contract.place == ("energy", 3, "contract_id")


def test_a_reference_may_be_to_the_row_whose_key_cannot_be_read() -> None:
    report = a_report(a_vehicle(BROKEN), activity=[a_month("B1")])  # type: ignore[arg-type]

    assert findings(references_point_to_an_existing_row, report) == []
    assert list(not_assessed(references_point_to_an_existing_row, report).values()) == [1]


def test_a_reference_to_a_required_sheet_that_is_missing_is_not_assessed() -> None:
    report = a_report(activity=[a_month("B1")], absent=["vehicles"])

    assert findings(references_point_to_an_existing_row, report) == []


def test_periods_on_the_first_and_last_day_are_inside() -> None:
    report = a_report(
        activity=[a_month(period="2026"), a_month(period="2026-12-31")],
        energy=[electricity(period="2026-01-01")],
        ridership=[ridership("2026-12")],
    )

    assert findings(periods_lie_in_the_reported_period, report) == []


def test_a_period_before_the_year_is_outside_in_every_sheet() -> None:
    report = a_report(
        activity=[a_month(period="2025-12")],
        energy=[electricity(period="2027-01-01")],
        ridership=[ridership("2025-12")],
        incidents=[{"period": "2027-01", "category": "environmental", "registration_system": "own", "count": 1}],
    )

    found = findings(periods_lie_in_the_reported_period, report)

    assert [finding.place for finding in found] == [
        ("activity", 2, "period"),
        ("energy", 2, "period"),
        ("incidents", 2, "period"),
        ("ridership", 2, "period"),
    ]
    assert found[0].nl == "Periode december 2025 valt buiten de verslagperiode."
    assert (
        found[0].expected == "Een bestaand jaar, bestaande maand of dag van 1 januari 2026 tot en met 31 december 2026."
    )


def test_a_month_that_does_not_exist_is_said_to_not_exist() -> None:
    report = a_report(activity=[a_month(period="2026-13"), a_month(period="2026-02-29")])

    first, second = findings(periods_lie_in_the_reported_period, report)

    assert first.nl == "Periode 2026-13 bestaat niet."
    assert first.en == "Period 2026-13 does not exist."
    assert second.row == 3


def test_a_month_of_which_one_day_is_reported_about_is_inside() -> None:
    report = a_report(activity=[a_month(period="2026-06")], period_start=date(2026, 6, 30))

    assert findings(periods_lie_in_the_reported_period, report) == []


def test_a_period_that_is_no_period_makes_no_row_wrong() -> None:
    report = a_report(activity=[a_month(period="2026-06")], period_end=date(2025, 12, 31))

    assert findings(periods_lie_in_the_reported_period, report) == []


def test_energy_at_its_own_place_is_fine() -> None:
    report = a_report(energy=[electricity("B1"), electricity("B1", use="heating"), building("Remise")])

    assert findings(energy_has_its_place, report) == []


def test_energy_without_its_place_or_with_two_is_found_where_it_is_mended() -> None:
    report = a_report(
        energy=[
            building("Remise", vehicle_id="B1"),
            electricity(None, use="building"),
            electricity("B1", site="Remise"),
            electricity(None, use="heating"),
        ]
    )

    found = findings(energy_has_its_place, report)

    assert [finding.column for finding in found] == ["vehicle_id", "site", "site", "vehicle_id"]
    assert found[0].nl == "Energie met gebruik Gebouw of remise: er staat ook een voertuignummer bij."
    assert found[1].en == "Energy with use Building or depot: the site is missing."


def test_months_only_or_days_only_are_one_granularity() -> None:
    report = a_report(
        a_vehicle("B1"),
        a_vehicle("B2"),
        activity=[*months("B1"), a_month("B2", period="2026-01-01")],
        energy=[*electric_months("B1"), electricity("B2", period="2026-01-02")],
    )

    assert findings(a_vehicle_has_one_granularity, report) == []


def test_months_and_days_of_one_vehicle_are_found_at_its_first_row() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B0"), a_month("B1"), a_month("B1", period="2026-02-01")])

    [finding] = findings(a_vehicle_has_one_granularity, report)

    assert finding.place == ("activity", 3, "period")
    assert finding.nl == "Voertuig B1 gebruikt jaren, maanden en dagen door elkaar."


def test_energy_in_another_granularity_than_activity_is_mixed_too() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1")], energy=[electricity("B1", period="2026-01-31")])

    assert [finding.row for finding in findings(a_vehicle_has_one_granularity, report)] == [2]


def test_a_year_is_for_a_subcontractors_vehicle_only() -> None:
    report = a_report(
        a_vehicle("B1", operator_id="S1"),
        a_vehicle("B2"),
        activity=[a_month("B1", period="2026")],
        energy=[electricity("B2", period="2026")],
        suppliers=[a_supplier("S1")],
    )

    [finding] = findings(a_vehicle_has_one_granularity, report)

    assert finding.place == ("activity", None, "period")
    assert finding.en == "Vehicle B2 is reported by year, but does not run for a subcontractor."


def test_a_row_with_an_error_of_its_key_is_not_judged_further() -> None:
    report = a_report(
        a_vehicle("B1"),
        activity=months("B1", km=4000),
        energy=[*electric_months("B1", kwh=4800)[1:], electricity("X9", kwh=99, carrier="diesel_b7")],
        energy_contracts=[a_contract("C1", evidence_id=None)],
    )

    assert {f.rule for f in all_findings(report) if f.sheet == "energy"} == {"KEY-002"}
