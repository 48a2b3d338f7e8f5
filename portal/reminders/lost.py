"""Whose a mail is that did not arrive: of a holder what went to its suppliers, of a functional manager what went to the people looked after."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from portal.refusals import NotYours
from portal.tenancy import their_organisations
from portal.visitor import SignedIn
from schemas.store import Concession, Mail, Organisation, Outbox, Person, Reminder, Report
from schemas.words import Role


def own_mail(session: Session, person: SignedIn, mail: UUID) -> Mail:
    """A mail that somebody may send again; raises :class:`NotYours` (404) for every other."""
    query = select(Mail).where(Mail.id == mail, or_(*_theirs(person)))
    found = session.scalars(query).one_or_none()
    if found is None:
        raise NotYours(f"mail/{mail}")
    return found


def _theirs(person: SignedIn) -> list[ColumnElement[bool]]:
    if person.has(Role.FUNCTIONAL_MANAGER):
        people = select(Person.id).join(Organisation, Organisation.id == Person.organisation)
        return [Mail.person.in_(people.where(their_organisations(person)))]
    held = select(Concession.id).where(Concession.holder == person.organisation)
    reports = select(Report.id).where(Report.concession.in_(held))
    own_people = select(Person.id).where(Person.organisation == person.organisation)
    told = select(Outbox.event_id).where(Outbox.key.in_(reports))
    reminded = select(Reminder.mail).where(Reminder.concession.in_(held))
    of_theirs = Mail.event_id.in_(told) | Mail.id.in_(reminded)
    return [Mail.person.is_(None) & of_theirs, Mail.person.in_(own_people) & Mail.id.in_(reminded)]
