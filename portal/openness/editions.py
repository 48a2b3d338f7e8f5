"""What was published: the editions of concessions and years with their files, and the set in a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from schemas.publication.published import PublishedSet
from schemas.store import (
    Concession,
    Document,
    Publication,
    PublicationRelease,
    PublicationWithdrawal,
    Report,
    files,
)
from schemas.words import DocumentKind

SET: Final = "gegevens.json"


@dataclass(frozen=True, kw_only=True)
class PublishedEdition:
    """One edition that was released and whose files are there."""

    code: str
    name: str
    year: int
    number: int
    release: PublicationRelease
    withdrawal: PublicationWithdrawal | None
    documents: tuple[Document, ...]

    @property
    def published(self) -> PublishedSet:
        """What is in it."""
        return _read(next(one.sha256 for one in self.documents if one.file_name == SET))


def editions(session: Session, *where: ColumnElement[bool]) -> list[PublishedEdition]:
    """Every edition that is or was public, by concession, from the newest year and number to the oldest."""
    query = (
        select(Concession.code, Concession.name, Report.report_year, Publication, PublicationRelease)
        .add_columns(PublicationWithdrawal, Document)
        .join(Report, Report.concession == Concession.id)
        .join(Publication, Publication.report == Report.id)
        .join(PublicationRelease, PublicationRelease.publication == Publication.id)
        .join(Document, Document.for_event == PublicationRelease.event)
        .outerjoin(PublicationWithdrawal, PublicationWithdrawal.publication == Publication.id)
        .where(Document.kind == DocumentKind.PUBLICATION, *where)
        .order_by(Concession.name, Concession.code, Report.report_year.desc(), Publication.number.desc())
        .order_by(Document.file_name)
    )
    found: dict[object, PublishedEdition] = {}
    for code, name, year, publication, release, withdrawal, document in session.execute(query):
        known = found.get(publication.id)
        found[publication.id] = PublishedEdition(
            code=code,
            name=name,
            year=year,
            number=publication.number,
            release=release,
            withdrawal=withdrawal,
            documents=(*(known.documents if known else ()), document),
        )
    return list(found.values())


def newest_by_year(known: Iterable[PublishedEdition]) -> list[PublishedEdition]:
    """Of each concession and year the newest edition; one that was withdrawn gives way to none before it."""
    newest: dict[tuple[str, int], PublishedEdition] = {}
    for one in known:
        newest.setdefault((one.code, one.year), one)
    return list(newest.values())


@lru_cache(maxsize=256)
def _read(sha256: str) -> PublishedSet:
    """A set by the hash of its bytes, which never change."""
    return PublishedSet.model_validate_json(files().read(sha256))
