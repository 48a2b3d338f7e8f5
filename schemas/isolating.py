"""Whether totals together tell something of a few suppliers alone, however they are added up and subtracted.

Each total is a sum of figures, so whoever holds some totals holds every combination of them. A combination tells of a
few suppliers when all other figures fall out of it; there is one when the totals, without the figures of those few,
depend more on each other than before: their rank is lower.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType
from typing import Final

Figure = tuple[str, Decimal]
# In which of the totals a figure stands, by their place: figures that always stand together cannot be told apart.
Pattern = frozenset[int]
# Rows that each lead with another total, by the place of that total.
Basis = Mapping[int, Sequence[int]]
EMPTY: Final[Basis] = MappingProxyType({})
# Reckoned modulo a prime: exact, as no determinant of noughts and ones of some thirty totals comes near it.
PRIME: Final = 2**61 - 1
# Of more suppliers that stand apart from all others not every pair is tried: then it counts as telling.
MOST_ALONE: Final = 24


def tells_of_few(totals: Sequence[Collection[Figure]], *, least: int) -> bool:
    """Whether some combination of these totals is about fewer than ``least`` suppliers."""
    holders, size = _holders(totals), len(totals)
    rank = len(_basis(holders, size))
    stays = _basis((one for one, suppliers in holders.items() if len(suppliers) >= least), size)
    if len(stays) == rank:
        return False
    few = {pattern: suppliers for pattern, suppliers in holders.items() if len(suppliers) < least}
    alone = sorted(frozenset[str]().union(*few.values()))
    if len(alone) > MOST_ALONE:
        return True
    groups = combinations(alone, min(least - 1, len(alone)))
    return any(len(_basis(_without(frozenset(one), few), size, stays, enough=rank)) < rank for one in groups)


def _holders(totals: Sequence[Collection[Figure]]) -> Mapping[Pattern, frozenset[str]]:
    """The suppliers of which some figure stands in just these totals."""
    places: dict[Figure, set[int]] = defaultdict(set)
    for place, total in enumerate(totals):
        for figure in total:
            places[figure].add(place)
    holders: dict[Pattern, set[str]] = defaultdict(set)
    for (supplier, _value), pattern in places.items():
        holders[frozenset(pattern)].add(supplier)
    return {pattern: frozenset(suppliers) for pattern, suppliers in holders.items()}


def _without(group: frozenset[str], holders: Mapping[Pattern, frozenset[str]]) -> Iterator[Pattern]:
    """The patterns that are left without the figures of a group."""
    return (pattern for pattern, suppliers in holders.items() if not suppliers <= group)


def _basis(patterns: Iterable[Pattern], size: int, known: Basis = EMPTY, *, enough: int | None = None) -> Basis:
    """A basis of what the patterns span, grown from a known one until it is large enough."""
    basis = dict(known)
    for pattern in patterns:
        if len(basis) == (size if enough is None else enough):
            break
        row = [int(place in pattern) for place in range(size)]
        for place, other in basis.items():
            row = [(one - row[place] * taken) % PRIME for one, taken in zip(row, other, strict=True)]
        if any(row):
            first = next(place for place, one in enumerate(row) if one)
            inverse = pow(row[first], -1, PRIME)
            basis[first] = [one * inverse % PRIME for one in row]
    return basis
