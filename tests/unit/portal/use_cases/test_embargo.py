"""Amounts as people type them in a text, read so that one under embargo is recognised."""

from __future__ import annotations

from decimal import Decimal

import pytest

from portal.use_cases.embargo import amounts_in


@pytest.mark.parametrize(
    "typed", ["€ 250.000", "250 000 euro", "250000,00", "250.000,-.", "EUR 250,000.00", "(250\u00a0000)"]
)
def test_an_amount_is_read_however_it_is_typed(typed: str) -> None:
    assert Decimal(250000) in amounts_in(f"Wij denken aan {typed}")


def test_a_text_without_a_number_names_no_amount() -> None:
    assert amounts_in("Wij denken erover na.") == set()
