"""Figures in confidence: a holder gets a total that gives no single figure away, not by subtraction over time either."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from schemas.confidential import ConfidentialTotal, Moment, total_over_time

BEGIN = datetime(2026, 5, 1, 9, tzinfo=UTC)
SIX = {"a": 1, "b": 2, "c": 4, "d": 8, "e": 16, "f": 32}


def at(days: int) -> datetime:
    return BEGIN + timedelta(days=days)


def moments(*figures: dict[str, int]) -> list[Moment]:
    """The figures as they stood on one day after another."""
    return [Moment(at(day), {name: Decimal(value) for name, value in one.items()}) for day, one in enumerate(figures)]


def coming(*values: int) -> list[Moment]:
    """Suppliers that come one by one."""
    every = [
        {f"s{place}": value for place, value in enumerate(values[:number])} for number in range(1, len(values) + 1)
    ]
    return moments(*every)


def told(*figures: dict[str, int]) -> tuple[int, int] | None:
    """The total that is seen at the end, and how many changes wait."""
    total = total_over_time(moments(*figures))
    return (int(total.value), total.waiting) if total else None


def test_two_figures_have_no_total() -> None:
    assert total_over_time(coming(5, 7)) is None


def test_three_figures_have_one() -> None:
    assert total_over_time(coming(5, 7, 9)) == ConfidentialTotal(Decimal(21), suppliers=3, at=at(2), waiting=0)


def test_a_fourth_waits_as_the_difference_would_be_its_figure() -> None:
    assert total_over_time(coming(5, 7, 9, 1000)) == ConfidentialTotal(Decimal(21), suppliers=3, at=at(2), waiting=1)


def test_three_more_come_together() -> None:
    assert total_over_time(coming(5, 7, 9, 1, 2, 3)) == ConfidentialTotal(Decimal(27), suppliers=6, at=at(5), waiting=0)


def test_a_total_of_nought_says_that_each_is_nought_and_is_kept_back() -> None:
    assert total_over_time(coming(0, 0, 0)) is None


def test_three_more_noughts_are_kept_back_as_the_same_total_would_tell_them() -> None:
    assert total_over_time(coming(5, 7, 9, 0, 0, 0)) == ConfidentialTotal(Decimal(21), suppliers=3, at=at(2), waiting=3)


def test_one_nought_among_others_stays_hidden() -> None:
    assert total_over_time(coming(0, 4, 5)) is not None


def test_one_correction_leaves_the_total_as_it_was() -> None:
    assert told(SIX, SIX | {"a": 100}) == (63, 1)


def test_two_corrections_wait() -> None:
    assert told(SIX, SIX | {"a": 100}, SIX | {"a": 100, "b": 200}) == (63, 2)


def test_three_corrections_renew_the_total() -> None:
    assert told(SIX, SIX | {"a": 100}, SIX | {"a": 100, "b": 200, "c": 400}) == (756, 0)


def test_one_supplier_that_corrects_three_times_is_one() -> None:
    assert told(SIX, SIX | {"a": 100}, SIX | {"a": 200}, SIX | {"a": 300}) == (63, 1)


def test_a_correction_that_is_taken_back_waits_no_longer() -> None:
    assert told(SIX, SIX | {"a": 100}, SIX) == (63, 0)


def test_one_that_leaves_waits() -> None:
    assert told(SIX, {name: value for name, value in SIX.items() if name != "f"}) == (63, 1)


def test_three_that_leave_renew_the_total() -> None:
    assert told(SIX, {"a": 1, "b": 2, "c": 4}) == (7, 0)


def test_one_that_corrects_one_that_comes_and_one_that_leaves_are_three() -> None:
    assert told(SIX, {"a": 100, "b": 2, "c": 4, "d": 8, "e": 16, "g": 64}) == (194, 0)


def test_fewer_than_three_left_have_no_new_total() -> None:
    assert told({"a": 1, "b": 2, "c": 4}, {}, {"d": 8, "e": 16}) == (7, 5)


def test_a_total_is_held_against_every_earlier_one() -> None:
    """The third differs from the second by three suppliers, but from the first only by one."""
    corrected = SIX | {"a": 100, "b": 200, "c": 400}

    assert told(SIX, corrected, SIX | {"d": 800}) == (756, 4)


def test_a_figure_that_follows_from_three_totals_together_keeps_the_last_back() -> None:
    """The first and the third, less the second, would be the figure of g."""
    assert told({"a": 1, "b": 2, "c": 4}, SIX, {"d": 8, "e": 16, "f": 32, "g": 64}) == (63, 4)


def test_two_figures_that_follow_from_three_totals_together_keep_the_last_back() -> None:
    """The first and the third, less the second, would be the figures of g and h together."""
    assert told({"a": 1, "b": 2, "c": 4}, SIX, {"d": 8, "e": 16, "f": 32, "g": 64, "h": 128}) == (63, 5)


def test_three_figures_that_follow_from_three_totals_together_are_told() -> None:
    assert told({"a": 1, "b": 2, "c": 4}, SIX, {"d": 8, "e": 16, "f": 32, "g": 64, "h": 128, "i": 256}) == (504, 0)
