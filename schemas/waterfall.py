"""A waterfall: from the figure of one year through its causes to that of the next, in percent; the same on the page and in the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Final

# A change below this share of the figures is drawn on a scale that does not start at zero, else nobody would see it.
TOO_SMALL: Final = Decimal("0.5")
AIR: Final = Decimal("0.15")


@dataclass(frozen=True, kw_only=True)
class Fall:
    """One step: from where the step before it ended to where the next begins; ``at`` is where it ends, below zero for less."""

    start: float
    length: float
    came_from: float
    ends_at: float
    rises: bool


@dataclass(frozen=True)
class Waterfall:
    """The figure before, the steps and the figure after on one scale; ``cut`` where the scale does not start at zero."""

    before: float
    steps: tuple[Fall, ...]
    after: float
    cut: bool


def waterfall(before: Decimal, causes: Sequence[Decimal]) -> Waterfall:
    """The steps in their order; together they are the whole change."""
    levels = list(accumulate(causes, initial=before))
    low, high = min(*levels, Decimal(0)), max(*levels, Decimal(0))
    span = max(levels) - min(levels)
    cut = low == 0 and span > 0 and span < high * TOO_SMALL
    floor = min(levels) - span * AIR if cut else low
    places = [percent(level - floor, high - floor) for level in levels]
    steps = tuple(
        Fall(
            start=round(min(start, end), 3),
            length=round(abs(end - start), 3),
            came_from=start,
            ends_at=end,
            rises=cause >= 0,
        )
        for start, end, cause in zip(places, places[1:], causes, strict=False)
    )
    return Waterfall(places[0], steps, places[-1], cut)


def percent(part: Decimal, whole: Decimal) -> float:
    """How much of the whole a part is; of nothing, nothing."""
    return round(float(part / whole * 100), 3) if whole > 0 else 0.0
