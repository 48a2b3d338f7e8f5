"""The forms of a manager and a second reader: establishing, deciding, seconding."""

from __future__ import annotations

from typing import Final

from marshmallow import fields, validate

from schemas.judgement import Outcome
from schemas.report.sheets import BY_NAME
from schemas.web.fields import Choice, Day, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, UNKNOWN, Said
from schemas.words import DecisionOutcome

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
NO_DECISION: Final = Said("Kies een besluit.", "Choose a decision.")
NO_ANSWER: Final = Said("Kies of u het voorstel bevestigt.", "Choose whether you confirm the proposal.")


class EstablishSchema(WebSchema):
    """What holds for one norm; departing from the machine needs a reason, and a waiver may be one."""

    norm = Line(required=True, data_key="norm")
    outcome = Choice(Outcome, required=True, data_key="oordeel")
    waivers = fields.List(fields.UUID(error_messages={"invalid_uuid": UNKNOWN}), data_key="ontheffing")
    reason = Prose(load_default="", data_key="toelichting")


class DecideSchema(WebSchema):
    """The decision, with its reason; for what is sent back a term, its sheets, and why the holder was not heard."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    outcome = Choice(DecisionOutcome, required=True, data_key="besluit", error_messages={"required": NO_DECISION})
    reason = Prose(load_default="", data_key="toelichting")
    term = Day(load_default=None, data_key="termijn")
    sheets = fields.List(Line(validate=validate.OneOf(list(BY_NAME), error=NOT_OFFERED)), data_key="bladen")
    unheard = Prose(load_default="", data_key="ongehoord")


class SecondSchema(WebSchema):
    """What the second reader says of a proposal to send back."""

    confirmed = fields.Boolean(
        required=True, data_key="bevestigd", error_messages={"required": NO_ANSWER, "invalid": UNKNOWN}
    )
    reason = Prose(load_default="", data_key="toelichting")
