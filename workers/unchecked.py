"""Versions that nobody checks: their message was lost on its way, so the check is asked for them once more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from schemas.clock import now
from schemas.events import ReportVersion, VersionUploaded
from schemas.state import Standing, state_of
from schemas.store import Check, Inbox, Outbox, Parked, Report, Version, all_facts, tell
from schemas.words import InboxState, WorkerName

LONG_AFTER: Final = timedelta(hours=1)
UNDER_WAY: Final = (InboxState.WAITING, InboxState.STARTED, InboxState.PARKED)


def offer_again(session: Session, *, relayed: bool) -> tuple[UUID, ...]:
    """Ask for the check of each version that waits long after with nothing under way; at most once in that time."""
    lost = [] if relayed and _relay_is_behind(session) else unchecked(session)
    for version in lost:
        about = ReportVersion(report=version.report, version=version.id, number=version.number)
        tell(session, VersionUploaded(version=about, manifest_sha256=version.manifest_sha256, at=version.created_at))
    return tuple(version.id for version in lost)


def unchecked(session: Session) -> Sequence[Version]:
    """The newest version of each report that was told long ago, is not checked, and is not under way or given up."""
    newer = aliased(Version)
    query = (
        select(Version)
        .outerjoin(Check, Check.version == Version.id)
        .where(Check.version.is_(None))
        .where(Version.rehearsal.is_(False), ~select(newer.id).where(*_newer(newer)).exists())
        .where(~_told_since(), ~_under_way(), ~_is_parked())
        .order_by(Version.created_at, Version.id)
    )
    return [version for version in session.scalars(query).all() if _waits(session, version)]


def _newer(newer: type[Version]) -> tuple[ColumnElement[bool], ...]:
    """What makes a version newer than another; a rehearsal takes the place of none."""
    return newer.report == Version.report, newer.number > Version.number, newer.rehearsal.is_(False)


def _relay_is_behind(session: Session) -> bool:
    """Whether messages of long ago still wait for the relay: then none of them is lost."""
    query = select(Outbox.position).where(Outbox.published_at.is_(None), Outbox.occurred_at < now() - LONG_AFTER)
    return session.scalars(query.order_by(Outbox.position).limit(1)).first() is not None


def _waits(session: Session, version: Version) -> bool:
    facts = all_facts(session, [session.get_one(Report, version.report)])[version.report]
    state = state_of(facts)
    return state.version == version.id and (state.standing is Standing.BEING_CHECKED or state.under_reservation)


def _told_since() -> ColumnElement[bool]:
    """Whether it was told not long ago."""
    told = select(func.count(Outbox.position)).where(
        Outbox.key == Version.report,
        Outbox.type == VersionUploaded.TYPE,
        Outbox.occurred_at > now() - LONG_AFTER,
    )
    return told.scalar_subquery() > 0


def _under_way() -> ColumnElement[bool]:
    """Whether the check began with something of this report, or has it wait."""
    return (
        select(Inbox.event_id)
        .where(Inbox.worker == WorkerName.CHECK, Inbox.key == Version.report, Inbox.state.in_(UNDER_WAY))
        .exists()
    )


def _is_parked() -> ColumnElement[bool]:
    return (
        select(Parked.id)
        .where(Parked.worker == WorkerName.CHECK, Parked.key == Version.report)
        .where(Parked.replayed_at.is_(None), Parked.discarded_at.is_(None))
        .exists()
    )
