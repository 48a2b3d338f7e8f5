"""Workbooks: typed cells, both date systems, errors and formulas, rows as the user sees them."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.unit.workers.intake.files import (
    a_workbook,
    column,
    frame_rows,
    member,
    places,
    reading,
    saved,
    with_member,
)

HEAD = ["vehicle_id", "period", "km_timetable", "km_total", "avg_speed_kmh"]
SHEET1 = "xl/worksheets/sheet1.xml"


def one_row(*cells: object) -> bytes:
    return a_workbook({"Ritproductie": [HEAD, list(cells)]})


def test_whole_numbers_are_ids_without_decimals_and_numbers_have_one_reading() -> None:
    read = reading(one_row(4011, 2026, 1.234, 1.5, None), "r.xlsx")

    assert places(read, "activity") == []
    assert column(read, "activity", "vehicle_id") == ["4011"]
    assert column(read, "activity", "period") == ["2026"]
    assert column(read, "activity", "km_timetable") == [Decimal("1.234")]


def test_a_text_among_typed_numbers_is_still_read_or_asked_about() -> None:
    read = reading(one_row("B1", "2026-01", "1.234", "1.234,5", None), "r.xlsx")

    assert column(read, "activity", "km_timetable") == [Decimal(1234)]
    assert places(reading(one_row("B1", "2026-01", "1.234", 1.5, None), "r.xlsx"), "activity") == [
        ("FMT-008", 2, "km_timetable")
    ]


@pytest.mark.parametrize(
    ("shown", "period"),
    [
        ("mmm-yy", "2026-05"),
        ("yyyy-mm", "2026-05"),
        ("mmmm jjjj", "2026-05"),
        ("[$-413]mmmm yyyy;@", "2026-05"),
        ("dd-mm-yyyy", "2026-05-17"),
        ("yyyy-mm-dd", "2026-05-17"),
    ],
)
def test_a_date_that_is_shown_without_a_day_is_a_month(shown: str, period: str) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "activity"
    sheet.append(HEAD)
    sheet.append(["B1", date(2026, 5, 17), 1, 1])
    sheet["B2"].number_format = shown

    read = reading(saved(book), "r.xlsx")

    assert places(read, "activity") == []
    assert column(read, "activity", "period") == [period]


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_both_date_systems_give_the_same_day(epoch: datetime | None) -> None:
    book = Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.worksheets[0]
    sheet.title = "activity"
    sheet.append(HEAD)
    sheet.append(["B1", date(2026, 5, 17), 1, 1])

    assert column(reading(saved(book), "r.xlsx"), "activity", "period") == ["2026-05-17"]


def test_a_date_in_1900_is_outside_our_time() -> None:
    book = a_workbook(
        {"evidence": [["evidence_id", "file_name", "kind", "issued_on"], ["E1", "a.pdf", "other", date(1900, 3, 5)]]}
    )

    assert places(reading(book, "r.xlsx"), "evidence") == [("FMT-009", 2, "issued_on")]


def test_a_date_is_no_number_and_a_truth_value_is_no_number() -> None:
    read = reading(one_row("B1", "2026-01", date(2026, 1, 1), True, None), "r.xlsx")

    assert places(read, "activity") == [("FMT-006", 2, "km_timetable"), ("FMT-006", 2, "km_total")]


def test_an_error_cell_is_found_as_a_type_and_as_a_text() -> None:
    book = one_row("B1", "2026-01", "#REF!", 1, "#N/A")
    xml = member(book, SHEET1).decode()
    typed = re.sub(r'(<c r="E2")[^>]*>.*?</c>', r'\1 t="e"><v>#DIV/0!</v></c>', xml)

    assert places(reading(book, "r.xlsx"), "activity") == [
        ("FMT-011", 2, "avg_speed_kmh"),
        ("FMT-011", 2, "km_timetable"),
    ]
    assert ("FMT-011", 2, "avg_speed_kmh") in places(
        reading(with_member(book, SHEET1, typed.encode()), "r.xlsx"), "activity"
    )


def test_a_formula_without_a_stored_value_is_said_to_be_one() -> None:
    read = reading(one_row("B1", "2026-01", "=1+1", 1, "=2+2"), "r.xlsx")

    assert places(read, "activity") == [("FMT-005", 2, "km_timetable"), ("FMT-011", 2, "avg_speed_kmh")]


def test_a_formula_with_a_stored_value_counts() -> None:
    book = one_row("B1", "2026-01", "=1+1", 3, None)
    xml = (
        member(book, SHEET1)
        .replace(b"<v></v>", b"<v>2</v>")
        .replace(b"<v />", b"<v>2</v>")
        .replace(b"<v/>", b"<v>2</v>")
    )

    read = reading(with_member(book, SHEET1, xml), "r.xlsx")

    assert places(read, "activity") == []
    assert column(read, "activity", "km_timetable") == [Decimal(2)]


def test_rows_are_counted_as_the_user_sees_them() -> None:
    rows: list[list[object]] = [[*HEAD], [None], ["B1", "2026-01", 1, 1], [None], [None], ["B2", "2026-01", "x", 1]]
    read = reading(a_workbook({"activity": rows}), "r.xlsx")

    assert frame_rows(read, "activity") == [3, 6]
    assert places(read, "activity") == [("FMT-006", 6, "km_timetable")]


def test_headings_below_row_one_are_no_headings() -> None:
    read = reading(a_workbook({"activity": [[None], [*HEAD], ["B1", "2026-01", 1, 1]]}), "r.xlsx")

    assert {rule for rule, _, _ in places(read, "activity")} >= {"FMT-003"}


def test_a_sheet_that_says_it_is_enormous_is_read_for_what_it_is() -> None:
    book = one_row("B1", "2026-01", 1, 1, None)
    xml = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', member(book, SHEET1))

    read = reading(with_member(book, SHEET1, xml), "r.xlsx")

    assert places(read, "activity") == []
    assert read.rows["activity"] == 1


def test_our_own_explanation_sheets_are_left_alone() -> None:
    read = reading(a_workbook({"Start": [["Lees dit"]], "activity": [HEAD, ["B1", "2026-01", 1, 1]]}), "r.xlsx")

    assert places(read, "Start") == []


def test_hyperlinks_are_no_external_links() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "activity"
    sheet.append(HEAD)
    sheet.append(["B1", "2026-01", 1, 1])
    sheet["A2"].hyperlink = "mailto:rapport@voorbeeld.example"

    assert places(reading(saved(book), "r.xlsx"), "activity") == []


def test_a_percentage_counts_as_it_is_shown() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "workforce"
    sheet.append(["staff_group", "headcount", "fte", "cba_coverage_pct"])
    sheet.append(["total", 5, 0.5, 0.125])
    sheet["C2"].number_format = sheet["D2"].number_format = "0.0%"

    read = reading(saved(book), "r.xlsx")

    assert places(read, "workforce") == []
    assert column(read, "workforce", "cba_coverage_pct") == [Decimal("12.5")]
    assert column(read, "workforce", "fte") == [Decimal("0.5")]
