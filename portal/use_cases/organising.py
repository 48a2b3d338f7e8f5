"""Organisations: adding one, giving it another name, ending it and opening it again. Nothing is deleted."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.accounts.tokens import spend_all
from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.changing import change
from portal.visitor import end_sessions
from schemas.clock import now, today
from schemas.store import Concession, Organisation, Person
from schemas.store.granting import led_from
from schemas.web import Said
from schemas.words import OrganisationKind

KNOWN: Final = Said(
    "Er is al een organisatie met de naam {name}. Kies een andere naam.",
    "There is an organisation named {name} already. Choose another name.",
)
KVK_NEEDED: Final = Said(
    "Geef het KvK-nummer van de houder: acht cijfers. Het staat in elk rapport.",
    "Give the trade register number of the holder: eight digits. It stands in every report.",
)
KVK_KNOWN: Final = Said(
    "Dit KvK-nummer is van {name}. Controleer het nummer.",
    "This trade register number is of {name}. Check the number.",
)
OWN: Final = Said("U kunt uw eigen organisatie niet beëindigen.", "You cannot end your own organisation.")
BUSY: Final = Said(
    "{name} houdt of leidt nog een lopende concessie: {concessions}. Beëindig die, of geef haar aan een ander.",
    "{name} still holds or leads a running concession: {concessions}. End it, or give it to another.",
)


def add_organisation(
    session: Session, *, kind: OrganisationKind, name: str, kvk: str | None, reason: str, by: UUID
) -> Organisation:
    """A new organisation; a holder is known by its trade register number as well."""
    _refuse_known(session, kind, name, kvk)
    added = Organisation(kind=kind, name=name, kvk=kvk)
    session.add(added)
    session.flush()
    details = change({}, {"name": name, "kind": kind.value, "kvk": kvk}, reason=reason)
    noted(session, Action.ORGANISATION_ADDED, f"organisation/{added.id}", actor=by, details=details)
    return added


def change_organisation(
    session: Session, known: Organisation, *, name: str, kvk: str | None, reason: str, by: UUID
) -> None:
    """Give an organisation another name or number; what was issued keeps the name of its time."""
    _refuse_known(session, known.kind, name, kvk, but=known.id)
    details = change({"name": known.name, "kvk": known.kvk}, {"name": name, "kvk": kvk}, reason=reason)
    if not details["changes"]:
        return
    known.name, known.kvk = name, kvk
    noted(session, Action.ORGANISATION_CHANGED, f"organisation/{known.id}", actor=by, details=details)


def end_organisation(session: Session, known: Organisation, *, reason: str, by: UUID) -> None:
    """From now on it takes no part: nobody of it comes in, and nothing new is given to it. What was done stays."""
    if session.get_one(Person, by).organisation == known.id:
        raise Refused(OWN, status=409)
    if running := running_concessions(session, known.id):
        names = ", ".join(one.name for one in running)
        raise Refused(BUSY.format(name=known.name, concessions=names), status=409)
    if known.ended_at is not None:
        return
    known.ended_at = now()
    for person in session.scalars(select(Person).where(Person.organisation == known.id).order_by(Person.id)):
        person.active = False
        end_sessions(session, person.id)
        spend_all(session, person)
    noted(
        session, Action.ORGANISATION_ENDED, f"organisation/{known.id}", actor=by, details=change({}, {}, reason=reason)
    )


def open_organisation_again(session: Session, known: Organisation, *, reason: str, by: UUID) -> None:
    """Take an ended organisation back; its people come in again one by one, as somebody opens their access."""
    if known.ended_at is None:
        return
    known.ended_at = None
    details = change({}, {}, reason=reason)
    noted(session, Action.ORGANISATION_OPENED, f"organisation/{known.id}", actor=by, details=details)


def running_concessions(session: Session, organisation: UUID) -> tuple[Concession, ...]:
    """The concessions that have not ended and that an organisation holds or leads, or will lead."""
    leads = led_from(organisation, day=today())
    query = select(Concession).where(
        Concession.ends >= today(), (Concession.holder == organisation) | Concession.id.in_(leads)
    )
    return tuple(session.scalars(query.order_by(Concession.name, Concession.id)))


def _refuse_known(
    session: Session, kind: OrganisationKind, name: str, kvk: str | None, *, but: UUID | None = None
) -> None:
    if kind is OrganisationKind.HOLDER and not kvk:
        raise Refused(KVK_NEEDED, field="kvk")
    query = select(Organisation).order_by(Organisation.id)
    query = query.where(Organisation.id != but) if but else query
    if session.scalars(query.where(func.lower(Organisation.name) == name.lower())).first():
        raise Refused(KNOWN.format(name=name), field="naam")
    if kvk and (same := session.scalars(query.where(Organisation.kvk == kvk)).first()):
        raise Refused(KVK_KNOWN.format(name=same.name), field="kvk")
