"""When an explanation answers a finding: it sticks to (rule, revision, entity, column, value band).

An entity that names a month or a day is another one next year, so an answer about March lapses by itself.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

BAND: Final = Decimal("0.10")
GROUPED: Final = re.compile(
    r"(?P<whole>[+-]?\d{1,3}(?P<between>[.,])\d{3}(?:(?P=between)\d{3})*)(?:[.,](?P<rest>\d+))?"
)


class Came(StrEnum):
    """How an explanation came to a version: given with it, for an earlier upload, or for an earlier year."""

    NEW = "new"
    EARLIER_UPLOAD = "earlier_upload"
    EARLIER_YEAR = "earlier_year"


class Lapse(StrEnum):
    """Why an explanation no longer holds: its value left the band, its rule was revised, or nothing asks for it."""

    VALUE = "value"
    RULE = "rule"
    GONE = "gone"


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
    """A rule that asks for explanations, with the exact number of its findings."""

    rule: str
    revision: int
    count: int


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


def still_says(earlier: Answer, later: Answer) -> bool:
    """Whether an earlier explanation would have answered what a later one was given for."""
    if later.in_bulk:
        count = _number(later.value)
        asked = RuleAsked(rule=later.rule, revision=later.revision, count=int(count or 0))
        return count is not None and answers_in_bulk(earlier, asked)
    return answers(earlier, Asked(**vars(later)))


def in_band(value: str | None, explained: str | None) -> bool:
    """Whether a value is within ten per cent of the explained one; codes and texts have to be the same."""
    number, middle = _number(value), _number(explained)
    if number is None or middle is None:
        return value == explained
    return abs(number - middle) <= abs(middle) * BAND


def _number(text: str | None) -> Decimal | None:
    """A number as people write it: 1.234.567 and 1.234,5 and 1,234.5; a single sign is the decimal one."""
    written = "".join((text or "").split())
    grouped = GROUPED.fullmatch(written) if sum(map(written.count, ".,")) > 1 else None
    if grouped:
        written = f"{grouped['whole'].replace(grouped['between'], '')}.{grouped['rest'] or 0}"
    try:
        number = Decimal(written.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
