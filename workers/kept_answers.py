"""The explanations of a version as a report tells them: what is new, what was carried over, and what lapsed."""

from __future__ import annotations

from schemas.clock import dutch_day
from schemas.explaining import Came
from schemas.store import Answers, Given
from workers.publish.content import Explained, LapsedAnswer


def explained(given: Answers, rule: str) -> tuple[Explained, ...]:
    """The explanations that answer a rule, in the order in which they were given."""
    return tuple(_explained(one, given) for one in given.holding if one.explanation.rule == rule)


def lapsed(given: Answers) -> tuple[LapsedAnswer, ...]:
    """The explanations that no longer hold, by rule."""
    return tuple(
        LapsedAnswer(
            rule=one.given.explanation.rule,
            about=None if one.given.answer.in_bulk else one.given.explanation.entity,
            text=one.given.explanation.text,
            by=one.given.name,
            on=dutch_day(one.given.explanation.at),
            why=one.why,
            before=one.given.explanation.value,
            now=one.now,
            explained_again=one.again is not None,
        )
        for one in sorted(given.lapsed, key=lambda one: (one.given.explanation.rule, one.given.explanation.at))
    )


def _explained(one: Given, given: Answers) -> Explained:
    came = given.came[one.explanation.id]
    first = one.follows if one.follows and one.confirms and came is Came.EARLIER_YEAR else one
    return Explained(
        text=one.explanation.text,
        by=first.name,
        on=dutch_day(first.explanation.at),
        about=None if one.answer.in_bulk else one.explanation.entity or one.explanation.column,
        came=came,
        year=first.year,
        confirmed_by=one.name if first is not one else None,
        confirmed_on=dutch_day(one.explanation.at) if first is not one else None,
    )
