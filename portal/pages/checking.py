"""Whether a document is authentic: anybody holds a PDF against what was issued here, by its sha256 and nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from portal.access import for_everyone
from portal.accounts.limits import attempt
from portal.holder.papers import called
from portal.refusals import Refused
from portal.shortfalls.words import STEP_NAMES
from portal.sizes import takes_files
from portal.use_cases.taking import NO_FILE, PDF
from schemas.settings import MEBIBYTE, settings
from schemas.store import Concession, Report, Version, issued, issued_letter, reading, standing_of
from schemas.texts import Language
from schemas.web import Said
from schemas.web.holder import NothingSchema
from schemas.words import AttemptKind, Standing

FIELD: Final = "bestand"
NO_PDF: Final = Said(
    "Dit is geen pdf. Kies het nalevingsrapport, het ontvangstbewijs of de brief zoals u die kreeg.",
    "This is no PDF. Choose the compliance report, the receipt or the letter as you got it.",
)

checking = Blueprint("checking", __name__)


@dataclass(frozen=True)
class Known:
    """A document or letter that was issued here, and no more of it than stands in it."""

    what: str
    standing: Standing
    concession: Concession
    year: int
    version: int | None
    made_at: datetime


@checking.get("/controleren")
@for_everyone
def check_page() -> ResponseReturnValue:
    return _page()


@checking.post("/controleren")
@for_everyone
@takes_files("document_limit_bytes")
def check_document() -> ResponseReturnValue:
    NothingSchema().load(request.form)
    attempt(AttemptKind.DOCUMENT, "")
    sha256 = _sha256_of(request.files.get(FIELD))
    with reading() as session:
        return _page(sha256=sha256, known=_known(session, sha256))


def _page(*, sha256: str = "", known: Known | None = None) -> ResponseReturnValue:
    megabytes = settings().document_limit_bytes // MEBIBYTE
    return render_template("pages/checking.html", sha256=sha256, known=known, megabytes=megabytes)


def _sha256_of(file: FileStorage | None) -> str:
    """Of the bytes as they are sent; they are kept nowhere."""
    if file is None or not file.filename:
        raise Refused(NO_FILE, field=FIELD)
    if file.stream.read(len(PDF)) != PDF:
        raise Refused(NO_PDF, field=FIELD)
    file.stream.seek(0)
    digest = hashlib.sha256()
    while part := file.stream.read(MEBIBYTE):
        digest.update(part)
    return digest.hexdigest()


def _known(session: Session, sha256: str) -> Known | None:
    document = issued(session, sha256)
    if document is None:
        return _known_letter(session, sha256)
    report = session.get_one(Report, document.report)
    version = session.get(Version, document.version) if document.version else None
    return Known(
        what=called(document),
        standing=standing_of(session, document),
        concession=session.get_one(Concession, report.concession),
        year=report.report_year,
        version=version.number if version else None,
        made_at=document.made_at,
    )


def _known_letter(session: Session, sha256: str) -> Known | None:
    """The letter of a step in a case: it is made once, and none takes its place."""
    found = issued_letter(session, sha256)
    if found is None:
        return None
    letter, step, case = found
    report = session.get_one(Report, case.report)
    spoken = _("Nederlands") if letter.language is Language.NL else _("Engels")
    return Known(
        what=_("Brief: %(step)s (pdf, %(language)s)", step=str(STEP_NAMES[step.kind]).lower(), language=spoken),
        standing=Standing.CURRENT,
        concession=session.get_one(Concession, report.concession),
        year=report.report_year,
        version=session.get_one(Version, about).number if (about := case.version or case.sent_back) else None,
        made_at=letter.made_at,
    )
