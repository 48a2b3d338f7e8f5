"""The cases in which somebody can act now: for the holder's home and the manager's desk."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from portal.holder.about import About
from portal.shortfalls.cases import CaseShown, cases_of
from portal.tenancy import led_by
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.shortfalls import Turn, turn
from schemas.words import OrganisationKind, Role


def cases_waiting_for(session: Session, person: SignedIn, abouts: Iterable[About]) -> list[tuple[CaseShown, About]]:
    """The cases in which it is this person's turn, each with its report, the nearest term first."""
    known = {one.report.id: one for one in abouts}
    cases = cases_of(session, person, [one.report for one in known.values()])
    led = led_by(session, person) if cases else frozenset()
    mine = [(one, known[one.case.report]) for one in cases]
    waiting = [(one, about) for one, about in mine if _waits(one, person, leads=about.concession.id in led)]
    return sorted(waiting, key=lambda pair: (pair[0].by is None, pair[0].by, pair[0].reference))


def _waits(shown: CaseShown, person: SignedIn, *, leads: bool) -> bool:
    if person.kind is OrganisationKind.HOLDER:
        return shown.by is not None
    proposal = shown.waiting
    if proposal is not None:
        return person.has(Role.SECOND_READER) and proposal.proposer != person.id
    whose, _by = turn(shown.track, on=today(), came=shown.came)
    return whose is Turn.MANAGER and leads and person.has(Role.MANAGER)
