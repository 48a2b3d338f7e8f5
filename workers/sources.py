"""What a check reads of a version: its parts, the terms, earlier years and the evidence, straight from the facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from schemas.events import ReportVersion
from schemas.state import state_of
from schemas.store import (
    WHOLE_FILE,
    Concession,
    EvidenceFile,
    Organisation,
    Part,
    Report,
    Version,
    all_facts,
    extended,
    reopened,
    set_days,
    with_more_time,
)
from schemas.store import Terms as TermsRow
from schemas.terms import Terms
from workers.worker import Permanent


@dataclass(frozen=True)
class Source:
    """One part of a manifest: where its bytes lie, and which sheet it holds (none: all); ``form`` where a form filled it."""

    sheet: str | None
    name: str
    sha256: str
    form: bool = False


@dataclass(frozen=True)
class EvidenceSource:
    """A file of evidence that was added and not taken away."""

    file_name: str
    sha256: str


@dataclass(frozen=True)
class VersionSources:
    """Everything that a judgement of one version is made from, by id and sha256.

    Of a correction of some sheets only: which of them are open, and the parts of the version that was sent back.
    ``extended_until`` is the last day for handing in where it is another than the terms have.
    """

    report: UUID
    version: UUID
    number: int
    year: int
    concession: str
    concession_name: str
    holder: str
    terms: Terms
    terms_sha256: str
    manifest_sha256: str
    parts: tuple[Source, ...]
    evidence: tuple[EvidenceSource, ...]
    previous: tuple[tuple[Source, ...], ...]
    earlier_evidence: dict[str, int]
    open_sheets: frozenset[str] = frozenset()
    sent_back: tuple[Source, ...] = ()
    extended_until: date | None = None


def sources_of(session: Session, about: ReportVersion) -> VersionSources:
    """What the facts say of a version; an event that pairs a version with another report is refused for good."""
    version = session.get(Version, about.version)
    if version is None or version.report != about.report:
        raise Permanent("no_such_version", "The event names a version that this report does not have.")
    report = session.get_one(Report, version.report)
    concession = session.get_one(Concession, report.concession)
    may_change = reopened(session, report.id, seen_from=version)
    terms = session.scalars(
        select(TermsRow).where(TermsRow.concession == concession.id, TermsRow.sha256 == report.terms_sha256)
    ).one()
    return VersionSources(
        report=report.id,
        version=version.id,
        number=version.number,
        year=report.report_year,
        concession=concession.code,
        concession_name=concession.name,
        holder=session.get_one(Organisation, concession.holder).name,
        terms=Terms.model_validate(terms.body),
        terms_sha256=terms.sha256,
        manifest_sha256=version.manifest_sha256,
        parts=parts_of(session, version.id),
        evidence=_evidence(session, version),
        previous=earlier_reports(session, report),
        earlier_evidence=_earlier_evidence(session, report),
        open_sheets=may_change.sheets if may_change else frozenset(),
        sent_back=parts_of(session, may_change.version) if may_change else (),
        extended_until=_last_day(session, report),
    )


def _last_day(session: Session, report: Report) -> date | None:
    """The last day for handing in, where more time was granted or the calendar of the year was set otherwise."""
    granted = extended(session, [report.id]).get((report.id, None))
    days = set_days(session, [report.concession]).get((report.concession, report.report_year))
    return with_more_time(days, granted).hand_in_by if days else granted


def parts_of(session: Session, version: UUID) -> tuple[Source, ...]:
    """The manifest of a version, in its order."""
    query = select(Part).where(Part.version == version).order_by(Part.position)
    return tuple(
        Source(
            sheet=None if part.sheet == WHOLE_FILE else part.sheet,
            name=part.source_name,
            sha256=part.file_sha256,
            form=part.source_kind.filled_in,
        )
        for part in session.scalars(query)
    )


def files_of(parts: Iterable[Source]) -> tuple[Source, ...]:
    """Each file of a manifest once, whole, however many sheets are taken of it."""
    return tuple(dict.fromkeys(replace(part, sheet=None) for part in parts))


def _evidence(session: Session, version: Version) -> tuple[EvidenceSource, ...]:
    """The files that lay beside the report when the version was made: a later change is judged with a later version."""
    still_there = or_(EvidenceFile.removed_at.is_(None), EvidenceFile.removed_at > version.created_at)
    query = (
        select(EvidenceFile)
        .where(EvidenceFile.report == version.report, EvidenceFile.added_at <= version.created_at, still_there)
        .order_by(EvidenceFile.added_at, EvidenceFile.id)
    )
    return tuple(EvidenceSource(file_name=file.file_name, sha256=file.sha256) for file in session.scalars(query))


def earlier_reports(session: Session, report: Report) -> tuple[tuple[Source, ...], ...]:
    """The reports in force of earlier years of this concession, newest year first."""
    in_force = sorted(earlier_in_force(session, report).items(), reverse=True)
    return tuple(parts_of(session, version) for _year, version in in_force)


def earlier_in_force(session: Session, report: Report) -> dict[int, UUID]:
    """The versions in force of earlier years of this concession, by year."""
    query = (
        select(Report)
        .where(Report.concession == report.concession, Report.report_year < report.report_year)
        .order_by(Report.report_year)
    )
    earlier = session.scalars(query).all()
    facts = all_facts(session, earlier)
    in_force = {one.report_year: state_of(facts[one.id]).in_force for one in earlier}
    return {year: version for year, version in in_force.items() if version}


def _earlier_evidence(session: Session, report: Report) -> dict[str, int]:
    """In which earlier year a file was handed in as evidence, by sha256."""
    query = (
        select(EvidenceFile.sha256, Report.report_year)
        .join(Report, Report.id == EvidenceFile.report)
        .where(Report.concession == report.concession, Report.report_year < report.report_year)
        .order_by(Report.report_year)
    )
    return dict(session.execute(query).all())
