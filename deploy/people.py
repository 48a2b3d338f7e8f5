"""Inviting somebody from the command line, by the same way as the portal does."""

from __future__ import annotations

from marshmallow import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.tokens import invite as send_invitation
from portal.members.people import ROLES_OF
from schemas.clock import now
from schemas.store import Organisation, Person, RoleOfPerson, note
from schemas.texts import Language
from schemas.web import Email
from schemas.words import Role

ACTOR = "command-line"


def invite(
    session: Session, *, email: str, name: str, organisation: str, roles: tuple[str, ...], language: str
) -> Person:
    """A new person with these roles, who is sent a link; raises ValueError with what is wrong."""
    into = session.scalars(select(Organisation).where(Organisation.name == organisation)).one_or_none()
    if into is None:
        known = ", ".join(session.scalars(select(Organisation.name).order_by(Organisation.name)))
        raise ValueError(f"Onbekende organisatie / unknown organisation: {organisation}. Bekend / known: {known}")
    address = _address(email)
    if session.scalars(select(Person.id).where(Person.email == address)).first():
        raise ValueError(f"{email} heeft al een account. / has an account already.")
    chosen = _fitting(into, roles)
    person = Person(organisation=into.id, name=name, email=address, language=Language(language), invited_at=now())
    session.add(person)
    session.flush()
    session.add_all(RoleOfPerson(person=person.id, role=role) for role in chosen)
    send_invitation(session, person)
    note(session, actor=ACTOR, action="person.invited", subject=f"person/{person.id}")
    return person


def _address(email: str) -> str:
    """The address as it is kept, by the same measure as in the portal."""
    try:
        return str(Email().deserialize(email))
    except ValidationError as wrong:
        raise ValueError(f"Geen e-mailadres / no mail address: {email!r}") from wrong


def _fitting(into: Organisation, roles: tuple[str, ...]) -> frozenset[Role]:
    allowed = ROLES_OF[into.kind]
    if not set(roles) <= set(allowed):
        fits = ", ".join(sorted(allowed))
        raise ValueError(f"Rollen van deze organisatie / roles of this organisation: {fits}")
    return frozenset(Role(role) for role in roles)
