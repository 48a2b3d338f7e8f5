"""What reports are judged by: a rule set from a report year on, and the factor list of each year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workers.domain.factors import FactorSet
from workers.domain.rule_set import RuleSet


@dataclass(frozen=True)
class Yardsticks:
    """The sets that are in force; ``rule_sets`` by the report year from which they hold, ``factor_sets`` by report year."""

    rule_sets: Mapping[int, RuleSet]
    factor_sets: Mapping[int, FactorSet]

    def rule_set(self, year: int | None) -> RuleSet:
        """The rule set of the newest year not after the report year; the newest of all where no year is known."""
        reached = [since for since in self.rule_sets if year is None or since <= year]
        return self.rule_sets[max(reached, default=min(self.rule_sets))]

    def factors(self, year: int | None) -> FactorSet | None:
        """The factor list of a report year, if there is one."""
        return None if year is None else self.factor_sets.get(year)
