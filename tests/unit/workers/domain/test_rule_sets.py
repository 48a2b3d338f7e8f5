"""Rule sets: a set that was released never changes, and a changed rule stands as a new revision beside the old one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import a_report, a_vehicle, checked, electric_months, months
from tests.factors import FACTORS_2026
from workers.domain.findings import validation_of
from workers.domain.ranges import RANGES, Span, Spans
from workers.domain.report import Report
from workers.domain.rule_set import RuleSet
from workers.domain.rules import FIRST_YEAR, NEWEST, RULE_SETS, RULES
from workers.domain.rules.intensity import electric_intensity_is_plausible
from workers.domain.statement import Rule
from workers.domain.yardsticks import Yardsticks
from workers.publish.fingerprints import named_rule_set

# Whoever changes a rule or a range makes a new set: what a released set judges by stays what it was.
RELEASED = {"2026.1": "5b85a05463de6fc8"}

STRICT = replace(RANGES, kwh_per_km=Spans((("bus_12m", Span(0.8, 1.1)),)))


def revision_2_of(rule: Rule) -> Rule:
    """The same rule as it would be stated anew."""
    return replace(rule, statement=replace(rule.statement, revision=2))


def a_thirsty_bus() -> Report:
    """A bus that uses 1.2 kWh/km: usual in 2026.1, and more than the strict ranges allow."""
    return a_report(a_vehicle("B1"), activity=months("B1", km=1000), energy=electric_months("B1", kwh=1200))


def found(rule_set: RuleSet, rule: str) -> list[int]:
    """The revisions of what a rule found in the thirsty bus."""
    answer = validation_of(checked(a_thirsty_bus(), rule_set=rule_set))
    return [finding.revision for finding in answer.findings if finding.rule == rule]


@pytest.mark.parametrize("rule_set", RULE_SETS, ids=lambda rule_set: rule_set.id)
def test_a_released_set_judges_by_what_it_was_released_with(rule_set: RuleSet) -> None:
    assert named_rule_set(rule_set).sha256.startswith(RELEASED[rule_set.id])


def test_a_set_is_a_list_of_rules_with_their_revision() -> None:
    assert len(NEWEST.revisions) == 96
    assert ("ENE-003", 1) in NEWEST.revisions


def test_a_changed_rule_is_a_new_revision_beside_the_old_one() -> None:
    stricter = NEWEST.revised("2027.1", revision_2_of(electric_intensity_is_plausible), from_year=2027, ranges=STRICT)

    assert ("ENE-003", 2) in stricter.revisions
    assert found(stricter, "ENE-003") == [2]
    assert ("ENE-003", 1) in NEWEST.revisions
    assert found(NEWEST, "ENE-003") == []


def test_a_revision_keeps_its_place_among_the_others() -> None:
    stricter = NEWEST.revised("2027.1", *map(revision_2_of, NEWEST.first), from_year=2027)

    assert [rule.statement.id for rule in stricter.rules] == [rule.statement.id for rule in RULES]
    assert {rule.statement.revision for rule in stricter.first} == {2}


def test_other_ranges_alone_make_another_set() -> None:
    wider = NEWEST.revised("2027.1", from_year=2027, ranges=STRICT)

    assert named_rule_set(wider).sha256 != named_rule_set(NEWEST).sha256
    assert found(wider, "ENE-003") == [1]


def test_the_answer_names_the_set_that_it_was_judged_by() -> None:
    answer = validation_of(checked(a_report(), rule_set=NEWEST.revised("2027.1", from_year=2027)))

    assert answer.report.rule_set == "2027.1"


@pytest.mark.parametrize(
    ("year", "expected"), [(2025, "2026.1"), (2026, "2026.1"), (2027, "2027.1"), (2030, "2027.1"), (None, "2027.1")]
)
def test_the_set_of_the_newest_year_not_after_the_report_year_judges_it(year: int | None, expected: str) -> None:
    later = NEWEST.revised("2027.1", from_year=2027)
    by = Yardsticks(rule_sets={FIRST_YEAR: NEWEST, 2027: later}, factor_sets={})

    assert by.rule_set(year).id == expected


def test_a_year_without_a_factor_list_has_none() -> None:
    by = Yardsticks(rule_sets={FIRST_YEAR: NEWEST}, factor_sets={2026: FACTORS_2026})

    assert by.factors(2026) is FACTORS_2026
    assert by.factors(2027) is None
    assert by.factors(None) is None
