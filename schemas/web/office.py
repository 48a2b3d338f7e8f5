"""The forms of management: organisations and concessions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from marshmallow import ValidationError, fields, pre_load, validate

from schemas.web.fields import Choice, Day, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, Said

IDENTITY: Final[Messages] = {"required": MISSING, "invalid_uuid": NOT_OFFERED}
NO_KVK: Final = Said("Geef acht cijfers, zoals 12345678.", "Give eight digits, such as 12345678.")
NO_CODE: Final = Said(
    "Gebruik hoofdletters, cijfers en streepjes, zoals VB-OOST.", "Use capitals, digits and dashes, such as VB-OOST."
)
NO_YEAR: Final = Said("Geef een jaar, zoals 2027.", "Give a year, such as 2027.")
NO_PATH: Final = Said(
    "‘{line}’ is geen jaar met een waarde. Schrijf per regel een jaar en de waarde vanaf dat jaar, zoals 2026: 75.",
    "‘{line}’ is no year with a value. Write on each line a year and the value from that year, such as 2026: 75.",
)
PATH_LINE: Final = re.compile(r"(?P<year>(19|20)\d\d)\s*[:=]\s*(?P<value>\S.{0,40})")
NUMBER: Final = re.compile(r"-?\d{1,9}([.,]\d{1,6})?")
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


class GrantingTakenBackSchema(ReasonSchema):
    """The change of who grants a concession that does not begin, by its first day, and why."""

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


class Path(fields.Field[dict[str, int | float | str]]):
    """A path as lines of a year and a value, such as ``2026: 75``; a value that is no number stays as it was written."""

    default_error_messages = {"required": MISSING, "null": MISSING}  # noqa: RUF012 - marshmallow's own way

    def _deserialize(
        self,
        value: Any,
        attr: str | None,  # noqa: ARG002 - marshmallow's own way
        data: Mapping[str, Any] | None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> dict[str, int | float | str]:
        lines = [line.strip() for line in str(value).splitlines() if line.strip()]
        if not lines:
            raise ValidationError(MISSING)
        read = [PATH_LINE.fullmatch(line) for line in lines]
        if faults := [NO_PATH.format(line=line) for line, found in zip(lines, read, strict=True) if found is None]:
            raise ValidationError(list(faults))
        return {found["year"]: _value(found["value"]) for found in read if found}


def _value(written: str) -> int | float | str:
    if NUMBER.fullmatch(written) is None:
        return written
    number = float(written.replace(",", "."))
    return int(number) if number.is_integer() else number


class NormSchema(ReasonSchema):
    """What a concession asks of one norm, and why."""

    article = Line(required=True, data_key="artikel")
    path = Path(required=True, data_key="pad")
    last_year = fields.Integer(
        load_default=None,
        data_key="laatste-jaar",
        validate=validate.Range(min=1990, max=2100, error=NO_YEAR),
        error_messages={"invalid": NO_YEAR},
    )
    part = Line(load_default="", data_key="deel")

    @pre_load
    def without_blanks(self, submitted: dict[str, Any], **_context: object) -> dict[str, Any]:
        """A last year that was left empty was not given."""
        return {name: value for name, value in submitted.items() if name != "laatste-jaar" or value.strip()}


class AdoptTermsSchema(ConfirmedSchema):
    """From which report year on terms hold, and why, by somebody who read what follows."""

    from_year = fields.Integer(
        required=True,
        data_key="vanaf-jaar",
        validate=validate.Range(min=1990, max=2100, error=NO_YEAR),
        error_messages={"required": MISSING, "invalid": NO_YEAR},
    )


class CalendarSchema(ReasonSchema):
    """The days of a report year; ``seen`` are those of which the consequences were shown."""

    opens = Day(required=True, data_key="opening")
    suppliers_answer_by = Day(required=True, data_key="leveranciers")
    hand_in_by = Day(required=True, data_key="indienen")
    completeness_by = Day(required=True, data_key="volledigheid")
    feedback_by = Day(required=True, data_key="besluit")
    seen = Line(load_default="", data_key="gezien")
