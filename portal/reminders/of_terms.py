"""The reminders that terms ask for: the steps of each duty in words, and the days on which they come next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.reminders.calendar import WillGo, coming
from portal.reminders.words import duty_words, rung_words, step_words
from schemas.clock import today
from schemas.reminding.steps import DutyKind, Rung, Step
from schemas.store.duties import ground_of, open_duties
from schemas.store.duties.expected import expected
from schemas.store.duties.reach import reach_of
from schemas.terms import Terms

MOST_DAYS: Final = 40


@dataclass(frozen=True, kw_only=True)
class StepsShown:
    """A duty with the steps of its reminders; ``own`` says whether the terms set them otherwise than usual."""

    code: str
    duty: str
    actor: str
    steps: tuple[str, ...]
    own: bool


def steps_shown(terms: Terms) -> list[StepsShown]:
    """Every duty, in the order in which a year brings them."""
    return [
        StepsShown(
            code=kind.value,
            duty=duty_words(kind),
            actor=rung_words(kind, Rung.ACTOR),
            steps=tuple(_step(kind, step) for step in terms.steps_of(kind)),
            own=kind in terms.reminders,
        )
        for kind in DutyKind
    ]


def next_days(session: Session, concession: UUID) -> tuple[WillGo, ...]:
    """When a concession is reminded next, of what is open now and of the years that come, if nobody did anything."""
    ground = ground_of(session, concession)
    years = (today().year, today().year + 1)
    duties = [*open_duties(ground), *(one for year in years for one in expected(ground, concession, year))]
    reach = reach_of(session, ground, today=today())
    return tuple(islice(coming(ground, duties, reach), MOST_DAYS))


def _step(kind: DutyKind, step: Step) -> str:
    if step.who is Rung.ACTOR:
        return step_words(step)
    return str(_("%(when)s, aan %(whom)s", when=step_words(step), whom=rung_words(kind, step.who)))
