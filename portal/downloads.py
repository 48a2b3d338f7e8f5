"""Serving files as they are: documents that workers made, the sources of a version, and evidence; each as a download."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from flask import Blueprint, send_file
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.audit import Action, noted
from portal.refusals import NotYours
from portal.supplier_files import may_read
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES, own_concession, own_report
from portal.visitor import SignedIn, me
from schemas.store import (
    AnswerFile,
    Document,
    EvidenceFile,
    HolderView,
    Intention,
    Measure,
    MeasureNote,
    Part,
    Signature,
    Version,
    ViewAddition,
    files,
    sessions,
)
from schemas.words import DocumentKind, OrganisationKind

UNTRUSTED: Final = "application/octet-stream"

downloads = Blueprint("downloads", __name__)


@downloads.get("/documenten/<uuid:document>")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def document(document: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        found = session.get(Document, document)
        if found is None:
            raise NotYours(f"document/{document}")
        _may_see(session, me(), found.report, version=found.version, always=found.kind is DocumentKind.TEMPLATE)
        noted(session, Action.DOWNLOADED, f"document/{document}")
    return _attached(found.sha256, name=found.file_name, media_type=found.media_type)


@downloads.get("/bronnen/<uuid:version>/<int:position>")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def source(version: UUID, position: int) -> ResponseReturnValue:
    with sessions().begin() as session:
        made, part = session.get(Version, version), session.get(Part, (version, position))
        if made is None or part is None:
            raise NotYours(f"version/{version}/part/{position}")
        _may_see(session, me(), made.report, version=version)
        noted(session, Action.DOWNLOADED, f"version/{version}/part/{position}")
    return _attached(part.file_sha256, name=part.source_name, media_type=UNTRUSTED)


@downloads.get("/bewijsstukken/<uuid:evidence>")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def evidence(evidence: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        piece = session.get(EvidenceFile, evidence)
        if piece is None:
            raise NotYours(f"evidence/{evidence}")
        _may_see(session, me(), piece.report, version=None)
        noted(session, Action.DOWNLOADED, f"evidence/{evidence}")
    return _attached(piece.sha256, name=piece.file_name, media_type=UNTRUSTED)


@downloads.get("/leveranciersbestanden/<uuid:file>")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def answer_file(file: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        piece = session.get(AnswerFile, file)
        if piece is None or not may_read(session, me(), piece):
            raise NotYours(f"answer_file/{file}")
        noted(session, Action.DOWNLOADED, f"answer_file/{file}")
    return _attached(piece.sha256, name=piece.file_name, media_type=UNTRUSTED)


@downloads.get("/zienswijzen/<uuid:intention>/bestand")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def view(intention: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        given, announced = session.get(HolderView, intention), session.get(Intention, intention)
        if announced is None or given is None or given.sha256 is None:
            raise NotYours(f"intention/{intention}/file")
        _may_see(session, me(), session.get_one(Version, announced.version).report, version=announced.version)
        noted(session, Action.DOWNLOADED, f"intention/{intention}/file")
    return _attached(given.sha256, name=given.file_name or "", media_type=UNTRUSTED)


@downloads.get("/zienswijzen/ernaast/<uuid:addition>/bestand")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def view_addition(addition: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        given = session.get(ViewAddition, addition)
        if given is None or given.sha256 is None:
            raise NotYours(f"addition/{addition}/file")
        announced = session.get_one(Intention, given.intention)
        _may_see(session, me(), session.get_one(Version, announced.version).report, version=announced.version)
        noted(session, Action.DOWNLOADED, f"addition/{addition}/file")
    return _attached(given.sha256, name=given.file_name or "", media_type=UNTRUSTED)


@downloads.get("/voortgang/<uuid:note>/bestand")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def progress(note: UUID) -> ResponseReturnValue:
    with sessions().begin() as session:
        told = session.get(MeasureNote, note)
        if told is None or told.sha256 is None:
            raise NotYours(f"note/{note}/file")
        own_concession(session, me(), session.get_one(Measure, told.measure).concession)
        noted(session, Action.DOWNLOADED, f"note/{note}/file")
    return _attached(told.sha256, name=told.file_name or "", media_type=UNTRUSTED)


def _may_see(session: Session, person: SignedIn, report: UUID, *, version: UUID | None, always: bool = False) -> None:
    """A holder sees all of its own report; an authority what was handed in, and nothing that is still a draft."""
    own_report(session, person, report)
    if person.kind is OrganisationKind.HOLDER or always:
        return
    query = select(Signature.id).join(Version, Version.id == Signature.version).where(Version.report == report)
    query = query.where(Version.id == version) if version else query
    if session.scalars(query.order_by(Signature.at).limit(1)).first() is None:
        raise NotYours(f"report/{report}/files")


def _attached(sha256: str, *, name: str, media_type: str) -> ResponseReturnValue:
    return send_file(
        files().open(sha256), mimetype=media_type, as_attachment=True, download_name=name, etag=sha256, max_age=None
    )
