"""The check in two stages: what is judged, what is not, and in what order it is told."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from schemas.judgement import Severity
from tests.builders import (
    BROKEN,
    a_case,
    a_diesel_bus,
    a_month,
    a_report,
    a_supplier,
    a_vehicle,
    checked,
    electric_months,
    electricity,
    months,
)
from workers.domain.case import Case
from workers.domain.check import Checked, judged
from workers.domain.findings import findings, validation_of
from workers.domain.report import Report
from workers.domain.rules import FIRST, FIRST_YEAR, NEWEST, RULES
from workers.domain.rules.activity import timetable_kilometres_fit_in_all_kilometres


def a_faulty_report() -> Report:
    return a_report(
        a_vehicle("B1", licence_plate="X", operator_id="S9"),
        a_vehicle("B2", euro_class="euro_6"),
        a_diesel_bus("D1", in_service_to=date(2020, 1, 1)),
        activity=[*months("B1"), *months("B2", km=100), a_month("B2", period="2026-13")],
        energy=[*electric_months("B1"), electricity("B2", carrier="cng"), electricity("B2", unit="l", meter="pump")],
        suppliers=[a_supplier("S1")],
    )


def not_assessed(result: Checked, rule: str) -> list[tuple[str, int]]:
    return [(item.reason.en, item.rows) for item in result.not_assessed if item.rule == rule]


def test_every_rule_can_be_judged_on_a_report_with_nothing_in_it() -> None:
    empty = Report(fields=a_report().fields, tables={})

    result = checked(empty)

    assert {offences.statement.id for offences in result.offences} == {rule.statement.id for rule in RULES}


def test_the_same_report_gives_the_same_bytes() -> None:
    first, second = (validation_of(checked(a_faulty_report())).model_dump_json() for _ in range(2))

    assert first == second


def test_findings_come_by_severity_then_rule_then_place() -> None:
    said = list(findings(checked(a_faulty_report())))

    order = [(list(Severity).index(finding.severity), finding.rule, finding.row or 0) for finding in said]
    assert order == sorted(order)
    assert len({finding.rule for finding in said}) > 5


def test_a_list_that_is_cut_keeps_exact_counts() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", period=f"2025-{month:02}") for month in range(1, 13)])

    whole, cut = (validation_of(checked(report), limit) for limit in (1000, 5))

    assert cut.summary == whole.summary
    assert len([finding for finding in cut.findings if finding.rule == "KEY-003"]) == 5


def test_a_sheet_that_is_required_and_missing_makes_its_rules_not_assessed_in_words() -> None:
    result = checked(a_report(a_vehicle("B1"), absent=["activity"]))

    assert not_assessed(result, "ACT-001") == [("The sheet Activity is missing.", 0)]
    assert not_assessed(result, "ENE-006") == [("The sheet Activity is missing.", 0)]


def test_a_column_that_is_required_and_missing_is_named() -> None:
    result = checked(a_report(a_vehicle("B1"), activity=[a_month("B1")], absent=["activity.km_timetable"]))

    assert not_assessed(result, "ACT-001") == [("The column Timetable km is missing on the sheet Activity.", 1)]


def test_an_optional_column_that_is_missing_counts_as_blank() -> None:
    result = checked(a_report(a_vehicle("B1", battery_kwh=None), absent=["vehicles.battery_kwh"]))

    assert [finding.rule for finding in findings(result) if finding.sheet == "vehicles"] == ["FLT-007"]


def test_a_field_that_cannot_be_read_is_named() -> None:
    result = checked(a_report(a_vehicle("B1"), period_start=BROKEN))

    assert not_assessed(result, "REP-005") == [
        ("The field Start of period is missing or cannot be read on the sheet Report.", 10)
    ]


def test_rows_with_an_error_of_the_first_stage_are_counted_as_not_assessed() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1"), a_month("B9", km=1, km_timetable=5)])

    [(reason, rows)] = not_assessed(checked(report), "ACT-001")

    assert reason.startswith("These rows hang on a row with an error")
    assert rows == 1


def test_a_rule_that_raises_stops_the_check() -> None:
    def breaks(case: Case) -> pl.LazyFrame:
        raise ZeroDivisionError

    broken = NEWEST.revised(
        "broken", replace(timetable_kilometres_fit_in_all_kilometres, find=breaks), from_year=FIRST_YEAR
    )

    with pytest.raises(ZeroDivisionError):
        checked(a_report(), rule_set=broken)


def test_a_finding_carries_the_cell_as_written_and_what_an_explanation_sticks_to() -> None:
    report = a_report(a_vehicle("B1"), activity=[a_month("B1", km=1, km_timetable="2.50")])

    [offence] = judged(timetable_kilometres_fit_in_all_kilometres, a_case(report)).frame.to_dicts()

    assert offence["value"] == "2.50"
    assert offence["entity"] == "B1 · 2026-01"


def test_errors_are_told_by_sheet_to_those_who_reckon() -> None:
    errors = checked(a_faulty_report()).errors_at("energy")

    assert set(errors.select("rule", "row", "column").rows()) == {("ENE-001", 14, "carrier"), ("ENE-002", 15, "unit")}


def test_the_first_stage_marks_rows_and_leaves_the_given_report_alone() -> None:
    report = a_faulty_report()

    result = checked(report)

    assert report.table("vehicles").flawless
    assert result.case.report.table("vehicles").frame["unfit"].to_list() == [True, False, True]
    assert len(FIRST) == 8


def unjudged(report: Report, sentence: str) -> dict[tuple[str, str], int]:
    """The rules and sheets that are not assessed with a reason like this, and how many rows."""
    said = checked(report).not_assessed
    return {(item.rule, item.sheet): item.rows for item in said if sentence in item.reason.en}


def test_what_hangs_on_a_vehicle_that_leaves_before_it_comes_is_said_not_to_be_assessed() -> None:
    backwards = a_vehicle("B1", in_service_from=date(2026, 6, 1), in_service_to=date(2026, 1, 1))
    report = a_report(backwards, a_vehicle("B2"), activity=[*months("B1"), *months("B2")])

    found = unjudged(report, "hang on a row with an error")

    assert found[("ACT-004", "activity")] == 12
    assert found[("ACT-005", "vehicles")] == 1


def test_what_hangs_on_a_period_that_is_none_is_said_not_to_be_assessed() -> None:
    report = a_report(
        a_vehicle("B1"),
        period_start=date(2026, 12, 31),
        period_end=date(2026, 1, 1),
        activity=months("B1"),
        energy=electric_months("B1"),
    )

    found = unjudged(report, "The reported period is no period")

    assert {rule for rule, _sheet in found} >= {"REP-003", "ACT-003", "ACT-005", "KEY-003"}
    assert found[("KEY-003", "activity")] == 12
    assert found[("KEY-003", "energy")] == len(electric_months("B1"))


def test_a_field_of_the_period_that_is_missing_is_the_nearer_reason() -> None:
    report = a_report(a_vehicle("B1"), period_start=None, activity=months("B1"))

    found = unjudged(report, "missing or cannot be read")

    assert ("ACT-003", "activity") in found
