"""What a holder may read of figures that its suppliers gave in confidence: a total of whole threes, and no single one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from schemas.publication.inference import Sum, follows

LEAST: Final = 3
WHOLE: Final = "total"


@dataclass(frozen=True)
class ConfidentialTotal:
    """A total over so many suppliers; the ``others`` gave their figure later and are not in it yet."""

    value: Decimal
    suppliers: int
    others: int


def total_of(values: Sequence[Decimal]) -> ConfidentialTotal | None:
    """The total of figures in the order in which they were first sent; none where a single one could be reckoned back.

    Only whole threes count: otherwise the total before and after one more supplier would differ by its figure.
    """
    counted = values[: len(values) // LEAST * LEAST]
    if not counted:
        return None
    known = {f"{place}": value for place, value in enumerate(counted)} | {WHOLE: sum(counted, Decimal(0))}
    parts = tuple(known)[:-1]
    if follows(parts, [Sum(WHOLE, parts)], known):
        return None
    return ConfidentialTotal(value=known[WHOLE], suppliers=len(counted), others=len(values) - len(counted))
