"""The forms of a manager and a second reader: establishing, deciding, seconding."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import ValidationError, fields, pre_load, validate

from schemas.judgement import Outcome
from schemas.report.sheets import BY_NAME
from schemas.web.fields import Choice, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, UNKNOWN, Said
from schemas.words import DecisionOutcome

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
NO_DECISION: Final = Said("Kies een besluit.", "Choose a decision.")
NO_ANSWER: Final = Said("Kies of u het voorstel bevestigt.", "Choose whether you confirm the proposal.")
NO_DAY: Final = Said("Geef een dag, zoals 2027-06-15 of 15-06-2027.", "Give a day, such as 2027-06-15 or 15-06-2027.")


class EstablishSchema(WebSchema):
    """What holds for one norm; departing from the machine needs a reason."""

    norm = Line(required=True, data_key="norm")
    outcome = Choice(Outcome, required=True, data_key="oordeel")
    reason = Prose(load_default="", data_key="toelichting")


class DecideSchema(WebSchema):
    """The decision, with its reason; a term for what is sent back, and the sheets that it is about."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    outcome = Choice(DecisionOutcome, required=True, data_key="besluit", error_messages={"required": NO_DECISION})
    reason = Prose(load_default="", data_key="toelichting")
    term = fields.Date(load_default=None, data_key="termijn", error_messages={"invalid": NO_DAY})
    sheets = fields.List(Line(validate=validate.OneOf(list(BY_NAME), error=NOT_OFFERED)), data_key="bladen")

    @pre_load
    def read_term(self, given: dict[str, Any], **_: Any) -> dict[str, Any]:
        """A day as a Dutch person writes it, or as a browser sends it; an empty one is absent."""
        day = str(given.get("termijn") or "").strip()
        rest = {name: value for name, value in given.items() if name != "termijn"}
        if not day:
            return rest
        parts = day.split("-")
        if len(parts) != 3:
            raise ValidationError({"termijn": [NO_DAY]})
        return rest | {"termijn": "-".join(reversed(parts)) if len(parts[2]) == 4 else day}


class SecondSchema(WebSchema):
    """What the second reader says of a proposal to send back."""

    confirmed = fields.Boolean(
        required=True, data_key="bevestigd", error_messages={"required": NO_ANSWER, "invalid": UNKNOWN}
    )
    reason = Prose(load_default="", data_key="toelichting")
