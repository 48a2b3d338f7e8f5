"""The files that suppliers sent with their answers: the holder reads what is not confidential, the province what was handed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from portal.sent_answers import sent_files
from portal.tenancy import own_report
from portal.visitor import SignedIn
from schemas.store import AnswerFile, Ask, EvidenceFile, Signature, Version
from schemas.words import OrganisationKind


@dataclass(frozen=True, kw_only=True)
class FileSent:
    """A file of a supplier as one side sees it; of one that it may not read, only that it is there."""

    id: UUID
    supplier: str
    name: str
    readable: bool
    at: datetime


def may_read(session: Session, person: SignedIn, piece: AnswerFile) -> bool:
    """Whether somebody may read a file; raises :class:`portal.refusals.NotYours` for a report of others."""
    report = own_report(session, person, session.get_one(Ask, piece.ask).report)
    return any(one.id == piece.id and one.readable for one in files_for(session, person, report.id))


def files_for(session: Session, person: SignedIn, report: UUID) -> tuple[FileSent, ...]:
    """The files of a report that somebody may know of, by supplier."""
    query = select(Ask).where(Ask.report == report, Ask.revoked_at.is_(None)).order_by(Ask.supplier_name, Ask.id)
    asks = {ask.id: ask for ask in session.scalars(query)}
    sent = sent_files(session, asks)
    pieces = [(ask, piece) for ask in asks.values() for piece in sent.get(ask.id, ())]
    if person.kind is OrganisationKind.HOLDER:
        return tuple(_shown(ask, piece, readable=not piece.confidential) for ask, piece in pieces)
    there = _handed_in(session, report)
    return tuple(_of_province(pieces, there)) if there is not None else ()


def _of_province(pieces: list[tuple[Ask, AnswerFile]], there: frozenset[str]) -> Iterator[FileSent]:
    """A confidential file comes with the report that was handed in, every other one as evidence of it."""
    for ask, piece in pieces:
        if piece.confidential or piece.sha256 in there:
            yield _shown(ask, piece, readable=True)


def _shown(ask: Ask, piece: AnswerFile, *, readable: bool) -> FileSent:
    name = piece.file_name if readable else ""
    return FileSent(id=piece.id, supplier=ask.supplier_name, name=name, readable=readable, at=piece.added_at)


def _handed_in(session: Session, report: UUID) -> frozenset[str] | None:
    """The sha256 of the evidence of every version that was handed in; none where the report never was."""
    query = (
        select(EvidenceFile.sha256)
        .select_from(Signature)
        .join(Version, Version.id == Signature.version)
        .outerjoin(
            EvidenceFile,
            (EvidenceFile.report == Version.report)
            & (EvidenceFile.added_at <= Version.created_at)
            & or_(EvidenceFile.removed_at.is_(None), EvidenceFile.removed_at > Version.created_at),
        )
        .where(Version.report == report)
    )
    found = list(session.scalars(query.order_by(EvidenceFile.sha256)))
    return frozenset(one for one in found if one) if found else None
