"""The forms of a conversation: asking, answering and closing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import fields, missing, validate

from schemas.web.fields import Choice, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, UNKNOWN, Said
from schemas.words import Subject

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
MOST_DAYS: Final = 90
NO_DAYS: Final = Said(
    "Geef een aantal dagen van 1 tot en met 90, of laat het leeg.",
    "Give a number of days from 1 to 90, or leave it empty.",
)


class Days(fields.Integer):
    """A term in days; an empty one counts as absent."""

    default_error_messages = {"invalid": NO_DAYS, "too_large": NO_DAYS}  # noqa: RUF012 - marshmallow's own way

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """An empty text is what a browser sends for a number that was not given."""
        given = missing if isinstance(value, str) and not value.strip() else value
        return super().deserialize(given, attr, data, **kwargs)


def _days() -> Days:
    return Days(load_default=None, data_key="dagen", validate=validate.Range(min=1, max=MOST_DAYS, error=NO_DAYS))


class PlaceSchema(WebSchema):
    """The place that somebody wants to ask about, as an address names it."""

    subject = Choice(Subject, load_default=Subject.REPORT, data_key="over")
    code = Line(load_default="", data_key="code")
    part = Line(load_default="", data_key="deel")
    position = fields.Integer(
        load_default=None, strict=False, data_key="plaats", validate=validate.Range(min=0, max=2**31 - 1, error=UNKNOWN)
    )


class AskSchema(PlaceSchema):
    """A question that begins a conversation, with the days in which an answer is asked."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    text = Prose(required=True, data_key="vraag")
    days = _days()


class AskOnSchema(WebSchema):
    """A further question in a conversation."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    text = Prose(required=True, data_key="vraag")
    days = _days()


class AnswerSchema(WebSchema):
    """An answer."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    text = Prose(required=True, data_key="antwoord")


class CloseSchema(WebSchema):
    """Closing a conversation; ``seen`` is the number of the last message that stood on the page."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    seen = fields.Integer(
        required=True, strict=False, data_key="gezien", error_messages={"required": MISSING, "invalid": UNKNOWN}
    )
