"""The dictionary and the schema read the row models."""

from __future__ import annotations

import jsonschema
import pytest

from schemas.report.columns import columns_of
from schemas.report.sheets import SHEETS
from tests.unit.portal.browsing import Browser


@pytest.mark.parametrize("sheet", [model.sheet for model in SHEETS if model.sheet != "report"])
def test_every_column_of_every_sheet_is_in_the_dictionary(browser: Browser, sheet: str) -> None:
    page = browser.get(f"/gegevenswoordenboek/{sheet}").text

    model = next(model for model in SHEETS if model.sheet == sheet)
    assert [column.name for column in columns_of(model) if f"<code>{column.name}</code>" not in page] == []


def test_the_json_schema_is_one(browser: Browser) -> None:
    answer = browser.get("/json-schema")

    jsonschema.Draft202012Validator.check_schema(answer.get_json(force=True))
    assert answer.mimetype == "application/schema+json"


def test_a_row_of_the_schema_refuses_what_the_model_refuses(browser: Browser) -> None:
    schema = browser.get("/json-schema").get_json(force=True)
    report = {"report": [{"field": "holder_kvk", "value": "12345678"}], "vehicles": [{"vehicle_id": "B1", "wheels": 6}]}

    faults = [fault.message for fault in jsonschema.Draft202012Validator(schema).iter_errors(report)]

    assert any("wheels" in fault for fault in faults)
    assert any("required property" in fault for fault in faults)


@pytest.mark.parametrize("sheet", ["activity", "energy", "ridership", "incidents"])
def test_a_period_is_said_in_the_language_of_the_reader(browser: Browser, sheet: str) -> None:
    assert "YYYY" not in browser.get(f"/gegevenswoordenboek/{sheet}").text


def test_a_reader_sees_no_number_of_a_computer_and_no_name_of_a_file(browser: Browser) -> None:
    page = browser.get("/gegevenswoordenboek/vehicles").text

    assert "9223372036854775807" not in page
    assert "geheel getal (zitplaatsen)" in page
    assert "Verwijst naar Keten, kolom" in page
