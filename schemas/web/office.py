"""The forms of management: organisations and concessions."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from marshmallow import fields, validate

from schemas.web.fields import Choice, Day, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, Said

IDENTITY: Final[Messages] = {"required": MISSING, "invalid_uuid": NOT_OFFERED}
NO_KVK: Final = Said("Geef acht cijfers, zoals 12345678.", "Give eight digits, such as 12345678.")
NO_CODE: Final = Said(
    "Gebruik hoofdletters, cijfers en streepjes, zoals VB-OOST.", "Use capitals, digits and dashes, such as VB-OOST."
)
NO_YEAR: Final = Said("Geef een jaar, zoals 2027.", "Give a year, such as 2027.")
CONFIRM: Final = Said(
    "Vink aan dat u de gevolgen kent. Er is nog niets gewijzigd.",
    "Tick that you know what follows. Nothing was changed yet.",
)


class Kind(StrEnum):
    """The organisations that a functional manager adds; suppliers come in by the chain."""

    AUTHORITY = "authority"
    HOLDER = "holder"


class Confirmed(fields.Boolean):
    """A tick without which nothing happens."""

    def __init__(self) -> None:
        super().__init__(
            required=True,
            data_key="gevolgen",
            validate=validate.Equal(True, error=CONFIRM),
            error_messages={"required": CONFIRM, "invalid": CONFIRM},
        )


def _kvk() -> Line:
    return Line(load_default="", data_key="kvk", validate=validate.Regexp(r"(\d{8})?$", error=NO_KVK))


class ReasonSchema(WebSchema):
    """Why."""

    reason = Prose(required=True, data_key="reden")


class ConfirmedSchema(ReasonSchema):
    """Why, by somebody who read what follows."""

    confirmed = Confirmed()


class OrganisationSchema(ReasonSchema):
    """A name, perhaps a trade register number, and why."""

    name = Line(required=True, data_key="naam")
    kvk = _kvk()


class NewOrganisationSchema(OrganisationSchema):
    """An organisation that was not known."""

    kind = Choice(Kind, required=True, data_key="soort")


class GrantingSchema(ReasonSchema):
    """Which authorities grant a concession, which leads, since when."""

    authorities = fields.List(fields.UUID(error_messages=IDENTITY), data_key="verleners")
    lead = fields.UUID(required=True, data_key="leider", error_messages=IDENTITY)
    since = Day(required=True, data_key="vanaf")


class ConcessionSchema(ReasonSchema):
    """A concession as it is known."""

    name = Line(required=True, data_key="naam")
    holder = fields.UUID(required=True, data_key="houder", error_messages=IDENTITY)
    starts = Day(required=True, data_key="van")
    ends = Day(required=True, data_key="tot-en-met")


class NewConcessionSchema(ConcessionSchema):
    """A concession that was not known, with who grants it."""

    code = Line(required=True, data_key="code", validate=validate.Regexp(r"[A-Z0-9][A-Z0-9-]{0,39}$", error=NO_CODE))
    authorities = fields.List(fields.UUID(error_messages=IDENTITY), data_key="verleners")
    lead = fields.UUID(required=True, data_key="leider", error_messages=IDENTITY)


class NothingSchema(WebSchema):
    """A form of a file or a button alone."""


class AdoptSchema(ConfirmedSchema):
    """Why a set is switched on, by somebody who read what follows; of a rule set, from which report year on."""

    from_year = fields.Integer(
        load_default=None,
        data_key="vanaf-jaar",
        validate=validate.Range(min=1990, max=2100, error=NO_YEAR),
        error_messages={"invalid": NO_YEAR},
    )


class CalendarSchema(ReasonSchema):
    """The days of a report year; ``seen`` are those of which the consequences were shown."""

    opens = Day(required=True, data_key="opening")
    suppliers_answer_by = Day(required=True, data_key="leveranciers")
    hand_in_by = Day(required=True, data_key="indienen")
    completeness_by = Day(required=True, data_key="volledigheid")
    feedback_by = Day(required=True, data_key="besluit")
    seen = Line(load_default="", data_key="gezien")
