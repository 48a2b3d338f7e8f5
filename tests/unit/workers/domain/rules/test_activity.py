"""The rules on kilometres, each at its boundary."""

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import (
    BROKEN,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    all_findings,
    electric_months,
    electricity,
    findings,
    months,
    not_assessed,
)
from workers.domain.rules.activity import (
    a_bus_runs_a_usual_distance,
    a_vehicle_in_service_runs_every_month,
    activity_lies_in_the_service_period,
    empty_running_is_limited,
    timetable_kilometres_fit_in_all_kilometres,
)


def test_timetable_kilometres_may_be_all_kilometres() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000, km_timetable=1000)])

    assert findings(timetable_kilometres_fit_in_all_kilometres, report) == []


def test_more_timetable_kilometres_than_kilometres_are_named_in_both_languages() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=18900, km_timetable="18900.001")])

    [finding] = findings(timetable_kilometres_fit_in_all_kilometres, report)

    assert finding.place == ("activity", 2, "km_timetable")
    assert finding.value == "18900.001"
    assert finding.nl == (
        "Voertuig B1 reed in januari 2026 18.900,001 dienstregelingkilometers: meer dan de 18.900 kilometers in totaal."
    )
    assert finding.en == (
        "Vehicle B1 ran 18,900.001 timetable kilometres in January 2026: more than the 18,900 kilometres in total."
    )
    assert finding.expected == "Hoogstens 18.900 kilometer."


def test_kilometres_that_cannot_be_read_are_not_assessed() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=BROKEN, km_timetable=1)])

    assert findings(timetable_kilometres_fit_in_all_kilometres, report) == []
    assert list(not_assessed(timetable_kilometres_fit_in_all_kilometres, report).values()) == [1]


@pytest.mark.parametrize(
    ("timetable", "severity"),
    [
        ("850", None),
        ("849.999", Severity.WARNING),
        ("600", Severity.WARNING),
        ("599.999", Severity.ERROR),
    ],
)
def test_empty_running_is_asked_about_above_15_and_wrong_above_40_percent(
    timetable: str, severity: Severity | None
) -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1000, km_timetable=timetable)])

    assert [finding.severity for finding in findings(empty_running_is_limited, report)] == (
        [severity] if severity else []
    )


def test_empty_running_is_over_the_whole_year_and_stands_at_the_first_row() -> None:
    report = a_report(
        a_vehicle("B1"),
        activity=[
            a_month("B0", km=10, km_timetable=10),
            a_month("B1", km=500, km_timetable=100),
            a_month("B1", km=500, km_timetable=500, period="2026-02"),
        ],
    )

    [finding] = findings(empty_running_is_limited, report)

    assert finding.place == ("activity", 3, "km_total")
    assert finding.severity is Severity.WARNING
    assert finding.nl == "Voertuig B1 reed 40 % van 1.000 kilometer leeg over het jaar."
    assert finding.en == "Vehicle B1 ran 40 % of 1,000 kilometres empty over the year."
    assert finding.expected == "Hoogstens 15 %."


def test_a_vehicle_with_one_month_that_cannot_be_read_is_not_judged_over_the_year() -> None:
    rows = [*months("B1", km=1000, km_timetable=0)[:11], a_month("B1", km=BROKEN, period="2026-12")]
    report = a_report(a_vehicle("B1"), activity=rows)

    assert findings(empty_running_is_limited, report) == []
    assert list(not_assessed(empty_running_is_limited, report).values()) == [12]


@pytest.mark.parametrize(("km", "found"), [("20000", 0), ("19999.999", 1), ("130000", 0), ("130000.001", 1)])
def test_a_whole_year_is_20_000_to_130_000_kilometres(km: str, found: int) -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=km)])

    assert len(findings(a_bus_runs_a_usual_distance, report)) == found


def test_an_unusual_distance_is_named_in_both_languages() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=10000), a_month("B1", km=5000, period="2026-02")])

    [finding] = findings(a_bus_runs_a_usual_distance, report)

    assert finding.place == ("activity", 2, "km_total")
    assert finding.nl == "Voertuig B1 (12-meterbus) was het hele jaar in dienst en reed 15.000 kilometer."
    assert finding.en == "Vehicle B1 (12 m bus) was in service all year and ran 15,000 kilometres."
    assert finding.expected == "20.000 tot 130.000 kilometer."


def test_a_distance_is_judged_for_buses_in_service_every_day_only() -> None:
    report = a_report(
        a_vehicle("late", in_service_from=date(2026, 1, 2)),
        a_vehicle("gone", in_service_to=date(2026, 12, 30)),
        a_vehicle("train", bus_class="train"),
        a_vehicle("idle"),
        activity=[a_month("late"), a_month("gone"), a_month("train")],
    )

    assert findings(a_bus_runs_a_usual_distance, report) == []


def test_a_bus_that_leaves_on_the_last_day_was_in_service_all_year() -> None:
    report = a_report(a_vehicle("B1", in_service_to=date(2026, 12, 31)), activity=[a_month("B1")])

    assert len(findings(a_bus_runs_a_usual_distance, report)) == 1


@pytest.mark.parametrize(("end", "found"), [(date(2026, 12, 26), 1), (date(2026, 12, 25), 0)])
def test_360_days_are_a_year(end: date, found: int) -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1")], period_end=end)

    assert len(findings(a_bus_runs_a_usual_distance, report)) == found


@pytest.mark.parametrize("period", ["2026-03", "2026-03-31", "2026-05-01", "2026"])
def test_a_period_is_inside_service_when_one_day_of_it_is(period: str) -> None:
    bus = a_vehicle("B1", in_service_from=date(2026, 3, 31), in_service_to=date(2026, 5, 1))

    assert findings(activity_lies_in_the_service_period, a_report(bus, activity=[a_month("B1", period=period)])) == []


@pytest.mark.parametrize("period", ["2026-02", "2026-03-30", "2026-05-02", "2026-06"])
def test_a_period_outside_service_is_found_at_its_row(period: str) -> None:
    bus = a_vehicle("B1", in_service_from=date(2026, 3, 31), in_service_to=date(2026, 5, 1))

    [finding] = findings(activity_lies_in_the_service_period, a_report(bus, activity=[a_month("B1", period=period)]))

    assert finding.place == ("activity", 2, "period")


def test_kilometres_before_service_are_named_in_both_languages() -> None:
    bus = a_vehicle("B1", in_service_from=date(2026, 3, 31))

    [finding] = findings(activity_lies_in_the_service_period, a_report(bus, activity=[a_month("B1")]))

    assert (
        finding.nl
        == "Voertuig B1 heeft kilometers in januari 2026, maar was in dienst van 31 maart 2026 tot en met nu."
    )
    assert finding.en == "Vehicle B1 has kilometres in January 2026, but was in service from 31 March 2026 to now."


def test_a_service_period_that_cannot_be_read_is_not_judged() -> None:
    bus = a_vehicle("B1", in_service_from=date(2026, 3, 31), in_service_to=BROKEN)

    assert findings(activity_lies_in_the_service_period, a_report(bus, activity=[a_month("B1")])) == []
    assert findings(a_vehicle_in_service_runs_every_month, a_report(bus)) == []


def test_every_month_is_there() -> None:
    assert findings(a_vehicle_in_service_runs_every_month, a_report(a_vehicle("B1"), activity=months("B1"))) == []


def test_one_day_of_a_month_is_activity_in_it() -> None:
    days = [a_month("B1", period=f"2026-{month:02}-15") for month in range(1, 13)]

    assert findings(a_vehicle_in_service_runs_every_month, a_report(a_vehicle("B1"), activity=days)) == []


def test_each_missing_month_is_named_without_a_row() -> None:
    report = a_report(a_vehicle("B1"), activity=months("B1")[:10])

    november, december = findings(a_vehicle_in_service_runs_every_month, report)

    assert november.place == december.place == ("activity", None, "period")
    assert (
        november.nl == "Voertuig B1 was in november 2026 elke dag in dienst, maar heeft geen kilometers in die maand."
    )
    assert december.en == "Vehicle B1 was in service every day of December 2026, but has no kilometres in that month."


def test_a_month_in_which_a_vehicle_was_away_for_a_day_may_be_empty() -> None:
    late = a_vehicle("B1", in_service_from=date(2026, 12, 2))
    gone = a_vehicle("B2", in_service_to=date(2026, 1, 30))

    assert findings(a_vehicle_in_service_runs_every_month, a_report(late, gone)) == []


def test_a_vehicle_reported_by_year_has_no_months() -> None:
    report = a_report(
        a_vehicle("B1", operator_id="S1"), activity=[a_month("B1", period="2026")], suppliers=[a_supplier("S1")]
    )

    assert findings(a_vehicle_in_service_runs_every_month, report) == []


def test_a_vehicle_with_energy_and_no_kilometres_is_told_once() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=0)], energy=electric_months("B1"))

    assert {f.rule for f in all_findings(report) if f.sheet in ("activity", "energy")} == {"ENE-007"}


def test_a_row_of_an_unknown_vehicle_may_be_the_missing_month() -> None:
    rows = [*months("B1", km=4000)[:11], a_month("B9", km=4000, period="2026-12")]
    report = a_report(
        a_vehicle("B1"),
        a_vehicle("B2"),
        activity=[*rows, *months("B2", km=4000)[1:]],
        energy=[*electric_months("B1", kwh=4800), *electric_months("B2", kwh=4800)],
    )

    found = [(f.rule, f.row) for f in all_findings(report) if f.sheet == "activity"]

    assert found == [("KEY-002", 13), ("ACT-005", None)]


def test_days_and_months_are_one_year_for_the_distance() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=50, period=f"2026-01-{d:02}") for d in range(1, 32)])

    assert [finding.value for finding in findings(a_bus_runs_a_usual_distance, report)] == ["1550.000"]


def test_energy_for_heating_alone_is_no_driving() -> None:
    report = a_report(a_vehicle("B1"), activity=months("B1")[:11], energy=[electricity("B1", use="heating")])

    assert len(findings(a_vehicle_in_service_runs_every_month, report)) == 1
