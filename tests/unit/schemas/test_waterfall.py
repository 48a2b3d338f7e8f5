"""From the figure of one year through its causes to that of the next."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from schemas.waterfall import waterfall


def test_each_step_begins_where_the_one_before_ended():
    drawn = waterfall(Decimal(100), [Decimal(-60), Decimal(20)])

    assert (drawn.before, drawn.after, drawn.cut) == (100.0, 60.0, False)
    assert [(step.came_from, step.ends_at, step.rises) for step in drawn.steps] == [
        (100.0, 40.0, False),
        (40.0, 60.0, True),
    ]


def test_a_small_change_of_a_large_figure_can_be_seen_and_says_that_the_scale_is_cut():
    drawn = waterfall(Decimal(1000), [Decimal(-30), Decimal(10)])

    assert drawn.cut
    assert min(step.length for step in drawn.steps) > 20


def test_nothing_that_stays_nothing_draws_nothing():
    drawn = waterfall(Decimal(0), [Decimal(0)])

    assert (drawn.before, drawn.after, drawn.steps[0].length) == (0.0, 0.0, 0.0)


@given(st.integers(0, 10**6), st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=5))
def test_no_step_leaves_the_plot_and_the_last_ends_at_the_figure_after(before: int, causes: list[int]):
    drawn = waterfall(Decimal(before), [Decimal(cause) for cause in causes])

    ends = [place for step in drawn.steps for place in (step.start, step.start + step.length)]
    assert all(-0.01 <= place <= 100.01 for place in (*ends, drawn.before, drawn.after))
    assert drawn.steps[-1].ends_at == drawn.after
