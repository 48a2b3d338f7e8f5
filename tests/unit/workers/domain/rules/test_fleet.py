"""The rules on vehicles, each at its boundary."""

from datetime import date

import pytest

from tests.builders import BROKEN, a_diesel_bus, a_report, a_vehicle, all_findings, findings, terms
from workers.domain.rules.fleet import (
    a_plate_is_on_one_vehicle_at_a_time,
    admission_comes_before_service,
    batteries_are_plausible,
    drivetrain_and_euro_class_agree,
    new_buses_are_zero_emission,
    no_vehicle_runs_outside_the_agreement,
    plates_are_dutch,
    service_ends_after_it_starts,
)


@pytest.mark.parametrize("drivetrain", ["bev", "fcev", "trolley", "overhead_electric"])
def test_without_a_tailpipe_the_class_is_zero_emission(drivetrain: str) -> None:
    right = a_report(a_vehicle("B1", drivetrain=drivetrain, euro_class="ze"))
    wrong = a_report(a_vehicle("B1", drivetrain=drivetrain, euro_class="euro_6"))

    assert findings(drivetrain_and_euro_class_agree, right) == []
    assert len(findings(drivetrain_and_euro_class_agree, wrong)) == 1


@pytest.mark.parametrize("drivetrain", ["diesel", "cng", "hybrid", "petrol"])
def test_with_a_tailpipe_the_class_is_another(drivetrain: str) -> None:
    right = a_report(a_vehicle("B1", drivetrain=drivetrain, euro_class="euro_6"))
    wrong = a_report(a_vehicle("B1", drivetrain=drivetrain, euro_class="ze"))

    assert findings(drivetrain_and_euro_class_agree, right) == []
    assert len(findings(drivetrain_and_euro_class_agree, wrong)) == 1


def test_a_diesel_bus_of_class_zero_emission_is_named_in_both_languages() -> None:
    [finding] = findings(drivetrain_and_euro_class_agree, a_report(a_diesel_bus("D1", euro_class="ze")))

    assert finding.place == ("vehicles", 2, "euro_class")
    assert finding.value == "ze"
    assert finding.nl == "Voertuig D1 heeft aandrijflijn Diesel of HVO en Euroklasse Zero-emissie."
    assert finding.en == "Vehicle D1 has drivetrain Diesel or HVO and Euro class Zero emission."


def test_a_class_that_cannot_be_read_is_not_wrong() -> None:
    report = a_report(a_diesel_bus("D1", euro_class=BROKEN), a_diesel_bus("D2", drivetrain=BROKEN))

    assert findings(drivetrain_and_euro_class_agree, report) == []


def test_service_of_one_day_is_service() -> None:
    report = a_report(a_vehicle("B1", in_service_from=date(2026, 3, 1), in_service_to=date(2026, 3, 1)))

    assert findings(service_ends_after_it_starts, report) == []


def test_service_that_ends_before_it_starts_is_found_at_its_end() -> None:
    report = a_report(a_vehicle("B1", in_service_from=date(2026, 3, 2), in_service_to=date(2026, 3, 1)))

    [finding] = findings(service_ends_after_it_starts, report)

    assert finding.place == ("vehicles", 2, "in_service_to")
    assert finding.nl == "Voertuig B1 is in dienst tot en met 1 maart 2026, maar pas vanaf 2 maart 2026."
    assert finding.en == "Vehicle B1 is in service to 1 March 2026, but only from 2 March 2026."


def test_admission_on_the_first_day_is_in_time_and_a_day_later_is_not() -> None:
    on_time = a_vehicle("B1", first_admission=date(2026, 3, 1), in_service_from=date(2026, 3, 1))
    late = a_vehicle("B2", first_admission=date(2026, 3, 2), in_service_from=date(2026, 3, 1))

    [finding] = findings(admission_comes_before_service, a_report(on_time, late))

    assert finding.place == ("vehicles", 3, "first_admission")
    assert finding.nl == "Voertuig B2 is toegelaten op 2 maart 2026, na de eerste dag in dienst (1 maart 2026)."
    assert finding.en == "Vehicle B2 was admitted on 2 March 2026, after its first day in service (1 March 2026)."


def new_diesel(vehicle_id: str = "D1", *, admitted: date = date(2026, 3, 1), **more: object) -> dict[str, object]:
    return dict(a_diesel_bus(vehicle_id, first_admission=admitted, in_service_from=date(2026, 8, 28), **more))


def test_a_diesel_bus_admitted_180_days_before_its_first_day_is_new() -> None:
    [finding] = findings(new_buses_are_zero_emission, a_report(new_diesel(admitted=date(2026, 3, 1))))

    assert finding.place == ("vehicles", 2, "drivetrain")
    assert finding.nl == "Bus D1 is nieuw in 2026 (in dienst 28 augustus 2026) en heeft aandrijflijn Diesel of HVO."
    assert finding.en == "Bus D1 is new in 2026 (in service 28 August 2026) and has drivetrain Diesel or HVO."


def test_one_day_older_it_is_not_new() -> None:
    assert findings(new_buses_are_zero_emission, a_report(new_diesel(admitted=date(2026, 2, 28)))) == []


def test_new_applies_to_buses_above_eight_seats_from_2025() -> None:
    small = a_report(new_diesel(bus_class="bus_8p"))
    train = a_report(new_diesel(bus_class="train"))
    early = a_report(a_diesel_bus(first_admission=date(2024, 5, 1), in_service_from=date(2024, 5, 1)), report_year=2024)

    assert [findings(new_buses_are_zero_emission, report) for report in (small, train, early)] == [[], [], []]


def test_a_plate_is_new_once_at_its_first_row() -> None:
    report = a_report(new_diesel("D1", licence_plate="12-bkl-3"), new_diesel("D1-2", licence_plate="12BKL3"))

    assert [finding.row for finding in findings(new_buses_are_zero_emission, report)] == [2]


@pytest.mark.parametrize(
    "plate",
    [
        "AB-12-34",
        "12-34-AB",
        "12-AB-34",
        "AB-12-CD",
        "AB-CD-12",
        "12-AB-CD",
        "12-ABC-3",
        "1-ABC-23",
        "AB-123-C",
        "A-123-BC",
        "ABC-12-D",
        "A-12-BCD",
        "1-AB-234",
        "123-AB-4",
    ],
)
def test_every_sidecode_is_a_dutch_plate_with_hyphens_and_case_aside(plate: str) -> None:
    written = a_report(
        a_vehicle("B1", licence_plate=plate), a_vehicle("B2", licence_plate=plate.replace("-", "").lower())
    )

    assert findings(plates_are_dutch, written) == []


@pytest.mark.parametrize("plate", ["ABC-123", "1234-56", "AB-123-CD", "ABCDEF", "12-AB-3", "A1-B2-C3"])
def test_other_plates_fit_no_sidecode(plate: str) -> None:
    [finding] = findings(plates_are_dutch, a_report(a_vehicle("B1", licence_plate=plate)))

    assert finding.place == ("vehicles", 2, "licence_plate")
    assert finding.nl == f"Kenteken {plate} van voertuig B1 past in geen Nederlandse sidecode."
    assert finding.en == f"Licence plate {plate} of vehicle B1 fits no Dutch sidecode."


def test_a_vehicle_without_a_plate_has_no_fault_in_it() -> None:
    report = a_report(a_vehicle("B1"), a_vehicle("B2"), a_vehicle("B3", licence_plate=BROKEN))

    assert findings(plates_are_dutch, report) == []
    assert findings(a_plate_is_on_one_vehicle_at_a_time, report) == []


def test_a_plate_moves_on_the_day_after() -> None:
    report = a_report(
        a_vehicle("B1", licence_plate="12-BKL-3", in_service_to=date(2026, 3, 31)),
        a_vehicle("B1-2", licence_plate="12-BKL-3", in_service_from=date(2026, 4, 1)),
    )

    assert findings(a_plate_is_on_one_vehicle_at_a_time, report) == []


def test_a_plate_on_two_vehicles_on_one_day_is_found_at_the_later_row() -> None:
    report = a_report(
        a_vehicle("B1-2", licence_plate="12-BKL-3", in_service_from=date(2026, 3, 31)),
        a_vehicle("B1", licence_plate="12bkl3", in_service_to=date(2026, 3, 31)),
    )

    [finding] = findings(a_plate_is_on_one_vehicle_at_a_time, report)

    assert finding.place == ("vehicles", 3, "licence_plate")
    assert finding.nl == "Voertuig B1 draagt kenteken 12bkl3 in dezelfde tijd als voertuig B1-2 op rij 2."
    assert finding.en == "Vehicle B1 carries plate 12bkl3 at the same time as vehicle B1-2 on row 2."


@pytest.mark.parametrize(
    ("bus_class", "low", "high"),
    [("bus_12m", 150, 600), ("bus_18m", 200, 800), ("midi", 80, 450), ("bus_8p", 30, 150)],
)
def test_a_battery_on_the_bound_of_its_class_is_plausible(bus_class: str, low: int, high: int) -> None:
    within = a_report(*(a_vehicle(str(kwh), bus_class=bus_class, battery_kwh=kwh) for kwh in (low, high)))
    beyond = a_report(
        *(a_vehicle(kwh, bus_class=bus_class, battery_kwh=kwh) for kwh in (f"{low - 1}.999", f"{high}.001"))
    )

    assert findings(batteries_are_plausible, within) == []
    assert len(findings(batteries_are_plausible, beyond)) == 2


def test_a_battery_that_is_not_given_is_asked_for_in_both_languages() -> None:
    report = a_report(
        a_vehicle("B1", battery_kwh=None),
        a_vehicle("B2", bus_class="bus_24m", battery_kwh=5000),
        a_vehicle("B3", battery_kwh=BROKEN),
        a_diesel_bus("D1"),
    )

    [finding] = findings(batteries_are_plausible, report)

    assert finding.place == ("vehicles", 2, "battery_kwh")
    assert finding.nl == "Batterijcapaciteit in kWh van voertuig B1 (12-meterbus): leeg."
    assert finding.en == "Battery capacity in kWh of vehicle B1 (12 m bus): blank."
    assert finding.expected == "Een capaciteit in kWh; gebruikelijk is 150 tot 600."


def temporary(vehicle_id: str = "D1", **more: object) -> dict[str, object]:
    return dict(a_diesel_bus(vehicle_id, **{"deployment": "temporary", **more}))


def test_a_temporary_diesel_bus_is_named_with_its_days() -> None:
    [finding] = findings(no_vehicle_runs_outside_the_agreement, a_report(temporary("D1")))

    assert finding.place == ("vehicles", 2, "deployment")
    assert finding.nl == (
        "Voertuig D1 (Diesel of HVO) was 365 dagen in dienst met inzet Tijdelijk zonder ontheffing, zonder ontheffing in de voorwaarden."
    )
    assert finding.en == (
        "Vehicle D1 (Diesel or HVO) was in service for 365 days with deployment Temporary without exemption, without an exemption in the terms."
    )


def test_days_inside_an_exemption_do_not_count() -> None:
    covered = temporary("D1", in_service_from=date(2026, 1, 5), in_service_to=date(2026, 3, 31))
    a_day_more = temporary("D2", in_service_from=date(2026, 1, 5), in_service_to=date(2026, 4, 1))

    [finding] = findings(no_vehicle_runs_outside_the_agreement, a_report(covered, a_day_more), terms=terms())

    assert finding.row == 3
    assert "1 dagen" in finding.nl


def test_exemptions_that_overlap_cover_a_day_once() -> None:
    quarter = {"norm": "N-TEMP", "from": "2026-01-01", "to": "2026-03-31", "decision": "1", "reason": "late"}
    agreed = terms(exemptions=[quarter, {**quarter, "to": "2026-04-30"}, {**quarter, "norm": "N-SROI"}])
    report = a_report(temporary("D1", in_service_to=date(2026, 5, 1)))

    [finding] = findings(no_vehicle_runs_outside_the_agreement, report, terms=agreed)

    assert "was 1 dagen" in finding.nl


def test_zero_emission_trains_regular_service_and_other_years_are_inside_the_agreement() -> None:
    report = a_report(
        a_vehicle("B1", deployment="temporary"),
        temporary("T1", bus_class="train"),
        a_diesel_bus("D1"),
        temporary("D2", in_service_to=date(2025, 12, 31)),
    )

    assert findings(no_vehicle_runs_outside_the_agreement, report) == []


def test_what_hangs_on_a_vehicle_that_ends_before_it_starts_is_not_judged() -> None:
    report = a_report(temporary("D1", in_service_to=date(2020, 1, 1), euro_class="ze", licence_plate="X"))

    assert {finding.rule for finding in all_findings(report) if finding.sheet == "vehicles"} == {"FLT-002"}
