"""What can be reckoned back: a figure that is kept back must not follow from those that are public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from schemas.indicators.parts import TOTAL
from schemas.publication.items import Item, Kind
from schemas.publication.quotients import Quotient

SLACK = Decimal("1e-9")
Pairs = frozenset[str]
Row = dict[str, Fraction]


@dataclass(frozen=True)
class Sum:
    """A figure that is the sum of others."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class _Known:
    id: str
    pairs: Pairs
    value: Decimal

    @property
    def dimensions(self) -> frozenset[str]:
        return frozenset(pair.partition("=")[0] for pair in self.pairs)


def sums_of(items: Iterable[Item]) -> tuple[Sum, ...]:
    """Every sum that holds between the figures: a total or a part, and its parts by some of the other dimensions."""
    figures = sorted((one for one in items if one.kind is Kind.FIGURE and one.value is not None), key=_code)
    return tuple(
        found for _code_, same in groupby(figures, key=_code) for found in _sums([_known(one) for one in same])
    )


def follows(
    withheld: Iterable[str],
    sums: Iterable[Sum],
    values: Mapping[str, Decimal],
    quotients: Iterable[Quotient] = (),
) -> frozenset[str]:
    """Which of the figures that are kept back somebody can reckon from what is public."""
    hidden = frozenset(withheld)
    given = tuple(one for one in sums if not hidden.isdisjoint((one.whole, *one.parts)))
    near = tuple(one for one in quotients if not hidden.isdisjoint(one.all))
    found = _determined(hidden, given, near, values) | _nothing_left(hidden, given, values)
    secret = hidden - found
    return found | {one.share for one in near if one.share in secret and secret.isdisjoint((one.part, one.whole))}


def guarded(
    withheld: Iterable[str],
    sums: Iterable[Sum],
    values: Mapping[str, Decimal],
    quotients: Iterable[Quotient] = (),
) -> dict[str, str]:
    """What has to be kept back as well, each with the figure that it protects; the smallest part first, the whole last.

    Where a figure follows only by a quotient, that goes rather than another part.
    """
    hidden, also, given, shares = set(withheld), dict[str, str](), tuple(sums), tuple(quotients)
    while found := follows(hidden, given, values, shares):
        by_sums = follows(hidden, given, values)
        protects = min(by_sums or found)
        one_more = _one_more(protects, hidden, given, values) if by_sums else _one_quotient(protects, hidden, shares)
        hidden.add(one_more)
        also[one_more] = also.get(protects, protects)
    return also


def _code(item: Item) -> str:
    return item.code


def _known(item: Item) -> _Known:
    pairs = frozenset() if item.part == TOTAL else frozenset(item.part.split(","))
    return _Known(id=item.id, pairs=pairs, value=item.value or Decimal(0))


def _sums(figures: list[_Known]) -> Iterator[Sum]:
    kinds = sorted({one.dimensions for one in figures}, key=sorted)
    for whole in figures:
        for dimensions in kinds:
            parts = [one for one in figures if one.dimensions == dimensions and one.pairs > whole.pairs]
            if parts and whole.dimensions < dimensions and _adds_up(whole, parts):
                yield Sum(whole.id, tuple(one.id for one in parts))


def _adds_up(whole: _Known, parts: list[_Known]) -> bool:
    total = sum((one.value for one in parts), Decimal(0))
    return abs(total - whole.value) <= SLACK * max(abs(total), abs(whole.value))


def _determined(
    hidden: frozenset[str], sums: Iterable[Sum], quotients: Iterable[Quotient], values: Mapping[str, Decimal]
) -> frozenset[str]:
    """The unknowns that have one value only: those that stand alone in a row of the reduced equations.

    A quotient that is public is one such equation: the part is that many times the whole.
    """
    known = (one for one in quotients if one.share not in hidden)
    rows = [
        *(row for one in sums if (row := _row(one, hidden))),
        *(row for one in known if (row := _ratio(one, hidden, values))),
    ]
    return frozenset(next(iter(row)) for row in _reduced(rows) if len(row) == 1)


def _row(one: Sum, hidden: frozenset[str]) -> Row:
    signs = {one.whole: Fraction(-1)} | dict.fromkeys(one.parts, Fraction(1))
    return {place: sign for place, sign in signs.items() if place in hidden}


def _ratio(one: Quotient, hidden: frozenset[str], values: Mapping[str, Decimal]) -> Row:
    signs = {one.part: Fraction(1), one.whole: -Fraction(values[one.share]) / Fraction(one.times)}
    return {place: sign for place, sign in signs.items() if place in hidden and sign}


def _reduced(rows: list[Row]) -> list[Row]:
    """The rows in reduced echelon form (Gauss and Jordan), exactly."""
    done: list[Row] = []
    for row in rows:
        left = row
        for pivot in done:
            left = _without(left, next(iter(pivot)), pivot)
        if left:
            first = min(left)
            scaled = {first: Fraction(1)} | {
                place: part / left[first] for place, part in left.items() if place != first
            }
            done = [_leading(_without(one, first, scaled), next(iter(one))) for one in done] + [scaled]
    return done


def _without(row: Row, place: str, pivot: Row) -> Row:
    """A row with one unknown taken out by the row that leads with it."""
    times = row.get(place)
    if not times:
        return row
    taken = {one: row.get(one, Fraction(0)) - times * pivot.get(one, Fraction(0)) for one in (*row, *pivot)}
    return {one: part for one, part in taken.items() if part}


def _leading(row: Row, first: str) -> Row:
    return {first: row[first]} | row


def _nothing_left(hidden: frozenset[str], sums: Iterable[Sum], values: Mapping[str, Decimal]) -> frozenset[str]:
    """Parts that can only be nought: what is public of a public whole is all of it already."""
    found: set[str] = set()
    for one in sums:
        secret = hidden.intersection(one.parts)
        public = [values[part] for part in one.parts if part not in secret]
        if (
            one.whole not in hidden
            and min(public, default=Decimal(0)) >= 0
            and all(not values[part] for part in secret)
        ):
            found |= secret
    return frozenset(found)


def _one_more(protects: str, hidden: set[str], sums: Iterable[Sum], values: Mapping[str, Decimal]) -> str:
    """A public figure to keep back with one that follows: a part that is not nought if there is one, else a whole."""
    near = [one for one in sums if protects in (one.whole, *one.parts)] or list(sums)
    parts = {part for one in near for part in one.parts if part not in hidden}
    wholes = {one.whole for one in near if one.whole not in hidden}
    some = {part for part in parts - wholes if values[part]}
    far = {place for one in sums for place in (one.whole, *one.parts) if place not in hidden}
    choice = some or wholes or parts or far
    return min(choice, key=lambda place: (abs(values[place]), place))


def _one_quotient(protects: str, hidden: set[str], quotients: Iterable[Quotient]) -> str:
    """A public figure to keep back where one follows by a quotient: the quotient itself, else what it is reckoned from."""
    given = [one for one in quotients if not set(one.all) <= hidden]
    near = [one for one in given if protects in one.all] or given
    shares = [one.share for one in near if one.share not in hidden]
    return min(shares or [place for one in near for place in one.all if place not in hidden])
