"""Numbers in every form people write them; a doubtful one is asked about, never guessed."""

from decimal import Decimal

import pytest

from tests.unit.workers.intake.files import activity, column, findings, places, reading


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", "12"),
        ("12.5", "12.5"),
        ('"12,5"', "12.5"),
        ('"1.234,56"', "1234.56"),
        ('"1,234.56"', "1234.56"),
        ('"1 234,56"', "1234.56"),
        ('"1\u00a0234,567"', "1234.567"),
        ("1\u2009234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1E3", "1000"),
        ("1.5e2", "150"),
        ("+5", "5"),
        ("0.500", "0.5"),
        ("1234.567", "1234.567"),
        (" 7 ", "7"),
        (".5", "0.5"),
        ("0.0005", "0.001"),
        ("0.00049999", "0"),
        ("2.0005", "2.001"),
        ("99999999999999999999.1", "99999999999999999999.1"),
    ],
)
def test_a_number_with_one_reading_is_read(written: str, value: str) -> None:
    read = activity(f"B1,2026-01,{written},{written},")

    assert places(read, "activity") == []
    assert column(read, "activity", "km_total") == [Decimal(value)]


@pytest.mark.parametrize(
    "written", ["twaalf", "12-", "1,2,3", "1.23.456", "€ 5", "12%", "1 23", "--5", "n.v.t.", "12.", "1e"]
)
def test_what_is_no_number_is_said_to_be_none(written: str) -> None:
    read = activity(f'B1,2026-01,1,"{written}",')

    assert places(read, "activity") == [("FMT-006", 2, "km_total")]


@pytest.mark.parametrize("written", ["-1", "\u22125", "-0.001", "1E99", "1" + "0" * 35])
def test_a_number_outside_its_bounds_is_named(written: str) -> None:
    read = activity(f"B1,2026-01,1,{written},")

    assert places(read, "activity") == [("FMT-009", 2, "km_total")]


def test_a_doubtful_number_in_a_silent_file_is_asked_about_once_per_column() -> None:
    read = activity("B1,2026-01,5,7,", "B1,2026-02,1.234,1.234,", "B1,2026-03,2.345,2.345,")

    assert places(read, "activity") == [("FMT-008", 3, "km_timetable"), ("FMT-008", 3, "km_total")]
    assert column(read, "activity", "km_total") == [Decimal(7), None, None]


def test_one_settled_number_settles_the_file() -> None:
    read = activity("B1,2026-01,5.5,7,", "B1,2026-02,1.234,1.234,")

    assert places(read, "activity") == []
    assert column(read, "activity", "km_total") == [Decimal(7), Decimal("1.234")]


def test_a_number_with_a_decimal_comma_makes_the_point_a_separator_of_thousands() -> None:
    read = activity('B1,2026-01,"5,5",7,', "B1,2026-02,1.234,1.234,")

    assert column(read, "activity", "km_total") == [Decimal(7), Decimal(1234)]


def test_a_contradictory_file_settles_nothing() -> None:
    read = activity('B1,2026-01,"5,5",7.5,', "B1,2026-02,3,1.234,")

    assert places(read, "activity") == [("FMT-008", 3, "km_total")]
    assert column(read, "activity", "km_timetable") == [Decimal("5.5"), Decimal(3)]


@pytest.mark.parametrize(("decimal", "value"), [("comma", "1234"), ("point", "1.234")])
def test_the_user_can_settle_it(decimal: str, value: str) -> None:
    read = activity("B1,2026-01,1,1.234,", decimal=decimal)

    assert places(read, "activity") == []
    assert column(read, "activity", "km_total") == [Decimal(value)]


def test_the_question_is_asked_in_both_languages() -> None:
    [finding] = findings(activity("B1,2026-01,1,1.234,"), "activity")

    assert "‘1.234’" in finding.message.nl
    assert "‘1.234’" in finding.message.en


WORKFORCE = "staff_group,headcount,fte,cba_coverage_pct"


@pytest.mark.parametrize(
    ("headcount", "rule"),
    [
        ("12", None),
        ("12.0", None),
        ("1.9", "FMT-006"),
        ("-1", "FMT-009"),
        ("99999999999999999999", "FMT-009"),
        ("1E2", None),
    ],
)
def test_a_whole_number_is_whole(headcount: str, rule: str | None) -> None:
    read = reading(f"{WORKFORCE}\ntotal,{headcount},1,\n", "workforce.csv")

    assert places(read, "workforce") == ([(rule, 2, "headcount")] if rule else [])


@pytest.mark.parametrize(("share", "rule"), [("100", None), ("12%", None), ("100.0004", None), ("100.01", "FMT-009")])
def test_a_percentage_is_at_most_a_hundred(share: str, rule: str | None) -> None:
    read = reading(f"{WORKFORCE}\ntotal,1,1,{share}\n", "workforce.csv")

    assert places(read, "workforce") == ([(rule, 2, "cba_coverage_pct")] if rule else [])


def test_a_large_dutch_file_is_read_like_a_small_one() -> None:
    lines = [f"B{n};2026-01;1.234;{n},{n % 1000:03};" for n in range(1, 6_000)]
    text = "\n".join(["vehicle_id;period;km_timetable;km_total;avg_speed_kmh", *lines, "B0;2026-01;12,5;x;"])

    read = reading(text, "activity.csv")

    assert places(read, "activity") == [("FMT-006", 6001, "km_total")]
    assert column(read, "activity", "km_timetable")[:2] == [Decimal(1234), Decimal(1234)]
    assert column(read, "activity", "km_total")[:2] == [Decimal("1.001"), Decimal("2.002")]
