"""The forms of a manager and a second reader: establishing, deciding, seconding."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import fields, pre_load

from schemas.judgement import Outcome
from schemas.web.fields import Choice, Day, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, UNKNOWN, Said
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
    """The decision, with its reason; a term for what is sent back, and the sheets that it is about."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    outcome = Choice(DecisionOutcome, required=True, data_key="besluit", error_messages={"required": NO_DECISION})
    reason = Prose(load_default="", data_key="toelichting")
    term = Day(load_default=None, data_key="termijn")

    @pre_load
    def leave_out(self, given: dict[str, Any], **_: Any) -> dict[str, Any]:
        """A term that is empty is absent."""
        return {name: value for name, value in given.items() if name != "termijn" or str(value).strip()}


class SecondSchema(WebSchema):
    """What the second reader says of a proposal to send back."""

    confirmed = fields.Boolean(
        required=True, data_key="bevestigd", error_messages={"required": NO_ANSWER, "invalid": UNKNOWN}
    )
    reason = Prose(load_default="", data_key="toelichting")
