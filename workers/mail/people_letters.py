"""The letters about the people of a holder: that too few of them can sign."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.events import TooFewSignatories
from schemas.letters.wording import both
from schemas.state import Standing, state_of
from schemas.store import Concession, Organisation, Report, all_facts
from schemas.store.signatories import signatories_of
from schemas.texts import Bilingual, Language
from schemas.words import Role
from workers.domain.rendering import day
from workers.mail.addressing import Addressed, Desk, Facts, to_each
from workers.mail.facts import people_with

BEFORE_SIGNING = frozenset({Standing.OPEN, Standing.BEING_CHECKED, Standing.DRAFT, Standing.READY})
NOBODY = both("niemand kan nu indienen", "nobody can hand in now")


def too_few_signatories(event: TooFewSignatories, desk: Desk) -> tuple[Addressed, ...]:
    """Too few who can sign is told to the reporting officers, who ask for somebody more."""
    holder = desk.session.get_one(Organisation, event.organisation)
    facts: Facts = {
        "holder": holder.name,
        "who": _who(desk.session, event),
        "before": _before(_first_term(desk.session, holder.id)),
    }
    readers = people_with(desk.session, holder.id, Role.REPORTER)
    return to_each(readers, "too_few_signatories", facts, f"{desk.base_url}/concessies")


def _who(session: Session, event: TooFewSignatories) -> Bilingual:
    able = signatories_of(session, [event.organisation])[event.organisation].able
    if not event.able or not able:
        return NOBODY
    return both(f"alleen {able[0]} kan nu indienen", f"only {able[0]} can hand in now")


def _before(term: date | None) -> Bilingual:
    if term is None:
        return both("", "")
    return both(f", vóór {day(term, Language.NL)}", f", before {day(term, Language.EN)}")


def _first_term(session: Session, holder: UUID) -> date | None:
    """The nearest day by which a report of the holder has to be handed in."""
    query = select(Report).join(Concession, Concession.id == Report.concession).where(Concession.holder == holder)
    states = map(state_of, all_facts(session, session.scalars(query.order_by(Report.id)).all()).values())
    return min((one.by for one in states if one.standing in BEFORE_SIGNING and one.by), default=None)


LETTERS = (too_few_signatories,)
