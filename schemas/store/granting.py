"""Who grants a concession and which authority leads, on a given day: the only place that tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from schemas.store.among import among
from schemas.store.concessions import ConcessionAuthority
from schemas.store.people import Organisation


@dataclass(frozen=True, kw_only=True)
class Authority:
    """An authority that grants a concession; the one that leads decides."""

    id: UUID
    name: str
    leads: bool


@dataclass(frozen=True, kw_only=True)
class ToCome:
    """Who grants a concession from a day that has not come yet, the one that leads first."""

    first_day: date
    authorities: tuple[Authority, ...]


def granted_by(organisation: UUID, *, on: date) -> Select[UUID]:
    """The concessions that an organisation grants on a day."""
    return select(ConcessionAuthority.concession).where(ConcessionAuthority.organisation == organisation, _holds(on))


def led_by(organisation: UUID, *, on: date) -> Select[UUID]:
    """The concessions that an organisation leads on a day."""
    return granted_by(organisation, on=on).where(ConcessionAuthority.leads)


def led_from(organisation: UUID, *, day: date) -> Select[UUID]:
    """The concessions that an organisation leads on a day or will lead after it, as far as it is known."""
    return select(ConcessionAuthority.concession).where(
        ConcessionAuthority.organisation == organisation, ConcessionAuthority.leads, _not_over(day)
    )


def granting_any(*, on: date) -> Select[UUID]:
    """The organisations that grant a concession on a day."""
    return select(ConcessionAuthority.organisation).where(_holds(on))


def grants(session: Session, concession: UUID, organisation: UUID, *, on: date) -> bool:
    """Whether an organisation grants a concession on a day."""
    return _is(session, concession, granted_by(organisation, on=on))


def leads(session: Session, concession: UUID, organisation: UUID, *, on: date) -> bool:
    """Whether an organisation leads a concession on a day, and so decides."""
    return _is(session, concession, led_by(organisation, on=on))


def authorities_of(session: Session, concession: UUID, *, on: date) -> tuple[Authority, ...]:
    """Who grants a concession on a day, the one that leads first."""
    return authorities_of_each(session, [concession], on=on)[concession]


def lead_of(session: Session, concession: UUID, *, on: date) -> str:
    """The name of the authority that leads a concession on a day; empty where nobody does."""
    return next((one.name for one in authorities_of(session, concession, on=on) if one.leads), "")


def authorities_of_each(
    session: Session, concessions: Collection[UUID] | None, *, on: date
) -> defaultdict[UUID, tuple[Authority, ...]]:
    """Who grants each concession (none given: of all) on a day, the one that leads first; in one query."""
    known = _rows().where(_holds(on))
    found: defaultdict[UUID, tuple[Authority, ...]] = defaultdict(tuple)
    for row, name in session.execute(
        known if concessions is None else known.where(among(ConcessionAuthority.concession, concessions))
    ):
        found[row.concession] += (_authority(row, name),)
    return found


def to_come(session: Session, concession: UUID, *, after: date) -> ToCome | None:
    """The first change of who grants a concession that begins after a day, where one is known."""
    query = _rows().where(ConcessionAuthority.concession == concession, ConcessionAuthority.first_day > after)
    rows = session.execute(query).all()
    if not rows:
        return None
    first = min(row.first_day for row, _name in rows)
    return ToCome(
        first_day=first, authorities=tuple(_authority(row, name) for row, name in rows if row.first_day == first)
    )


def _holds(on: date) -> ColumnElement[bool]:
    return (ConcessionAuthority.first_day <= on) & _not_over(on)


def _not_over(day: date) -> ColumnElement[bool]:
    return ConcessionAuthority.last_day.is_(None) | (ConcessionAuthority.last_day >= day)


def _is(session: Session, concession: UUID, concessions: Select[UUID]) -> bool:
    return bool(session.scalar(select(concessions.where(ConcessionAuthority.concession == concession).exists())))


def _rows() -> Select[ConcessionAuthority, str]:
    return (
        select(ConcessionAuthority, Organisation.name)
        .join(Organisation, Organisation.id == ConcessionAuthority.organisation)
        .order_by(ConcessionAuthority.leads.desc(), Organisation.name, Organisation.id)
    )


def _authority(row: ConcessionAuthority, name: str) -> Authority:
    return Authority(id=row.organisation, name=name, leads=row.leads)
