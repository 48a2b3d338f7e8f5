"""Whole files: encodings, delimiters, zips, folders, JSON and the parts of a version."""

import hashlib
from pathlib import Path

import pytest

from tests.unit.workers.intake.files import a_json, a_workbook, a_zip, column, findings, places, reading
from workers.intake import Part, read, read_parts

SUPPLIERS = "supplier_id{0}name{0}country{0}role{0}tier\nS1{0}Café Ré{0}NL{0}energy{0}1\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_csv_is_read_in_each_encoding_and_with_each_delimiter(encoding: str, delimiter: str, line_end: str) -> None:
    text = SUPPLIERS.format(delimiter).replace("\n", line_end)

    read_ = reading(text.encode(encoding), "suppliers.csv")

    assert places(read_, "suppliers") == []
    assert column(read_, "suppliers", "name") == ["Café Ré"]


def test_quoted_cells_may_hold_delimiters_quotes_and_line_breaks() -> None:
    read_ = reading('supplier_id,name,country,role,tier\nS1,"A, ""B""\nC",NL,energy,x\n', "suppliers.csv")

    assert column(read_, "suppliers", "name") == ['A, "B"\nC']
    assert places(read_, "suppliers") == [("FMT-006", 2, "tier")]


def test_each_csv_file_has_its_own_form_of_numbers(tmp_path: Path) -> None:
    head = "vehicle_id,period,km_timetable,km_total\n"
    (tmp_path / "activity.csv").write_text(head + "B1,2026-01,1,1.234\n")
    (tmp_path / "ridership.csv").write_text("period;mode;passenger_km\n2026-01;bus;1,5\n")

    read_ = read(tmp_path)

    assert places(read_, "activity") == [("FMT-008", 2, "km_total")]
    assert places(read_, "ridership") == []


def test_a_zip_may_hold_one_folder_and_its_evidence() -> None:
    read_ = reading(
        a_zip({"rapport/suppliers.csv": SUPPLIERS.format(","), "rapport/evidence/a.pdf": b"%PDF", "__MACOSX/x": "y"}),
        "r.zip",
    )

    assert read_.rows == {"suppliers": 1}
    assert read_.evidence == {"a.pdf": hashlib.sha256(b"%PDF").hexdigest()}


def test_a_folder_holds_evidence_too(tmp_path: Path) -> None:
    (tmp_path / "suppliers.csv").write_text(SUPPLIERS.format(","))
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "b.pdf").write_bytes(b"%PDF")

    assert read(tmp_path).evidence == {"b.pdf": hashlib.sha256(b"%PDF").hexdigest()}


def test_json_rows_count_from_two_and_keys_may_be_missing() -> None:
    rows = [{"period": "2026-01", "mode": "bus", "passenger_km": 1.2345}, {}, {"period": "2026-02", "mode": "boot"}]

    read_ = reading(a_json({"ridership": rows}), "r.json")

    assert places(read_, "ridership") == [("FMT-005", 4, "passenger_km"), ("FMT-007", 4, "mode")]
    assert [str(value) for value in column(read_, "ridership", "passenger_km")] == ["1.235", "None"]


def test_json_types_are_held_to() -> None:
    rows = [{"period": "2026-01", "mode": "bus", "passenger_km": True, "boardings": [1]}]

    assert places(reading(a_json({"ridership": rows}), "r.json"), "ridership") == [
        ("FMT-006", 2, "boardings"),
        ("FMT-006", 2, "passenger_km"),
    ]


def test_a_json_key_that_stands_twice_is_a_heading_twice() -> None:
    text = '{"ridership": [{"period": "2026-01", "mode": "bus", "passenger_km": 1, "passenger_km": 2}]}'

    assert places(reading(text, "r.json"), "ridership") == [("FMT-012", 1, "passenger_km")]


def test_an_empty_json_sheet_lacks_nothing() -> None:
    assert places(reading('{"evidence": []}', "r.json"), "evidence") == []


def test_later_parts_replace_sheets_and_each_sheet_keeps_its_source() -> None:
    head = ["period", "mode", "passenger_km"]
    whole = a_workbook({"ridership": [head, ["2026-01", "bus", 1]], "evidence": [["evidence_id", "file_name", "kind"]]})
    part = b"period,mode,passenger_km\n2026-01,bus,x\n"

    read_ = read_parts([Part("rapport.xlsx", whole), Part("reizigers.csv", part, sheet="ridership")])

    assert read_.report.table("ridership").source == "reizigers.csv"
    assert read_.report.table("evidence").source == "rapport.xlsx"
    assert [f.source for f in findings(read_, "ridership")] == ["reizigers.csv"]


def test_a_part_gives_only_the_sheet_that_is_asked_of_it() -> None:
    head = ["period", "mode", "passenger_km"]
    whole = a_workbook({"ridership": [head, ["2026-01", "bus", 1]], "measures": [["measure_id"]]})

    read_ = read_parts([Part("rapport.xlsx", whole, sheet="ridership")])

    assert read_.rows == {"ridership": 1}
