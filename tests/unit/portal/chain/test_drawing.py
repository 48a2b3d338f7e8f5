"""The map of a chain: tiers from left to right, no box over another, and many firms together."""

from __future__ import annotations

from itertools import combinations

from portal.chain.drawing import COLUMN, HEIGHT, chain_map
from tests.unit.portal.chain.chains import a_firm, firms


def test_a_firm_stands_right_of_whom_it_supplies() -> None:
    drawn = chain_map(firms(a_firm("A"), a_firm("B", tier=2, parent="A"), a_firm("C", tier=3, parent="B")))

    assert [(one.box.key, one.x) for one in drawn.boxes] == [("A", COLUMN), ("B", 2 * COLUMN), ("C", 3 * COLUMN)]


def test_no_box_lies_over_another() -> None:
    wide = [a_firm(f"T{n}", tier=2, parent=f"L{n % 5}") for n in range(12)]
    drawn = chain_map(firms(*(a_firm(f"L{n}") for n in range(10)), *wide))

    assert all(abs(a.y - b.y) >= HEIGHT for a, b in combinations(drawn.boxes, 2) if a.x == b.x)


def test_every_firm_of_a_ring_is_drawn_once() -> None:
    drawn = chain_map(firms(a_firm("A", tier=2, parent="B"), a_firm("B", tier=2, parent="A"), a_firm("C")))

    assert sorted(one.box.key for one in drawn.boxes) == ["A", "B", "C"]


def test_four_thousand_firms_are_a_box_per_tier_and_role() -> None:
    near = [a_firm(f"L{n}", "maintenance") for n in range(1000)]
    far = [a_firm(f"R{n}", "raw_material", 2, f"L{n % 1000}") for n in range(3000)]

    drawn = chain_map(firms(*near, *far))

    assert [(one.box.tier, len(one.box.firms)) for one in drawn.boxes] == [(1, 1000), (2, 3000)]
    assert [edge.links for edge in drawn.edges] == [1000, 3000]


def test_an_empty_chain_has_a_map_without_boxes() -> None:
    assert chain_map(()).boxes == ()
