"""Passengers at the bounds of their rules."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, a_month, a_report, a_vehicle, checked, findings, months, not_assessed, ridership
from workers.domain.rules.ridership import every_month_has_ridership, occupancy_is_plausible

A_YEAR = [ridership(f"2026-{month:02}") for month in range(1, 13)]


@pytest.mark.parametrize(("passenger_km", "faults"), [(1800, 0), (22_500, 0), ("1799.999", 1), ("22500.001", 1)])
def test_an_occupancy_of_2_to_25_is_plausible(passenger_km: object, faults: int) -> None:
    report = a_report(a_vehicle(), activity=[a_month(km=1000)], ridership=[ridership(passenger_km=passenger_km)])

    found = findings(occupancy_is_plausible, report)

    assert [finding.place for finding in found] == [("ridership", None, "passenger_km")] * faults


def test_an_unusual_occupancy_is_told_with_its_figures() -> None:
    report = a_report(a_vehicle(), activity=[a_month(km=1000)], ridership=[ridership(passenger_km=45_000)])

    [finding] = findings(occupancy_is_plausible, report)

    assert finding.severity is Severity.WARNING
    assert finding.nl == (
        "45.000 reizigerskilometers op 900 dienstregelingkilometers is gemiddeld 50 reizigers in de bus."
    )


def test_only_months_that_have_both_are_compared() -> None:
    activity = [a_month(km=1000), a_month(km=1_000_000, period="2026-02")]
    rides = [ridership(), ridership("2026-03", passenger_km=10_000_000)]

    report = a_report(a_vehicle(), activity=activity, ridership=rides)

    assert findings(occupancy_is_plausible, report) == []


def test_days_are_added_up_to_their_month() -> None:
    activity = [a_month(km=500, period="2026-01-01"), a_month(km=500, period="2026-01-02")]

    report = a_report(a_vehicle(), activity=activity, ridership=[ridership(passenger_km=22_500)])

    assert findings(occupancy_is_plausible, report) == []


def test_trains_and_vehicles_by_year_do_not_count_in_the_occupancy() -> None:
    fleet = [a_vehicle(), a_vehicle("T1", bus_class="train"), a_vehicle("Y1", operator_id="S1")]
    activity = [a_month(km=1000), a_month("T1", km=1_000_000), a_month("Y1", km=1_000_000, period="2026")]

    report = a_report(*fleet, activity=activity, ridership=[ridership(), ridership(mode="train", passenger_km=1)])

    assert findings(occupancy_is_plausible, report) == []


def test_a_month_with_a_broken_cell_is_not_assessed() -> None:
    activity = [a_month(km=1000), a_month(km=1000, period="2026-02")]
    rides = [ridership(), ridership("2026-02", passenger_km=BROKEN)]
    report = a_report(a_vehicle(), activity=activity, ridership=rides)

    assert findings(occupancy_is_plausible, report) == []
    assert list(not_assessed(occupancy_is_plausible, report).values()) == [1]


def test_a_year_with_all_months_is_complete() -> None:
    report = a_report(a_vehicle(), activity=months(), ridership=A_YEAR)

    assert findings(every_month_has_ridership, report) == []


def test_a_missing_month_is_named_without_a_row() -> None:
    report = a_report(a_vehicle(), activity=months(), ridership=A_YEAR[:2] + A_YEAR[3:])

    [finding] = findings(every_month_has_ridership, report)

    assert finding.place == ("ridership", None, "period")
    assert finding.nl == "Van maart 2026 staan er geen reizigerskilometers voor modaliteit Bus."


def test_a_train_that_runs_asks_for_its_own_months() -> None:
    fleet = [a_vehicle(), a_vehicle("T1", bus_class="train")]
    report = a_report(*fleet, activity=[a_month(), a_month("T1")], ridership=A_YEAR)

    found = findings(every_month_has_ridership, report)

    assert {finding.en[-12:] for finding in found} == {" mode Train."}
    assert len(found) == 12


def test_only_the_months_of_the_period_are_asked_for() -> None:
    report = a_report(
        a_vehicle(),
        activity=months(),
        ridership=A_YEAR[10:],
        period_start=date(2026, 11, 30),
        period_end=date(2026, 12, 1),
    )

    assert findings(every_month_has_ridership, report) == []


def test_a_row_of_an_unknown_month_may_be_the_missing_one() -> None:
    rides = [*A_YEAR[:11], ridership("2026-13")]
    report = a_report(a_vehicle(), activity=months(), ridership=rides)

    found = [offences for offences in checked(report).offences if offences.statement.id == "RID-002"]

    assert [offences.frame.height for offences in found] in ([], [0])


def test_a_row_of_a_broken_month_leaves_the_missing_one_unjudged() -> None:
    rides = [*A_YEAR[:11], {**ridership(), "period": BROKEN}]
    report = a_report(a_vehicle(), activity=months(), ridership=rides)

    assert findings(every_month_has_ridership, report) == []
    assert list(not_assessed(every_month_has_ridership, report).values()) == [1]
