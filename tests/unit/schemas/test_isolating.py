"""Totals together: however they are added up and subtracted, fewer than three suppliers never stand alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.isolating import Figure, tells_of_few

FIGURE = st.tuples(st.sampled_from("abcdef"), st.sampled_from([Decimal(1), Decimal(2)]))
TOTALS = st.lists(st.frozensets(FIGURE, max_size=8), min_size=1, max_size=4)


def total(names: str) -> frozenset[Figure]:
    """A figure of each supplier; a capital is another figure of the same one."""
    return frozenset((name.lower(), Decimal(int(name.isupper()))) for name in names)


def about(totals: Sequence[frozenset[Figure]], times: Sequence[int]) -> set[str]:
    """The suppliers that one combination of totals is about."""
    sums: dict[Figure, int] = defaultdict(int)
    for one, often in zip(totals, times, strict=True):
        for figure in one:
            sums[figure] += often
    return {supplier for (supplier, _value), often in sums.items() if often}


@pytest.mark.parametrize(
    ("totals", "few"),
    [
        (["abc"], False),
        (["ab"], True),
        (["abc", "abcde"], True),
        (["abc", "abcdef"], False),
        (["abc", "ABC"], False),
        (["abcd", "Abcd"], True),
        (["abc", "abcdef", "defg"], True),
        (["abc", "abcdef", "defgh"], True),
        (["abc", "abcdef", "defghi"], False),
        (["abcdef", "Abcdeg"], False),
        (["abcd", "abef", "cdef"], True),
        (["abcd", "abef", "cdefg"], False),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else "",
)
def test_totals_tell_of_few_when_some_combination_is_about_fewer_than_three(totals: list[str], few: bool) -> None:
    assert tells_of_few([total(one) for one in totals], least=3) is few


@given(TOTALS)
def test_no_combination_of_what_is_told_is_about_fewer_than_three(totals: list[frozenset[Figure]]) -> None:
    combinations = product(range(-2, 3), repeat=len(totals))

    few = any(0 < len(about(totals, times)) < 3 for times in combinations)

    assert not few or tells_of_few(totals, least=3)
