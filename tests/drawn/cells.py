"""Cells drawn at random: amounts that are often nothing, and cells that are often blank."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

NOTHING = Decimal(0)

amounts = st.decimals(min_value=0, max_value=100_000, places=3)
quantities = st.one_of(st.just(NOTHING), amounts, amounts)
percentages = st.sampled_from([Decimal(0), Decimal("33.333"), Decimal(50), Decimal(100)])
booleans = st.sampled_from([None, True, False])


def blank_or(cells: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A cell that may be blank."""
    return st.none() | cells


def some_of(*codes: str) -> st.SearchStrategy[str]:
    """One of these."""
    return st.sampled_from(codes)


def months(year: int) -> st.SearchStrategy[str]:
    """A month of a year."""
    return st.integers(1, 12).map(lambda month: f"{year}-{month:02}")
