"""The JSON Schema of a whole report and the data dictionary, both read from the row models."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue
from pydantic.json_schema import models_json_schema

from schemas.report.columns import Column, columns_of
from schemas.report.fields import Front
from schemas.report.sheets import FORMAT_VERSION, SHEETS
from schemas.texts import Bilingual

_MODELS: tuple[type[BaseModel], ...] = (*SHEETS, Front)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, JsonValue]:
    """What a report in JSON looks like: per sheet a list of rows, in the types and codes of the row models."""
    models: list[tuple[type[BaseModel], Literal["validation"]]] = [(model, "validation") for model in _MODELS]
    _, shapes = models_json_schema(models)
    definitions = shapes["$defs"]
    definitions["ReportField"] = _field_of(definitions.pop("Front"))
    sheets: dict[str, JsonValue] = {
        model.sheet: {
            "type": "array",
            "title": model.label.en,
            "title_nl": model.label.nl,
            "description": model.holds.en,
            "items": {"$ref": f"#/$defs/{model.__name__}"},
        }
        for model in SHEETS
    }
    return {
        "$schema": DIALECT,
        "title": f"Ketenspiegel report {FORMAT_VERSION}",
        "type": "object",
        "properties": sheets,
        "required": [model.sheet for model in SHEETS if model.required],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _field_of(front: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """A row of the sheet *report*: the type of its value is that of its field."""
    fields = front["properties"]
    assert isinstance(fields, dict)
    return {
        "title": "ReportField",
        "oneOf": [
            {
                "type": "object",
                "properties": {"field": {"const": name}, "value": shape},
                "required": ["field"],
                "additionalProperties": False,
            }
            for name, shape in fields.items()
        ],
    }


class Code(BaseModel):
    """A code with its label."""

    model_config = ConfigDict(frozen=True)

    code: str
    label: Bilingual


class Entry(BaseModel):
    """One column or field, as a data dictionary shows it."""

    model_config = ConfigDict(frozen=True)

    name: str
    label: Bilingual
    type: str
    required: bool
    key: bool
    refers_to: str | None
    unit: str | None
    low: str | None
    high: str | None
    note: Bilingual | None
    codes: tuple[Code, ...]


class SheetEntry(BaseModel):
    """One sheet with its columns; of the sheet *report*, its fields."""

    model_config = ConfigDict(frozen=True)

    name: str
    label: Bilingual
    holds: Bilingual
    required: bool
    entries: tuple[Entry, ...]


def data_dictionary() -> tuple[SheetEntry, ...]:
    """Every sheet, column, field and code of a report."""
    return tuple(
        SheetEntry(
            name=model.sheet,
            label=model.label,
            holds=model.holds,
            required=model.required,
            entries=tuple(_entry(column) for column in columns_of(Front if model.sheet == "report" else model)),
        )
        for model in SHEETS
    )


def _entry(column: Column) -> Entry:
    return Entry(
        name=column.name,
        label=column.label,
        type=column.kind.value,
        required=column.required,
        key=column.key,
        refers_to=column.refers_to,
        unit=column.unit,
        low=_bound(column.low),
        high=_bound(column.high),
        note=column.note,
        codes=tuple(Code(code=code.value, label=code.label) for code in column.codes or ()),
    )


def _bound(bound: Decimal | object | None) -> str | None:
    return None if bound is None else str(bound)
