"""What the improvement plan asks of who reads: proposals to answer, measures to change, what is overdue or not told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.clock import today
from schemas.plans import MeasureFacts, running
from schemas.store import Report, measures_of


@dataclass(frozen=True, kw_only=True)
class Calls:
    """What the plan of a concession asks: proposals to answer, measures to change, and measures that are overdue."""

    to_answer: int = 0
    to_change: int = 0
    overdue: int = 0

    def __bool__(self) -> bool:
        return bool(self.to_answer or self.to_change or self.overdue)


def calls_of(session: Session, concessions: Iterable[UUID]) -> dict[UUID, Calls]:
    """What the plan of each concession asks now."""
    asked = list(concessions)
    known = measures_of(session, asked)
    return {concession: _calls([one for one in known if one.concession == concession]) for concession in asked}


def untold(session: Session, report: Report) -> tuple[MeasureFacts, ...]:
    """The measures that went along into a report, and of which nothing was told since its duty opened."""
    known = running(measures_of(session, [report.concession]))
    return tuple(one for one in known if not one.told_since(report.opened_at))


def _calls(measures: Sequence[MeasureFacts]) -> Calls:
    return Calls(
        to_answer=sum(one.awaits_authority for one in measures),
        to_change=sum(one.awaits_holder and one.open for one in measures),
        overdue=sum(one.overdue(today()) for one in measures),
    )
