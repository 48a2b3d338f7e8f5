"""The rules, one block each, and the order in which they are judged."""

from __future__ import annotations

from workers.domain.rules import activity, contracts, declared, energy, evidence, fleet, keys, report, ridership
from workers.domain.statement import Rule

RULE_SET = "2026.1"

# These say which rows can be judged at all: a row that breaks one is not judged by the next, nor by any other rule.
FIRST: tuple[Rule, ...] = (*keys.RULES, *fleet.FIRST, *energy.FIRST)

RULES: tuple[Rule, ...] = (
    *keys.RULES,
    *report.RULES,
    *fleet.RULES,
    *activity.RULES,
    *energy.RULES,
    *contracts.RULES,
    *ridership.RULES,
    *declared.RULES,
    *evidence.RULES,
)
