"""The forms of waivers: recording one, and withdrawing it."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import ValidationError, fields, validates_schema

from schemas.web.fields import Day, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, UNKNOWN, Said

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
BACKWARDS: Final = Said("De laatste dag ligt vóór de eerste dag.", "The last day is before the first day.")


class WaiverSchema(WebSchema):
    """A waiver: by which decision, of what, over which days and why. What it is of comes as ``norm:…`` or ``rule:…``."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    decision_number = Line(required=True, data_key="besluit")
    scope = Line(required=True, data_key="waarvan", error_messages={"required": NOT_OFFERED})
    entities = Prose(load_default="", data_key="alleen")
    starts = Day(required=True, data_key="van")
    ends = Day(required=True, data_key="tot-en-met")
    reason = Prose(required=True, data_key="reden")

    @validates_schema
    def forwards(self, given: dict[str, Any], **_: Any) -> None:
        """The last day is not before the first."""
        if given["ends"] < given["starts"]:
            raise ValidationError({"tot-en-met": [BACKWARDS]})


class WithdrawSchema(WebSchema):
    """Withdrawing a waiver, with the reason."""

    reason = Prose(required=True, data_key="reden")
