"""Whose concession and report it is: the only ways to one. Of others, and of what is not there, the answer is the same."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, or_, select
from sqlalchemy.orm import Session

from portal.refusals import NotYours
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.store import Concession, Organisation, Report, granting
from schemas.words import OrganisationKind, Role

HOLDER_ROLES: Final = (Role.REPORTER, Role.CONTRIBUTOR, Role.SIGNATORY)
AUTHORITY_ROLES: Final = (Role.MANAGER, Role.SECOND_READER)
READERS: Final = (*AUTHORITY_ROLES, Role.PUBLICATION_OFFICER)


def own_report(session: Session, person: SignedIn, report: UUID) -> Report:
    """A report of a concession that the person's organisation holds or grants; raises :class:`NotYours` (404)."""
    query = select(Report).join(Concession, Concession.id == Report.concession).where(Report.id == report, _own(person))
    found = session.scalars(query.order_by(Report.id)).one_or_none()
    if found is None:
        raise NotYours(f"report/{report}")
    return found


def own_concession(session: Session, person: SignedIn, concession: UUID) -> Concession:
    """A concession that the person's organisation holds or grants; raises :class:`NotYours` (404)."""
    query = select(Concession).where(Concession.id == concession, _own(person)).order_by(Concession.id)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise NotYours(f"concession/{concession}")
    return found


def own_concessions(session: Session, person: SignedIn) -> tuple[Concession, ...]:
    """Every concession that the person's organisation holds or grants, by name."""
    return tuple(session.scalars(select(Concession).where(_own(person)).order_by(Concession.name, Concession.id)))


def leads(session: Session, person: SignedIn, concession: UUID) -> bool:
    """Whether the person's organisation is the authority that leads, and so decides."""
    return granting.leads(session, concession, person.organisation, on=today())


def their_organisations(person: SignedIn) -> ColumnElement[bool]:
    """What a functional manager looks after: the own authority, the holders of its concessions, and what has none yet."""
    holders = select(Concession.holder).where(Concession.id.in_(_granted(person)))
    busy = Organisation.id.in_(select(Concession.holder)) | Organisation.id.in_(granting.granting_any(on=today()))
    new = Organisation.kind.in_([OrganisationKind.AUTHORITY, OrganisationKind.HOLDER]) & ~busy
    return or_(Organisation.id == person.organisation, Organisation.id.in_(holders), new)


def their_organisation(session: Session, person: SignedIn, organisation: UUID) -> Organisation:
    """One of those; raises :class:`NotYours` (404) for every other."""
    query = select(Organisation).where(Organisation.id == organisation, their_organisations(person))
    found = session.scalars(query.order_by(Organisation.id)).one_or_none()
    if found is None:
        raise NotYours(f"organisation/{organisation}")
    return found


def their_concessions(session: Session, person: SignedIn) -> tuple[Concession, ...]:
    """The concessions that the functional manager's authority grants, by name."""
    query = select(Concession).where(Concession.id.in_(_granted(person)))
    return tuple(session.scalars(query.order_by(Concession.name, Concession.id)))


def their_concession(session: Session, person: SignedIn, concession: UUID) -> Concession:
    """One of those; raises :class:`NotYours` (404) for every other."""
    query = select(Concession).where(Concession.id == concession, Concession.id.in_(_granted(person)))
    found = session.scalars(query.order_by(Concession.id)).one_or_none()
    if found is None:
        raise NotYours(f"concession/{concession}")
    return found


def _granted(person: SignedIn) -> Select[Any]:
    return granting.granted_by(person.organisation, on=today())


def led_by(session: Session, person: SignedIn) -> frozenset[UUID]:
    """The concessions on which the person's organisation decides."""
    return frozenset(session.scalars(granting.led_by(person.organisation, on=today())))


def _own(person: SignedIn) -> ColumnElement[bool]:
    holds = person.kind is OrganisationKind.HOLDER and person.has(*HOLDER_ROLES)
    grants = person.kind is OrganisationKind.AUTHORITY and person.has(*READERS)
    return or_(
        Concession.holder == person.organisation if holds else false(),
        Concession.id.in_(_granted(person)) if grants else false(),
    )
