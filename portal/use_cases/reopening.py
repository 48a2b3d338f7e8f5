"""Opening more of a report that was sent back in part: the holder asks for sheets with a reason, the manager answers."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.leading import refuse_others
from portal.use_cases.uploading import refuse_in_procedure
from schemas.clock import now
from schemas.events import ReopeningAnswered, ReopeningAsked
from schemas.store import ReopeningAnswer, ReopeningRequest, lock_report, reopened, tell
from schemas.web import Said

ALL_OPEN: Final = Said(
    "In dit rapport is niets gesloten: u kunt alle bladen veranderen.",
    "Nothing of this report is closed: you can change all sheets.",
)
OPEN_ALREADY: Final = Said(
    "Kies bladen die nog gesloten zijn. Wat open is, kunt u al veranderen.",
    "Choose sheets that are closed still. What is open, you can change already.",
)
ASKED: Final = Said("U vroeg al om meer te openen. Wacht het antwoord af.", "You asked already. Wait for the answer.")
NONE_CHOSEN: Final = Said("Kies welke bladen u opent.", "Choose which sheets you open.")
NOT_ASKED: Final = Said("U kunt alleen openen wat de houder vroeg.", "You can open only what the holder asked for.")
ANSWERED: Final = Said(
    "Op dit verzoek is al geantwoord. Laad de pagina opnieuw.",
    "This request was answered already. Load the page again.",
)


def ask_reopening(
    session: Session, report: UUID, *, key: UUID, sheets: tuple[str, ...], reason: str, by: UUID
) -> ReopeningRequest:
    """Ask to open closed sheets; the same form twice is one request, and one at a time is open."""
    lock_report(session, report)
    if known := _sent_before(session, report, key):
        return known
    refuse_in_procedure(session, report)
    may_change = reopened(session, report)
    if may_change is None:
        raise Refused(ALL_OPEN, status=409)
    if open_request(session, report, may_change.decision) is not None:
        raise Refused(ASKED, status=409)
    if not sheets or may_change.sheets & set(sheets):
        raise Refused(OPEN_ALREADY, field="bladen")
    request = ReopeningRequest(
        report=report,
        decision=may_change.decision,
        sheets=list(sheets),
        reason=reason,
        by=by,
        at=now(),
        idempotency_key=key,
    )
    session.add(request)
    session.flush()
    tell(session, ReopeningAsked(report=report, request=request.id))
    noted(session, Action.REOPENING_ASKED, f"report/{report}", actor=by, details={"sheets": list(sheets)})
    return request


def answer_reopening(
    session: Session, report: UUID, request: UUID, *, granted: bool, sheets: tuple[str, ...], reason: str, by: UUID
) -> ReopeningAnswer:
    """Open some or all of the sheets that were asked for, or refuse with a reason. The same twice is once."""
    refuse_others(session, lock_report(session, report), by)
    asked = session.get(ReopeningRequest, request)
    if asked is None or asked.report != report:
        raise NotYours(f"reopening/{request}")
    opened = list(sheets) if granted else []
    if known := session.get(ReopeningAnswer, request):
        if (known.sheets, known.reason) == (opened, reason):
            return known
        raise Refused(ANSWERED, status=409)
    _refuse_other_sheets(asked, granted=granted, sheets=sheets)
    answer = ReopeningAnswer(request=request, sheets=opened, reason=reason, by=by, at=now())
    session.add(answer)
    session.flush()
    tell(session, ReopeningAnswered(report=report, request=request, granted=granted))
    noted(session, Action.REOPENING_ANSWERED, f"report/{report}", actor=by, details={"sheets": list(opened)})
    return answer


def open_request(session: Session, report: UUID, decision: UUID) -> ReopeningRequest | None:
    """The request on a decision that waits for an answer."""
    query = (
        select(ReopeningRequest)
        .outerjoin(ReopeningAnswer, ReopeningAnswer.request == ReopeningRequest.id)
        .where(ReopeningRequest.report == report, ReopeningRequest.decision == decision)
        .where(ReopeningAnswer.request.is_(None))
    )
    return session.scalars(query.order_by(ReopeningRequest.at).limit(1)).first()


def _refuse_other_sheets(asked: ReopeningRequest, *, granted: bool, sheets: tuple[str, ...]) -> None:
    if granted and not sheets:
        raise Refused(NONE_CHOSEN, field="bladen")
    if granted and not set(sheets) <= set(asked.sheets):
        raise Refused(NOT_ASKED, field="bladen")


def _sent_before(session: Session, report: UUID, key: UUID) -> ReopeningRequest | None:
    query = select(ReopeningRequest).where(ReopeningRequest.idempotency_key == key, ReopeningRequest.report == report)
    return session.scalars(query.order_by(ReopeningRequest.id)).one_or_none()
