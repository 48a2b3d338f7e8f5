"""The forms of publishing: deciding on items, a whole theme at once, the holder's view, and taking back."""

from __future__ import annotations

from typing import Any, Final

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.publication.grounds import Ground
from schemas.web.fields import Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import NOT_OFFERED, UNKNOWN, Said

NO_GROUND: Final = Said(
    "Kies een grond: wat niet openbaar wordt, heeft er een.", "Choose a ground: what is not made public has one."
)
CHOICE: Final[Messages] = {"required": NOT_OFFERED, "invalid": NOT_OFFERED}
GROUNDS: Final = frozenset({"", *Ground})


class ItemId(Line):
    """The id of an item, which is longer than a line of text."""

    longest = 260


class ChoicesSchema(WebSchema):
    """What is decided on the items of a page: those that were shown, those that are public, a ground and a remark of each."""

    items = fields.List(ItemId(), required=True, data_key="onderdeel")
    public = fields.List(ItemId(), load_default=list, data_key="openbaar")
    grounds = fields.List(fields.String(), required=True, data_key="grond")
    remarks = fields.List(Line(), required=True, data_key="opmerking")

    @validates_schema
    def fits(self, given: dict[str, Any], **_: Any) -> None:
        """Every item has its ground and its remark, and nothing is public that was not shown."""
        if not len(given["items"]) == len(given["grounds"]) == len(given["remarks"]):
            raise ValidationError(UNKNOWN)
        if not set(given["public"]) <= set(given["items"]) or not set(given["grounds"]) <= GROUNDS:
            raise ValidationError(NOT_OFFERED)
        pairs = zip(given["items"], given["grounds"], strict=True)
        bare = [item for item, ground in pairs if item not in given["public"] and not ground]
        if bare:
            raise ValidationError({item: [NO_GROUND] for item in bare})


class ThemeSchema(WebSchema):
    """One decision on all items of a theme."""

    theme = Line(required=True, data_key="thema")
    public = fields.Boolean(required=True, data_key="alles", error_messages=CHOICE)
    ground = fields.String(load_default="", data_key="grond-thema", validate=validate.OneOf(GROUNDS, error=NOT_OFFERED))

    @validates_schema
    def grounded(self, given: dict[str, Any], **_: Any) -> None:
        """What is not public has a ground."""
        if not given["public"] and not given["ground"]:
            raise ValidationError({"grond-thema": [NO_GROUND]})


class PublicationViewSchema(WebSchema):
    """The holder's view on what becomes public."""

    notice = fields.UUID(required=True, data_key="bericht", error_messages={"invalid_uuid": UNKNOWN})
    text = Prose(required=True, data_key="zienswijze")


class TakeBackSchema(WebSchema):
    """Taking back what is public; the reason stands on the public page."""

    reason = Prose(required=True, data_key="reden")


class NothingSchema(WebSchema):
    """A button without a field."""
