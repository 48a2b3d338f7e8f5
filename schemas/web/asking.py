"""The forms of asking suppliers: whom, which questions per role or per supplier, where each mail goes; asking again."""

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
MOST_AT_ONCE: Final = 60
DEVIATES: Final = "anders"
AS_ROLE: Final = "zoals"
NOBODY: Final = Said("Kies ten minste één leverancier.", "Choose at least one supplier.")
TOO_MANY: Final = Said("Kies ten hoogste 60 leveranciers tegelijk.", "Choose at most 60 suppliers at once.")
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
    """The form for so many suppliers: address and language per supplier, questions per role.

    A supplier that ``deviates``, by its place, is asked questions of its own; ``as_role`` takes that of one back.
    """
    per_role: dict[str, Any] = {f"questions_{role.value}": _questions(f"vragen-{role.value}") for role in ChainRole}
    per_firm: dict[str, Any] = {}
    for place in range(firms):
        per_firm[f"email_{place}"] = Email(required=True, data_key=f"email-{place}")
        per_firm[f"language_{place}"] = Choice(Language, required=True, data_key=f"taal-{place}")
        per_firm[f"questions_of_{place}"] = _questions(own_questions(place))
    general: dict[str, Any] = {
        "key": fields.UUID(required=True, data_key="sleutel", error_messages=KEY),
        "due": Day(required=True, data_key="uiterlijk"),
        "who": fields.List(Line(), data_key="wie", validate=WHOM),
        "deviates": fields.List(fields.String(), data_key=DEVIATES),
        "as_role": fields.String(load_default="", data_key=AS_ROLE),
    }
    return WebSchema.from_dict({**general, **per_role, **per_firm}, name=f"Asking{firms}")()


def own_questions(place: int | str) -> str:
    """The field with the questions of one supplier that deviates."""
    return f"vragen-van-{place}"


def _questions(data_key: str) -> fields.List[str]:
    known = validate.OneOf(list(QUESTION), error=NOT_OFFERED)
    return fields.List(fields.String(validate=known), data_key=data_key)
