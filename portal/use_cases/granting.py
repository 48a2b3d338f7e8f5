"""Concessions: adding one, and changing its name, its years, its holder, and from which day who grants it and which one leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.changing import change
from portal.use_cases.taking_over import stay_on, take_over
from schemas.clock import today
from schemas.store import BEGINNING, Concession, Organisation, Person, lock_concession
from schemas.store.granting import Authority, ToCome, authorities_of, leads, to_come
from schemas.web import Said
from schemas.words import OrganisationKind

NOT_LEADING: Final = Said(
    "Een andere provincie leidt deze concessie en beheert haar. U kunt meelezen.",
    "Another province leads this concession and manages it. You can read along.",
)
CODE_KNOWN: Final = Said(
    "Er is al een concessie met de code {code}. Kies een andere code.",
    "There is a concession with the code {code} already. Choose another code.",
)
BACKWARDS: Final = Said("De laatste dag ligt vóór de eerste dag.", "The last day is before the first day.")
LEAD_GRANTS: Final = Said(
    "Wie leidt, verleent de concessie ook. Vink deze provincie aan.",
    "Who leads also grants the concession. Tick this province.",
)
OWN_LEAVES: Final = Said(
    "Uw eigen provincie verleent de concessie niet meer. Dan kunt u haar niet meer beheren; laat de nieuwe leider dit doen.",
    "Your own province does not grant the concession any more. Then you could not manage it; let the new lead do this.",
)
NO_AUTHORITY: Final = Said("Kies een provincie die niet is beëindigd.", "Choose a province that has not ended.")
NO_HOLDER: Final = Said("Kies een houder die niet is beëindigd.", "Choose a holder that has not ended.")
PAST: Final = Said(
    "Deze dag is geweest: wat er tot vandaag besloten is, blijft staan. Kies vandaag of een latere dag.",
    "This day is past: what was decided until today stays. Choose today or a later day.",
)
SAME: Final = Said(
    "Zo is het nu al. Wijzig wie de concessie verleent of wie haar leidt.",
    "So it is now already. Change who grants the concession or who leads it.",
)
TO_COME_FIRST: Final = Said(
    "Op {day} gaat al een wijziging in. Neem die eerst terug.",
    "A change begins on {day} already. Take that back first.",
)
NOTHING_TO_COME: Final = Said(
    "Deze wijziging is al ingegaan of teruggenomen. Laad de pagina opnieuw.",
    "This change has begun or was taken back already. Load the page again.",
)


@dataclass(frozen=True, kw_only=True)
class Granting:
    """Which authorities grant a concession, and which of them leads."""

    authorities: frozenset[UUID]
    lead: UUID


@dataclass(frozen=True, kw_only=True)
class Described:
    """A concession as it is known: name, holder and the days between which it runs."""

    name: str
    holder: UUID
    starts: date
    ends: date


def add_concession(
    session: Session, *, code: str, described: Described, granting: Granting, reason: str, by: UUID
) -> Concession:
    """A new concession, without terms: those come as a proposal of their own."""
    if session.scalars(select(Concession.id).where(Concession.code == code)).first():
        raise Refused(CODE_KNOWN.format(code=code), field="code")
    _refuse_what_cannot(session, described)
    _refuse_who_cannot(session, granting, by)
    added = Concession(code=code, **vars(described))
    session.add(added)
    session.flush()
    take_over(session, added.id, granting.authorities, lead=granting.lead, first_day=BEGINNING)
    after: dict[str, str | date | None] = {
        "code": code,
        **_described(session, described),
        **_granted(session, granting),
    }
    noted(session, Action.CONCESSION_ADDED, _subject(added), actor=by, details=change({}, after, reason=reason))
    return added


def change_concession(session: Session, known: Concession, described: Described, *, reason: str, by: UUID) -> None:
    """Another name, holder, or first or last day; reports that were handed in stay as they are."""
    refuse_who_does_not_lead(session, known.id, by)
    _refuse_what_cannot(session, described, now=known.holder)
    before = Described(name=known.name, holder=known.holder, starts=known.starts, ends=known.ends)
    details = change(_described(session, before), _described(session, described), reason=reason)
    if not details["changes"]:
        return
    known.name, known.holder = described.name, described.holder
    known.starts, known.ends = described.starts, described.ends
    noted(session, Action.CONCESSION_CHANGED, _subject(known), actor=by, details=details)


def change_granting(
    session: Session, known: Concession, granting: Granting, *, since: date, reason: str, by: UUID
) -> None:
    """Other authorities, or another lead, from today or a later day on; what was decided before stays decided."""
    lock_concession(session, known.id)
    refuse_who_does_not_lead(session, known.id, by)
    _refuse_who_cannot(session, granting, by)
    before, coming = granting_of(session, known.id), to_come(session, known.id, after=today())
    if coming and (coming.first_day, _granting_from(coming.authorities)) == (since, granting):
        return
    _refuse_day(since, coming)
    if before == granting and since > today():
        raise Refused(SAME, field="verleners")
    if before == granting:
        return
    take_over(session, known.id, granting.authorities, lead=granting.lead, first_day=since)
    after: dict[str, str | date | None] = {**_granted(session, granting), "since": since}
    details = change(_granted(session, before) if before else {}, after, reason=reason)
    noted(session, Action.GRANTING_CHANGED, _subject(known), actor=by, details=details)


def take_granting_back(session: Session, known: Concession, *, since: date, reason: str, by: UUID) -> None:
    """A change that has not begun does not begin; who grants the concession now goes on doing so."""
    lock_concession(session, known.id)
    refuse_who_does_not_lead(session, known.id, by)
    coming, now_granting = to_come(session, known.id, after=today()), granting_of(session, known.id)
    if coming is None or coming.first_day != since or now_granting is None:
        raise Refused(NOTHING_TO_COME, status=409)
    planned = _granting_from(coming.authorities)
    stay_on(session, known.id, first_day=since)
    before: dict[str, str | date | None] = {**(_granted(session, planned) if planned else {}), "since": since}
    details = change(before, _granted(session, now_granting), reason=reason)
    noted(session, Action.GRANTING_TAKEN_BACK, _subject(known), actor=by, details=details)


def granting_of(session: Session, concession: UUID) -> Granting | None:
    """Who grants a concession now; none where nobody leads."""
    return _granting_from(authorities_of(session, concession, on=today()))


def refuse_who_does_not_lead(session: Session, concession: UUID, by: UUID) -> None:
    """Refuse a functional manager of an authority that only takes part."""
    if not leads(session, concession, session.get_one(Person, by).organisation, on=today()):
        raise Refused(NOT_LEADING, status=403)


def _granting_from(known: Sequence[Authority]) -> Granting | None:
    lead = next((one.id for one in known if one.leads), None)
    return Granting(authorities=frozenset(one.id for one in known), lead=lead) if lead else None


def _refuse_day(since: date, coming: ToCome | None) -> None:
    if since < today():
        raise Refused(PAST, field="vanaf")
    if coming:
        raise Refused(TO_COME_FIRST.format(day=f"{coming.first_day:%d-%m-%Y}"), field="vanaf")


def _refuse_what_cannot(session: Session, described: Described, *, now: UUID | None = None) -> None:
    holder = session.get(Organisation, described.holder)
    gone = holder is None or (holder.ended_at is not None and holder.id != now)
    if gone or holder is None or holder.kind is not OrganisationKind.HOLDER:
        raise Refused(NO_HOLDER, field="houder")
    if described.ends < described.starts:
        raise Refused(BACKWARDS, field="tot-en-met")


def _refuse_who_cannot(session: Session, granting: Granting, by: UUID) -> None:
    if granting.lead not in granting.authorities:
        raise Refused(LEAD_GRANTS, field="verleners")
    if session.get_one(Person, by).organisation not in granting.authorities:
        raise Refused(OWN_LEAVES, field="verleners")
    for one in granting.authorities:
        known = session.get(Organisation, one)
        if known is None or known.kind is not OrganisationKind.AUTHORITY or known.ended_at is not None:
            raise Refused(NO_AUTHORITY, field="verleners")


def _described(session: Session, described: Described) -> Mapping[str, str | date]:
    return {
        "name": described.name,
        "holder": _names(session, [described.holder]),
        "starts": described.starts,
        "ends": described.ends,
    }


def _granted(session: Session, granting: Granting) -> Mapping[str, str]:
    return {"authorities": _names(session, granting.authorities), "lead": _names(session, [granting.lead])}


def _names(session: Session, organisations: Iterable[UUID]) -> str:
    return ", ".join(sorted(session.get_one(Organisation, one).name for one in organisations))


def _subject(known: Concession) -> str:
    return f"concession/{known.id}"
