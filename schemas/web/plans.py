"""The forms of the improvement plan: proposing a measure, dropping one, answering, and telling how far it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from marshmallow import ValidationError, fields, validate

from schemas.norms import NORM
from schemas.web.fields import Choice, Day, Line, Messages, Prose
from schemas.web.schema import WebSchema
from schemas.web.words import MISSING, NOT_OFFERED, UNKNOWN, Said
from schemas.words import MeasureAnswerKind, MeasureOrigin, Progress

KEY: Final[Messages] = {"required": MISSING, "invalid_uuid": UNKNOWN}
AMOUNT: Final = re.compile(r"[+-]?\d{1,9}([.,]\d{1,3})?")
NO_AMOUNT: Final = Said(
    "Geef een getal met ten hoogste drie decimalen, zoals 2,5 of -10.",
    "Give a number with at most three decimals, such as 2.5 or -10.",
)
NO_PERCENTAGE: Final = Said("Geef een heel getal van 0 tot en met 100.", "Give a whole number from 0 to 100.")
NO_ANSWER: Final = Said("Kies wat u antwoordt.", "Choose what you answer.")


class Amount(fields.String):
    """A number as a Dutch or an English person writes it; an empty one counts as absent."""

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """The number, exactly as it was written."""
        written = str(super().deserialize(value, attr, data, **kwargs) or "").strip()
        if not written:
            return None
        if not AMOUNT.fullmatch(written):
            raise ValidationError(NO_AMOUNT)
        return Decimal(written.replace(",", "."))


class Percentage(fields.String):
    """A share of a hundred; an empty one counts as absent."""

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """A whole number."""
        written = str(super().deserialize(value, attr, data, **kwargs) or "").strip().removesuffix("%").strip()
        if not written:
            return None
        if not (written.isascii() and written.isdigit() and len(written) <= 3 and int(written) <= 100):
            raise ValidationError(NO_PERCENTAGE)
        return int(written)


class ProposalSchema(WebSchema):
    """What a measure is to be; ``reason`` says why it changes."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    title = Line(required=True, data_key="maatregel")
    owner = Line(required=True, data_key="eigenaar")
    due = Day(required=True, data_key="klaar")
    effect = Amount(load_default=None, data_key="effect")
    effect_from = Day(load_default=None, data_key="vanaf")
    effect_words = Prose(load_default="", data_key="verwachting")
    reason = Prose(load_default="", data_key="reden")


class NewMeasureSchema(ProposalSchema):
    """A measure, from what it came, and the norm that it is to bring nearer."""

    origin = Choice(MeasureOrigin, load_default=MeasureOrigin.FREE, data_key="vanwege")
    norm = Line(load_default="", data_key="norm", validate=validate.OneOf(["", *NORM], error=NOT_OFFERED))


class DropSchema(WebSchema):
    """Why a measure is to be let go."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    reason = Prose(required=True, data_key="waarom_vervalt")


class AnswerProposalSchema(WebSchema):
    """What the authority says of a proposal: ``proposal`` is the one that stood on the page."""

    proposal = fields.UUID(required=True, data_key="voorstel", error_messages=KEY)
    answer = Choice(MeasureAnswerKind, required=True, data_key="antwoord", error_messages={"required": NO_ANSWER})
    reason = Prose(load_default="", data_key="toelichting")


class ProgressSchema(WebSchema):
    """How far a measure is."""

    key = fields.UUID(required=True, data_key="sleutel", error_messages=KEY)
    progress = Choice(Progress, required=True, data_key="stand")
    percentage = Percentage(load_default="", data_key="percentage")
    text = Prose(required=True, data_key="voortgang")
