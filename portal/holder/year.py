"""The thin line of a year: from the opening of a duty to the decision, and where a report is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import gettext as _

from portal.filters import date_long
from portal.holder.about import About
from schemas.state import Standing

PLACE: Final = {
    Standing.OPEN: 0,
    Standing.BEING_CHECKED: 1,
    Standing.DRAFT: 1,
    Standing.READY: 2,
    Standing.HANDED_IN: 3,
    Standing.IN_REVIEW: 3,
    Standing.DECIDED: 4,
}


@dataclass(frozen=True, kw_only=True)
class YearStep:
    """A step of the line; ``state`` is past, here or ahead."""

    label: str
    date: str
    state: str


def year_line(about: About) -> tuple[YearStep, ...]:
    """The steps of a report's year, with the day of each."""
    dates, here = about.facts.dates, PLACE[about.state.standing]
    steps: tuple[tuple[str, date | None], ...] = (
        (_("Open"), dates.opens),
        (_("Uploaden"), None),
        (_("Indienen"), about.state.by if here in {1, 2} and about.state.by else dates.hand_in_by),
        (_("Beoordelen"), dates.completeness_by),
        (_("Besluit"), dates.feedback_by),
    )
    return tuple(
        YearStep(label=label, date=date_long(day) if day else "", state=_state(place, here))
        for place, (label, day) in enumerate(steps)
    )


def _state(place: int, here: int) -> str:
    return "past" if place < here else "here" if place == here else "ahead"
