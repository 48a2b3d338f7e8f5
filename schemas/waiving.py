"""When a waiver holds: for a report year that shares a day with it, and for the rows that it names."""

from collections.abc import Collection
from datetime import date

from schemas.report.sheets import BETWEEN_KEYS


def holds_over(year: int, *, starts: date, ends: date) -> bool:
    """Whether a waiver holds for the report of a year: from its first day to its last one, in the Netherlands."""
    return starts <= date(year, 12, 31) and ends >= date(year, 1, 1)


def covers(entities: Collection[str], entity: str | None) -> bool:
    """Whether a finding on an entity is waived: all are where none is named, else those with a key that is named."""
    return not entities or not set(entities).isdisjoint((entity or "").split(BETWEEN_KEYS))
