"""The rules, one block each, and the order in which they are judged."""

from __future__ import annotations

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

RULE_SET = "2026.1"

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
