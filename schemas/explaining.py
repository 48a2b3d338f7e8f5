"""When an explanation answers a finding: it sticks to (rule, revision, entity, column, value band)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

BAND: Final = Decimal("0.10")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A finding that asks for an explanation: what an explanation sticks to."""

    rule: str
    revision: int
    entity: str | None
    column: str | None
    value: str | None


@dataclass(frozen=True, kw_only=True)
class RuleAsked:
    """A rule that asks for explanations, with the exact number of its findings, and those that are listed."""

    rule: str
    revision: int
    count: int
    listed: tuple[Asked, ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An explanation; without entity and column it answers the rule in bulk, and ``value`` is the number answered."""

    rule: str
    revision: int
    entity: str | None
    column: str | None
    value: str | None

    @property
    def in_bulk(self) -> bool:
        """Whether this answers every finding of its rule at once."""
        return self.entity is None and self.column is None


def answers(answer: Answer, asked: Asked) -> bool:
    """Whether an explanation that was given for one finding holds for this one."""
    return (
        not answer.in_bulk
        and (answer.rule, answer.revision) == (asked.rule, asked.revision)
        and (answer.entity, answer.column) == (asked.entity, asked.column)
        and in_band(asked.value, answer.value)
    )


def answers_in_bulk(answer: Answer, rule: RuleAsked) -> bool:
    """Whether a bulk explanation still holds: the rule finds about as often as when it was given, or less often."""
    if not answer.in_bulk or (answer.rule, answer.revision) != (rule.rule, rule.revision):
        return False
    told = _number(answer.value)
    return told is not None and rule.count <= told * (1 + BAND)


def unanswered(rule: RuleAsked, given: Sequence[Answer]) -> int:
    """How many findings of a rule still ask for an explanation; those that are not listed can be answered in bulk only."""
    if any(answers_in_bulk(answer, rule) for answer in given):
        return 0
    open_ = sum(1 for asked in rule.listed if not any(answers(answer, asked) for answer in given))
    return open_ + rule.count - len(rule.listed)


def all_unanswered(rules: Iterable[RuleAsked], given: Iterable[Answer]) -> int:
    """How many findings of all rules together still ask for an explanation."""
    by_rule = defaultdict(list)
    for answer in given:
        by_rule[answer.rule].append(answer)
    return sum(unanswered(rule, by_rule[rule.rule]) for rule in rules)


def in_band(value: str | None, explained: str | None) -> bool:
    """Whether a value is within ten per cent of the explained one; codes and texts have to be the same."""
    number, middle = _number(value), _number(explained)
    if number is None or middle is None:
        return value == explained
    return abs(number - middle) <= abs(middle) * BAND


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal((text or "").replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
