"""Amounts as people write them in a text, read so that one under embargo is recognised."""

from __future__ import annotations

from decimal import Decimal

import pytest

from portal.use_cases.embargo import names

AMOUNT = Decimal(250000)


@pytest.mark.parametrize(
    "typed", ["€ 250.000", "250 000 euro", "250000,00", "250.000,-.", "EUR 250,000.00", "(250\u00a0000)"]
)
def test_an_amount_is_read_however_it_is_typed(typed: str) -> None:
    assert names(f"Wij denken aan {typed}", AMOUNT)


@pytest.mark.parametrize(
    "typed", ["250 duizend", "€ 250k", "250-duizend euro", "0,25 miljoen", "250 thousand", "0.25 mln"]
)
def test_so_many_thousands_or_millions_are_an_amount(typed: str) -> None:
    assert names(f"Wij denken aan {typed}.", AMOUNT)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("tweehonderdvijftigduizend euro", 250_000),
        ("Vijf en twintig duizend", 25_000),
        ("tweeëntwintigduizend", 22_000),
        ("two hundred and fifty thousand euros", 250_000),
        ("two hundred fifty thousand", 250_000),
        ("twenty-five thousand", 25_000),
    ],
)
def test_an_amount_in_words_is_recognised(written: str, amount: int) -> None:
    assert names(f"Wij denken aan {written}.", Decimal(amount))


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("een kwart miljoen", 250_000),
        ("Een kwart van een miljoen", 250_000),
        ("driekwart miljoen", 750_000),
        ("drie kwart miljoen", 750_000),
        ("half miljoen", 500_000),
        ("een half miljoen euro", 500_000),
        ("anderhalve ton", 150_000),
        ("anderhalf miljoen", 1_500_000),
        ("tweeënhalve ton", 250_000),
        ("twee en een half miljoen", 2_500_000),
        ("twee ton", 200_000),
        ("een ton", 100_000),
        ("2,5 ton", 250_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("half a million", 500_000),
        ("one and a half million", 1_500_000),
    ],
)
def test_parts_and_tons_are_amounts(written: str, amount: int) -> None:
    assert names(f"Wij denken aan {written}.", Decimal(amount))


@pytest.mark.parametrize(
    "written", ["een half jaar", "anderhalf uur", "twee bussen", "een kwart van de ritten", "half duizend"]
)
def test_a_part_of_something_else_is_another_amount(written: str) -> None:
    assert not any(names(written, Decimal(amount)) for amount in (250_000, 500_000, 150_000, 200_000))


@pytest.mark.parametrize("written", ["honderdvijfentwintigduizend", "vijfentwintig", "26 duizend", "125k", "2.500"])
def test_another_amount_is_another(written: str) -> None:
    assert not names(written, Decimal(25_000))


def test_a_text_without_a_number_names_no_amount() -> None:
    assert not names("Wij verwachten er een over na te denken.", Decimal(8))
