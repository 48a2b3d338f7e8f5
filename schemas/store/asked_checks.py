"""Which version a message to the check is about, also where its bytes cannot be read any more."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import Session

from schemas.events import ReportVersion, VersionUploaded, version_to_check
from schemas.store.among import among
from schemas.store.messages import Outbox, Parked
from schemas.store.reports import Version
from schemas.words import WorkerName


def version_of(session: Session, parked: Parked) -> ReportVersion | None:
    """The version that a parked message asks to check; none where nothing ties it to one."""
    if parked.worker != WorkerName.CHECK:
        return None
    asked = version_to_check(parked.body)
    if asked or parked.event_id is None:
        return asked
    told = session.scalars(select(Outbox).where(Outbox.event_id == parked.event_id)).one_or_none()
    if told is None or told.type != VersionUploaded.TYPE:
        return None
    return version_to_check(told.body) or _told_with(session, told)


def versions_given_up(session: Session, reports: Collection[UUID]) -> Mapping[UUID, datetime]:
    """The versions of some reports of which an operator discarded the parked check, and when."""
    query = (
        select(Parked.body, Parked.discarded_at, Outbox.body, Outbox.type, _made_with())
        .outerjoin(Outbox, Outbox.event_id == Parked.event_id)
        .where(Parked.worker == WorkerName.CHECK, among(Parked.key, reports), Parked.discarded_at.is_not(None))
        .order_by(Parked.discarded_at, Parked.id)
    )
    found = ((_asked(parked, told, kind, made), at) for parked, at, told, kind, made in session.execute(query))
    return {version: at for version, at in found if version and at}


def _asked(parked: bytes, told: bytes | None, kind: str | None, made: UUID | None) -> UUID | None:
    """By the bytes that were parked; else by those that were told; else by what was made when they were told."""
    asked = version_to_check(parked) or (version_to_check(told) if told else None)
    return asked.version if asked else made if kind == VersionUploaded.TYPE else None


def _made_with() -> ScalarSelect[UUID]:
    """The version that was made in the transaction of a row of the outbox: no newer one was there at that moment."""
    return (
        select(Version.id)
        .where(Version.report == Outbox.key, Version.created_at <= Outbox.occurred_at)
        .order_by(Version.number.desc())
        .limit(1)
        .correlate(Outbox)
        .scalar_subquery()
    )


def _told_with(session: Session, told: Outbox) -> ReportVersion | None:
    query = select(Version).where(Version.report == told.key, Version.created_at <= told.occurred_at)
    made = session.scalars(query.order_by(Version.number.desc()).limit(1)).first()
    return ReportVersion(report=made.report, version=made.id, number=made.number) if made else None
