"""Roles with a day: held from a later day, or until one, by the person whom a functional manager looks after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.members.people import another, fitting
from portal.refusals import Refused
from portal.use_cases.changing import change
from portal.use_cases.signatories import watching_signatories
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.store import RoleOfPerson, sessions
from schemas.web import Said
from schemas.words import Role

HELD: Final = Said(
    "Deze rol heeft de persoon al. Geef alleen de laatste dag.",
    "The person has this role already. Give only the last day.",
)
NO_DAY: Final = Said("Geef een eerste dag, een laatste dag of allebei.", "Give a first day, a last day or both.")
PAST: Final = Said("Deze dag is al geweest. Kies vandaag of later.", "This day is past. Choose today or later.")
BACKWARDS: Final = Said("De laatste dag ligt vóór de eerste dag.", "The last day is before the first day.")


@dataclass(frozen=True, kw_only=True)
class Days:
    """The days between which a role is held, both included; none where it has no such day."""

    starts: date | None
    ends: date | None


def give_role(manager: SignedIn, person: UUID, role: Role, days: Days) -> None:
    """Give a role from a later day, or say until when a role is held that the person has."""
    with sessions().begin() as session:
        found = another(session, manager, person)
        fitting(found.organisation, [role])
        _refuse(days, held=role in found.roles)
        known = session.get(RoleOfPerson, (person, role))
        before = Days(starts=known.starts, ends=known.ends) if known else None
        with watching_signatories(session, found.organisation.id):
            _keep(session, known or RoleOfPerson(person=person, role=role), days, held=role in found.roles)
        _note(session, person, role, before, days)


def take_days_back(manager: SignedIn, person: UUID, role: Role) -> None:
    """A role that did not begin yet is not given after all; one that is held has no last day any more."""
    with sessions().begin() as session:
        found = another(session, manager, person)
        known = session.get(RoleOfPerson, (person, role))
        if known is None:
            return
        before = Days(starts=known.starts, ends=known.ends)
        with watching_signatories(session, found.organisation.id):
            if role in found.roles:
                known.ends = None
            else:
                session.delete(known)
        _note(session, person, role, before, Days(starts=None, ends=None))


def _keep(session: Session, row: RoleOfPerson, days: Days, *, held: bool) -> None:
    """Of a role that is held only the last day changes."""
    if not held:
        row.starts = days.starts
    row.ends = days.ends
    session.add(row)
    session.flush()


def _refuse(days: Days, *, held: bool) -> None:
    if days.starts is None and days.ends is None:
        raise Refused(NO_DAY, field="vanaf")
    if days.starts is not None and held:
        raise Refused(HELD, field="vanaf")
    if days.starts is not None and days.starts < today():
        raise Refused(PAST, field="vanaf")
    if days.ends is not None and days.ends < today():
        raise Refused(PAST, field="tot-en-met")
    if days.starts is not None and days.ends is not None and days.ends < days.starts:
        raise Refused(BACKWARDS, field="tot-en-met")


def _note(session: Session, person: UUID, role: Role, before: Days | None, after: Days) -> None:
    was = {"starts": before.starts, "ends": before.ends} if before else {}
    details = change(was, {"starts": after.starts, "ends": after.ends}) | {"role": role.value}
    noted(session, Action.ROLE_DAYS, f"person/{person}", details=details)
