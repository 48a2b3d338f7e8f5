"""What the pages of asking share: who may ask for a report, and the day by which suppliers answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from sqlalchemy.orm import Session

from portal.asking.firms import SHEET
from portal.holder.about import About
from portal.holder.blueprint import WRITERS
from portal.own_sheets import NOT_YOUR_SHEET, own_sheets
from portal.refusals import Refused
from portal.use_cases.asking import may_ask
from portal.visitor import me
from schemas.calendar import working_day_from
from schemas.clock import today
from schemas.store import Report

SHORTEST: Final = timedelta(days=14)


def may_ask_for(session: Session, known: About) -> bool:
    """Whether the reader may ask suppliers for this report now."""
    own = me().has(*WRITERS) and SHEET in own_sheets(session, me(), known.concession.id)
    return own and may_ask(session, known.report.id)


def refuse_who_may_not_ask(session: Session, report: Report) -> None:
    """Refuse a contributor who was given other sheets than that of the suppliers."""
    if SHEET not in own_sheets(session, me(), report.concession):
        raise Refused(NOT_YOUR_SHEET, status=403)


def usual_due(known: About) -> date:
    """The day of the calendar, or where that is near or over, a working day two weeks from now."""
    return max(known.facts.dates.suppliers_answer_by, working_day_from(today() + SHORTEST))
