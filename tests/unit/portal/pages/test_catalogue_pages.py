"""The pages of rules read the newest rule set; the dictionary and the schema read the row models."""

from __future__ import annotations

from datetime import timedelta

import jsonschema
import pytest

from schemas.clock import now
from schemas.report.columns import columns_of
from schemas.report.sheets import SHEETS
from schemas.store import RuleSet, sessions
from tests.unit.portal.browsing import Browser


def a_rule(name: str, duty: str) -> dict[str, object]:
    def both(text: str) -> dict[str, str]:
        return {"nl": text, "en": f"EN {text}"}

    return {
        "rule": name,
        "revision": 2,
        "sheet": "activity",
        "at": "km_timetable",
        "severity": "error",
        "basis": "MIPOV",
        "obligation": both(duty),
        "message": both("{km_timetable} is te veel."),
        "expected": both("minder"),
        "mend": both("Kijk na."),
    }


@pytest.fixture
def rule_sets(portal_home: object) -> None:
    """An old rule set and a new one, which says more than the page needs."""
    with sessions().begin() as session:
        for number, duty in enumerate(("Oude plicht.", "Nieuwe plicht.")):
            body = {"rules": [a_rule("ACT-001", duty)], "ranges": {"x": 1}}
            at = now() + timedelta(minutes=number)
            session.add(RuleSet(id=f"set-{number}", sha256=f"{number:064}", body=body, written_at=at))


def test_the_newest_rule_set_is_shown(browser: Browser, rule_sets: None) -> None:
    page = browser.get("/regels").text

    assert "Nieuwe plicht." in page
    assert "Oude plicht." not in page
    assert 'href="/regels/ACT-001"' in page


def test_a_rule_has_its_texts_in_the_readers_language(browser: Browser, rule_sets: None) -> None:
    page = browser.get("/regels/ACT-001", headers={"Accept-Language": "en"}).text

    assert all(text in page for text in ("EN Nieuwe plicht.", "EN {km_timetable} is te veel.", "EN Kijk na.", "MIPOV"))


def test_a_rule_that_is_not_there_is_not_there(browser: Browser, rule_sets: None) -> None:
    assert browser.get("/regels/ACT-999").status_code == 404


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
