"""A version's manifest: its parts in order and the evidence beside it, and the sha256 that names them all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from schemas.store import Check, EvidenceFile, Part, Version


def parts_of(session: Session, version: UUID) -> list[Part]:
    """The parts of a version in their order; a later one replaces the sheets that it holds."""
    return list(session.scalars(select(Part).where(Part.version == version).order_by(Part.position)))


def copy_of(part: Part, **changes: object) -> Part:
    """A copy of a part, with what is changed; the part of a version that was made never changes itself."""
    kept = ("sheet", "source_kind", "source_name", "file_sha256", "size", "uploaded_by", "uploaded_at")
    return Part(**{name: getattr(part, name) for name in kept} | changes)


def evidence_of(session: Session, report: UUID) -> list[EvidenceFile]:
    """The evidence that is beside a report now, by name."""
    query = select(EvidenceFile).where(EvidenceFile.report == report, EvidenceFile.removed_at.is_(None))
    return list(session.scalars(query.order_by(EvidenceFile.file_name, EvidenceFile.added_at, EvidenceFile.id)))


def manifest_sha256(parts: Sequence[Part], evidence: Sequence[EvidenceFile]) -> str:
    """SHA-256 over the canonical JSON of parts and evidence: what was checked is what is signed."""
    manifest = {
        "parts": [
            {"sheet": one.sheet, "source": one.source_kind, "name": one.source_name, "sha256": one.file_sha256}
            for one in parts
        ],
        "evidence": sorted(({"name": one.file_name, "sha256": one.sha256} for one in evidence), key=_order),
    }
    canonical = json.dumps(manifest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_outdated(session: Session, report: UUID, version: Version) -> bool:
    """Whether evidence came or went since this version was made, so that its check does not tell of it."""
    now_beside = manifest_sha256(parts_of(session, version.id), evidence_of(session, report))
    return now_beside != version.manifest_sha256


def newest_version(session: Session, report: UUID) -> Version | None:
    """The newest version of a report, rehearsals apart."""
    query = select(Version).where(Version.report == report, Version.rehearsal.is_(False))
    query = query.order_by(Version.number.desc()).limit(1)
    return session.scalars(query).first()


def next_number(session: Session, report: UUID) -> int:
    """The number of the next version; rehearsals are counted with the others."""
    return (session.scalar(select(func.max(Version.number)).where(Version.report == report)) or 0) + 1


def built_on(session: Session, report: UUID, *, before: int | None = None) -> Version | None:
    """The version that a part comes on top of: the newest one (before a number) that is not known to be unreadable."""
    query = (
        select(Version)
        .outerjoin(Check, Check.version == Version.id)
        .where(Version.report == report, Version.rehearsal.is_(False), Check.unreadable_nl.is_(None))
        .order_by(Version.number.desc())
        .limit(1)
    )
    return session.scalars(query if before is None else query.where(Version.number < before)).first()


def _order(named: dict[str, str]) -> tuple[str, str]:
    return named["name"], named["sha256"]
