"""Evidence beside a report: what was found, what is missing, what nothing names, and whether a check has to look again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.about import About
from portal.use_cases.correcting import open_evidence
from portal.use_cases.manifests import evidence_of, is_outdated
from schemas.evidence_names import known_name
from schemas.report.evidence_of import EVIDENCE
from schemas.store import EvidenceFile, NamedEvidence, Version, reopened


class Standing(StrEnum):
    """How a file stands to the evidence sheet of the newest version that was checked."""

    FOUND = "found"
    UNUSED = "unused"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A file beside the report, how it stands, and the evidence rows that name it; ``closed`` in a correction of others."""

    file: EvidenceFile
    standing: Standing
    named_by: tuple[str, ...]
    closed: bool


@dataclass(frozen=True, kw_only=True)
class Inside:
    """A file that came in the report's own zip."""

    file_name: str
    named_by: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class EvidenceState:
    """The files beside and inside a report, the names that the report gives and no file has, and whether a check is due."""

    files: tuple[Piece, ...]
    inside: tuple[Inside, ...]
    missing: tuple[str, ...]
    outdated: bool


def evidence_state(session: Session, about: About, *, may_change: bool = True) -> EvidenceState:
    """How the evidence of a report stands; for a reader who may not change it, not what is closed or due for a check."""
    beside = evidence_of(session, about.report.id)
    checked = next((one for one in reversed(about.facts.versions) if one.checked), None)
    named = _named(session, checked.id) if checked else []
    there = {known_name(one.file_name) for one in beside}
    free = _free(session, about.report.id) if may_change else None
    return EvidenceState(
        files=tuple(_piece(one, named, checked=checked is not None, free=free) for one in beside),
        inside=_inside(named),
        missing=tuple(
            dict.fromkeys(one.file_name for one in named if not one.sha256 and known_name(one.file_name) not in there)
        ),
        outdated=may_change and _is_outdated(session, about),
    )


def _is_outdated(session: Session, about: About) -> bool:
    newest = session.get_one(Version, about.newest.id) if about.newest else None
    return bool(newest and is_outdated(session, about.report.id, newest))


def _free(session: Session, report: UUID) -> frozenset[str] | None:
    """The names of evidence that a correction of some sheets may change; none where all may change."""
    correction = reopened(session, report)
    if correction is None or EVIDENCE in correction.sheets:
        return None
    return open_evidence(session, report, correction)


def _piece(file: EvidenceFile, named: Sequence[NamedEvidence], *, checked: bool, free: frozenset[str] | None) -> Piece:
    name = known_name(file.file_name)
    closed = free is not None and name not in free
    by = tuple(one.evidence_id for one in named if one.evidence_id and known_name(one.file_name) == name)
    if by:
        return Piece(file=file, standing=Standing.FOUND, named_by=by, closed=closed)
    standing = Standing.UNUSED if checked else Standing.NOT_CHECKED
    return Piece(file=file, standing=standing, named_by=(), closed=closed)


def _inside(named: Sequence[NamedEvidence]) -> tuple[Inside, ...]:
    names: Mapping[str, list[str]] = {one.file_name: [] for one in named if one.inside}
    for one in named:
        if one.inside and one.evidence_id:
            names[one.file_name].append(one.evidence_id)
    return tuple(Inside(file_name=name, named_by=tuple(by)) for name, by in names.items())


def _named(session: Session, version: UUID) -> list[NamedEvidence]:
    query = select(NamedEvidence).where(NamedEvidence.version == version).order_by(NamedEvidence.position)
    return list(session.scalars(query))
