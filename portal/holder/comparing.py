"""Two versions held against each other: which findings are solved, which are new and which remain."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import CTE, and_, func, select
from sqlalchemy.orm import Session

from portal.holder.findings import ORDER, RESULT_OF_FINDING
from portal.holder.rule_titles import rule_titles
from schemas.judgement import Severity
from schemas.store import Finding, RuleResult

Place = tuple[str, str, str | None]
Found = tuple[str, Severity]


@dataclass(frozen=True, kw_only=True)
class RuleChange:
    """What changed for one rule."""

    rule: str
    title: str
    severity: Severity
    solved: int
    new: int
    remaining: int


@dataclass(frozen=True)
class Changes:
    """What changed between two versions, by rule."""

    rules: tuple[RuleChange, ...]

    @property
    def solved(self) -> int:
        """How many findings are gone."""
        return sum(one.solved for one in self.rules)

    @property
    def new(self) -> int:
        """How many findings came."""
        return sum(one.new for one in self.rules)

    @property
    def remaining(self) -> int:
        """How many findings stayed."""
        return sum(one.remaining for one in self.rules)


def changes(session: Session, *, before: UUID, after: UUID) -> Changes:
    """What changed from one version to another."""
    titles = {**rule_titles(session, before), **rule_titles(session, after)}
    counts = _counts(session, before), _counts(session, after)
    places = _places(session, before), _places(session, after)
    rules = sorted(counts[0].keys() | counts[1].keys(), key=lambda found: (ORDER[found[1]], found[0]))
    changed = []
    for found in rules:
        solved, new, remaining = _difference(found, counts, places)
        changed.append(
            RuleChange(
                rule=found[0],
                title=titles.get(found[0], ""),
                severity=found[1],
                solved=solved,
                new=new,
                remaining=remaining,
            )
        )
    return Changes(tuple(changed))


def _difference(
    found: Found,
    counts: tuple[Counter[Found], Counter[Found]],
    places: tuple[dict[Found, Counter[Place]], dict[Found, Counter[Place]]],
) -> tuple[int, int, int]:
    """Solved, new, remaining: by place, or by number where a list is cut and not every place is known."""
    numbers = counts[0][found], counts[1][found]
    known = places[0].get(found, Counter()), places[1].get(found, Counter())
    if (known[0].total(), known[1].total()) == numbers:
        return (known[0] - known[1]).total(), (known[1] - known[0]).total(), (known[0] & known[1]).total()
    return max(0, numbers[0] - numbers[1]), max(0, numbers[1] - numbers[0]), min(numbers)


def _counts(session: Session, version: UUID) -> Counter[Found]:
    query = select(RuleResult).where(RuleResult.version == version).order_by(RuleResult.rule, RuleResult.severity)
    return Counter({(one.rule, one.severity): one.count for one in session.scalars(query) if one.count})


def _places(session: Session, version: UUID) -> dict[Found, Counter[Place]]:
    """Where each rule found something, of the rules whose list is whole."""
    whole = _listed_whole(version)
    query = (
        select(Finding.rule, Finding.severity, Finding.sheet, Finding.entity, Finding.row, Finding.column)
        .join(whole, and_(whole.c.rule == Finding.rule, whole.c.severity == Finding.severity))
        .where(Finding.version == version)
        .order_by(Finding.position)
    )
    found: dict[Found, Counter[Place]] = {}
    for rule, severity, sheet, entity, row, column in session.execute(query):
        place = (sheet, entity if entity is not None else f"row {row}", column)
        found.setdefault((rule, severity), Counter())[place] += 1
    return found


def _listed_whole(version: UUID) -> CTE:
    """The rules of which as many findings are listed as were found; counted once, however many PostgreSQL expects."""
    return (
        select(Finding.rule, Finding.severity)
        .join(RuleResult, RESULT_OF_FINDING)
        .where(Finding.version == version)
        .group_by(Finding.rule, Finding.severity, RuleResult.count)
        .having(func.count() == RuleResult.count)
        .cte("listed_whole")
        .prefix_with("MATERIALIZED", dialect="postgresql")
    )
