"""The effects of causes on a product leave no rest, and what is new or gone is the effect of the cause that was nothing."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from math import log, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.domain.year_on_year.lmdi import PRECISION, effects

causes = st.lists(st.fractions(min_value=0, max_value=1000, max_denominator=997), min_size=3, max_size=3)
REST = Decimal("1e-40")


@given(before=causes, now=causes)
def test_the_effects_are_together_the_change(before: list[Fraction], now: list[Fraction]) -> None:
    change = prod(now) - prod(before)

    with localcontext(prec=PRECISION):
        left = sum(effects(before, now), Decimal(0)) - Decimal(change.numerator) / Decimal(change.denominator)

    assert abs(left) < REST


def test_each_effect_is_the_logarithmic_mean_times_the_logarithm_of_its_cause():
    before, now = (Fraction(10), Fraction(2)), (Fraction(12), Fraction(3))
    mean = (36 - 20) / log(36 / 20)

    found = effects(before, now)

    assert [float(one) for one in found] == pytest.approx([mean * log(12 / 10), mean * log(3 / 2)])


def test_a_cause_that_stays_has_no_effect():
    found = effects((Fraction(10), Fraction(2)), (Fraction(10), Fraction(3)))

    assert found[0] == 0
    assert abs(found[1] - 10) < REST


def test_what_is_new_is_wholly_the_effect_of_the_cause_that_was_nothing():
    found = effects((Fraction(10), Fraction(0), None), (Fraction(20), Fraction(3), Fraction(2)))

    assert list(found) == [0, 120, 0]


def test_what_disappeared_is_wholly_the_effect_of_the_cause_that_is_nothing():
    found = effects((Fraction(10), Fraction(3), Fraction(2)), (Fraction(20), Fraction(0), None))

    assert list(found) == [0, -60, 0]


def test_nothing_that_stays_nothing_has_no_effects():
    found = effects((Fraction(10), Fraction(0)), (Fraction(0), Fraction(2)))

    assert list(found) == [0, 0]
