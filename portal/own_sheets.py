"""Whose sheets: which sheets of a concession's reports a person may change, and who looks after each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.refusals import Refused
from portal.visitor import SignedIn
from schemas.clock import today
from schemas.report.sheets import SHEETS
from schemas.store import Concession, Person, Report, RoleOfPerson, SheetTask, held, reopened
from schemas.web import Said
from schemas.words import Role

ALL: Final = frozenset(model.sheet for model in SHEETS)
NOT_YOUR_SHEET: Final = Said(
    "Dit blad vult een collega in. U kunt het lezen, niet wijzigen.",
    "A colleague fills in this sheet. You can read it, not change it.",
)


@dataclass(frozen=True, kw_only=True)
class Contributor:
    """Somebody of the holder who may be given sheets."""

    id: UUID
    name: str


def own_sheets(session: Session, person: SignedIn, concession: UUID) -> frozenset[str]:
    """The sheets that a person may change: of a contributor the ones given, and all of them where none were given."""
    if person.has(Role.REPORTER):
        return ALL
    if not person.has(Role.CONTRIBUTOR):
        return frozenset()
    return frozenset(given_sheets(session, person.id, concession)) or ALL


def open_sheets(session: Session, person: SignedIn, report: Report) -> frozenset[str]:
    """The sheets of a report that a person may change now: the own ones, and in a correction of some sheets those alone."""
    own, correction = own_sheets(session, person, report.concession), reopened(session, report.id)
    return own & correction.sheets if correction else own


def given_sheets(session: Session, person: UUID, concession: UUID) -> list[str]:
    """The sheets that were given to somebody, by name."""
    query = select(SheetTask.sheet).where(SheetTask.person == person, SheetTask.concession == concession)
    return list(session.scalars(query.order_by(SheetTask.sheet)))


def sheets_to_take(session: Session, person: SignedIn, concession: UUID) -> tuple[str, ...] | None:
    """The sheets that are taken from a file that a person uploads; none where that is all that it holds."""
    own = own_sheets(session, person, concession)
    return None if own == ALL else tuple(model.sheet for model in SHEETS if model.sheet in own)


def refuse_other_sheet(session: Session, person: SignedIn, report: Report, sheet: str) -> None:
    """Refuse a change of a sheet that somebody else fills in."""
    if sheet not in own_sheets(session, person, report.concession):
        raise Refused(NOT_YOUR_SHEET, status=403)


def who_fills_in(session: Session, concession: UUID) -> dict[str, list[Contributor]]:
    """By sheet, to whom it was given, by name."""
    query = (
        select(SheetTask.sheet, Person.id, Person.name)
        .join(Person, Person.id == SheetTask.person)
        .where(SheetTask.concession == concession)
        .order_by(SheetTask.sheet, Person.name, Person.id)
    )
    by_sheet: dict[str, list[Contributor]] = defaultdict(list)
    for sheet, person, name in session.execute(query):
        by_sheet[sheet].append(Contributor(id=person, name=name))
    return dict(by_sheet)


def contributors_of(session: Session, concession: Concession) -> list[Contributor]:
    """The contributors of the concession's holder, by name."""
    query = (
        select(Person.id, Person.name)
        .join(RoleOfPerson, RoleOfPerson.person == Person.id)
        .where(Person.organisation == concession.holder, RoleOfPerson.role == Role.CONTRIBUTOR, Person.active.is_(True))
        .where(held(today()))
        .order_by(Person.name, Person.id)
    )
    return [Contributor(id=person, name=name) for person, name in session.execute(query)]
