"""The rules, one block each, the order in which they are judged, and the rule sets that they make."""

from __future__ import annotations

from workers.domain.ranges import RANGES
from workers.domain.rule_set import RuleSet
from workers.domain.rules import (
    activity,
    chain,
    contracts,
    declared,
    diligence,
    energy,
    evidence,
    fleet,
    flows,
    form,
    intensity,
    keys,
    people,
    report,
    ridership,
    safety,
    social_return,
    suppliers,
    tiers,
    trend,
)
from workers.domain.statement import Rule

# The first year that a report can be about.
FIRST_YEAR = 1990

# These say which rows can be judged at all: a row that breaks one is not judged by the next, nor by any other rule.
FIRST: tuple[Rule, ...] = (*keys.RULES, *fleet.FIRST, *energy.FIRST)

# These hold what is declared against what the indicators give, so everything else is judged before them.
LAST: tuple[Rule, ...] = declared.LAST

RULES: tuple[Rule, ...] = (
    *keys.RULES,
    *report.RULES,
    *fleet.RULES,
    *activity.RULES,
    *energy.RULES,
    *intensity.RULES,
    *contracts.RULES,
    *ridership.RULES,
    *people.RULES,
    *safety.RULES,
    *social_return.RULES,
    *tiers.RULES,
    *suppliers.RULES,
    *chain.RULES,
    *diligence.RULES,
    *flows.RULES,
    *declared.RULES,
    *trend.RULES,
    *evidence.RULES,
)

# A set that was released never changes. A changed rule is a new revision beside the old one, in a new set that is made of
# this one with ``revised``; the old set stays as long as a kept version names it.
RULE_SETS: tuple[RuleSet, ...] = (
    RuleSet(
        id="2026.1", from_year=FIRST_YEAR, ranges=RANGES, form=form.STATEMENTS, rules=RULES, first=FIRST, last=LAST
    ),
)
NEWEST = RULE_SETS[-1]
