"""The letter of a calendar: the days of a duty that runs became other ones."""

from __future__ import annotations

from schemas.events import CalendarChanged
from workers.mail.addressing import Addressed, Desk, facts_about, page_of, to_each
from workers.mail.facts import report_facts


def calendar_changed(event: CalendarChanged, desk: Desk) -> tuple[Addressed, ...]:
    """Other days are told to everybody of the holder who works on the report or signs it."""
    about = report_facts(desk.session, event.report)
    facts = facts_about(about) | {"suppliers_answer_by": about.dates.suppliers_answer_by}
    return to_each(about.holders, "calendar_changed", facts, page_of(desk, event.report))


LETTERS = (calendar_changed,)
