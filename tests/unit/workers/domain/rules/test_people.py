"""The workforce at the bounds of its rules."""

from __future__ import annotations

from datetime import date

import pytest

from schemas.judgement import Severity
from tests.builders import BROKEN, Cells, a_report, findings, not_assessed, terms
from workers.domain.rules.people import (
    fte_fits_the_headcount,
    no_sickness_of_a_small_group,
    parts_fit_the_whole,
    sickness_absence_is_plausible,
    the_lowest_wage_is_lawful,
    training_hours_are_plausible,
)


def a_group(staff_group: str = "drivers", **more: object) -> Cells:
    """A hundred people who fill ninety jobs."""
    return {"staff_group": staff_group, "headcount": 100, "fte": 90, **more}


@pytest.mark.parametrize(("women", "faults"), [(100, 0), (101, 1), (None, 0), (BROKEN, 0)])
def test_there_are_no_more_women_than_employees(women: object, faults: int) -> None:
    report = a_report(workforce=[a_group(headcount_women=women)])

    found = findings(parts_fit_the_whole, report)

    assert [finding.place for finding in found] == [("workforce", 2, "headcount_women")] * faults


@pytest.mark.parametrize(
    ("permanent", "temporary", "faults"), [(60, 40, 0), (60, 41, 1), (60, 39, 1), (60, None, 0), (60, BROKEN, 0)]
)
def test_permanent_and_temporary_are_everybody(permanent: object, temporary: object, faults: int) -> None:
    report = a_report(workforce=[a_group(permanent=permanent, temporary=temporary)])

    found = findings(parts_fit_the_whole, report)

    assert [finding.place for finding in found] == [("workforce", 2, "permanent")] * faults


@pytest.mark.parametrize(
    ("headcount", "fte", "columns"),
    [
        (200, "180.1", []),
        (200, "179.9", []),
        (201, 180, ["headcount"]),
        (200, "180.101", ["fte"]),
        (199, 1, ["fte", "headcount"]),
    ],
)
def test_groups_add_up_to_the_total_of_their_organisation(headcount: object, fte: object, columns: list[str]) -> None:
    staff = [
        a_group(),
        a_group("office"),
        a_group("total", headcount=headcount, fte=fte),
        a_group(organisation_id="S1"),
    ]

    found = findings(parts_fit_the_whole, a_report(workforce=staff))

    assert [(finding.row, finding.column) for finding in found] == [(4, column) for column in columns]


def test_groups_that_do_not_add_up_are_told_with_both_figures() -> None:
    report = a_report(workforce=[a_group(), a_group("total", headcount=90)])

    [finding] = findings(parts_fit_the_whole, report)

    assert finding.severity is Severity.ERROR
    assert finding.nl == "Totaal: de groepen samen zijn niet het totaal. De delen zijn samen 100, het geheel is 90."


def test_too_many_fte_are_reported_once_and_not_again_in_their_sum() -> None:
    staff = [a_group(fte=900), a_group("total", fte=90)]

    assert findings(parts_fit_the_whole, a_report(workforce=staff)) == []


def test_a_total_alone_or_with_a_broken_group_is_not_wrong() -> None:
    staff = [
        a_group("total", headcount=500),
        a_group("total", organisation_id="S1"),
        a_group(organisation_id="S1", headcount=BROKEN),
    ]

    assert findings(parts_fit_the_whole, a_report(workforce=staff)) == []


@pytest.mark.parametrize(
    ("share", "severity"),
    [
        (3, None),
        (15, None),
        ("2.999", Severity.WARNING),
        ("15.001", Severity.WARNING),
        (35, Severity.WARNING),
        ("35.001", Severity.ERROR),
    ],
)
def test_sickness_of_3_to_15_percent_is_usual(share: object, severity: Severity | None) -> None:
    report = a_report(workforce=[a_group(sick_leave_pct=share)])

    found = findings(sickness_absence_is_plausible, report)

    assert [(finding.place, finding.severity) for finding in found] == (
        [(("workforce", 2, "sick_leave_pct"), severity)] if severity else []
    )


def test_sickness_is_judged_only_where_the_terms_ask_for_it() -> None:
    report = a_report(workforce=[a_group(sick_leave_pct=30)])

    assert len(findings(sickness_absence_is_plausible, report, terms=terms(asks_sick_leave=True))) == 1
    assert findings(sickness_absence_is_plausible, report, terms=terms(asks_sick_leave=False)) == []


@pytest.mark.parametrize(("headcount", "faults"), [(10, 0), (9, 1), (0, 1), (BROKEN, 0)])
def test_a_group_under_ten_has_no_sickness_figure(headcount: object, faults: int) -> None:
    report = a_report(workforce=[a_group(headcount=headcount, sick_leave_pct="7.77")])

    found = findings(no_sickness_of_a_small_group, report)

    assert [finding.place for finding in found] == [("workforce", 2, "sick_leave_pct")] * faults


def test_the_figure_of_a_small_group_is_nowhere_in_its_finding() -> None:
    report = a_report(workforce=[a_group(headcount=9, sick_leave_pct="41.234")])

    [finding] = findings(no_sickness_of_a_small_group, report)

    assert finding.value is None
    assert "41" not in repr(finding)
    assert findings(sickness_absence_is_plausible, report) == []


@pytest.mark.parametrize(("wage", "faults"), [("14.71", 0), ("14.709", 1), (None, 0), (BROKEN, 0)])
def test_the_lowest_wage_is_the_statutory_minimum_or_more(wage: object, faults: int) -> None:
    report = a_report(workforce=[a_group(lowest_hourly_wage_eur=wage)])

    found = findings(the_lowest_wage_is_lawful, report)

    assert [finding.place for finding in found] == [("workforce", 2, "lowest_hourly_wage_eur")] * faults


def test_with_terms_the_wage_in_force_on_the_first_day_counts() -> None:
    wages = [
        {"from": "2026-01-01", "value": 15},
        {"from": "2025-07-01", "value": 14},
        {"from": "2026-01-02", "value": 20},
    ]
    report = a_report(workforce=[a_group(lowest_hourly_wage_eur="14.99")])

    [finding] = findings(the_lowest_wage_is_lawful, report, terms=terms(statutory_hourly_wage_eur=wages))

    assert (
        finding.nl
        == "Het laagste uurloon van Chauffeurs en machinisten is € 14,99; het wettelijk minimum op 1 januari 2026 is € 15."
    )


def test_before_the_first_known_wage_nothing_is_assessed() -> None:
    report = a_report(
        workforce=[a_group(lowest_hourly_wage_eur=1)],
        report_year=2020,
        period_start=date(2020, 1, 1),
        period_end=date(2020, 12, 31),
    )

    assert findings(the_lowest_wage_is_lawful, report) == []
    assert list(not_assessed(the_lowest_wage_is_lawful, report).values()) == [1]


@pytest.mark.parametrize(("fte", "faults"), [(105, 0), ("105.001", 1), (BROKEN, 0)])
def test_fte_is_at_most_105_percent_of_the_headcount(fte: object, faults: int) -> None:
    report = a_report(workforce=[a_group(fte=fte)])

    found = findings(fte_fits_the_headcount, report)

    assert [finding.place for finding in found] == [("workforce", 2, "fte")] * faults


@pytest.mark.parametrize(("hours", "faults"), [(12_000, 0), ("12000.001", 1), (None, 0), (0, 0)])
def test_there_are_at_most_120_training_hours_per_employee(hours: object, faults: int) -> None:
    report = a_report(workforce=[a_group(training_hours=hours)])

    found = findings(training_hours_are_plausible, report)

    assert [finding.place for finding in found] == [("workforce", 2, "training_hours")] * faults
    assert all(finding.expected == "Hoogstens 12.000 uur voor 100 werknemers." for finding in found)
