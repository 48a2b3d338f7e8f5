"""The versions of a report beside each other: who made them when from which files, and what the check said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.about import About
from schemas.store import Check, Part, Person, Version, among


@dataclass(frozen=True, kw_only=True)
class Source:
    """A file of a version, at the place of the first part that is of it."""

    position: int
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class VersionLine:
    """One version as a line of the list."""

    id: UUID
    number: int
    at: datetime
    by: str
    note: str
    manifest_sha256: str
    sources: tuple[Source, ...]
    check: Check | None
    signed: bool
    given_up: bool


def version_lines(session: Session, about: About) -> list[VersionLine]:
    """All versions of a report, the newest first."""
    ids = [one.id for one in about.facts.versions]
    checks = {one.version: one for one in session.scalars(select(Check).where(among(Check.version, ids)))}
    sources = _sources(session, ids)
    signed = {one.id for one in about.facts.versions if one.signed}
    given_up = {one.id for one in about.facts.versions if one.given_up}
    query = (
        select(Version, Person.name)
        .join(Person, Person.id == Version.by)
        .where(Version.report == about.report.id, Version.rehearsal.is_(False))
        .order_by(Version.number.desc())
    )
    return [
        VersionLine(
            id=version.id,
            number=version.number,
            at=version.created_at,
            by=name,
            note=version.note,
            manifest_sha256=version.manifest_sha256,
            sources=tuple(sources.get(version.id, ())),
            check=checks.get(version.id),
            signed=version.id in signed,
            given_up=version.id in given_up,
        )
        for version, name in session.execute(query)
    ]


def checked_before(lines: Sequence[VersionLine], number: int) -> VersionLine | None:
    """The newest version before this one that was checked and could be read."""
    earlier = (one for one in lines if one.number < number and one.check and one.check.unreadable_nl is None)
    return next(earlier, None)


def _sources(session: Session, versions: Sequence[UUID]) -> dict[UUID, list[Source]]:
    query = select(Part).where(among(Part.version, versions)).order_by(Part.version, Part.position)
    found: dict[UUID, list[Source]] = {}
    for part in session.scalars(query):
        source = Source(position=part.position, name=part.source_name, size=part.size, sha256=part.file_sha256)
        sources = found.setdefault(part.version, [])
        if not any((one.name, one.sha256) == (source.name, source.sha256) for one in sources):
            sources.append(source)
    return found
