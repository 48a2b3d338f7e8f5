"""Texts, codes, periods, dates and truth values, each at its boundary."""

from datetime import date

import pytest

from schemas.report.code_lists import ActionStatus, RiskTheme
from tests.unit.workers.intake.files import ACTIVITY, activity, column, findings, places, reading

RISKS = "risk_id,chain_role,theme,assessed_on,severity,likelihood,status,confirmed_incident"


def risks(**cells: str) -> str:
    given = {
        "risk_id": "R1",
        "chain_role": "energy",
        "theme": next(iter(RiskTheme)).value,
        "assessed_on": "2026-05-01",
        "severity": "3",
        "likelihood": "2",
        "status": next(iter(ActionStatus)).value,
        "confirmed_incident": "no",
    } | cells
    return f"{RISKS}\n" + ",".join(given.values()) + "\n"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-05-01", date(2026, 5, 1)),
        ("01-05-2026", date(2026, 5, 1)),
        ("1-5-2026", date(2026, 5, 1)),
        ("1990-01-01", date(1990, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
    ],
)
def test_a_date_is_read(written: str, value: date) -> None:
    read = reading(risks(assessed_on=written), "due_diligence.csv")

    assert places(read, "due_diligence") == []
    assert column(read, "due_diligence", "assessed_on") == [value]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("2026-02-30", "FMT-006"),
        ("05/01/2026", "FMT-006"),
        ("2026-5-1", "FMT-006"),
        ("45000", "FMT-006"),
        ("1989-12-31", "FMT-009"),
        ("01-01-2101", "FMT-009"),
        ("", "FMT-005"),
        ("#N/A", "FMT-011"),
        ("#N/B", "FMT-011"),
    ],
)
def test_what_is_no_date_of_our_time_is_named(written: str, rule: str) -> None:
    read = reading(risks(assessed_on=written), "due_diligence.csv")

    assert places(read, "due_diligence") == [(rule, 2, "assessed_on")]


@pytest.mark.parametrize("written", ["yes", "NO", "Ja", "nee", "TRUE", "false", "1", "0"])
def test_a_truth_value_is_read(written: str) -> None:
    read = reading(risks(confirmed_incident=written), "due_diligence.csv")

    assert places(read, "due_diligence") == []
    assert column(read, "due_diligence", "confirmed_incident") == [written.lower() in ("yes", "ja", "true", "1")]


def test_what_is_no_truth_value_is_named() -> None:
    assert places(reading(risks(confirmed_incident="soms"), "due_diligence.csv"), "due_diligence") == [
        ("FMT-006", 2, "confirmed_incident")
    ]


@pytest.mark.parametrize("written", ["energy", " ENERGY ", "K2 Energieleverancier", "k2 energy supplier"])
def test_a_code_is_read_by_code_or_label(written: str) -> None:
    read = reading(risks(chain_role=written), "due_diligence.csv")

    assert column(read, "due_diligence", "chain_role") == ["energy"]


def test_an_unknown_code_names_the_nearest() -> None:
    [finding] = findings(reading(risks(chain_role="enrgy"), "due_diligence.csv"), "due_diligence")

    assert (finding.rule, finding.row, finding.column, finding.value) == ("FMT-007", 2, "chain_role", "enrgy")
    assert "K2 Energieleverancier" in finding.message.nl
    assert "K2 Energy supplier" in finding.message.en


@pytest.mark.parametrize("severity", ["0", "6"])
def test_severity_is_one_to_five(severity: str) -> None:
    assert places(reading(risks(severity=severity), "due_diligence.csv"), "due_diligence") == [
        ("FMT-009", 2, "severity")
    ]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("2026", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("2026-1", "FMT-006"),
        ("jan 2026", "FMT-006"),
        ("01-2026", "FMT-006"),
    ],
)
def test_a_period_has_a_form_whether_or_not_it_exists(written: str, rule: str | None) -> None:
    assert places(activity(f"B1,{written},1,1,"), "activity") == ([(rule, 2, "period")] if rule else [])


@pytest.mark.parametrize("written", ["2026", "2026-01-01"])
def test_ridership_is_by_month(written: str) -> None:
    read = reading(f"period,mode,passenger_km\n{written},bus,1\n", "ridership.csv")

    assert places(read, "ridership") == [("FMT-006", 2, "period")]


@pytest.mark.parametrize(("length", "rule"), [(2000, None), (2001, "FMT-010")])
def test_a_text_has_at_most_two_thousand_characters(length: int, rule: str | None) -> None:
    read = activity(f"{'x' * length},2026-01,1,1,")

    assert places(read, "activity") == ([(rule, 2, "vehicle_id")] if rule else [])


@pytest.mark.parametrize(
    ("sign", "rule"), [("\t", None), ("\n", None), ("\x07", "FMT-010"), ("\x00", "FMT-010"), ("\x85", "FMT-010")]
)
def test_a_text_holds_no_control_characters(sign: str, rule: str | None) -> None:
    read = activity(*[f"B{n},2026-01,1,1," for n in range(20)], f'"B{sign}1",2026-01,1,1,')

    assert places(read, "activity") == ([(rule, 22, "vehicle_id")] if rule else [])


def test_an_indicator_is_one_of_ours() -> None:
    head = "indicator_id,value,unit\n"

    assert places(reading(f"{head}ghg-01,-5,t\n", "declared.csv"), "declared") == []
    assert places(reading(f"{head}GHG-99,1,t\n", "declared.csv"), "declared") == [("FMT-007", 2, "indicator_id")]


def test_wholly_blank_rows_are_skipped_but_counted() -> None:
    read = activity("B1,2026-01,1,1,", "", " ,,,,", "B2,2026-01,x,1,")

    assert places(read, "activity") == [("FMT-006", 5, "km_timetable")]
    assert read.report.table("activity").frame["row"].to_list() == [2, 5]


def test_a_faulty_cell_is_null_marked_and_kept_as_written() -> None:
    table = activity("B1,2026-01,twaalf,1,").report.table("activity")

    assert table.frame["km_timetable"].to_list() == [None]
    assert table.frame.filter(table.broken("km_timetable")).height == 1
    assert table.raw["km_timetable"].to_list() == ["twaalf"]


def test_many_rows_are_read_like_few() -> None:
    lines = [f"B{n % 7},2026-{n % 12 + 1:02},1.5,2,{n % 3}" for n in range(12_000)]
    read = activity(*lines, "B1,2026-1,x,-1,#REF!")

    assert places(read, "activity") == [
        ("FMT-006", 12_002, "km_timetable"),
        ("FMT-006", 12_002, "period"),
        ("FMT-009", 12_002, "km_total"),
        ("FMT-011", 12_002, "avg_speed_kmh"),
    ]
    assert ACTIVITY.split(",")[0] in read.report.table("activity").frame.columns
