"""Deciding: accept, accept with remarks, or send back; what is negative stands only when a second person confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.hearing import intention_on, refuse_unheard
from portal.use_cases.leading import refuse_others
from portal.use_cases.reviewing import norms_to_establish, version_in_review
from schemas.clock import now, today
from schemas.events import NegativeDecisionProposed, NegativeDecisionRefused, ReportDecided, ReportVersion
from schemas.store import (
    Confirmation,
    Decision,
    Person,
    Report,
    Version,
    holds,
    lock_report,
    tell,
)
from schemas.store.granting import grants
from schemas.web import Said
from schemas.words import DecisionOutcome, Role

NORMS_OPEN: Final = Said(
    "Van {norms} normen is nog niet vastgesteld wat geldt. Stel dat eerst vast.",
    "For {norms} norms it is not established yet what holds. Do that first.",
)
REASON_NEEDED: Final = Said("Schrijf op waarom u zo besluit.", "Write down why you decide this.")
TERM_NEEDED: Final = Said(
    "Geef een termijn: de dag waarop het verbeterde rapport er uiterlijk moet zijn.",
    "Give a term: the last day on which the corrected report has to be there.",
)
TERM_PAST: Final = Said("De termijn moet na vandaag liggen.", "The term has to lie after today.")
DECIDED_OTHERWISE: Final = Said(
    "Er is al een besluit genomen. Laad de pagina opnieuw.", "A decision was taken already. Load the page again."
)
OWN_PROPOSAL: Final = Said(
    "Dit voorstel is van uzelf. Een ander leest het als tweede.",
    "This proposal is your own. Somebody else reads it as second.",
)
ANSWERED: Final = Said(
    "Op dit voorstel is al geantwoord. Laad de pagina opnieuw.",
    "This proposal was answered already. Load the page again.",
)
NO_SECOND_READER: Final = Said(
    "Alleen een tweede lezer van een provincie van deze concessie bevestigt of weigert.",
    "Only a second reader of a province of this concession confirms or refuses.",
)
WHY_NOT: Final = Said("Schrijf op waarom u het voorstel niet bevestigt.", "Write down why you do not confirm it.")


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """What a manager decides; ``key`` is the form's own. A term, the sheets and why the holder was not heard belong to what is sent back."""

    outcome: DecisionOutcome
    reason: str
    key: UUID
    term: date | None = None
    sheets: tuple[str, ...] = ()
    unheard: str = ""


def decide(session: Session, report: UUID, deciding: Deciding, *, by: UUID) -> Decision:
    """The decision on what is in review; a double click gives the same one. Sending back waits for the second reader."""
    locked = lock_report(session, report)
    refuse_others(session, locked, by)
    if made := _made_before(session, report, deciding):
        return made
    version = session.get_one(Version, version_in_review(session, report))
    _refuse_incomplete(session, version, deciding)
    decision = Decision(
        version=version.id,
        outcome=deciding.outcome,
        reason=deciding.reason.strip(),
        sheets=list(deciding.sheets),
        term=deciding.term if deciding.outcome is DecisionOutcome.SENT_BACK else None,
        unheard="" if intention_on(session, version.id) else deciding.unheard.strip(),
        by=by,
        at=now(),
        idempotency_key=deciding.key,
    )
    session.add(decision)
    session.flush()
    _tell(session, decision, version)
    details = {"outcome": decision.outcome.value, "version": version.number}
    noted(session, Action.DECIDED, f"report/{report}", actor=by, details=details)
    return decision


def second(session: Session, report: UUID, *, confirmed: bool, reason: str, by: UUID) -> Confirmation:
    """What the second reader says of a proposal to send back; saying it twice is saying it once."""
    locked = lock_report(session, report)
    decision, version = _proposal(session, report)
    if known := session.get(Confirmation, decision.id):
        return _the_same(known, confirmed=confirmed)
    if decision.by == by:
        raise Refused(OWN_PROPOSAL, status=403)
    refuse_other_than_second_reader(session, locked, by)
    if not confirmed and not reason.strip():
        raise Refused(WHY_NOT, field="toelichting")
    answer = Confirmation(decision=decision.id, confirmed=confirmed, reason=reason.strip(), by=by, at=now())
    session.add(answer)
    session.flush()
    about = _about(version)
    if confirmed:
        tell(session, ReportDecided(version=about, decision=decision.id, outcome=decision.outcome))
    else:
        tell(session, NegativeDecisionRefused(version=about, decision=decision.id))
    noted(session, Action.CONFIRMED, f"report/{report}", actor=by, details={"confirmed": confirmed})
    return answer


def _the_same(known: Confirmation, *, confirmed: bool) -> Confirmation:
    if known.confirmed is not confirmed:
        raise Refused(ANSWERED, status=409)
    return known


def refuse_other_than_second_reader(session: Session, report: Report, by: UUID) -> None:
    """Refuse whoever does not read second for an authority of the concession."""
    person, day = session.get_one(Person, by), today()
    reads = holds(session, by, Role.SECOND_READER, on=day)
    if not reads or not grants(session, report.concession, person.organisation, on=day):
        raise Refused(NO_SECOND_READER, status=403)


def _made_before(session: Session, report: UUID, deciding: Deciding) -> Decision | None:
    made = session.scalars(select(Decision).where(Decision.idempotency_key == deciding.key)).one_or_none()
    if made is None:
        return None
    same = session.get_one(Version, made.version).report == report
    known = (made.outcome, made.reason, made.term, tuple(made.sheets))
    if not same or known != (deciding.outcome, deciding.reason.strip(), deciding.term, deciding.sheets):
        raise Refused(DECIDED_OTHERWISE, status=409)
    return made


def _refuse_incomplete(session: Session, version: Version, deciding: Deciding) -> None:
    if deciding.outcome is not DecisionOutcome.ACCEPTED and not deciding.reason.strip():
        raise Refused(REASON_NEEDED, field="toelichting")
    if deciding.outcome is DecisionOutcome.SENT_BACK:
        _refuse_term(deciding.term)
        refuse_unheard(session, version, why=deciding.unheard)
        return
    if still_open := len(norms_to_establish(session, version.id)):
        raise Refused(NORMS_OPEN.format(norms=still_open), status=409)


def _refuse_term(term: date | None) -> None:
    if term is None:
        raise Refused(TERM_NEEDED, field="termijn")
    if term <= today():
        raise Refused(TERM_PAST, field="termijn")


def _tell(session: Session, decision: Decision, version: Version) -> None:
    about = _about(version)
    if decision.outcome is DecisionOutcome.SENT_BACK:
        tell(session, NegativeDecisionProposed(version=about, decision=decision.id))
    else:
        tell(session, ReportDecided(version=about, decision=decision.id, outcome=decision.outcome))


def _proposal(session: Session, report: UUID) -> tuple[Decision, Version]:
    """The newest decision on the report to send it back."""
    query = (
        select(Decision, Version)
        .join(Version, Version.id == Decision.version)
        .where(Version.report == report, Decision.outcome == DecisionOutcome.SENT_BACK)
        .order_by(Decision.at.desc(), Decision.id)
        .limit(1)
    )
    found = session.execute(query).first()
    if found is None:
        raise NotYours(f"decision of report/{report}")
    decision, version = found
    return decision, version


def _about(version: Version) -> ReportVersion:
    return ReportVersion(report=version.report, version=version.id, number=version.number)
