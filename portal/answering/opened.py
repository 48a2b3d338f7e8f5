"""A supplier that is signed in opens one of the asks at its address; its session remembers which, for a short time.

What it may is asked anew at every request: an ask that was taken back or moved to another address lets nobody on.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from flask import session as browser
from sqlalchemy import ColumnElement, select

from portal.refusals import NotYours
from portal.visitor import SignedIn, visitor
from schemas.clock import now
from schemas.store import Ask, Person, reading
from schemas.words import Role

OPENED: Final = "antwoordt"
LASTS: Final = timedelta(hours=2)


def at_address_of(person: SignedIn) -> ColumnElement[bool]:
    """That an ask went to the address of somebody who answers; of every other person it is none."""
    address = select(Person.email).where(Person.id == person.id).scalar_subquery()
    return Ask.email == address


def remember_opened(person: SignedIn, ask: UUID) -> None:
    """Open an ask at the own address; raises :class:`NotYours` (404) for every other, and for one that was taken back."""
    if not _may(person, ask):
        raise NotYours(f"ask/{ask}")
    browser[OPENED] = {"ask": str(ask), "until": (now() + LASTS).isoformat()}


def opened_by_account() -> UUID | None:
    """The ask that is open, as long as this person may answer it; none for everybody else."""
    person, kept = visitor(), browser.get(OPENED)
    if person is None or not kept or datetime.fromisoformat(kept["until"]) < now():
        return None
    ask = UUID(kept["ask"])
    return ask if _may(person, ask) else None


def forget_opened() -> None:
    """Leave the ask that is open."""
    browser.pop(OPENED, None)


def _may(person: SignedIn, ask: UUID) -> bool:
    if not person.has(Role.SUPPLIER):
        return False
    query = select(Ask.id).where(Ask.id == ask, Ask.revoked_at.is_(None), at_address_of(person))
    with reading() as session:
        return session.scalars(query.order_by(Ask.id)).first() is not None
