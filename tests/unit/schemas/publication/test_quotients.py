"""What is kept back does not follow from a share or a figure per kilometre either."""

from __future__ import annotations

from decimal import Decimal

from schemas.publication.inference import follows, guarded, sums_of
from schemas.publication.items import Item, Kind, figure_id
from schemas.publication.quotients import quotients_of
from schemas.texts import Bilingual
from tests.unit.schemas.publication.test_inference import values_of

NAME = Bilingual(nl="Cijfer", en="Figure")
PART, OTHER, REST = (figure_id("FLT-01", f"drivetrain={one}") for one in ("bev", "diesel", "cng"))
SHARE = figure_id("FLT-02", "total")


def a_figure(code: str, part: str, value: str, unit: str = "stuks") -> Item:
    return Item(
        id=figure_id(code, part),
        kind=Kind.FIGURE,
        theme=code.partition("-")[0],
        name=NAME,
        code=code,
        part=part,
        value=Decimal(value),
        unit=unit,
    )


FLEET = [
    a_figure("FLT-01", "total", "8"),
    a_figure("FLT-01", "drivetrain=bev", "3"),
    a_figure("FLT-01", "drivetrain=diesel", "4"),
    a_figure("FLT-01", "drivetrain=cng", "1"),
    a_figure("FLT-02", "total", "37.5", "%"),
]
EMISSIONS = [
    a_figure("GHG-04", "total", "12", "t"),
    a_figure("CTX-02", "total", "10000", "km"),
    a_figure("GHG-06", "total", "1200", "g/vkm"),
]


def test_a_share_and_the_whole_give_the_part() -> None:
    sums, values = sums_of(FLEET), values_of(FLEET)

    assert follows({PART, REST}, sums, values) == frozenset()
    assert follows({PART, REST}, sums, values, quotients_of(FLEET, sums)) == {PART, REST}


def test_the_share_of_a_part_that_is_kept_back_goes_with_it() -> None:
    sums, values = sums_of(FLEET), values_of(FLEET)
    quotients = quotients_of(FLEET, sums)

    also = guarded([PART], sums, values, quotients)

    assert set(also) == {REST, SHARE}
    assert follows({PART, *also}, sums, values, quotients) == frozenset()


def test_a_share_that_is_kept_back_takes_what_it_is_reckoned_from_with_it() -> None:
    sums, values = sums_of(FLEET), values_of(FLEET)
    quotients = quotients_of(FLEET, sums)

    also = guarded([SHARE], sums, values, quotients)

    assert also
    assert follows({SHARE, *also}, sums, values, quotients) == frozenset()


def test_emissions_per_kilometre_do_not_give_the_kilometres_away() -> None:
    quotients, values = quotients_of(EMISSIONS, ()), values_of(EMISSIONS)
    kilometres, intensity = figure_id("CTX-02", "total"), figure_id("GHG-06", "total")

    assert guarded([kilometres], (), values, quotients) == {intensity: kilometres}


def test_a_share_of_another_theme_that_happens_to_be_the_same_is_none() -> None:
    items = [*FLEET[:-1], a_figure("SOC-05", "total", "37.5", "%")]

    assert quotients_of(items, sums_of(items)) == ()
