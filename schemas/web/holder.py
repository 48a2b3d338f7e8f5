"""The forms of a holder: uploading, evidence, explaining, handing in."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from marshmallow import fields

from schemas.web.fields import Choice, Line, Messages, Password, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, UNKNOWN, Said

NOT_DECLARED: Final = Said(
    "Vink dit aan. Zonder verklaring kunt u niet indienen.", "Tick this. Without the declaration you cannot hand in."
)
NO_PASSWORD: Final = Said("Vul uw wachtwoord in.", "Fill in your password.")
NO_COLLEAGUE: Final = Said("Kies een collega.", "Choose a colleague.")
KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}


class Start(StrEnum):
    """On what an upload builds: nothing, or the version before."""

    CLEAN = "schoon"
    ADDED = "erbij"


class UploadSchema(WebSchema):
    """The form around an uploaded file; the file itself is not part of it."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    start = Choice(Start, load_default=Start.CLEAN, data_key="begin")
    note = Line(load_default="", data_key="opmerking")


class NothingSchema(WebSchema):
    """A form of one button."""


class ExplainSchema(WebSchema):
    """An answer to one finding, by its place in the version."""

    position = fields.Integer(
        required=True, strict=False, data_key="plaats", error_messages={"required": MISSING, "invalid": UNKNOWN}
    )
    text = Prose(required=True, data_key="toelichting")


class ExplainRuleSchema(WebSchema):
    """One answer to all findings of a rule."""

    rule = Line(required=True, data_key="regel")
    text = Prose(required=True, data_key="toelichting")


class MarkSchema(WebSchema):
    """A rule whose findings, or one of them, a colleague should look at."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    rule = Line(required=True, data_key="regel")
    colleague = fields.UUID(
        required=True, data_key="collega", error_messages={"required": NO_COLLEAGUE, "invalid_uuid": NO_COLLEAGUE}
    )
    note = Prose(load_default="", data_key="notitie")


class SettleSchema(WebSchema):
    """Whether a mark is dealt with."""

    done = fields.Boolean(required=True, data_key="klaar", error_messages={"required": MISSING, "invalid": UNKNOWN})


class HandInSchema(WebSchema):
    """The declaration: which version, the tick, and the signatory's own password once more."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    version = fields.UUID(required=True, data_key="versie", error_messages=KEY)
    declared = fields.Boolean(
        required=True, data_key="verklaring", error_messages={"required": NOT_DECLARED, "invalid": NOT_DECLARED}
    )
    password = Password(required=True, data_key="wachtwoord", error_messages={"required": NO_PASSWORD})
