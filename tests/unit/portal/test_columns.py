"""Where the columns of a chart stand, with the steps of a norm over them."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from portal.charts import Amount, Segment, YearValue
from portal.columns import Columns, Stack, columns

FULL = Decimal(100)


def a_stack(year: int, *values: int) -> Stack:
    return Stack(
        year=year,
        text=str(sum(values)),
        amounts=tuple(Amount(f"{n}", f"{n}", Decimal(v), str(v)) for n, v in enumerate(values)),
    )


def drawn(*stacks: Stack, **more: object) -> Columns:
    return columns(stacks, ceiling=FULL, **more)  # type: ignore[arg-type]


def test_the_parts_of_a_year_stand_on_each_other_from_the_bottom_up():
    [column] = drawn(a_stack(2026, 30, 50)).columns

    assert [(piece.y, piece.height) for piece in column.pieces] == [(70.0, 30.0), (20.0, 50.0)]
    assert column.top == 20.0


def test_a_part_that_is_too_low_for_its_value_does_not_tell_it():
    [column] = drawn(a_stack(2026, 4, 50)).columns

    assert [piece.told for piece in column.pieces] == [False, True]


def test_the_norm_steps_up_at_the_edge_of_its_year_and_holds_to_the_end():
    norm = [YearValue(2026, Decimal(75), "75"), YearValue(2028, Decimal(90), "90")]

    lines = drawn(*(a_stack(year, 50) for year in (2025, 2026, 2027, 2028)), norm=norm).norm

    assert lines == (Segment(25.0, 25.0, 75.0, 25.0), Segment(75.0, 10.0, 100.0, 10.0), Segment(75.0, 25.0, 75.0, 10.0))


def test_a_norm_of_before_the_first_year_holds_from_there():
    [line] = drawn(a_stack(2026, 50), norm=[YearValue(2020, Decimal(75), "75")]).norm

    assert (line.x1, line.x2, line.y1) == (0.0, 100.0, 25.0)


def test_a_norm_of_later_years_is_not_drawn():
    assert drawn(a_stack(2026, 50), norm=[YearValue(2030, FULL, "100")]).norm == ()


def test_on_a_narrow_screen_many_years_name_every_other_one_and_the_last():
    spare = [column.spare for column in drawn(*(a_stack(year, 50) for year in range(2022, 2031))).columns]

    assert spare == [False, True] * 4 + [False]


@given(st.lists(st.lists(st.integers(0, 10_000), min_size=1, max_size=6), min_size=1, max_size=9))
def test_nothing_is_drawn_outside_the_plot(heaps: list[list[int]]):
    chart = columns([a_stack(2020 + at, *heap) for at, heap in enumerate(heaps)])

    pieces = [piece for column in chart.columns for piece in column.pieces]
    assert all(piece.y >= -0.01 and piece.y + piece.height <= 100.01 for piece in pieces)
    assert all(column.x >= 0 and column.x + column.width <= 100.01 for column in chart.columns)
