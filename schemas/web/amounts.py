"""The field for an amount of money, as a Dutch or an English person writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from marshmallow import ValidationError, fields, missing

from schemas.web.words import Said

NO_AMOUNT: Final = Said(
    "Geef een bedrag in euro, zoals 250.000 of 1.250,50.", "Give an amount in euros, such as 250,000."
)
MOST: Final = Decimal(10_000_000_000)
DUTCH: Final = re.compile(r"(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?")
ENGLISH: Final = re.compile(r"(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?")


class Euro(fields.Field[Decimal]):
    """An amount in euros to the cent; an empty text is what a browser sends for none."""

    def deserialize(
        self, value: Any, attr: str | None = None, data: Mapping[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        """An empty text counts as absent."""
        given = missing if isinstance(value, str) and not value.strip() else value
        return super().deserialize(given, attr, data, **kwargs)

    def _deserialize(
        self,
        value: Any,
        attr: str | None,  # noqa: ARG002 - marshmallow's own shape
        data: Mapping[str, Any] | None,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> Decimal:
        written = re.sub(r"[\s€]", "", str(value))
        if DUTCH.fullmatch(written):
            amount = Decimal(written.replace(".", "").replace(",", "."))
        elif ENGLISH.fullmatch(written):
            amount = Decimal(written.replace(",", ""))
        else:
            raise ValidationError(NO_AMOUNT)
        if amount > MOST:
            raise ValidationError(NO_AMOUNT)
        return amount
