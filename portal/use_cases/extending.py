"""More time: the holder asks for it with a reason, the manager grants or refuses it with one, and the term moves."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.leading import refuse_others
from schemas.clock import now, today
from schemas.events import ExtensionAnswered, ExtensionAsked
from schemas.state import Facts, State, state_of
from schemas.store import ExtensionAnswer, ExtensionRequest, facts_of, lock_report, tell
from schemas.web import Said

NO_TERM: Final = Said(
    "Er loopt nu geen termijn waarvoor u uitstel kunt vragen.", "No term is running for which you can ask more time."
)
ASKED: Final = Said(
    "Er is al uitstel gevraagd. Wacht het antwoord af.", "More time was asked already. Wait for the answer."
)
NOT_LATER: Final = Said("Kies een dag na de termijn van nu.", "Choose a day after the present term.")
TERM_NEEDED: Final = Said("Geef de nieuwe laatste dag.", "Give the new last day.")
ANSWERED: Final = Said(
    "Op dit verzoek is al geantwoord. Laad de pagina opnieuw.",
    "This request was answered already. Load the page again.",
)


def ask_extension(session: Session, report: UUID, *, key: UUID, until: date, reason: str, by: UUID) -> ExtensionRequest:
    """Ask for more time for the term that runs now; the same form twice is one request, and one at a time is open."""
    lock_report(session, report)
    if known := _sent_before(session, report, key):
        return known
    facts = facts_of(session, report)
    state = state_of(facts)
    if not may_ask(facts, state) or state.by is None:
        raise Refused(NO_TERM, status=409)
    if open_request(session, report) is not None:
        raise Refused(ASKED, status=409)
    if until <= max(state.by, today()):
        raise Refused(NOT_LATER, field="tot")
    request = ExtensionRequest(
        report=report,
        decision=_decision_of_term(facts, state),
        term=state.by,
        until=until,
        reason=reason,
        by=by,
        at=now(),
        idempotency_key=key,
    )
    session.add(request)
    session.flush()
    tell(session, ExtensionAsked(report=report, request=request.id))
    noted(session, Action.EXTENSION_ASKED, f"report/{report}", actor=by, details={"until": until.isoformat()})
    return request


def answer_extension(
    session: Session, report: UUID, request: UUID, *, granted: bool, until: date | None, reason: str, by: UUID
) -> ExtensionAnswer:
    """Grant or refuse, with a reason; without another day the day that was asked is granted. The same twice is once."""
    refuse_others(session, lock_report(session, report), by)
    asked = session.get(ExtensionRequest, request)
    if asked is None or asked.report != report:
        raise NotYours(f"extension/{request}")
    day = (until or asked.until) if granted else None
    if known := session.get(ExtensionAnswer, request):
        if (known.until, known.reason) == (day, reason):
            return known
        raise Refused(ANSWERED, status=409)
    if day is not None and day <= max(asked.term, today()):
        raise Refused(NOT_LATER, field="tot")
    answer = ExtensionAnswer(request=request, until=day, reason=reason, by=by, at=now())
    session.add(answer)
    session.flush()
    tell(session, ExtensionAnswered(report=report, request=request, granted=granted))
    noted(session, Action.EXTENSION_ANSWERED, f"report/{report}", actor=by, details={"granted": granted})
    return answer


def may_ask(facts: Facts, state: State) -> bool:
    """Whether a term runs that an authority can move: of handing in, or of a correction that it asked for."""
    if not state.may_upload or state.by is None:
        return False
    return not state.correction or _decision_of_term(facts, state) is not None


def open_request(session: Session, report: UUID) -> ExtensionRequest | None:
    """The request that waits for an answer."""
    query = (
        select(ExtensionRequest)
        .outerjoin(ExtensionAnswer, ExtensionAnswer.request == ExtensionRequest.id)
        .where(ExtensionRequest.report == report, ExtensionAnswer.request.is_(None))
    )
    return session.scalars(query.order_by(ExtensionRequest.at).limit(1)).first()


def _decision_of_term(facts: Facts, state: State) -> UUID | None:
    """The decision that set the term of a correction; none where the term is of handing in."""
    if not state.correction:
        return None
    decided = (one.decided for one in reversed(facts.versions) if one.decided and one.decided.stands)
    newest = next(decided, None)
    return newest.id if newest and not newest.accepts and newest.term == state.by else None


def _sent_before(session: Session, report: UUID, key: UUID) -> ExtensionRequest | None:
    query = select(ExtensionRequest).where(ExtensionRequest.idempotency_key == key, ExtensionRequest.report == report)
    return session.scalars(query.order_by(ExtensionRequest.id)).one_or_none()
