"""Opening a case, by the manager of the authority that leads: on what was established, or on a report that is missing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.leading import refuse_others
from schemas.clock import now, today
from schemas.events import ShortfallOpened
from schemas.judgement import Outcome
from schemas.norms import TIMELY
from schemas.shortfall_subjects import missing, uncorrected
from schemas.state import Facts, open_correction, state_of
from schemas.store import Established, Shortfall, facts_of, lock_report, tell, tracks_of
from schemas.web import Said

NORMS: Final = "normen"
NOT_DECIDED: Final = Said(
    "Over dit rapport is nog niet besloten. Een dossier kan pas daarna.",
    "This report is not decided yet. A case can be opened after that.",
)
CHOOSE: Final = Said("Kies ten minste één norm die niet is gehaald.", "Choose at least one norm that was not met.")
NOT_MISSED: Final = Said(
    "Bij een gekozen norm is niet vastgesteld dat die niet is gehaald. Laad de pagina opnieuw.",
    "Of a norm that was chosen it is not established that it was missed. Load the page again.",
)
BUSY: Final = Said(
    "Hierover loopt al een dossier. Ga daarin verder, of sluit het eerst.",
    "A case about this is open already. Go on there, or close it first.",
)
HANDED_IN: Final = Said(
    "Het rapport is intussen ingediend. Beoordeel het eerst; of het te laat was, stelt u daarbij vast.",
    "The report was handed in meanwhile. Review it first; there you establish whether it was late.",
)
HANDED_IN_AGAIN: Final = Said(
    "Het verbeterde rapport is intussen ingediend. Beoordeel het eerst.",
    "The corrected report was handed in meanwhile. Review it first.",
)
NOT_LATE: Final = Said(
    "Het rapport kan nog op tijd komen: de laatste dag is {day}. Een dossier kan pas daarna.",
    "The report can still come in time: the last day is {day}. A case can be opened after that.",
)


def open_shortfall(
    session: Session, report: UUID, *, key: UUID, norms: Collection[str], reason: str, by: UUID
) -> Shortfall:
    """Open a case; the same form twice is one case, and over a norm only one is open at a time."""
    refuse_others(session, lock_report(session, report), by)
    if known := session.scalars(select(Shortfall).where(Shortfall.idempotency_key == key)).first():
        return known
    facts = facts_of(session, report)
    version, sent_back = state_of(facts).in_force, None
    if version is None:
        _refuse_unless_missing(facts, norms)
        back = uncorrected(facts, on=today())
        sent_back = back.version if back else None
    else:
        _refuse_norms(session, version, norms)
    if set(norms) & busy_norms(session, report, sent_back=sent_back):
        raise Refused(BUSY, field=NORMS, status=409)
    opened = Shortfall(
        report=report,
        version=version,
        sent_back=sent_back,
        number=_next_number(session, report),
        norms=sorted(set(norms)),
        reason=reason,
        by=by,
        at=now(),
        idempotency_key=key,
    )
    session.add(opened)
    session.flush()
    tell(session, ShortfallOpened(report=report, shortfall=opened.id))
    noted(
        session, Action.SHORTFALL_OPENED, f"shortfall/{opened.id}", actor=by, details={"norms": ", ".join(opened.norms)}
    )
    return opened


def missed_norms(session: Session, version: UUID) -> list[str]:
    """The norms that the manager established as not met."""
    query = select(Established.norm).where(
        Established.version == version, Established.established_verdict == Outcome.DOES_NOT_MEET
    )
    return list(session.scalars(query.order_by(Established.norm)))


def busy_norms(session: Session, report: UUID, *, sent_back: UUID | None) -> frozenset[str]:
    """The norms about which a case is open; a report that did not come again is another matter than the report itself."""
    query = select(Shortfall).where(Shortfall.report == report, Shortfall.sent_back.is_not_distinct_from(sent_back))
    cases = session.scalars(query.order_by(Shortfall.number)).all()
    tracks = tracks_of(session, cases)
    return frozenset(norm for one in cases if not tracks[one.id].closed for norm in one.norms)


def _refuse_norms(session: Session, version: UUID, norms: Collection[str]) -> None:
    if not norms:
        raise Refused(CHOOSE, field=NORMS)
    if not set(norms) <= set(missed_norms(session, version)):
        raise Refused(NOT_MISSED, field=NORMS)


def _refuse_unless_missing(facts: Facts, norms: Collection[str]) -> None:
    """Without a decision the only case is that nothing came, or nothing came again, once its last day is past."""
    if set(norms) != {TIMELY}:
        raise Refused(NOT_DECIDED, status=409)
    if missing(facts, on=today()):
        return
    state = state_of(facts)
    if state.may_upload and state.by:
        raise Refused(NOT_LATE.format(day=f"{state.by:%d-%m-%Y}"), status=409)
    raise Refused(HANDED_IN_AGAIN if open_correction(facts) else HANDED_IN, status=409)


def _next_number(session: Session, report: UUID) -> int:
    last = session.scalars(select(func.max(Shortfall.number)).where(Shortfall.report == report)).one()
    return (last or 0) + 1
