"""How the value of a supplier's answer is kept: as one JSON text, with numbers exactly as they were given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

# A figure, a day as ISO text, yes or no, a code or text; of a file or another person, what it is called by.
Value = Decimal | str | bool | Mapping[str, str] | None


def text_of(value: Value | date) -> str | None:
    """The value as it is kept; the same value gives the same text."""
    if value is None:
        return None
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return json.dumps(value.isoformat())
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def value_of(text: str | None) -> Value:
    """The value that was kept."""
    if text is None:
        return None
    value: Value = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    return value
