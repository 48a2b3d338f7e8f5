"""What is kept back cannot be reckoned from what is public: tried on every way to keep something back of small tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import combinations, product

import pytest

from schemas.publication.inference import Sum, follows, guarded, sums_of
from schemas.publication.items import Item, Kind, figure_id
from schemas.texts import Bilingual

NAME = Bilingual(nl="Bussen", en="Buses")
MOST = 6


def figures(values: Mapping[str, int], indicator: str = "FLT-01") -> list[Item]:
    return [
        Item(
            id=figure_id(indicator, part),
            kind=Kind.FIGURE,
            theme="FLT",
            name=NAME,
            code=indicator,
            part=part,
            value=Decimal(value),
            unit="stuks",
        )
        for part, value in values.items()
    ]


def values_of(items: Iterable[Item]) -> dict[str, Decimal]:
    return {one.id: one.value for one in items if one.value is not None}


def known_for_sure(withheld: frozenset[str], sums: Iterable[Sum], values: dict[str, Decimal]) -> set[str]:
    """By trying every table of whole numbers that agrees with what is public: which secrets have one value only."""
    secrets, given, found = sorted(withheld), tuple(sums), dict[str, set[int]]()
    for guess in product(range(MOST + 1), repeat=len(secrets)):
        table = values | dict(zip(secrets, map(Decimal, guess), strict=True))
        if all(sum(table[part] for part in one.parts) == table[one.whole] for one in given):
            for secret, number in zip(secrets, guess, strict=True):
                found.setdefault(secret, set()).add(number)
    return {secret for secret, numbers in found.items() if len(numbers) == 1}


ONE_WAY = {"total": 6, "drivetrain=bev": 3, "drivetrain=diesel": 2, "drivetrain=cng": 1}
WITH_NOUGHT = {"total": 3, "drivetrain=bev": 3, "drivetrain=diesel": 0, "drivetrain=cng": 0}
TWO_WAYS = {
    "total": 5,
    "drivetrain=bev": 3,
    "drivetrain=diesel": 2,
    "bus_class=midi": 1,
    "bus_class=bus_12m": 4,
}
CROSSED = {
    "total": 6,
    "drivetrain=bev": 3,
    "drivetrain=diesel": 3,
    "drivetrain=bev,bus_class=midi": 1,
    "drivetrain=bev,bus_class=bus_12m": 2,
    "drivetrain=diesel,bus_class=midi": 1,
    "drivetrain=diesel,bus_class=bus_12m": 2,
}


@pytest.mark.parametrize("table", [ONE_WAY, WITH_NOUGHT, TWO_WAYS, CROSSED], ids=["one", "nought", "two", "crossed"])
def test_whatever_is_kept_back_does_not_follow_from_the_rest(table: dict[str, int]) -> None:
    items = figures(table)
    sums, values = sums_of(items), values_of(items)

    for size in (1, 2, 3):
        for chosen in combinations(values, size):
            withheld = frozenset(chosen) | guarded(chosen, sums, values).keys()
            assert follows(withheld, sums, values) == frozenset()
            if len(withheld) <= 5:
                assert not known_for_sure(withheld, sums, values) & withheld, (chosen, withheld)


def test_one_part_that_is_kept_back_takes_the_smallest_other_with_it() -> None:
    items = figures(ONE_WAY)

    also = guarded([figure_id("FLT-01", "drivetrain=bev")], sums_of(items), values_of(items))

    assert also == {figure_id("FLT-01", "drivetrain=cng"): figure_id("FLT-01", "drivetrain=bev")}


def test_a_total_with_its_parts_public_takes_a_part_with_it() -> None:
    items = figures(ONE_WAY)

    assert len(guarded([figure_id("FLT-01", "total")], sums_of(items), values_of(items))) == 1


def test_what_does_not_add_up_is_no_sum() -> None:
    items = figures({"total": 80, "operator=holder": 90, "operator=subcontractors": 70}, "FLT-02")

    assert sums_of(items) == ()


def test_figures_of_different_indicators_stay_apart() -> None:
    items = [*figures({"total": 5, "drivetrain=bev": 5}), *figures({"drivetrain=diesel": 0}, "FLT-09")]

    assert {one.whole for one in sums_of(items)} == {figure_id("FLT-01", "total")}
