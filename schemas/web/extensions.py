"""The forms of more time: asking for it, and answering."""

from __future__ import annotations

from typing import Final

from marshmallow import fields

from schemas.web.fields import Day, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, UNKNOWN, Said

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
NO_ANSWER: Final = Said("Kies of u het uitstel geeft.", "Choose whether you grant more time.")


class AskExtensionSchema(WebSchema):
    """Until when the holder asks for time, and why."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    until = Day(required=True, data_key="tot")
    reason = Prose(required=True, data_key="reden")


class AnswerExtensionSchema(WebSchema):
    """Whether more time is granted, until when, and why."""

    granted = fields.Boolean(
        required=True, data_key="uitstel", error_messages={"required": NO_ANSWER, "invalid": UNKNOWN}
    )
    until = Day(load_default=None, data_key="tot")
    reason = Prose(required=True, data_key="reden")
