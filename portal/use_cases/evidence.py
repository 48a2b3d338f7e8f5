"""Evidence beside a report: adding and taking away files, and having the same figures checked again with them."""

from __future__ import annotations

from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import NotYours, Refused
from portal.use_cases.correcting import refuse_closed_evidence
from portal.use_cases.manifests import evidence_of, is_outdated, newest_version, parts_of
from portal.use_cases.taking import Taken
from portal.use_cases.uploading import make_version, refuse_in_procedure, refuse_too_many
from schemas.clock import now
from schemas.store import EvidenceFile, Version, lock_report
from schemas.web import Said

NOTHING_TO_CHECK: Final = Said("Upload eerst een rapport.", "Upload a report first.")


def add_evidence(session: Session, report: UUID, pieces: list[Taken], *, by: UUID) -> None:
    """Put files beside a report; one of the same name takes the place of the file that was there."""
    lock_report(session, report)
    refuse_in_procedure(session, report)
    refuse_too_many(session, by)
    refuse_closed_evidence(session, report, [piece.name for piece in pieces if not _beside(session, report, piece)])
    put_beside(session, report, pieces, by=by)


def put_beside(session: Session, report: UUID, pieces: list[Taken], *, by: UUID) -> None:
    """The same for files that may be put there, of a report that is locked already."""
    for piece in pieces:
        _replace(session, report, piece, by=by)
    noted(
        session,
        Action.EVIDENCE_ADDED,
        f"report/{report}",
        actor=by,
        details={"files": [piece.sha256 for piece in pieces]},
    )


def remove_evidence(session: Session, report: UUID, evidence: UUID, *, by: UUID) -> None:
    """Take a file away; the bytes stay, as an earlier version names them. Taking away twice is once."""
    lock_report(session, report)
    refuse_in_procedure(session, report)
    piece = session.get(EvidenceFile, evidence)
    if piece is None or piece.report != report:
        raise NotYours(f"evidence/{evidence}")
    if piece.removed_at is None:
        refuse_closed_evidence(session, report, [piece.file_name])
        _take_away(piece, by=by)
        noted(session, Action.EVIDENCE_REMOVED, f"report/{report}", actor=by, details={"file": piece.sha256})


def check_again(session: Session, report: UUID, *, by: UUID) -> Version:
    """A new version of the same parts, checked with the evidence that is beside it now; nothing new is no new version."""
    lock_report(session, report)
    refuse_in_procedure(session, report)
    before = newest_version(session, report)
    if before is None:
        raise Refused(NOTHING_TO_CHECK)
    if not is_outdated(session, report, before):
        return before
    refuse_too_many(session, by)
    return make_version(session, report, parts_of(session, before.id), key=uuid4(), note=before.note, by=by)


def _replace(session: Session, report: UUID, piece: Taken, *, by: UUID) -> None:
    if _beside(session, report, piece):
        return
    same_name = [one for one in evidence_of(session, report) if one.file_name.casefold() == piece.name.casefold()]
    for one in same_name:
        _take_away(one, by=by)
    session.add(
        EvidenceFile(
            report=report, file_name=piece.name, sha256=piece.sha256, size=piece.size, added_at=now(), added_by=by
        )
    )
    session.flush()


def _beside(session: Session, report: UUID, piece: Taken) -> bool:
    """Whether exactly this file lies beside the report already."""
    same = (piece.name, piece.sha256)
    return any((one.file_name, one.sha256) == same for one in evidence_of(session, report))


def _take_away(piece: EvidenceFile, *, by: UUID) -> None:
    piece.removed_at, piece.removed_by = now(), by
