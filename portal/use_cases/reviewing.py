"""Reviewing: the manager begins, after which nothing can be taken back, and establishes what holds for each norm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.leading import refuse_others
from schemas.clock import now
from schemas.events import ReportVersion, ReviewBegun
from schemas.judgement import Outcome
from schemas.state import Standing, State, state_of
from schemas.store import Established, NormVerdict, Review, Version, facts_of, lock_report, tell
from schemas.web import Said

NOT_HANDED_IN: Final = Said(
    "Dit rapport is niet ingediend. Er valt nog niets te beoordelen.",
    "This report is not handed in. There is nothing to review yet.",
)
CHECK_WAITS: Final = Said(
    "De controle van dit rapport is nog niet klaar. U kunt daarna beginnen.",
    "The check of this report is not finished. You can begin after that.",
)
NOT_IN_REVIEW: Final = Said(
    "Dit rapport is nu niet in beoordeling. Begin eerst met beoordelen.",
    "This report is not in review now. Begin the review first.",
)
SECOND_READER_READS: Final = Said(
    "De tweede lezer heeft dit rapport nu. Wacht het antwoord af.",
    "The second reader has this report now. Wait for the answer.",
)
REASON_NEEDED: Final = Said(
    "U wijkt af van de berekening. Schrijf op waarom.", "You depart from the calculation. Write down why."
)


@dataclass(frozen=True, kw_only=True)
class Establishing:
    """What a manager establishes on one norm."""

    norm: str
    outcome: Outcome
    reason: str


def begin_review(session: Session, report: UUID, *, by: UUID) -> None:
    """Begin the review of what was handed in; beginning twice is beginning once."""
    locked = lock_report(session, report)
    refuse_others(session, locked, by)
    state = state_of(facts_of(session, report))
    if state.standing in {Standing.IN_REVIEW, Standing.DECIDED}:
        return
    version = _version_to_review(session, state)
    session.add(Review(version=version.id, begun_at=now(), by=by))
    about = ReportVersion(report=report, version=version.id, number=version.number)
    tell(session, ReviewBegun(version=about))
    noted(session, Action.REVIEW_BEGUN, f"report/{report}", actor=by, details={"version": version.number})
    session.flush()


def establish(session: Session, report: UUID, said: Establishing, *, by: UUID) -> Established:
    """Confirm the machine's verdict on a norm, or depart from it with a reason; may be changed until the decision."""
    locked = lock_report(session, report)
    refuse_others(session, locked, by)
    version = version_in_review(session, report)
    machine = session.get(NormVerdict, (version, said.norm))
    if machine is None:
        raise NotYours(f"norm/{said.norm}")
    if said.outcome is not machine.verdict and not said.reason.strip():
        raise Refused(REASON_NEEDED, field="toelichting")
    kept = session.merge(
        Established(
            version=version,
            norm=said.norm,
            machine_verdict=machine.verdict,
            established_verdict=said.outcome,
            reason=said.reason.strip(),
            by=by,
            at=now(),
        )
    )
    details = {"norm": said.norm, "machine": machine.verdict.value, "established": said.outcome.value}
    noted(session, Action.ESTABLISHED, f"report/{report}", actor=by, details=details)
    session.flush()
    return kept


def confirm_the_rest(session: Session, report: UUID, *, by: UUID) -> int:
    """Confirm the machine's verdict on every norm on which nothing was established yet; tells on how many."""
    lock_report(session, report)
    version = version_in_review(session, report)
    open_ones = norms_to_establish(session, version)
    for verdict in open_ones:
        establish(session, report, Establishing(norm=verdict.norm, outcome=verdict.verdict, reason=""), by=by)
    return len(open_ones)


def norms_to_establish(session: Session, version: UUID) -> list[NormVerdict]:
    """The norms of a version on which nothing was established yet."""
    done = select(Established.norm).where(Established.version == version)
    query = select(NormVerdict).where(NormVerdict.version == version, NormVerdict.norm.not_in(done))
    return list(session.scalars(query.order_by(NormVerdict.norm)))


def version_in_review(session: Session, report: UUID) -> UUID:
    """The version that the manager has in review; refuses where there is none, or where the second reader has it."""
    state = state_of(facts_of(session, report))
    if state.standing is not Standing.IN_REVIEW or state.version is None:
        raise Refused(NOT_IN_REVIEW, status=409)
    if state.awaits_second_reader:
        raise Refused(SECOND_READER_READS, status=409)
    return state.version


def _version_to_review(session: Session, state: State) -> Version:
    if state.standing is not Standing.HANDED_IN or state.version is None:
        raise Refused(NOT_HANDED_IN, status=409)
    if not state.may_begin_review:
        raise Refused(CHECK_WAITS, status=409)
    return session.get_one(Version, state.version)
