"""The documents that workers made of a report: the newest of each kind in the reader's language, and what came before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.language import language
from schemas.store import Document, Version
from schemas.texts import Language
from schemas.words import DocumentKind, Edition

KINDS: Final = (
    DocumentKind.DECISION_LETTER,
    DocumentKind.COMPLIANCE_REPORT,
    DocumentKind.RECEIPT,
    DocumentKind.ANNOTATED,
    DocumentKind.FINDINGS,
    DocumentKind.TEMPLATE,
    DocumentKind.DATA,
)
EDITIONS: Final = (Edition.DECIDED, Edition.PROVISIONAL, Edition.DRAFT, Edition.NONE)
# A document with the number of its version; a template belongs to none.
Numbered = tuple[Document, int | None]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A document in the reader's language where it is made in that, and the same one in other languages."""

    name: str
    suffix: str
    version: int | None
    document: Document
    others: tuple[Document, ...]


@dataclass(frozen=True, kw_only=True)
class Papers:
    """The documents that count, and the earlier ones that a later one took the place of."""

    newest: tuple[Paper, ...]
    earlier: tuple[Paper, ...]

    def __bool__(self) -> bool:
        return bool(self.newest)


def papers(session: Session, report: UUID, *, kinds: Iterable[DocumentKind], version: UUID | None = None) -> Papers:
    """The documents of a report (or of one version of it) of some kinds."""
    query = (
        select(Document, Version.number)
        .outerjoin(Version, Version.id == Document.version)
        .where(Document.report == report, Document.kind.in_(list(kinds)))
    )
    if version:
        query = query.where(Document.version == version)
    rows = session.execute(query.order_by(Document.for_event, Document.kind, Document.edition, Document.media_type))
    made = sorted(
        (_paper(same) for same in _same_documents([(one, number) for one, number in rows])), key=_newest_first
    )
    counts = [paper for paper in made if not _is_replaced(paper, made)]
    return Papers(
        newest=tuple(sorted(counts, key=_place)), earlier=tuple(paper for paper in made if paper not in counts)
    )


def _same_documents(rows: Sequence[Numbered]) -> Iterable[list[Numbered]]:
    """The rows that are one document in several languages."""

    def known_by(row: Numbered) -> tuple[str, str, str, str]:
        return str(row[0].for_event), row[0].kind, row[0].edition, row[0].media_type

    return (list(same) for _known, same in groupby(sorted(rows, key=known_by), key=known_by))


def _paper(same: Sequence[Numbered]) -> Paper:
    first, *others = sorted((made for made, _number in same), key=lambda made: made.language is not language())
    return Paper(
        name=_name(first),
        suffix=_suffix(first),
        version=same[0][1],
        document=first,
        others=tuple(others),
    )


def _is_replaced(paper: Paper, made: Sequence[Paper]) -> bool:
    """Whether the same was made again later, in the same edition or a more final one."""
    own = paper.document
    return any(
        (later.document.kind, later.suffix) == (own.kind, paper.suffix)
        and _newest_first(later) < _newest_first(paper)
        and EDITIONS.index(later.document.edition) <= EDITIONS.index(own.edition)
        for later in made
    )


def _newest_first(paper: Paper) -> tuple[float, int, str]:
    made = paper.document
    return -made.made_at.timestamp(), EDITIONS.index(made.edition), str(made.id)


def _place(paper: Paper) -> tuple[int, int, str]:
    made = paper.document
    return KINDS.index(made.kind), EDITIONS.index(made.edition), paper.suffix


def called(document: Document) -> str:
    """What a document is, with its kind of file and its language."""
    spoken = _("Nederlands") if document.language is Language.NL else _("Engels")
    return f"{_name(document)} ({_suffix(document)}, {spoken})"


def _name(document: Document) -> str:
    kinds = {
        DocumentKind.COMPLIANCE_REPORT: _("Nalevingsrapport"),
        DocumentKind.DECISION_LETTER: _("Besluitbrief"),
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
