"""Whom a duty can reach: the people around a concession, without who left, is away, cannot be mailed or said "not for me"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.reminding.duties import DUTIES
from schemas.reminding.opened import Circle, Open, Reader
from schemas.reminding.steps import DutyKind, Rung
from schemas.store.duties.ground import Ground, Sides
from schemas.store.people import Organisation, Person, RoleOfPerson, held
from schemas.store.reminders import Absence, MailAgain, NotForMe, Reminder, ReminderTaskSettled, ReminderWithdrawn
from schemas.store.returned import ENDED, NOT_THERE
from schemas.store.shapes import Moment
from schemas.store.work import Mail
from schemas.words import Role

ROLES: Final[Mapping[Circle, Role]] = {
    Circle.REPORTERS: Role.REPORTER,
    Circle.SIGNATORIES: Role.SIGNATORY,
    Circle.MANAGERS: Role.MANAGER,
    Circle.SECOND_READERS: Role.SECOND_READER,
    Circle.OFFICE: Role.FUNCTIONAL_MANAGER,
}
OF_THE_HOLDER: Final = frozenset({Circle.REPORTERS, Circle.SIGNATORIES})
People = Mapping[tuple[UUID, Role], Sequence[Reader]]


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Who can be reminded of what.

    ``away`` are people with who takes their place, if anybody; ``silent`` are addresses at which the last mail did not
    arrive, and ``turned_away`` is what somebody said is not for them.
    """

    sides: Mapping[UUID, Sides]
    people: People
    by_id: Mapping[UUID, Reader]
    away: Mapping[UUID, UUID | None]
    silent: frozenset[str]
    turned_away: frozenset[tuple[str, str, UUID]]

    def readers(self, one: Open, rung: Rung) -> tuple[Reader, ...]:
        """Who on a rung can be reminded of a duty, each once."""
        meant = (self._present(reader) for reader in self._meant(one, rung))
        able = {
            reader.whom: reader
            for reader in meant
            if reader and reader.email.casefold() not in self.silent and not self._said_no(reader, one)
        }
        return tuple(able.values())

    def _said_no(self, reader: Reader, one: Open) -> bool:
        return (reader.whom, one.kind.value, one.subject) in self.turned_away

    def _present(self, reader: Reader) -> Reader | None:
        """The reader, or who takes the place of one who is away; nobody where that one is away too."""
        if reader.person is None or reader.person not in self.away:
            return reader
        instead = self.away[reader.person]
        return self.by_id.get(instead) if instead and instead not in self.away else None

    def _meant(self, one: Open, rung: Rung) -> Sequence[Reader]:
        if one.asked and rung is Rung.ACTOR:
            return (one.asked.reader,)
        if rung is Rung.ABOVE:
            return (one.asked.above,) if one.asked and one.asked.above else ()
        circle = _circle(one, rung)
        return [
            reader for side in _organisations(self.sides[one.concession], circle) for reader in self._in(side, circle)
        ]

    def _in(self, organisation: UUID, circle: Circle) -> Sequence[Reader]:
        return self.people.get((organisation, ROLES[circle]), ())


def reach_of(session: Session, ground: Ground, *, today: date) -> Reach:
    """The reach of all duties on this ground, in a fixed number of queries."""
    people = _people(session, today)
    return Reach(
        sides=ground.concessions,
        people=people,
        by_id={reader.person: reader for readers in people.values() for reader in readers if reader.person},
        away=_away(session, today),
        silent=_silent(session),
        turned_away=_turned_away(session),
    )


def _circle(one: Open, rung: Rung) -> Circle:
    if rung is Rung.ACTOR:
        return DUTIES[one.kind].acts or Circle.REPORTERS
    if rung is Rung.HOLDER:
        return Circle.REPORTERS if one.kind is DutyKind.SUPPLIER else Circle.SIGNATORIES
    return Circle.MANAGERS if rung is Rung.MANAGER else Circle.OFFICE


def _organisations(sides: Sides, circle: Circle) -> tuple[UUID, ...]:
    if circle in OF_THE_HOLDER:
        return (sides.holder,)
    if circle is Circle.SECOND_READERS:
        return sides.authorities
    return (sides.leads,) if sides.leads else sides.authorities


def _people(session: Session, today: date) -> People:
    """Everybody who can come in, by organisation and role."""
    query = (
        select(Person, RoleOfPerson.role)
        .join(RoleOfPerson, RoleOfPerson.person == Person.id)
        .join(Organisation, Organisation.id == Person.organisation)
        .where(Person.active, Organisation.ended_at.is_(None), held(today))
        .order_by(Person.email)
    )
    found: dict[tuple[UUID, Role], list[Reader]] = defaultdict(list)
    for person, role in session.execute(query):
        reader = Reader(email=person.email, name=person.name, language=person.language, person=person.id)
        found[person.organisation, role].append(reader)
    return found


def _away(session: Session, today: date) -> dict[UUID, UUID | None]:
    query = select(Absence).order_by(Absence.at, Absence.id)
    newest = {one.person: one for one in session.scalars(query)}
    return {who: one.replaced_by for who, one in newest.items() if one.until and today <= one.until}


def _silent(session: Session) -> frozenset[str]:
    """The addresses at which the newest mail did not arrive, as long as nobody dealt with it or had a mail sent there again."""
    once = select(Mail.recipient).where(Mail.state.in_(NOT_THERE))
    query = (
        select(
            Mail.recipient,
            Mail.state,
            ReminderTaskSettled.mail,
            func.coalesce(Mail.tried_at, Mail.created_at, type_=Moment()),
        )
        .outerjoin(ReminderTaskSettled, ReminderTaskSettled.mail == Mail.id)
        .where(Mail.recipient.in_(once), Mail.state.in_(ENDED))
        .order_by(Mail.created_at, Mail.id)
    )
    failed = {
        address.casefold(): at if state in NOT_THERE and not settled else None
        for address, state, settled, at in session.execute(query)
    }
    vouched = _vouched_for(session)
    return frozenset(
        address for address, failed_at in failed.items() if failed_at and vouched.get(address, failed_at) <= failed_at
    )


def _vouched_for(session: Session) -> dict[str, datetime]:
    """When somebody asked last to send a mail to an address again."""
    query = select(Mail.recipient, MailAgain.at).join(MailAgain, MailAgain.mail == Mail.id).order_by(MailAgain.at)
    return {address.casefold(): at for address, at in session.execute(query)}


def _turned_away(session: Session) -> frozenset[tuple[str, str, UUID]]:
    query = (
        select(Reminder.whom, Reminder.duty, Reminder.subject)
        .join(NotForMe, NotForMe.mail == Reminder.mail)
        .outerjoin(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
        .where(ReminderWithdrawn.reminder.is_(None))
        .order_by(NotForMe.mail, Reminder.id)
    )
    return frozenset((whom, duty, subject) for whom, duty, subject in session.execute(query))
