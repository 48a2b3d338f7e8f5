"""Columns of stacked parts, one per year: pure geometry in percent, drawn by the macros of `_layout/columns.html`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final

from portal.charts import Amount, Segment, Tick, YearValue, round_up
from schemas.waterfall import percent

# How much of its place a column fills, how wide it is at most, and from which height on its value stands inside it.
FILLED: Final = Decimal("0.72")
WIDEST: Final = Decimal(24)
ROOM_FOR_TEXT: Final = 9.0
LABELLED: Final = 6


@dataclass(frozen=True, kw_only=True)
class Stack:
    """What a year holds: its parts from the bottom up, its total as text; ``expected`` where it is still to come."""

    year: int
    text: str
    amounts: tuple[Amount, ...]
    expected: bool = False


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a column, in percent from the top; ``told`` where there is room for its value."""

    code: str
    label: str
    text: str
    y: float
    height: float
    told: bool


@dataclass(frozen=True, kw_only=True)
class Column:
    """A year: where it stands, its pieces, its total; ``spare`` where a narrow screen leaves the label out."""

    year: int
    text: str
    x: float
    width: float
    middle: float
    top: float
    pieces: tuple[Piece, ...]
    expected: bool
    spare: bool


@dataclass(frozen=True)
class Columns:
    """All years on one scale that starts at zero, with the steps of a norm where there is one."""

    columns: tuple[Column, ...]
    values: tuple[Tick, ...]
    norm: tuple[Segment, ...] = ()
    norm_text: str = ""

    @property
    def legend(self) -> tuple[Piece, ...]:
        """Every code once, as the newest year that has it tells it, from the bottom of the columns up."""
        found = {piece.code: piece for column in self.columns for piece in column.pieces}
        return tuple(found.values())


def columns(stacks: Sequence[Stack], *, norm: Sequence[YearValue] = (), ceiling: Decimal | None = None) -> Columns:
    """A column per year; the norm's steps run over the years that are shown. Give the ceiling for shares (100)."""
    top = ceiling if ceiling is not None else round_up(max((_whole(one) for one in stacks), default=Decimal(1)))
    places = {one.year: place for place, one in enumerate(stacks)}
    drawn = tuple(_column(one, place, stacks, top) for place, one in enumerate(stacks))
    steps = _steps(norm, places, top)
    return Columns(drawn, _ticks(top), steps, norm[-1].text if steps else "")


def _ticks(top: Decimal) -> tuple[Tick, ...]:
    return tuple(Tick(100 - percent(top * step / 2, top), top * step / 2) for step in range(3))


def _whole(one: Stack) -> Decimal:
    return sum((amount.value for amount in one.amounts), Decimal(0))


def _column(one: Stack, place: int, stacks: Sequence[Stack], top: Decimal) -> Column:
    room = Decimal(100) / len(stacks)
    width = min(room * FILLED, WIDEST)
    middle = room * (place + Decimal("0.5"))
    heights = [percent(amount.value, top) for amount in one.amounts]
    feet = accumulate(heights, initial=0.0)
    return Column(
        year=one.year,
        text=one.text,
        x=round(float(middle - width / 2), 3),
        width=round(float(width), 3),
        middle=round(float(middle), 3),
        top=round(100 - sum(heights), 3),
        pieces=tuple(_piece(*each) for each in zip(one.amounts, feet, heights, strict=False)),
        expected=one.expected,
        spare=len(stacks) > LABELLED and (len(stacks) - 1 - place) % 2 == 1,
    )


def _piece(amount: Amount, foot: float, height: float) -> Piece:
    return Piece(
        code=amount.code,
        label=amount.label,
        text=amount.text,
        y=round(100 - foot - height, 3),
        height=height,
        told=height >= ROOM_FOR_TEXT,
    )


def _steps(norm: Iterable[YearValue], places: dict[int, int], top: Decimal) -> tuple[Segment, ...]:
    """What is asked holds from its year to the next step; what was asked before the first year that is shown holds there."""
    if not places:
        return ()
    room, first, last = 100 / len(places), min(places), max(places)
    asked = {max(step.year, first): step.value for step in norm if step.year <= last}
    levels = [(places[year] * room, 100 - percent(asked[year], top)) for year in sorted(asked) if year in places]
    if not levels:
        return ()
    ends = [*(left for left, _level in levels[1:]), 100.0]
    flat = [Segment(left, level, end, level) for (left, level), end in zip(levels, ends, strict=True)]
    rises = [Segment(after.x1, before.y1, after.x1, after.y1) for before, after in pairwise(flat)]
    return tuple(_rounded(segment) for segment in (*flat, *rises))


def _rounded(one: Segment) -> Segment:
    return Segment(round(one.x1, 3), round(one.y1, 3), round(one.x2, 3), round(one.y2, 3))
