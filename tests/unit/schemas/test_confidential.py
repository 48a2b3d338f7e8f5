"""A total of confidential figures gives no single one away: not by being of too few, nor by what it was before."""

from __future__ import annotations

from decimal import Decimal

from schemas.confidential import ConfidentialTotal, total_of


def of(*values: int) -> list[Decimal]:
    return [Decimal(one) for one in values]


def test_of_two_suppliers_there_is_no_total() -> None:
    assert total_of(of(5, 7)) is None


def test_of_three_there_is() -> None:
    assert total_of(of(5, 7, 9)) == ConfidentialTotal(value=Decimal(21), suppliers=3, others=0)


def test_a_fourth_does_not_change_the_total_or_it_could_be_subtracted() -> None:
    assert total_of(of(5, 7, 9, 1000)) == ConfidentialTotal(value=Decimal(21), suppliers=3, others=1)


def test_three_more_count_together() -> None:
    assert total_of(of(5, 7, 9, 1, 2, 3)) == ConfidentialTotal(value=Decimal(27), suppliers=6, others=0)


def test_a_total_of_nought_says_that_each_is_nought_and_is_kept_back() -> None:
    assert total_of(of(0, 0, 0)) is None


def test_a_nought_among_others_is_not_given_away() -> None:
    assert total_of(of(0, 4, 5)) is not None
