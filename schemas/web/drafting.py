"""The forms of a draft: a file for some sheets, checking it, and who fills in which sheet."""

from __future__ import annotations

from enum import StrEnum

from marshmallow import fields

from schemas.report.sheets import SHEETS
from schemas.web.fields import Choice, Choices, Line
from schemas.web.holder import KEY
from schemas.web.schema import WebSchema

ALL_SHEETS = ""


class Forms(StrEnum):
    """What a file does to the sheets that were filled in by form."""

    STAY = "blijven"
    REPLACED = "vervangen"


# The sheets of the contract as a closed list of choices, made from the row models.
SheetName = StrEnum("SheetName", {model.sheet: model.sheet for model in SHEETS})  # type: ignore[misc]


class PartSchema(WebSchema):
    """The form around a file that is a part of the report."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    sheet = Line(load_default=ALL_SHEETS, data_key="blad")
    forms = Choice(Forms, load_default=Forms.STAY, data_key="formulieren")


class CheckDraftSchema(WebSchema):
    """The button that has the draft checked."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)


class TasksSchema(WebSchema):
    """The sheets that are given to somebody."""

    sheets = Choices(SheetName, data_key="bladen")
