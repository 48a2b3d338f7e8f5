"""Sheets and headings by any of their names; what is missing, unknown or there twice is said."""

import pytest

from schemas.report.columns import Row, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import SHEETS
from tests.unit.workers.intake.files import a_json, a_zip, activity, findings, places, reading
from workers.intake.headings import column_names, plain, sheet_names


@pytest.mark.parametrize("model", [*SHEETS, Front], ids=lambda model: model.__name__)
def test_no_name_means_two_columns_of_one_sheet(model: type[Row]) -> None:
    names = column_names(model)

    for column in columns_of(model):
        assert {names[plain(n)] for n in (column.name, column.label.nl, column.label.en)} == {column.name}


def test_no_name_means_two_sheets() -> None:
    for model in SHEETS:
        assert {sheet_names()[plain(n)] for n in (model.sheet, model.label.nl, model.label.en)} == {model.sheet}


@pytest.mark.parametrize("name", ["activity", "Ritproductie", "RITPRODUCTIE", "Rit productie", "Activity"])
def test_a_sheet_is_known_by_name_or_label(name: str) -> None:
    read = reading(a_zip({f"{name}.csv": "Voertuig nummer,PERIÓDE,Timetable km,km_total\nB1,2026-01,1,1\n"}), "r.zip")

    assert places(read, "activity") == []
    assert read.rows == {"activity": 1}


def test_required_sheets_that_are_missing_are_named() -> None:
    read = activity("B1,2026-01,1,1,")

    missing = [model.sheet for model in SHEETS if ("FMT-002", None, None) in places(read, model.sheet)]
    assert missing == [model.sheet for model in SHEETS if model.required and model.sheet != "activity"]


def test_a_missing_required_column_has_no_row_and_an_optional_one_may_be_absent() -> None:
    read = reading("vehicle_id,period,km_total\nB1,2026-01,1\n", "activity.csv")

    assert places(read, "activity") == [("FMT-003", None, "km_timetable")]
    assert read.report.table("activity").absent == {"km_timetable", "avg_speed_kmh"}


def test_an_unknown_column_is_a_warning_that_names_the_nearest() -> None:
    read = reading("vehicle_id,period,km_timetable,km_total,speed\nB1,2026-01,1,1,x\n", "activity.csv")

    [finding] = findings(read, "activity")
    assert (finding.rule, finding.severity, finding.row, finding.column) == ("FMT-004", "warning", 1, "speed")
    assert "Gemiddelde snelheid" in finding.message.nl or "Average speed" in finding.message.en


def test_an_unknown_sheet_is_a_warning_about_the_whole_sheet() -> None:
    read = reading(a_json({"vehicels": [], "activity": []}), "r.json")

    [finding] = findings(read, "vehicels")
    assert (finding.rule, finding.severity, finding.row, finding.column) == ("FMT-004", "warning", None, None)
    assert "Wagenpark" in finding.message.nl


def test_a_heading_that_stands_twice_counts_for_neither() -> None:
    read = reading("vehicle_id,period,km_timetable,km_total,Total vehicle km\nB1,2026-01,1,x,2\n", "activity.csv")

    assert places(read, "activity") == [("FMT-012", 1, "km_total")]
    assert read.report.table("activity").frame["km_total"].to_list() == [None]


def test_a_blank_required_cell_is_named_but_not_under_a_missing_column() -> None:
    read = reading("vehicle_id,period,km_total\n,2026-01,1\n", "activity.csv")

    assert places(read, "activity") == [("FMT-003", None, "km_timetable"), ("FMT-005", 2, "vehicle_id")]
