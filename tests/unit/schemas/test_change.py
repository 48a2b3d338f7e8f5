"""A change that is read with fewer decimals still adds up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from schemas.change import Change, Effects, adding_up

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=9)
NAMES = tuple(Effects.model_fields)


@given(before=amounts, effects=st.lists(amounts, min_size=5, max_size=5), places=st.integers(0, 6))
def test_what_is_shown_is_the_difference_of_what_is_shown(before: Decimal, effects: list[Decimal], places: int) -> None:
    change = _change(before, effects)

    shown = change.rounded(places)

    assert shown.effects is not None
    assert shown.now is not None
    assert shown.before is not None
    assert shown.difference == shown.now - shown.before
    assert sum((value for _, value in shown.effects), Decimal(0)) == shown.difference


def test_what_rounding_leaves_goes_to_the_largest_effect():
    effects = dict.fromkeys(NAMES, Decimal(0)) | {
        "mix": Decimal("-2.4"),
        "factor": Decimal("-1.4"),
        "other": Decimal("-1.4"),
    }

    found = adding_up(effects, to=Decimal(-5), places=0)

    assert [found.mix, found.factor, found.other] == [-3, -1, -1]


def test_a_change_that_could_not_be_split_stays_as_it_is():
    change = Change(year=2025)

    assert change.rounded(1) is change


def _change(before: Decimal, effects: list[Decimal]) -> Change:
    difference = sum(effects, Decimal(0))
    found = Effects(**dict(zip(NAMES, effects, strict=True)))
    return Change(year=2025, before=before, now=before + difference, difference=difference, effects=found)
