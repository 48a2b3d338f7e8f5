"""What all that the product says has in common: it is frozen and strict, and its numbers are exact."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer

# Numbers are JSON numbers for those who read the answer; inside they stay exact.
Number = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]


class Said(BaseModel):
    """Frozen and strict: what was said once is not changed."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
