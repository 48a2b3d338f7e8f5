"""What is noted of a change to what functional managers look after: what, from what to what, and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pydantic import JsonValue

Values = Mapping[str, str | date | None]


def change(before: Values, after: Values, *, reason: str = "") -> dict[str, JsonValue]:
    """The details of an audit row: only what differs, and the reason."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    changes: list[JsonValue] = [[name, _told(before.get(name)), _told(after.get(name))] for name in names]
    return {"changes": changes, "reason": reason}


def _told(value: str | date | None) -> str:
    return value.isoformat() if isinstance(value, date) else value or ""
