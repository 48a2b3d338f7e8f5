"""The facts that a report's state follows from, read for one report or for many at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Text, and_, cast, select
from sqlalchemy.orm import Session

from schemas.calendar import duty_dates
from schemas.state import Checked, Decided, Facts, Signed, VersionFacts
from schemas.store.among import among
from schemas.store.asked import unanswered_by_version
from schemas.store.asked_checks import versions_given_up
from schemas.store.calendars import set_days, with_more_time
from schemas.store.concessions import Terms
from schemas.store.extensions import extended
from schemas.store.messages import Parked
from schemas.store.reports import Confirmation, Decision, Report, Review, Signature, Version
from schemas.store.work import Check
from schemas.terms import Terms as AgreedTerms
from schemas.terms import read_terms
from schemas.words import WorkerName


def facts_of(session: Session, report_id: UUID) -> Facts:
    """The facts of one report; raises ``NoResultFound`` when there is no such report."""
    return all_facts(session, [session.get_one(Report, report_id)])[report_id]


def all_facts(
    session: Session, reports: Sequence[Report], terms: Mapping[str, AgreedTerms] | None = None
) -> dict[UUID, Facts]:
    """The facts of many reports, in a fixed number of queries; by report id.

    ``terms`` are those of the reports by their hash, where they were read already.
    """
    agreed = terms_by_hash(session, reports) if terms is None else terms
    days = set_days(session, {report.concession for report in reports})
    moved = extended(session, [report.id for report in reports])
    versions = _versions(session, reports, moved)
    return {
        report.id: Facts(
            report=report.id,
            dates=with_more_time(
                days.get((report.concession, report.report_year))
                or duty_dates(agreed[report.terms_sha256].calendar, report.report_year),
                moved.get((report.id, None)),
            ),
            versions=tuple(one for one in versions.get(report.id, ()) if not one.rehearsal),
            rehearsals=tuple(one for one in versions.get(report.id, ()) if one.rehearsal),
        )
        for report in reports
    }


def versions_of(session: Session, reports: Sequence[Report]) -> dict[UUID, tuple[VersionFacts, ...]]:
    """What was handed in and decided of many reports, for who asks no more than which version counts; by report id.

    Without the days that were moved and the explanations that are asked for: of those nothing follows here.
    """
    rows = _rows(session, [report.id for report in reports])
    given_up = _given_up(session, rows)
    found: dict[UUID, tuple[VersionFacts, ...]] = defaultdict(tuple)
    for row in rows:
        if not row.rehearsal:
            found[row.report] += (_facts(row, given_up_at=given_up.get(row.version)),)
    return {report.id: found[report.id] for report in reports}


def _versions(
    session: Session, reports: Sequence[Report], moved: Mapping[tuple[UUID, UUID | None], date]
) -> dict[UUID, list[VersionFacts]]:
    rows = _rows(session, [report.id for report in reports])
    unanswered = _unanswered(session, rows, {report.id: report for report in reports})
    stuck, given_up = _stuck(session, _waiting(rows)), _given_up(session, rows)
    by_report: dict[UUID, list[VersionFacts]] = defaultdict(list)
    for row in rows:
        facts = _facts(
            row,
            unanswered=unanswered.get(row.version, 0),
            stuck=row.report in stuck,
            given_up_at=given_up.get(row.version),
            moved=moved,
        )
        by_report[row.report].append(facts)
    return by_report


def _facts(
    row: Row[Any],
    *,
    given_up_at: datetime | None,
    unanswered: int = 0,
    stuck: bool = False,
    moved: Mapping[tuple[UUID, UUID | None], date] = MappingProxyType({}),
) -> VersionFacts:
    return VersionFacts(
        id=row.version,
        number=row.number,
        created_at=row.created_at,
        stuck=stuck,
        given_up_at=given_up_at,
        checked=_checked(row, unanswered),
        signed=_signed(row),
        review_begun_at=row.begun_at,
        decided=_decided(row, moved),
        rehearsal=row.rehearsal,
    )


def _waiting(rows: Sequence[Row[Any]]) -> frozenset[UUID]:
    """The reports with a version without a check: only of those one can be parked or given up."""
    return frozenset(row.report for row in rows if row.checked_at is None)


def _given_up(session: Session, rows: Sequence[Row[Any]]) -> Mapping[UUID, datetime]:
    return versions_given_up(session, waiting) if (waiting := _waiting(rows)) else {}


def _rows(session: Session, reports: Sequence[UUID]) -> Sequence[Row[Any]]:
    """One row per version with what happened to it: the newest standing signature and the newest decision."""
    query = (
        select(Version.id.label("version"), Version.report, Version.number, Version.created_at, Version.rehearsal)
        .add_columns(Check.at.label("checked_at"), Check.errors, Check.warnings)
        .add_columns(Check.unreadable_nl.is_not(None).label("unreadable"))
        .add_columns(Signature.id.label("signature"), Signature.at.label("signed_at"), Signature.under_reservation)
        .add_columns(Review.begun_at)
        .add_columns(Decision.id.label("decision"), Decision.at.label("decided_at"), Decision.outcome, Decision.term)
        .add_columns(Confirmation.confirmed, Confirmation.at.label("confirmed_at"))
        .outerjoin(Check, Check.version == Version.id)
        .outerjoin(Signature, and_(Signature.version == Version.id, Signature.withdrawn_at.is_(None)))
        .outerjoin(Review, Review.version == Version.id)
        .outerjoin(Decision, Decision.version == Version.id)
        .outerjoin(Confirmation, Confirmation.decision == Decision.id)
        .where(among(Version.report, reports))
        .order_by(Version.report, Version.number, Signature.at, Signature.id, Decision.at, Decision.id)
    )
    return list({row.version: row for row in session.execute(query)}.values())


def _unanswered(session: Session, rows: Sequence[Row[Any]], reports: Mapping[UUID, Report]) -> Mapping[UUID, int]:
    """By version, how many warnings ask; only a newest version that was not signed can still ask for explanations."""
    newest = {(row.report, row.rehearsal): row for row in rows}
    asking = {row.version: reports[row.report] for row in newest.values() if row.warnings and row.signature is None}
    return unanswered_by_version(session, asking)


def _checked(row: Row[Any], unanswered: int) -> Checked | None:
    if row.checked_at is None:
        return None
    errors = row.errors or int(row.unreadable)
    return Checked(at=row.checked_at, errors=errors, unanswered_warnings=unanswered, unreadable=row.unreadable)


def _signed(row: Row[Any]) -> Signed | None:
    if row.signature is None:
        return None
    return Signed(id=row.signature, at=row.signed_at, under_reservation=row.under_reservation)


def _decided(row: Row[Any], moved: Mapping[tuple[UUID, UUID | None], date]) -> Decided | None:
    if row.decision is None:
        return None
    term = moved.get((row.report, row.decision), row.term)
    return Decided(
        id=row.decision,
        at=row.decided_at,
        outcome=row.outcome,
        term=term,
        confirmed=row.confirmed,
        confirmed_at=row.confirmed_at,
    )


def _stuck(session: Session, reports: Collection[UUID]) -> frozenset[UUID]:
    """The reports with a check that was parked and not released yet; their later versions wait behind it."""
    if not reports:
        return frozenset()
    query = select(Parked.key).where(
        Parked.worker == WorkerName.CHECK,
        among(Parked.key, reports),
        Parked.replayed_at.is_(None),
        Parked.discarded_at.is_(None),
    )
    return frozenset(key for key in session.scalars(query) if key is not None)


def terms_by_hash(session: Session, reports: Iterable[Report]) -> dict[str, AgreedTerms]:
    """The terms of some reports by their hash, which says what is in them."""
    wanted = {report.terms_sha256 for report in reports}
    query = select(Terms.sha256, cast(Terms.body, Text)).where(among(Terms.sha256, wanted)).order_by(Terms.id)
    return {sha256: read_terms(written) for sha256, written in session.execute(query)}
