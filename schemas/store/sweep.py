"""Rows and files held against each other: files that no row names are swept after a day; a missing file is an alarm."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from schemas.clock import now
from schemas.store.adoptions import ShadowRun
from schemas.store.answering import AnswerFile
from schemas.store.file_store import Files
from schemas.store.hearings import HolderView, ViewAddition
from schemas.store.plans import MeasureNote
from schemas.store.reports import EvidenceFile, Part
from schemas.store.shortfalls import ShortfallLetter, ShortfallStep
from schemas.store.work import Check, Document, KeptRows, Mail, RuleResult, SheetSource

NAMES_FILES: Final[tuple[InstrumentedAttribute[str] | InstrumentedAttribute[str | None], ...]] = (
    Part.file_sha256,
    EvidenceFile.sha256,
    Check.validation_sha256,
    Document.sha256,
    Mail.body_sha256,
    ShadowRun.result_sha256,
    KeptRows.sha256,
    HolderView.sha256,
    ViewAddition.sha256,
    SheetSource.rows_sha256,
    ShortfallStep.sha256,
    ShortfallLetter.sha256,
    MeasureNote.sha256,
    AnswerFile.sha256,
)
KEPT_WITHOUT_ROW: Final = timedelta(days=1)
# What this rule finds may not be kept: an upload in which it found something is taken away, and is not missed.
PRIVACY_RULE: Final = "WRK-007"


def named_files(session: Session) -> frozenset[str]:
    """The sha256 of every file that some row names."""
    return frozenset(sha256 for column in NAMES_FILES for sha256 in _distinct(session, column))


def missing_files(session: Session, files: Files) -> tuple[str, ...]:
    """The alarm list: files that a row names and the store does not have."""
    there = {file.sha256 for file in files.lying()}
    return tuple(sorted(named_files(session) - there - _taken_away(session)))


def sweep(session: Session, files: Files) -> int:
    """Remove files that no row names, a day after they came, and half-written ones; tells how many were removed."""
    # The files are listed before the rows, and one that comes again after that has a new date: neither a file that a
    # transaction is about to name nor one that it has just named is removed.
    before = now() - KEPT_WITHOUT_ROW
    old = [file.sha256 for file in files.lying() if file.changed_at < before]
    named = named_files(session)
    removed = sum(files.remove_old(sha256, before=before) for sha256 in old if sha256 not in named)
    return removed + files.sweep_unfinished()


def _taken_away(session: Session) -> frozenset[str]:
    query = (
        select(Part.file_sha256)
        .join(RuleResult, RuleResult.version == Part.version)
        .where(RuleResult.rule == PRIVACY_RULE)
        .distinct()
        .order_by(Part.file_sha256)
    )
    return frozenset(session.scalars(query))


def _distinct(
    session: Session, column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]
) -> Iterator[str]:
    query = select(column).where(column.is_not(None)).distinct().order_by(column)
    return (sha256 for sha256 in session.scalars(query) if sha256 is not None)
