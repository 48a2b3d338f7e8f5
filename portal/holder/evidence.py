"""Evidence beside a report: what was uploaded, what the newest check missed, and whether it has to look again."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.about import About
from portal.use_cases.manifests import evidence_of, is_outdated
from schemas.store import Check, EvidenceFile, Finding, Version

MISSING_RULE: Final = "EVD-001"


@dataclass(frozen=True, kw_only=True)
class EvidenceState:
    """The files beside a report, the file names that the report names and are not there, and whether a check is due."""

    files: tuple[EvidenceFile, ...]
    missing: tuple[str, ...]
    outdated: bool


def evidence_state(session: Session, about: About) -> EvidenceState:
    """How the evidence of a report stands."""
    beside = evidence_of(session, about.report.id)
    there = {known_name(one.file_name) for one in beside}
    read = _newest_read(session, about.report.id)
    named = _missing_at(session, read) if read else []
    newest = session.get_one(Version, about.newest.id) if about.newest else None
    return EvidenceState(
        files=tuple(beside),
        missing=tuple(name for name in named if known_name(name) not in there),
        outdated=bool(newest and is_outdated(session, about.report.id, newest)),
    )


def known_name(name: str) -> str:
    """A file name as it is compared: capitals and the two ways to write an accent aside."""
    return unicodedata.normalize("NFC", name).lower()


def _newest_read(session: Session, report: UUID) -> UUID | None:
    """The newest version whose check could read it."""
    query = (
        select(Version.id)
        .join(Check, Check.version == Version.id)
        .where(Version.report == report, Check.unreadable_nl.is_(None))
        .order_by(Version.number.desc())
        .limit(1)
    )
    return session.scalars(query).first()


def _missing_at(session: Session, version: UUID) -> list[str]:
    query = select(Finding).where(Finding.version == version, Finding.rule == MISSING_RULE).order_by(Finding.position)
    names = (str(one.raw.get("file_name") or one.value or "") for one in session.scalars(query))
    return list(dict.fromkeys(name for name in names if name))
