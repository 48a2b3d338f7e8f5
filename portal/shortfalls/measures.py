"""The measures that answer a shortfall: those of the improvement plan on its norms that run, or came since it was opened."""

from __future__ import annotations

from sqlalchemy.orm import Session

from portal.plan.shown import MeasureShown, measures_shown
from portal.shortfalls.cases import CaseShown
from schemas.store import Report


def measures_answering(session: Session, shown: CaseShown) -> list[MeasureShown]:
    """What runs first, by the day that it is due, and what is over last."""
    case = shown.case
    concession = session.get_one(Report, case.report).concession
    return [
        one
        for one in measures_shown(session, concession)
        if one.facts.norm in case.norms and (one.facts.open or one.facts.at >= case.at)
    ]
