"""Charts are honest: lengths follow values, lines share one scale, nothing falls off the plot."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from portal import charts
from portal.charts import Amount, YearValue


def an_amount(code: str, value: int) -> Amount:
    return Amount(code=code, label=code, value=Decimal(value), text=str(value))


def test_the_longest_bar_fills_the_width_and_the_others_follow():
    fleet = [an_amount("bev", 184), an_amount("diesel", 46), an_amount("cng", 0)]

    drawn = charts.bars(fleet)

    assert [(bar.code, bar.length) for bar in drawn] == [("bev", 100.0), ("diesel", 25.0), ("cng", 0.0)]


def test_stacked_bars_follow_each_other_and_fill_the_line():
    drawn = charts.stacked([an_amount("measured", 82), an_amount("estimated", 11), an_amount("missing", 7)])

    assert [(bar.start, bar.length) for bar in drawn] == [(0.0, 82.0), (82.0, 11.0), (93.0, 7.0)]


def test_tiles_are_equally_wide_and_keep_a_place_open():
    drawn = charts.tiles(
        [("meets", "2025", ""), ("", "2026", ""), ("does_not_meet", "2027", ""), ("meets", "2028", "")]
    )

    assert [(one.start, one.length, one.middle) for one in drawn][1:3] == [(25.0, 25.0, 37.5), (50.0, 25.0, 62.5)]
    assert [one.code for one in drawn] == ["meets", "", "does_not_meet", "meets"]


def test_nothing_to_show_draws_nothing():
    assert charts.bars([]) == ()
    assert charts.stacked([an_amount("bev", 0)])[0].length == 0.0


def test_stacked_rows_share_one_scale():
    rows = charts.stacked_rows(
        [("2025", "200", [an_amount("bev", 200)]), ("2026", "100", [an_amount("bev", 60), an_amount("diesel", 40)])]
    )

    assert [bar.length for bar in rows[1].bars] == [30.0, 20.0]
    assert [bar.code for bar in charts.legend(rows)] == ["bev", "diesel"]


def test_own_values_and_norm_stand_on_one_plot():
    own = [YearValue(2024, Decimal(50), "50 %"), YearValue(2026, Decimal(75), "75 %")]
    norm = [YearValue(2024, Decimal(60)), YearValue(2030, Decimal(100), "100 %")]

    path = charts.path(own, norm, ceiling=Decimal(100))

    assert [(dot.x, dot.y) for dot in path.own] == [(0.0, 50.0), (33.333, 25.0)]
    assert (path.norm[-1].x, path.norm[-1].y) == (100.0, 0.0)
    assert [row.year for row in path.rows] == [2024, 2026, 2030]


def test_the_scale_of_a_path_ends_on_a_round_number_above_the_highest_value():
    path = charts.path([YearValue(2025, Decimal("61.4"))], [YearValue(2030, Decimal(40))])

    assert path.values[-1].value == Decimal(100)
    assert path.own[0].y > 0


def test_a_single_year_stands_in_the_middle():
    path = charts.path([YearValue(2026, Decimal(78))], [], ceiling=Decimal(100))

    assert path.own[0].x == 50.0
    assert path.own_line == ()


@given(st.lists(st.decimals(min_value=0, max_value=10**9, places=3), min_size=1, max_size=8))
def test_no_mark_ever_leaves_the_plot(values: list[Decimal]):
    amounts = [Amount("bev", "x", value, "x") for value in values]
    path = charts.path([YearValue(2020 + i, value) for i, value in enumerate(values)], [])

    ends = [bar.start + bar.length for bar in (*charts.bars(amounts), *charts.stacked(amounts))]

    assert all(0 <= end <= 100.01 for end in ends)
    assert all(0 <= dot.y <= 100 and 0 <= dot.x <= 100 for dot in path.own)


def test_what_is_expected_goes_on_from_the_last_own_value():
    drawn = charts.path(
        [YearValue(2026, Decimal(85))],
        [YearValue(2030, Decimal(100))],
        ahead=[YearValue(2027, Decimal(85)), YearValue(2030, Decimal(90))],
        ceiling=Decimal(100),
    )

    assert [(line.x1, line.x2) for line in drawn.ahead_line] == [(0.0, 25.0), (25.0, 100.0)]
    assert drawn.rows[-1] == charts.PathRow(2030, "", "100", "90")


def test_a_norm_holds_until_its_next_step():
    drawn = charts.path([YearValue(2026, Decimal(85))], [YearValue(2026, Decimal(50)), YearValue(2028, Decimal(100))])

    assert [(line.x1, line.x2) for line in drawn.norm_line] == [(0.0, 100.0), (100.0, 100.0)]
    assert drawn.norm_line[0].y1 == drawn.norm_line[0].y2
