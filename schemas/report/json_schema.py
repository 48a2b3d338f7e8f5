"""The JSON Schema of a report: one array of rows per sheet, from the row models."""

from __future__ import annotations

from typing import Final

from pydantic import JsonValue
from pydantic.json_schema import models_json_schema

from schemas.report.sheets import FORMAT_VERSION, SHEETS

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(address: str) -> dict[str, JsonValue]:
    """The schema under its own address; the sheet *report* is rows of a field and its value, as in a workbook."""
    references, definitions = models_json_schema([(model, "validation") for model in SHEETS])
    return {
        "$schema": DRAFT,
        "$id": address,
        "title": f"Ketenspiegel {FORMAT_VERSION}",
        "type": "object",
        "properties": {
            model.sheet: {
                "type": "array",
                "items": references[model, "validation"],
                "title": model.label.en,
                "title_nl": model.label.nl,
            }
            for model in SHEETS
        },
        "required": [model.sheet for model in SHEETS if model.required],
        "additionalProperties": False,
        "$defs": definitions["$defs"],
    }
