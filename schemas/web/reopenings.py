"""The forms of opening more of a report that was sent back in part: asking for it, and answering."""

from __future__ import annotations

from typing import Final

from marshmallow import fields, validate

from schemas.report.sheets import BY_NAME
from schemas.web.fields import Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, UNKNOWN, Said

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
NO_ANSWER: Final = Said("Kies of u bladen opent.", "Choose whether you open sheets.")
SHEET: Final = validate.OneOf(list(BY_NAME), error=NOT_OFFERED)


class AskReopeningSchema(WebSchema):
    """Which sheets the holder asks to open, and why."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    sheets = fields.List(Line(validate=SHEET), data_key="bladen")
    reason = Prose(required=True, data_key="reden")


class AnswerReopeningSchema(WebSchema):
    """Whether sheets are opened, which of them, and why."""

    granted = fields.Boolean(
        required=True, data_key="openen", error_messages={"required": NO_ANSWER, "invalid": UNKNOWN}
    )
    sheets = fields.List(Line(validate=SHEET), data_key="bladen")
    reason = Prose(required=True, data_key="reden")
