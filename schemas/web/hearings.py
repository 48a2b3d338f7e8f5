"""The forms of hearing the holder: announcing an intention, and giving a view."""

from __future__ import annotations

from typing import Final

from marshmallow import fields

from schemas.web.fields import Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, UNKNOWN

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}


class IntentionSchema(WebSchema):
    """What an authority intends, and why."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    reason = Prose(required=True, data_key="voornemen")


class ViewSchema(WebSchema):
    """The holder's view; a file may come beside it."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    text = Prose(required=True, data_key="zienswijze")
