"""Amounts on paper."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.texts import Language
from workers.publish.amounts import amount, beside, change, with_unit

NL, EN = Language.NL, Language.EN


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        ("18900", "18.900", "18,900"),
        ("83.636363", "83,6", "83.6"),
        ("85", "85", "85"),
        ("2.518", "2,52", "2.52"),
        ("204.2", "204", "204"),
        ("-68.08", "\u221268,1", "\u221268.1"),
        ("-0.0001", "0", "0"),
    ],
)
def test_an_amount_has_few_decimals_and_the_readers_separators(value, nl, en):
    assert (amount(Decimal(value), NL), amount(Decimal(value), EN)) == (nl, en)


def test_rounding_never_hides_on_which_side_of_a_threshold_a_value_is():
    assert amount(Decimal("99.997"), NL, against=Decimal(100)) == "99,997"
    assert amount(Decimal(100), NL, against=Decimal(100)) == "100"


def test_two_years_beside_each_other_have_the_same_decimals():
    assert beside(Decimal(85), Decimal("83.636"), "%", NL) == ("85,0", "83,6")
    assert beside(Decimal(60), None, "stuks", NL) == ("60", "–")
    assert beside(Decimal(1), Decimal(0), "ja/nee", EN) == ("yes", "no")


def test_a_share_changes_in_points_and_an_amount_in_per_cent():
    assert change(Decimal(85), Decimal("83.6"), "%", NL) == "+1,4\u00a0pp"
    assert change(Decimal(88), Decimal(100), "kg", NL) == "\u221212\u00a0%"
    assert change(Decimal(5), Decimal(0), "kg", NL) == "–"


def test_money_has_whole_euros_or_cents():
    assert with_unit(Decimal("13.5"), "EUR", NL) == "13,50\u00a0EUR"
    assert with_unit(Decimal("13.5"), "km", NL) == "13,5\u00a0km"
    assert with_unit(Decimal(18900), "EUR", EN) == "18,900\u00a0EUR"


def test_a_unit_speaks_the_language_of_the_reader():
    assert with_unit(Decimal(5), "liter", EN) == "5\u00a0litres"
    assert with_unit(Decimal(5), "aantal", NL) == "5"
