"""Asking suppliers: the holder asks, asks again or takes it back, and a supplier asks its own supplier in turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid4

from pydantic import JsonValue
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.supplier_rows import DEEPEST
from schemas.asking import valid_until
from schemas.clock import now, today
from schemas.events import SupplierAsked, SupplierRevoked
from schemas.questions import QUESTION
from schemas.report.code_lists import ChainRole
from schemas.settings import settings
from schemas.state import Standing, state_of
from schemas.store import Ask, AskLink, Report, facts_of, lock_report, tell
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from schemas.web import Said

# One firm can ask on to so many others: enough for a real chain, and too few to send mail in bulk by somebody's link.
MOST_BELOW: Final = 20
LONGEST_AHEAD: Final = timedelta(days=366)

IN_PROCEDURE: Final = Said(
    "Dit rapport is ingediend. U kunt pas weer vragen als u het intrekt of als de provincie om een correctie vraagt.",
    "This report is handed in. You can ask again when you withdraw it, or when the province asks for a correction.",
)
NOTHING_ASKED: Final = Said("Kies ten minste één vraag voor {name}.", "Choose at least one question for {name}.")
DUE_PAST: Final = Said("Kies een dag na vandaag.", "Choose a day after today.")
DUE_FAR: Final = Said("Kies een dag binnen een jaar.", "Choose a day within a year.")
ASKED_ALREADY: Final = Said(
    "{name} is al gevraagd. Vraag opnieuw op de pagina van die leverancier, of trek het eerst in.",
    "{name} was asked already. Ask again on the page of that supplier, or take it back first.",
)
REVOKED_ALREADY: Final = Said(
    "Dit verzoek is ingetrokken. Vraag de leverancier opnieuw vanaf de lijst.",
    "This request was taken back. Ask the supplier anew from the list.",
)
TOO_MANY_BELOW: Final = Said(
    "U hebt al {most} leveranciers gevraagd. Laat de houder van de concessie de rest vragen.",
    "You asked {most} suppliers already. Let the holder of the concession ask the others.",
)
TOO_DEEP: Final = Said(
    "De keten is hier ten hoogste {most} niveaus diep.", "The chain is at most {most} tiers deep here."
)


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """One supplier to ask: who it is in the sheet *suppliers*, where the mail goes, and which questions.

    ``registration`` is its number in the trade register, where the sheet has it.
    """

    supplier_id: str
    name: str
    role: ChainRole
    tier: int
    employees: int | None
    email: str
    language: Language
    questions: tuple[str, ...]
    registration: str | None = None


@dataclass(frozen=True, kw_only=True)
class AskedOn:
    """A supplier of a supplier, as that one names it; the firm above asks it a part of the catalogue."""

    key: UUID
    name: str
    role: ChainRole
    email: str
    language: Language
    questions: tuple[str, ...]


def ask_suppliers(
    session: Session, report: UUID, wanted: Sequence[Wanted], *, due: date, key: UUID, by: UUID
) -> list[UUID]:
    """Ask some suppliers, each by a mail with a link of its own; the same form twice asks once."""
    own = lock_report(session, report)
    if again := _asked_before(session, key):
        return again
    refuse_asking(session, own, wanted, due=due)
    return [_ask(session, own, one, due=due, key=key, by=by) for one in wanted]


def ask_again(session: Session, ask: Ask, *, email: str, due: date, by: UUID | None) -> UUID:
    """Mail a new link; at another address the earlier links work no longer. Tells the id of the link."""
    report = lock_report(session, ask.report)
    refuse_closed(session, report)
    if ask.revoked_at:
        raise Refused(REVOKED_ALREADY, status=409)
    if due != ask.due:
        _refuse_day(due)
    if email != ask.email:
        _end_links(session, [ask.id])
    ask.email, ask.due = email, due
    _note(session, Action.SUPPLIER_ASKED_AGAIN, ask, by)
    return _mail_link(session, ask)


def new_link(session: Session, ask: Ask) -> UUID:
    """Mail a new link to the address that is known, as somebody who holds an earlier one asks for it."""
    return ask_again(session, ask, email=ask.email, due=ask.due, by=None)


def revoke(session: Session, ask: Ask, *, by: UUID) -> None:
    """Take an ask back, with all that was asked under it: their links work no longer. Twice is once."""
    lock_report(session, ask.report)
    if ask.revoked_at:
        return
    for one in [ask, *_below(session, [ask.id])]:
        one.revoked_at = one.revoked_at or now()
        _end_links(session, [one.id])
        tell(session, SupplierRevoked(report=one.report, ask=one.id))
        _note(session, Action.SUPPLIER_REVOKED, one, by)


def ask_on(session: Session, above: Ask, wanted: AskedOn) -> UUID:
    """Ask the supplier of a supplier; the holder sees it in its chain, and has no say in it. Twice is once."""
    report = lock_report(session, above.report)
    if again := _asked_before(session, wanted.key):
        return again[0]
    refuse_closed(session, report)
    if above.revoked_at:
        raise Refused(REVOKED_ALREADY, status=409)
    number = session.scalar(select(func.count()).where(Ask.asked_under == above.id)) or 0
    if number >= MOST_BELOW:
        raise Refused(TOO_MANY_BELOW.format(most=MOST_BELOW), status=409)
    if above.tier >= DEEPEST:
        raise Refused(TOO_DEEP.format(most=DEEPEST), status=409)
    below = _firm_below(above, wanted, number + 1)
    _refuse_wanted(session, report.id, below)
    due = max(above.due, today() + timedelta(days=1))
    return _ask(session, report, below, due=due, key=wanted.key, by=None, under=above.id)


def ask_of(session: Session, report: UUID, ask: UUID) -> Ask:
    """An ask of this report; of another's, or of none, :class:`NotYours` (404)."""
    found = session.get(Ask, ask)
    if found is None or found.report != report:
        raise NotYours(f"ask/{ask}")
    return found


def refuse_asking(session: Session, report: Report, wanted: Sequence[Wanted], *, due: date) -> None:
    """Refuse what cannot be asked now, before anybody is mailed."""
    refuse_closed(session, report)
    _refuse_day(due)
    for one in wanted:
        _refuse_wanted(session, report.id, one)


def refuse_closed(session: Session, report: Report) -> None:
    """Refuse to ask for a report that is with the province or decided."""
    if not may_ask(session, report.id):
        raise Refused(IN_PROCEDURE, status=409)


def may_ask(session: Session, report: UUID) -> bool:
    """Whether answers could still go into the report."""
    state = state_of(facts_of(session, report))
    return state.may_upload and state.standing is not Standing.DECIDED


def _ask(
    session: Session,
    report: Report,
    wanted: Wanted,
    *,
    due: date,
    key: UUID,
    by: UUID | None,
    under: UUID | None = None,
) -> UUID:
    ask = Ask(
        id=uuid4(),
        report=report.id,
        supplier_id=wanted.supplier_id,
        supplier_name=wanted.name,
        email=wanted.email,
        language=wanted.language,
        role=wanted.role,
        tier=wanted.tier,
        employees=wanted.employees,
        registration=wanted.registration,
        questions=list(wanted.questions),
        due=due,
        asked_by=by,
        asked_under=under,
        asked_at=now(),
        idempotency_key=key,
    )
    session.add(ask)
    _note(session, Action.SUPPLIER_ASKED, ask, by)
    _mail_link(session, ask)
    return ask.id


def _mail_link(session: Session, ask: Ask) -> UUID:
    """A link of its own for one mail; its secret is derived from its id, so that no table or event holds one."""
    link = AskLink(id=uuid4(), ask=ask.id, made_at=now(), valid_until=valid_until(ask.due))
    link.token_hash = hash_of(secret_of(link.id, settings().secret))
    session.add(link)
    session.flush()
    tell(session, SupplierAsked(report=ask.report, ask=ask.id, link=link.id))
    return link.id


def _end_links(session: Session, asks: Iterable[UUID]) -> None:
    open_links = update(AskLink).where(AskLink.ask.in_(list(asks)), AskLink.revoked_at.is_(None))
    session.execute(open_links.values(revoked_at=now()))


def _below(session: Session, asks: list[UUID]) -> list[Ask]:
    """Everything that was asked under some asks, however deep."""
    found = list(session.scalars(select(Ask).where(Ask.asked_under.in_(asks)).order_by(Ask.asked_at, Ask.id)))
    return [*found, *_below(session, [one.id for one in found])] if found else []


def _firm_below(above: Ask, wanted: AskedOn, number: int) -> Wanted:
    """The firm below has no number of the holder yet, and nobody knows how large it is: it has the protection of the cap."""
    return Wanted(
        supplier_id=f"{above.supplier_id}-{number}",
        name=wanted.name,
        role=wanted.role,
        tier=above.tier + 1,
        employees=None,
        email=wanted.email,
        language=wanted.language,
        questions=wanted.questions,
    )


def _refuse_wanted(session: Session, report: UUID, wanted: Wanted) -> None:
    if not wanted.questions or not set(wanted.questions) <= set(QUESTION):
        raise Refused(NOTHING_ASKED.format(name=wanted.name), field=f"vragen-{wanted.role.value}")
    query = select(Ask.id).where(Ask.report == report, Ask.supplier_id == wanted.supplier_id, Ask.revoked_at.is_(None))
    if session.scalars(query.order_by(Ask.id)).first():
        raise Refused(ASKED_ALREADY.format(name=wanted.name), status=409)


def _refuse_day(due: date) -> None:
    if due <= today():
        raise Refused(DUE_PAST, field="uiterlijk")
    if due > today() + LONGEST_AHEAD:
        raise Refused(DUE_FAR, field="uiterlijk")


def _asked_before(session: Session, key: UUID) -> list[UUID]:
    return list(session.scalars(select(Ask.id).where(Ask.idempotency_key == key).order_by(Ask.supplier_id, Ask.id)))


def _note(session: Session, action: Action, ask: Ask, by: UUID | None) -> None:
    details: dict[str, JsonValue] = {"ask": str(ask.id), "supplier": ask.supplier_id[:80]}
    noted(session, action, f"report/{ask.report}", actor=by, details=details)
