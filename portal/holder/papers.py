"""The documents that workers made of a report: which there are, and how they are called."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.store import Document
from schemas.texts import Language
from schemas.words import DocumentKind, Edition


def documents(
    session: Session, report: UUID, *, kinds: Iterable[DocumentKind], version: UUID | None = None
) -> list[Document]:
    """The documents of a report (or of one version of it) of some kinds, the newest first."""
    query = select(Document).where(Document.report == report, Document.kind.in_(list(kinds)))
    if version:
        query = query.where(Document.version == version)
    return list(session.scalars(query.order_by(Document.made_at.desc(), Document.language.desc(), Document.file_name)))


def called(document: Document) -> str:
    """What a document is, with its kind of file and its language."""
    language = _("Nederlands") if document.language is Language.NL else _("Engels")
    return f"{_kind(document)} ({_suffix(document)}, {language})"


def _kind(document: Document) -> str:
    kinds = {
        DocumentKind.COMPLIANCE_REPORT: _("Nalevingsrapport"),
        DocumentKind.RECEIPT: _("Ontvangstbewijs"),
        DocumentKind.FINDINGS: _("Alle bevindingen"),
        DocumentKind.ANNOTATED: _("Uw werkboek met opmerkingen"),
        DocumentKind.TEMPLATE: _("Sjabloon"),
        DocumentKind.DATA: _("Gegevens"),
    }
    editions = {Edition.DRAFT: _("proef"), Edition.PROVISIONAL: _("voorlopig"), Edition.DECIDED: _("vastgesteld")}
    named = (kinds[document.kind], editions.get(document.edition))
    return ", ".join(str(part) for part in named if part)


def _suffix(document: Document) -> str:
    return document.file_name.rsplit(".", 1)[-1].lower()
