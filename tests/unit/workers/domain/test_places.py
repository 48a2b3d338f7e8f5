"""Rows are told as the user sees them: ranges, of a long list the first, and how many follow."""

from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from workers.domain.places import LISTED, Places, Runs, runs_of

kinds = st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["a", "b", None])), max_size=60)


def test_rows_that_follow_each_other_are_a_range():
    places = Places.of([725, 4, 2, 3])

    assert (places.text, places.count, places.beyond) == ("2–4, 725", 4, 0)


def test_of_a_long_list_the_first_ranges_are_told_and_how_many_rows_follow():
    places = Places.of(range(2, 102, 2))

    assert places.text == ", ".join(str(row) for row in range(2, 26, 2))
    assert places.beyond == 50 - LISTED


def test_no_rows_have_no_places():
    assert Places.of([]).text is None


@given(rows=kinds, wanted=st.sets(st.sampled_from([0, 1])))
def test_the_runs_of_some_kinds_are_their_rows(rows: list[tuple[int, str | None]], wanted: set[int]) -> None:
    numbers = [sum(step for step, _ in rows[: place + 1]) + 1 for place in range(len(rows))]
    names = [name for _, name in rows]
    frame = pl.LazyFrame({"row": numbers, "name": names}, schema={"row": pl.UInt32, "name": pl.String})

    runs = runs_of(frame, same=["name"]).with_columns(kind=(pl.col("name") == "a").fill_null(False).cast(pl.Int64))
    found = Runs(runs.collect()).ranges(wanted)

    expected = [number for number, name in zip(numbers, names, strict=True) if (name == "a") in wanted]
    assert found == Places.of(expected).ranges
