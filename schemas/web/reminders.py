"""The forms of reminders: "this is not for me", and being away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from marshmallow import fields, missing

from schemas.web.fields import Day, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import NOT_OFFERED, Said

NOT_IN_THE_PAST: Final = Said(
    "Kies vandaag of een latere dag; laat de dag leeg als u weer terug bent.",
    "Choose today or a later day; leave the day empty if you are back.",
)
NO_COLLEAGUE_THERE: Final = Said(
    "Kies een collega van uw eigen organisatie.", "Choose a colleague of your own organisation."
)


class Somebody(fields.UUID):
    """A person of a list; the choice of nobody counts as absent."""

    default_error_messages = {"invalid_uuid": NOT_OFFERED}  # noqa: RUF012 - marshmallow's own way

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> UUID:
        """An empty text is what a browser sends where nobody was chosen."""
        chosen: UUID = super().deserialize(missing if value == "" else value, attr, data, **kwargs)
        return chosen


class NotForMeSchema(WebSchema):
    """That a mail is for somebody else, and for whom, if one knows."""

    said = Prose(load_default="", data_key="toelichting")


class AbsenceSchema(WebSchema):
    """Until and including which day one is away, and who takes the reminders."""

    until = Day(load_default=None, data_key="afwezig_tot")
    replaced_by = Somebody(load_default=None, data_key="vervanger")
