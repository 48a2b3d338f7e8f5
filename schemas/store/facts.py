"""The facts that a report's state follows from, read for one report or for many at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import duty_dates
from schemas.state import Checked, Decided, Facts, Signed, VersionFacts
from schemas.store.asked import unanswered_by_version
from schemas.store.asked_checks import versions_given_up
from schemas.store.calendars import set_days, with_more_time
from schemas.store.concessions import Terms
from schemas.store.extensions import extended
from schemas.store.messages import Parked
from schemas.store.reports import Confirmation, Decision, Report, Review, Signature, Version
from schemas.store.work import Check
from schemas.terms import Calendar
from schemas.words import WorkerName


def facts_of(session: Session, report_id: UUID) -> Facts:
    """The facts of one report; raises ``NoResultFound`` when there is no such report."""
    return all_facts(session, [session.get_one(Report, report_id)])[report_id]


def all_facts(session: Session, reports: Sequence[Report]) -> dict[UUID, Facts]:
    """The facts of many reports, in a fixed number of queries; by report id."""
    calendars = _calendars(session, reports)
    days = set_days(session, {report.concession for report in reports})
    moved = extended(session, [report.id for report in reports])
    versions = _versions(session, reports, moved)
    return {
        report.id: Facts(
            report=report.id,
            dates=with_more_time(
                days.get((report.concession, report.report_year))
                or duty_dates(calendars[report.concession, report.terms_sha256], report.report_year),
                moved.get((report.id, None)),
            ),
            versions=tuple(one for one in versions.get(report.id, ()) if not one.rehearsal),
            rehearsals=tuple(one for one in versions.get(report.id, ()) if one.rehearsal),
        )
        for report in reports
    }


@dataclass(frozen=True)
class _Gathered:
    """Everything on the versions of some reports, by version id; ``stuck`` are reports."""

    checks: Mapping[UUID, Checked]
    signatures: Mapping[UUID, Signed]
    reviews: Mapping[UUID, datetime]
    decisions: Mapping[UUID, Decided]
    stuck: frozenset[UUID]
    given_up: Mapping[UUID, datetime]

    def of(self, version: UUID, *, report: UUID, number: int, created_at: datetime, rehearsal: bool) -> VersionFacts:
        """The facts of one version."""
        return VersionFacts(
            id=version,
            number=number,
            created_at=created_at,
            stuck=report in self.stuck,
            given_up_at=self.given_up.get(version),
            checked=self.checks.get(version),
            signed=self.signatures.get(version),
            review_begun_at=self.reviews.get(version),
            decided=self.decisions.get(version),
            rehearsal=rehearsal,
        )


def _versions(
    session: Session, reports: Sequence[Report], moved: Mapping[tuple[UUID, UUID | None], date]
) -> dict[UUID, list[VersionFacts]]:
    report_ids = [report.id for report in reports]
    query = (
        select(Version.id, Version.report, Version.number, Version.created_at, Version.rehearsal)
        .where(Version.report.in_(report_ids))
        .order_by(Version.report, Version.number)
    )
    versions = session.execute(query).all()
    ids = [version.id for version in versions]
    report_by_id = {report.id: report for report in reports}
    signatures = _signatures(session, ids)
    newest = {(version.report, version.rehearsal): version.id for version in versions}
    may_ask = {version: report_by_id[report] for (report, _), version in newest.items() if version not in signatures}
    gathered = _Gathered(
        checks=_checks(session, ids, may_ask),
        signatures=signatures,
        reviews=_reviews(session, ids),
        decisions=_decisions(session, ids, {decision: day for (_, decision), day in moved.items() if decision}),
        stuck=_stuck(session, report_ids),
        given_up=versions_given_up(session, report_ids),
    )
    by_report: dict[UUID, list[VersionFacts]] = defaultdict(list)
    for version, report, number, created_at, rehearsal in versions:
        facts = gathered.of(version, report=report, number=number, created_at=created_at, rehearsal=rehearsal)
        by_report[report].append(facts)
    return by_report


def _checks(session: Session, versions: Sequence[UUID], may_ask: Mapping[UUID, Report]) -> dict[UUID, Checked]:
    """What the checks say; only a newest version that was not signed can still ask for explanations."""
    query = select(Check.version, Check.at, Check.errors, Check.warnings, Check.unreadable_nl)
    checks = session.execute(query.where(Check.version.in_(versions)).order_by(Check.version)).all()
    asking = {one.version: may_ask[one.version] for one in checks if one.warnings and one.version in may_ask}
    unanswered = unanswered_by_version(session, asking)
    return {
        check.version: Checked(
            at=check.at,
            errors=check.errors or int(check.unreadable_nl is not None),
            unanswered_warnings=unanswered.get(check.version, 0),
            unreadable=check.unreadable_nl is not None,
        )
        for check in checks
    }


def _signatures(session: Session, versions: Sequence[UUID]) -> dict[UUID, Signed]:
    query = (
        select(Signature.id, Signature.version, Signature.at, Signature.under_reservation)
        .where(Signature.version.in_(versions), Signature.withdrawn_at.is_(None))
        .order_by(Signature.at, Signature.id)
    )
    return {
        one.version: Signed(id=one.id, at=one.at, under_reservation=one.under_reservation)
        for one in session.execute(query)
    }


def _reviews(session: Session, versions: Sequence[UUID]) -> dict[UUID, datetime]:
    query = select(Review.version, Review.begun_at).where(Review.version.in_(versions)).order_by(Review.version)
    return dict[UUID, datetime](session.execute(query).all())


def _decisions(session: Session, versions: Sequence[UUID], moved: Mapping[UUID, date]) -> dict[UUID, Decided]:
    query = (
        select(Decision.id, Decision.version, Decision.outcome, Decision.term, Confirmation.confirmed)
        .outerjoin(Confirmation, Confirmation.decision == Decision.id)
        .where(Decision.version.in_(versions))
        .order_by(Decision.at, Decision.id)
    )
    return {
        one.version: Decided(id=one.id, outcome=one.outcome, term=moved.get(one.id, one.term), confirmed=one.confirmed)
        for one in session.execute(query)
    }


def _stuck(session: Session, reports: Sequence[UUID]) -> frozenset[UUID]:
    """The reports with a check that was parked and not released yet; their later versions wait behind it."""
    query = select(Parked.key).where(
        Parked.worker == WorkerName.CHECK,
        Parked.key.in_(reports),
        Parked.replayed_at.is_(None),
        Parked.discarded_at.is_(None),
    )
    return frozenset(key for key in session.scalars(query) if key is not None)


def _calendars(session: Session, reports: Sequence[Report]) -> dict[tuple[UUID, str], Calendar]:
    wanted = {(report.concession, report.terms_sha256) for report in reports}
    query = select(Terms).where(Terms.sha256.in_({sha256 for _, sha256 in wanted})).order_by(Terms.imported_at)
    return {
        (one.concession, one.sha256): Calendar.model_validate(one.body["calendar"]) for one in session.scalars(query)
    }
