"""What a figure comes to: a value, how it came about, and which share of what is behind it was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

ZERO = Fraction(0)
TOTAL = "total"

Shares = tuple[Fraction, Fraction, Fraction]


@dataclass(frozen=True)
class Answer:
    """A figure; ``coverage`` holds the shares in per cent that were measured, estimated and are missing."""

    value: Fraction | None
    status: str = "measured"
    coverage: Shares | None = None


Parts = Iterator[tuple[str, Answer]]


class NotAssessable(Exception):
    """An input is missing, or there is nothing to judge."""

    def __init__(self, coverage: Shares | None = None) -> None:
        super().__init__()
        self.coverage = coverage


def known(value: Fraction | int | None, *, estimated: bool = False, coverage: Shares | None = None) -> Answer:
    """A figure that could be reckoned."""
    status = "estimated" if estimated else "measured"
    return Answer(None if value is None else Fraction(value), status, coverage)


def unknown(coverage: Shares | None = None) -> Answer:
    """A figure that cannot be assessed."""
    return Answer(None, "not_assessable", coverage)


def attempted(reckon: Callable[[], Answer]) -> Answer:
    """A figure, not assessable where something that it hangs on is not there."""
    try:
        return reckon()
    except NotAssessable as missing:
        return unknown(missing.coverage)


def shares(measured: Fraction = ZERO, estimated: Fraction = ZERO, missing: Fraction = ZERO) -> Shares | None:
    """Shares in per cent of a quantity; of nothing there are none."""
    whole = measured + estimated + missing
    return (measured / whole * 100, estimated / whole * 100, missing / whole * 100) if whole else None


def percentage(some: Fraction | int, whole: Fraction | int) -> Fraction:
    """A share in per cent; of nothing there is no share."""
    if not whole:
        raise NotAssessable
    return Fraction(some) / Fraction(whole) * 100


def summed(values: Iterable[Fraction]) -> Fraction:
    """An exact sum."""
    return sum(values, ZERO)
