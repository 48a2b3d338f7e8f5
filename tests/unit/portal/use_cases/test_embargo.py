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


@pytest.mark.parametrize("written", ["honderdvijfentwintigduizend", "vijfentwintig", "26 duizend", "125k", "2.500"])
def test_another_amount_is_another(written: str) -> None:
    assert not names(written, Decimal(25_000))


def test_a_text_without_a_number_names_no_amount() -> None:
    assert not names("Wij verwachten er een over na te denken.", Decimal(8))
