"""The JSON Schema accepts what the row models accept, and the data dictionary names every column."""

from jsonschema import Draft202012Validator, FormatChecker

from schemas.report.columns import columns_of
from schemas.report.fields import Front
from schemas.report.sheets import SHEETS
from workers.publish.json_schema import data_dictionary, json_schema

VALID = {
    "report": [{"field": "report_year", "value": 2026}, {"field": "assurance", "value": "none"}],
    "vehicles": [],
    "activity": [{"vehicle_id": "B1", "period": "2026-01", "km_timetable": 1.5, "km_total": 2}],
    "energy": [],
    "ridership": [],
    "suppliers": [],
    "oecd_steps": [{"step": 1, "status": 2}],
    "evidence": [],
}


def faults(document: object) -> list[str]:
    validator = Draft202012Validator(json_schema(), format_checker=FormatChecker())
    return sorted(error.json_path for error in validator.iter_errors(document))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_a_valid_report_is_accepted() -> None:
    assert faults(VALID) == []


def test_a_wrong_code_type_bound_or_field_is_refused() -> None:
    wrong = {
        **VALID,
        "oecd_steps": [{"step": 7, "status": 2}],
        "ridership": [{"period": "2026", "mode": "boat", "passenger_km": -1}],
        "report": [{"field": "report_year", "value": "soon"}],
    }

    assert faults(wrong) == [
        "$.oecd_steps[0].step",
        "$.report[0]",
        "$.ridership[0].mode",
        "$.ridership[0].passenger_km",
        "$.ridership[0].period",
    ]


def test_a_missing_required_sheet_is_refused() -> None:
    assert faults({name: rows for name, rows in VALID.items() if name != "evidence"}) == ["$"]


def test_the_dictionary_names_every_column_and_field() -> None:
    named = {sheet.name: [entry.name for entry in sheet.entries] for sheet in data_dictionary()}

    assert named == {m.sheet: [c.name for c in columns_of(Front if m.sheet == "report" else m)] for m in SHEETS}
