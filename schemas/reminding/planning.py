"""Which steps fall due on a day, and to whom: the people of a rung, and where it is empty the rung above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol
from uuid import UUID

from schemas.reminding.days import newest_passed
from schemas.reminding.duties import DUTIES
from schemas.reminding.marks import step_id
from schemas.reminding.opened import Circle, Open, Reader
from schemas.reminding.steps import LADDER, Rung, Step

NOBODY_LEFT: Final = "nobody_left"
AUTHORITY: Final = frozenset({Rung.MANAGER, Rung.OFFICE})
OF_AN_AUTHORITY: Final = frozenset({Circle.MANAGERS, Circle.SECOND_READERS, Circle.OFFICE})


class Readers(Protocol):
    """Who on a rung can be reminded of a duty."""

    def readers(self, one: Open, rung: Rung) -> tuple[Reader, ...]:
        """Each once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """One step to one reader. ``step`` is ``NOBODY_LEFT`` where everybody who should act is out of reach.

    ``withdrawn_before`` tells how often it was written and withdrawn before it left: it never reached the reader.
    """

    one: Open
    step: str
    rung: Rung
    reader: Reader
    withdrawn_before: int = 0

    @property
    def id(self) -> UUID:
        """The same for the same step of the same term to the same reader, until it is withdrawn."""
        return step_id(
            self.one.kind,
            self.one.subject,
            self.reader.whom,
            self.step,
            self.one.due,
            withdrawn_before=self.withdrawn_before,
        )


class Steps:
    """Which steps of a duty were reached on a day; the many duties with the same days are reckoned once."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._known: dict[tuple[int, date, date], tuple[tuple[Step, ...], tuple[Step, ...]]] = {}

    def reached(self, steps: tuple[Step, ...], one: Open) -> tuple[Step, ...]:
        """Of each rung the newest step."""
        key = id(steps), one.due, one.since
        if key not in self._known:
            # The steps are kept beside the answer, so that no others can get their identity meanwhile.
            self._known[key] = steps, newest_passed(steps, due=one.due, since=one.since, today=self._today)
        return self._known[key][1]


def due_on(today: date, duties: Iterable[tuple[Open, tuple[Step, ...]]], reach: Readers) -> Iterator[Due | Open]:
    """Every step that falls due, also those that were sent before; a bare duty where nobody at all can be reached."""
    reckoned = Steps(today)
    for one, steps in duties:
        for step in reckoned.reached(steps, one):
            yield from addressed(one, step, reach)


def addressed(one: Open, step: Step, reach: Readers) -> Iterator[Due | Open]:
    """A step to each who gets it."""
    if step.who is Rung.ABOVE and not (one.asked and one.asked.above):
        return
    for rung in _from(step.who, one):
        readers = reach.readers(one, rung)
        if readers and (rung is step.who or rung not in AUTHORITY):
            yield from (Due(one=one, step=step.step, rung=rung, reader=reader) for reader in readers)
            return
        if readers:
            break
    yield from _alarm(one, reach)


def _from(who: Rung, one: Open) -> tuple[Rung, ...]:
    """The rungs from one upwards; what an authority leaves undone is nothing for the holder."""
    rungs = LADDER[LADDER.index(who) :]
    return tuple(rung for rung in rungs if rung is not Rung.HOLDER or DUTIES[one.kind].acts not in OF_AN_AUTHORITY)


def _alarm(one: Open, reach: Readers) -> Iterator[Due | Open]:
    """Nobody is left who should act: the contract manager and the functional manager are told, each once."""
    told = {
        reader.whom: Due(one=one, step=NOBODY_LEFT, rung=rung, reader=reader)
        for rung in (Rung.OFFICE, Rung.MANAGER)
        for reader in reach.readers(one, rung)
    }
    yield from told.values() if told else (one,)
