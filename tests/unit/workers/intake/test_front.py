"""The sheet report: two columns in the file, typed fields inside."""

from datetime import date
from decimal import Decimal

import pytest

from schemas.report.code_lists import Assurance
from tests.unit.workers.intake.files import a_json, findings, places, reading
from workers.intake import Reading

GIVEN = {
    "format_version": "2026.1",
    "concession_id": "VB-OOST",
    "holder_kvk": "12345678",
    "holder_name": "Denkbeeldig Vervoer",
    "report_year": "2026",
    "period_start": "2026-01-01",
    "period_end": "31-12-2026",
    "prepared_on": "2027-03-01",
    "contact_email": "rapport@voorbeeld.example",
    "assurance": "Geen",
}


def front(more: dict[str, str] | None = None, *, without: str = "") -> Reading:
    lines = [f'{name},"{value}"' for name, value in (GIVEN | (more or {})).items() if name != without]
    return reading("\n".join(["field,value", *lines]), "report.csv")


def test_the_fields_have_their_types() -> None:
    read = front({"sroi_base_eur": "8.200.000,50"})

    assert places(read, "report") == []
    fields = read.report.fields
    assert fields.values["report_year"] == 2026
    assert fields.values["period_end"] == date(2026, 12, 31)
    assert fields.values["assurance"] is Assurance.NONE
    assert fields.values["sroi_base_eur"] == Decimal("8200000.50")
    assert fields.rows["concession_id"] == 3


def test_a_required_field_that_is_absent_has_no_row_and_a_blank_one_has_its_own() -> None:
    assert places(front(without="assurance"), "report") == [("FMT-005", None, "value")]
    assert places(front({"assurance": " "}), "report") == [("FMT-005", 11, "value")]


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("report_year", "twintig", "FMT-006"),
        ("report_year", "1989", "FMT-009"),
        ("period_start", "1 januari", "FMT-006"),
        ("assurance", "half", "FMT-007"),
        ("base_year_wtw_t", "1.250", "FMT-008"),
        ("base_year_wtw_t", "-1", "FMT-009"),
        ("boundary_note", "x" * 2001, "FMT-010"),
        ("pso_step", "#REF!", "FMT-011"),
    ],
)
def test_a_value_follows_the_type_of_its_field(field: str, value: str, rule: str) -> None:
    read = front({field: value})

    row = list(GIVEN | {field: value}).index(field) + 2
    assert places(read, "report") == [(rule, row, "value")]
    assert field in read.report.fields.bad


def test_doubtful_fields_are_one_finding_as_they_stand_in_one_column() -> None:
    read = front({"sroi_base_eur": "8.200", "base_year_wtw_t": "1.250"})

    assert places(read, "report") == [("FMT-008", 12, "value")]


def test_an_unknown_field_names_the_nearest() -> None:
    [finding] = findings(front({"concesion": "x"}), "report")

    assert (finding.rule, finding.row, finding.column, finding.value) == ("FMT-004", 12, "field", "concesion")
    assert "Concessie" in finding.message.nl


def test_a_field_may_be_named_by_its_label_and_its_second_row_is_kept_apart() -> None:
    read = front({"Verslagjaar": "2025"})

    assert read.report.fields.values["report_year"] == 2026
    assert read.report.fields.repeats == {"report_year": (12,)}


def test_a_field_settles_the_numbers_of_its_file() -> None:
    rows = [{"field": "sroi_base_eur", "value": "1,5"}]
    kilometres = [{"vehicle_id": "B1", "period": "2026-01", "km_timetable": "1.234", "km_total": 1.5}]
    read = reading(a_json({"report": rows, "activity": kilometres}), "r.json")

    assert places(read, "activity") == []
    assert read.report.table("activity").frame["km_timetable"].to_list() == [Decimal(1234)]
