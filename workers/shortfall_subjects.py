"""What the letter of a case is about: a report as it was handed in, or one that did not come, or did not come again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.events import ReportVersion
from schemas.shortfall_subjects import Matter
from schemas.state import CameBack, came_back
from schemas.store import Concession, Organisation, Report, Shortfall, Signature, Version, facts_of, matter_of
from schemas.store import Terms as TermsRow
from schemas.terms import Terms
from workers.sources import VersionSources, sources_of


@dataclass(frozen=True, kw_only=True)
class Missing:
    """That a report was not there: on which day the case was opened, its last day, and when it came after all.

    ``back`` is since when and how it had come back, where it had to come again.
    """

    matter: Matter
    missing_on: date
    last_day: date
    came_on: date | None
    back: CameBack | None = None


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The concession and year of a case with the terms that hold; either what was handed in or that it is missing."""

    holder: str
    concession: str
    concession_name: str
    year: int
    terms: Terms
    terms_sha256: str
    handed_in: VersionSources | None = None
    missing: Missing | None = None


def subject_of(session: Session, case: Shortfall, *, at: datetime) -> Subject:
    """What a case is about, as it was at a moment."""
    if case.version is None:
        return _without_report(session, case, at)
    version = session.get_one(Version, case.version)
    sources = sources_of(session, ReportVersion(report=case.report, version=version.id, number=version.number))
    return Subject(
        holder=sources.holder,
        concession=sources.concession,
        concession_name=sources.concession_name,
        year=sources.year,
        terms=sources.terms,
        terms_sha256=sources.terms_sha256,
        handed_in=sources,
    )


def _without_report(session: Session, case: Shortfall, at: datetime) -> Subject:
    query = (
        select(Report, Concession, Organisation.name, TermsRow.body)
        .join(Concession, Concession.id == Report.concession)
        .join(Organisation, Organisation.id == Concession.holder)
        .join(TermsRow, (TermsRow.concession == Concession.id) & (TermsRow.sha256 == Report.terms_sha256))
        .where(Report.id == case.report)
    )
    report, concession, holder, body = session.execute(query.order_by(Report.id)).one()
    return Subject(
        holder=holder,
        concession=concession.code,
        concession_name=concession.name,
        year=report.report_year,
        terms=Terms.model_validate(body),
        terms_sha256=report.terms_sha256,
        missing=_missing(session, case, at),
    )


def _missing(session: Session, case: Shortfall, at: datetime) -> Missing:
    facts = facts_of(session, case.report)
    sent_back = next((one for one in facts.versions if one.id == case.sent_back), None)
    back = came_back(sent_back) if sent_back else None
    return Missing(
        matter=matter_of(case),
        missing_on=dutch_day(case.at),
        last_day=back.term if back and back.term else facts.dates.hand_in_by,
        came_on=_came_on(session, case, at, after=sent_back.number if sent_back else 0),
        back=back,
    )


def _came_on(session: Session, case: Shortfall, at: datetime, *, after: int) -> date | None:
    """The day on which a version newer than this number was handed in after all, as far as that was so at a moment."""
    query = (
        select(Signature.at)
        .join(Version, Version.id == Signature.version)
        .where(Version.report == case.report, Version.number > after)
        .where(Signature.withdrawn_at.is_(None), Signature.at <= at)
        .order_by(Signature.at)
    )
    came = session.scalars(query.limit(1)).first()
    return dutch_day(came) if came else None
