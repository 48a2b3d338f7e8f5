"""The forms of asking suppliers: whom, which questions per role, where each mail goes; asking again."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from marshmallow import Schema, fields, validate

from schemas.questions import QUESTION
from schemas.report.code_lists import ChainRole
from schemas.texts import Language
from schemas.web.fields import Choice, Day, Email, Line, Messages
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, UNKNOWN, Said

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
MOST_AT_ONCE: Final = 25
NOBODY: Final = Said("Kies ten minste één leverancier.", "Choose at least one supplier.")
TOO_MANY: Final = Said("Kies ten hoogste 25 leveranciers tegelijk.", "Choose at most 25 suppliers at once.")
WHOM: Final = (
    validate.Length(min=1, error=NOBODY),
    validate.Length(max=MOST_AT_ONCE, error=TOO_MANY),
)


class AskAgainSchema(WebSchema):
    """Where the new mail goes, and by when an answer is asked."""

    email = Email(required=True, data_key="email")
    due = Day(required=True, data_key="uiterlijk")


@cache
def asking_form(firms: int) -> Schema:
    """The form for so many suppliers: the questions are chosen per role, address and language per supplier."""
    per_role: dict[str, Any] = {
        f"questions_{role.value}": fields.List(
            fields.String(validate=validate.OneOf(list(QUESTION), error=NOT_OFFERED)), data_key=f"vragen-{role.value}"
        )
        for role in ChainRole
    }
    per_firm: dict[str, Any] = {}
    for place in range(firms):
        per_firm[f"email_{place}"] = Email(required=True, data_key=f"email-{place}")
        per_firm[f"language_{place}"] = Choice(Language, required=True, data_key=f"taal-{place}")
    general: dict[str, Any] = {
        "key": fields.UUID(required=True, data_key="sleutel", error_messages=KEY),
        "due": Day(required=True, data_key="uiterlijk"),
        "who": fields.List(Line(), data_key="wie", validate=WHOM),
    }
    return WebSchema.from_dict({**general, **per_role, **per_firm}, name=f"Asking{firms}")()
