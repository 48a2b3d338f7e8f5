"""The people whom a functional manager looks after: those of the own authority, and of the holders of its concessions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from portal.accounts.tokens import invite, spend_all
from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.tenancy import their_organisation, their_organisations
from portal.use_cases.signatories import watching_signatories
from portal.visitor import SignedIn, end_sessions
from schemas.clock import now, today
from schemas.store import Organisation, Person, RoleOfPerson, reading, sessions
from schemas.texts import Language
from schemas.web import Said
from schemas.words import OrganisationKind, Role

ROLES_OF: Final = {
    OrganisationKind.AUTHORITY: frozenset(
        {Role.MANAGER, Role.SECOND_READER, Role.FUNCTIONAL_MANAGER, Role.PUBLICATION_OFFICER}
    ),
    OrganisationKind.HOLDER: frozenset({Role.REPORTER, Role.CONTRIBUTOR, Role.SIGNATORY}),
    OrganisationKind.SUPPLIER: frozenset({Role.SUPPLIER}),
}
NOT_IN_ORGANISATION: Final = Said(
    "Deze rol hoort niet bij deze organisatie.", "This role does not belong to this organisation."
)
NOT_YOURSELF: Final = Said(
    "Uw eigen toegang en rollen wijzigt een andere functioneel beheerder.",
    "Your own access and roles are changed by another functional manager.",
)
ENDED: Final = Said(
    "Deze organisatie is beëindigd. Open haar eerst weer, in Beheer.",
    "This organisation has ended. Open it again first, in Management.",
)
ALREADY_IN: Final = Said("Deze persoon heeft al een account.", "This person already has an account.")


@dataclass(frozen=True, kw_only=True)
class Member:
    """A person with organisation and roles; ``with_days`` are those that start on a later day or end on one."""

    person: Person
    organisation: Organisation
    roles: frozenset[Role]
    with_days: tuple[RoleOfPerson, ...]

    @property
    def invited(self) -> bool:
        """Whether the invitation still waits for an answer."""
        return self.person.password_hash is None


def members_of(manager: SignedIn) -> tuple[Member, ...]:
    """Everybody whom the functional manager looks after, by organisation and name."""
    with reading() as session:
        return _members(session, _looked_after(manager))


def member(session: Session, manager: SignedIn, person: UUID) -> Member:
    """One of them; raises :class:`NotYours` (404) for everybody else."""
    found = _members(session, _looked_after(manager) & (Person.id == person))
    if not found:
        raise NotYours(f"person/{person}")
    return found[0]


def organisations_of(manager: SignedIn) -> tuple[Organisation, ...]:
    """The organisations into which the functional manager invites, by name."""
    with reading() as session:
        query = select(Organisation).where(their_organisations(manager), Organisation.ended_at.is_(None))
        query = query.order_by(Organisation.name, Organisation.id)
        return tuple(session.scalars(query))


def invite_member(
    manager: SignedIn,
    *,
    name: str,
    email: str,
    organisation: UUID,
    roles: Iterable[Role],
    language: Language,
    starts: date | None,
) -> None:
    """Invite somebody, with roles from a day where one is given.

    An address that is known already is left as it is, and nobody learns that from the answer.
    """
    with sessions().begin() as session:
        into = _open_organisation(session, manager, organisation)
        chosen = fitting(into, roles)
        if session.scalars(select(Person.id).where(Person.email == email).order_by(Person.id)).first():
            noted(session, Action.PERSON_INVITED, f"organisation/{into.id}", result="known")
            return
        person = Person(organisation=into.id, name=name, email=email, language=language, invited_at=now())
        session.add(person)
        session.flush()
        session.add_all(RoleOfPerson(person=person.id, role=role, starts=starts) for role in chosen)
        invite(session, person)
        noted(
            session,
            Action.PERSON_INVITED,
            f"person/{person.id}",
            details={"roles": [*sorted(chosen)], **({"starts": starts.isoformat()} if starts else {})},
        )


def invite_again(manager: SignedIn, person: UUID) -> None:
    """Send a new invitation to somebody who did not come in yet; the earlier link is spent."""
    with sessions().begin() as session:
        found = member(session, manager, person)
        if not found.invited:
            raise Refused(ALREADY_IN, status=409)
        found.person.invited_at = now()
        invite(session, found.person)
        noted(session, Action.INVITATION_REPEATED, f"person/{person}")


def change_roles(manager: SignedIn, person: UUID, roles: Iterable[Role]) -> None:
    """Give somebody these roles and no others from now on; what starts on a later day stays. All sessions of the person end."""
    with sessions().begin() as session:
        found = another(session, manager, person)
        chosen = fitting(found.organisation, roles)
        with watching_signatories(session, found.organisation.id):
            gone = (found.roles - chosen) | (chosen - found.roles)
            session.execute(delete(RoleOfPerson).where(RoleOfPerson.person == person, RoleOfPerson.role.in_(gone)))
            session.add_all(RoleOfPerson(person=person, role=role) for role in sorted(chosen - found.roles))
        end_sessions(session, person)
        noted(
            session,
            Action.ROLES_CHANGED,
            f"person/{person}",
            details={"from": [*sorted(found.roles)], "to": [*sorted(chosen)]},
        )


def change_access(manager: SignedIn, person: UUID, *, active: bool) -> None:
    """Open or close the door for somebody; closing ends all sessions and spends all links at once."""
    with sessions().begin() as session:
        found = another(session, manager, person)
        if active and found.organisation.ended_at is not None:
            raise Refused(ENDED, status=409)
        with watching_signatories(session, found.organisation.id):
            found.person.active = active
        if not active:
            end_sessions(session, person)
            spend_all(session, found.person)
        noted(session, Action.ACCESS_OPENED if active else Action.ACCESS_CLOSED, f"person/{person}")


def _members(session: Session, whose: ColumnElement[bool]) -> tuple[Member, ...]:
    query = (
        select(Person, Organisation)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(whose)
        .order_by(Organisation.name, Person.name, Person.id)
    )
    found = session.execute(query).all()
    roles: dict[UUID, list[RoleOfPerson]] = defaultdict(list)
    query_of_roles = (
        select(RoleOfPerson)
        .where(RoleOfPerson.person.in_([person.id for person, _ in found]))
        .where(RoleOfPerson.ends.is_(None) | (RoleOfPerson.ends >= today()))
        .order_by(RoleOfPerson.person, RoleOfPerson.role)
    )
    for one in session.scalars(query_of_roles):
        roles[one.person].append(one)
    return tuple(_member(person, at, roles[person.id]) for person, at in found)


def _member(person: Person, organisation: Organisation, roles: Iterable[RoleOfPerson]) -> Member:
    begun = {one.role for one in roles if one.starts is None or one.starts <= today()}
    dated = tuple(one for one in roles if one.ends is not None or one.role not in begun)
    return Member(person=person, organisation=organisation, roles=frozenset(begun), with_days=dated)


def _looked_after(manager: SignedIn) -> ColumnElement[bool]:
    return Person.organisation.in_(select(Organisation.id).where(their_organisations(manager)))


def _open_organisation(session: Session, manager: SignedIn, organisation: UUID) -> Organisation:
    found = their_organisation(session, manager, organisation)
    if found.ended_at is not None:
        raise Refused(ENDED, field="organisatie", status=409)
    return found


def another(session: Session, manager: SignedIn, person: UUID) -> Member:
    """Somebody who is looked after and is not the manager, whose own roles others change."""
    found = member(session, manager, person)
    if person == manager.id:
        raise Refused(NOT_YOURSELF, status=409)
    return found


def fitting(organisation: Organisation, roles: Iterable[Role]) -> frozenset[Role]:
    """Roles that belong to an organisation of this kind; refuses every other."""
    chosen = frozenset(roles)
    if not chosen <= ROLES_OF[organisation.kind]:
        raise Refused(NOT_IN_ORGANISATION, field="rollen")
    return chosen
