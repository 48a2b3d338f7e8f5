"""The improvement plan as a report tells it: what was agreed, as it stood at the moment of its event."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.plans import MeasureFacts
from schemas.store import Report, measures_of
from workers.publish.content import MeasureTold


def measures_told(session: Session, report: Report, *, at: datetime) -> tuple[MeasureTold, ...]:
    """The agreed measures that ran when the duty opened or came since, the first due first."""
    known = measures_of(session, [report.concession])
    then = [seen for one in known if (seen := one.seen_at(at)) and seen.agreed and not _was_over(one, report.opened_at)]
    return tuple(_told(one, at) for one in sorted(then, key=lambda one: (one.shown.due, one.at)))


def _was_over(one: MeasureFacts, at: datetime) -> bool:
    before = one.seen_at(at)
    return before is not None and before.agreed is not None and not before.open


def _told(one: MeasureFacts, at: datetime) -> MeasureTold:
    shown, newest = one.shown, one.notes[-1] if one.notes else None
    return MeasureTold(
        norm=one.norm,
        title=shown.title,
        owner=shown.owner,
        due=shown.due,
        overdue=one.overdue(dutch_day(at)),
        effect=shown.effect,
        effect_from=shown.effect_from,
        effect_words=shown.effect_words,
        progress=one.progress,
        percentage=newest.percentage if newest else None,
        said=newest.text if newest else "",
        said_on=dutch_day(newest.at) if newest else None,
    )
