"""The shape of the chain at the bounds of its rules."""

from __future__ import annotations

from tests.builders import BROKEN, Cells, a_report, a_supplier, findings, not_assessed
from workers.domain.rules.tiers import the_chain_has_no_cycle, tier_follows_the_parent


def below(parent: object, supplier_id: str, tier: object) -> Cells:
    """A supplier of a supplier."""
    return a_supplier(supplier_id, parent_id=parent, tier=tier)


def test_a_chain_that_ends_at_the_holder_is_no_cycle() -> None:
    report = a_report(suppliers=[a_supplier("A"), below("A", "B", 2), below("B", "C", 3), below("A", "D", 2)])

    assert findings(the_chain_has_no_cycle, report) == []
    assert findings(tier_follows_the_parent, report) == []


def test_each_cycle_is_reported_once_at_its_latest_row() -> None:
    suppliers = [below("C", "A", 1), below("A", "B", 2), below("B", "C", 3), below("E", "E", 1), below("A", "F", 2)]

    found = findings(the_chain_has_no_cycle, a_report(suppliers=suppliers))

    assert [(finding.place, finding.en) for finding in found] == [
        (("suppliers", 4, "parent_id"), "The chain runs in a circle: A → C → B → A."),
        (("suppliers", 5, "parent_id"), "The chain runs in a circle: E → E."),
    ]


def test_inside_a_cycle_no_tier_is_judged_but_below_it_is() -> None:
    suppliers = [below("B", "A", 7), below("A", "B", 7), below("A", "C", 7)]

    found = findings(tier_follows_the_parent, a_report(suppliers=suppliers))

    assert [(finding.row, finding.expected) for finding in found] == [(4, "Ketenniveau 8.")]


def test_without_a_parent_the_tier_is_one() -> None:
    report = a_report(suppliers=[a_supplier("A", tier=2)])

    [finding] = findings(tier_follows_the_parent, report)

    assert finding.place == ("suppliers", 2, "tier")


def test_a_wrong_tier_is_reported_once_and_not_again_below_it() -> None:
    suppliers = [a_supplier("A"), below("A", "B", 3), below("B", "C", 3)]

    found = findings(tier_follows_the_parent, a_report(suppliers=suppliers))

    assert [finding.row for finding in found] == [3]


def test_a_tier_below_a_broken_one_is_not_assessed() -> None:
    report = a_report(suppliers=[a_supplier("A", tier=BROKEN), below("A", "B", 9)])

    assert findings(tier_follows_the_parent, report) == []
    assert sum(not_assessed(tier_follows_the_parent, report).values()) == 2
