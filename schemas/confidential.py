"""What a holder may read of figures that its suppliers gave in confidence: a total, renewed only when enough in it changed.

Whoever sees a total before and after one figure changed knows that figure's change. So a total is renewed only when at
least three suppliers changed their figure, came or left since every total that was seen before; until then it stays as
it was, and says how many changes wait.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final

from schemas.isolating import tells_of_few

LEAST: Final = 3


@dataclass(frozen=True)
class Moment:
    """The confidential figures of a question by supplier, from a moment on."""

    at: datetime
    figures: Mapping[str, Decimal]

    @property
    def total(self) -> Decimal:
        """All of them together."""
        return sum(self.figures.values(), Decimal(0))


@dataclass(frozen=True)
class ConfidentialTotal:
    """A total of so many suppliers as it was ``at`` a moment; so many changes of suppliers since are ``waiting``."""

    value: Decimal
    suppliers: int
    at: datetime
    waiting: int


def total_over_time(moments: Sequence[Moment]) -> ConfidentialTotal | None:
    """The total that a holder sees after these moments; none where a single figure could be reckoned back."""
    seen: list[Moment] = []
    for moment in moments:
        if _may_be_seen(moment, seen):
            seen.append(moment)
    if not seen:
        return None
    newest = seen[-1]
    return ConfidentialTotal(
        value=newest.total,
        suppliers=len(newest.figures),
        at=newest.at,
        waiting=len(_changed(newest.figures, moments[-1].figures)),
    )


def _may_be_seen(moment: Moment, seen: Sequence[Moment]) -> bool:
    """Whether a new total gives nothing away, alone or beside those that were seen before."""
    before = [Moment(moment.at, {}), *seen]
    if len(moment.figures) < LEAST or any(len(_changed(one.figures, moment.figures)) < LEAST for one in before):
        return False
    if any(_only_noughts(one, moment) for one in before):
        return False
    return not tells_of_few([one.figures.items() for one in (*seen, moment)], least=LEAST)


def _changed(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> set[str]:
    """The suppliers that changed their figure, came or left."""
    return {one for one in {*before, *after} if before.get(one) != after.get(one)}


def _only_noughts(before: Moment, after: Moment) -> bool:
    """Whether the same total with more or fewer figures says that each of those is nought."""
    old, new = set(before.figures.items()), set(after.figures.items())
    return (old <= new or new <= old) and before.total == after.total
