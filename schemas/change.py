"""A figure beside that of the year before: what changed, split in the causes that together are the whole change."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from schemas.said import Number, Said
from schemas.texts import Bilingual

# From which size on a figure is read with so many decimals.
SIZES = ((1000, 0), (100, 1), (10, 2))
MOST_PLACES = 3


class Effects(Said):
    """What each cause did to a figure, in its unit; they add up to the change.

    ``activity`` is how much was driven, ``mix`` by which classes and drivetrains and on which energy, ``intensity`` how much energy a
    kilometre took, ``factor`` the factor list of the year, ``other`` what is used without driving, such as by buildings.
    """

    activity: Number
    mix: Number
    intensity: Number
    factor: Number
    other: Number

    def __iter__(self) -> Iterator[tuple[str, Decimal]]:  # type: ignore[override]
        """Each cause with its effect, in a fixed order."""
        return ((name, getattr(self, name)) for name in Effects.model_fields)

    @property
    def told(self) -> tuple[tuple[str, Decimal], ...]:
        """The causes that are told: what is used without driving only where it did something."""
        return tuple((name, value) for name, value in self if value or name != "other")


class Change(Said):
    """This year's figure beside last year's. Where it cannot be split, ``effects`` is None and ``reason`` says why."""

    year: int | None
    before: Number | None = None
    now: Number | None = None
    difference: Number | None = None
    effects: Effects | None = None
    method: Bilingual | None = None
    reason: Bilingual | None = None

    def readable(self) -> Change:
        """With as many decimals as a reader needs for figures of this size, the same for all of them."""
        largest = max((abs(value) for value in (self.before, self.now) if value is not None), default=Decimal(0))
        return self.rounded(next((places for size, places in SIZES if largest >= size), MOST_PLACES))

    def rounded(self, places: int) -> Change:
        """The same with fewer decimals, so that what is read still adds up: the largest effect takes what rounding leaves."""
        if self.before is None or self.now is None or self.effects is None:
            return self
        before, now = (_round(value, places) for value in (self.before, self.now))
        effects = adding_up(dict(self.effects), to=now - before, places=places)
        return self.model_copy(update={"before": before, "now": now, "difference": now - before, "effects": effects})


def adding_up(effects: dict[str, Decimal], *, to: Decimal, places: int) -> Effects:
    """Effects rounded to so many decimals that add up exactly; what rounding leaves goes to the largest, the first of equals."""
    shown = {name: _round(value, places) for name, value in effects.items()}
    largest = max(shown, key=lambda name: abs(effects[name]))
    left = to - sum(shown.values(), Decimal(0))
    return Effects(**{**shown, largest: shown[largest] + left})


def _round(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN) + 0
