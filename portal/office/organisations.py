"""Organisations as a functional manager sees them: who works there, which concessions they have, and what lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.tenancy import their_organisations
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.store import Concession, Organisation, Person, RoleOfPerson, held
from schemas.store.granting import authorities_of_each
from schemas.words import OrganisationKind, Role


@dataclass(frozen=True, kw_only=True)
class OrganisationShown:
    """An organisation with its people who can come in and its concessions; ``looked_after`` is whether it can be changed."""

    organisation: Organisation
    people: int
    signatories: int
    concessions: tuple[Concession, ...]
    looked_after: bool

    @property
    def lacks(self) -> str:
        """What asks for attention, in a few words."""
        if self.organisation.ended_at is not None or not self.looked_after:
            return ""
        if not self.people:
            return str(_("niemand kan inloggen"))
        signs = self.organisation.kind is not OrganisationKind.HOLDER or self.signatories
        return "" if signs else str(_("niemand kan ondertekenen"))


def organisations_shown(session: Session, person: SignedIn) -> list[OrganisationShown]:
    """Every province and every holder; those that ended last."""
    query = select(Organisation).where(Organisation.kind != OrganisationKind.SUPPLIER)
    found = session.scalars(query.order_by(Organisation.ended_at.is_not(None), Organisation.kind, Organisation.name))
    known = frozenset(session.scalars(select(Organisation.id).where(their_organisations(person))))
    people, signatories = _people(session), _people(session, Role.SIGNATORY)
    concessions = _concessions(session)
    return [
        OrganisationShown(
            organisation=one,
            people=people.get(one.id, 0),
            signatories=signatories.get(one.id, 0),
            concessions=tuple(concessions[one.id]),
            looked_after=one.id in known,
        )
        for one in found
    ]


def _people(session: Session, *roles: Role) -> Mapping[UUID, int]:
    """How many people of each organisation can come in, or have one of these roles."""
    query = select(Person.organisation, Person.id).where(Person.active.is_(True)).distinct()
    if roles:
        query = query.join(RoleOfPerson, RoleOfPerson.person == Person.id).where(
            RoleOfPerson.role.in_(roles), held(today())
        )
    counted: dict[UUID, int] = defaultdict(int)
    for organisation, _person in session.execute(query.order_by(Person.id)):
        counted[organisation] += 1
    return counted


def _concessions(session: Session) -> Mapping[UUID, list[Concession]]:
    """The concessions that each organisation holds or grants."""
    granting = authorities_of_each(session, None, on=today())
    found: dict[UUID, list[Concession]] = defaultdict(list)
    for one in session.scalars(select(Concession).order_by(Concession.name, Concession.id)):
        for organisation in {one.holder, *(authority.id for authority in granting[one.id])}:
            found[organisation].append(one)
    return found
