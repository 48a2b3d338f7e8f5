"""The forms of a shortfall: opening a case, taking a step, reading one as second."""

from __future__ import annotations

from typing import Final

from marshmallow import fields

from schemas.shortfalls import Closing, Ruling
from schemas.web.amounts import Euro
from schemas.web.fields import Choice, Day, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, UNKNOWN

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}


class OpenShortfallSchema(WebSchema):
    """Which norms a case is about, and why it is opened."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    norms = fields.List(Line(), data_key="normen")
    reason = Prose(required=True, data_key="toelichting")


class StepSchema(WebSchema):
    """A step, with what its kind asks; a file may come beside it."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    reason = Prose(required=True, data_key="toelichting")
    term = Day(load_default=None, data_key="termijn")
    day = Day(load_default=None, data_key="dag")
    consequence = Line(load_default="", data_key="gevolg")
    amount = Euro(load_default=None, data_key="bedrag")
    ruling = Choice(Ruling, load_default=None, data_key="uitspraak")
    other_amount = fields.Boolean(load_default=False, data_key="noemt_bedrag", error_messages={"invalid": UNKNOWN})
    closing = Choice(Closing, load_default=None, data_key="waarom")
