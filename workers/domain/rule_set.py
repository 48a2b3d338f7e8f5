"""A rule set: which rules, each in one revision, and the ranges that they hold figures against."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workers.domain.ranges import Ranges
from workers.domain.statement import Rule, Statement


@dataclass(frozen=True)
class RuleSet:
    """The rules of one set in the order in which they are judged, for report years from ``from_year`` on.

    ``form`` is what intake holds a file against. ``first`` are the rules that say which rows can be judged at all,
    ``last`` those that hold what is declared against the figures; both stand among ``rules`` too.
    """

    id: str
    from_year: int
    ranges: Ranges
    form: tuple[Statement, ...]
    rules: tuple[Rule, ...]
    first: tuple[Rule, ...]
    last: tuple[Rule, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What every rule says: the form rules, then those on contents, in the order in which they are judged."""
        return (*self.form, *(rule.statement for rule in self.rules))

    @property
    def revisions(self) -> tuple[tuple[str, int], ...]:
        """The set as a list: every rule with its revision."""
        return tuple(sorted((statement.id, statement.revision) for statement in self.statements))

    def revised(self, id: str, *rules: Rule, from_year: int, ranges: Ranges | None = None) -> RuleSet:  # noqa: A002
        """The set that comes after this one: these revisions in place of the rules with their ids, and perhaps other ranges."""
        newer = {rule.statement.id: rule for rule in rules}

        def with_newer(known: tuple[Rule, ...]) -> tuple[Rule, ...]:
            return tuple(newer.get(rule.statement.id, rule) for rule in known)

        return replace(
            self,
            id=id,
            from_year=from_year,
            ranges=ranges or self.ranges,
            rules=with_newer(self.rules),
            first=with_newer(self.first),
            last=with_newer(self.last),
        )
