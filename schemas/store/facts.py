"""The facts that a report's state follows from, read for one report or for many at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import duty_dates
from schemas.explaining import Answer, Asked, RuleAsked, all_unanswered
from schemas.judgement import Severity
from schemas.state import Checked, Decided, Facts, Signed, VersionFacts
from schemas.store.concessions import Terms
from schemas.store.messages import Parked
from schemas.store.reports import Confirmation, Decision, Explanation, Report, Review, Signature, Version
from schemas.store.work import Check, Finding, RuleResult
from schemas.terms import Calendar
from schemas.words import WorkerName


def facts_of(session: Session, report_id: UUID) -> Facts:
    """The facts of one report; raises ``NoResultFound`` when there is no such report."""
    return all_facts(session, [session.get_one(Report, report_id)])[report_id]


def all_facts(session: Session, reports: Sequence[Report]) -> dict[UUID, Facts]:
    """The facts of many reports, in a fixed number of queries; by report id."""
    calendars = _calendars(session, reports)
    versions = _versions(session, [report.id for report in reports])
    return {
        report.id: Facts(
            report=report.id,
            dates=duty_dates(calendars[report.concession, report.terms_sha256], report.report_year),
            versions=tuple(versions.get(report.id, ())),
        )
        for report in reports
    }


def explanations_that_count(session: Session, report: Report) -> list[Explanation]:
    """The explanations that may answer a report's warnings: its own, and those of the concession's earlier years."""
    same_concession = select(Report.id).where(
        Report.concession == report.concession, Report.report_year <= report.report_year
    )
    query = (
        select(Explanation)
        .where(Explanation.report.in_(same_concession), Explanation.withdrawn_at.is_(None))
        .order_by(Explanation.at, Explanation.id)
    )
    return list(session.scalars(query))


def as_answer(explanation: Explanation) -> Answer:
    """What an explanation sticks to."""
    return Answer(
        rule=explanation.rule,
        revision=explanation.revision,
        entity=explanation.entity,
        column=explanation.column,
        value=explanation.value,
    )


def as_asked(finding: Finding) -> Asked:
    """What an explanation of a finding would stick to."""
    return Asked(
        rule=finding.rule,
        revision=finding.revision,
        entity=finding.entity,
        column=finding.column,
        value=finding.value,
    )


def warnings_of(session: Session, version: UUID) -> list[RuleAsked]:
    """The rules whose warnings a version has to answer, with the findings that are listed."""
    results = session.scalars(
        select(RuleResult)
        .where(RuleResult.version == version, RuleResult.severity == Severity.WARNING, RuleResult.count > 0)
        .order_by(RuleResult.rule)
    ).all()
    listed = _listed_warnings(session, version) if results else {}
    return [
        RuleAsked(rule=one.rule, revision=one.revision, count=one.count, listed=tuple(listed.get(one.rule, ())))
        for one in results
    ]


def unanswered_warnings(session: Session, report: Report, version: UUID) -> int:
    """How many warnings of a version still ask for an explanation."""
    rules = warnings_of(session, version)
    given = [as_answer(one) for one in explanations_that_count(session, report)] if rules else []
    return all_unanswered(rules, given)


@dataclass(frozen=True)
class _Gathered:
    """Everything on the versions of some reports, by version id; ``stuck`` are reports."""

    checks: Mapping[UUID, Checked]
    signatures: Mapping[UUID, Signed]
    reviews: Mapping[UUID, Review]
    decisions: Mapping[UUID, Decided]
    stuck: frozenset[UUID]

    def of(self, version: Version) -> VersionFacts:
        """The facts of one version."""
        review = self.reviews.get(version.id)
        return VersionFacts(
            id=version.id,
            number=version.number,
            created_at=version.created_at,
            stuck=version.report in self.stuck,
            checked=self.checks.get(version.id),
            signed=self.signatures.get(version.id),
            review_begun_at=review.begun_at if review else None,
            decided=self.decisions.get(version.id),
        )


def _versions(session: Session, reports: Sequence[UUID]) -> dict[UUID, list[VersionFacts]]:
    rows = session.scalars(select(Version).where(Version.report.in_(reports)).order_by(Version.report, Version.number))
    versions = list(rows)
    ids = [version.id for version in versions]
    gathered = _Gathered(
        checks=_checks(session, versions),
        signatures=_signatures(session, ids),
        reviews={one.version: one for one in session.scalars(select(Review).where(Review.version.in_(ids)))},
        decisions=_decisions(session, ids),
        stuck=_stuck(session, reports),
    )
    by_report: dict[UUID, list[VersionFacts]] = defaultdict(list)
    for version in versions:
        by_report[version.report].append(gathered.of(version))
    return by_report


def _checks(session: Session, versions: Sequence[Version]) -> dict[UUID, Checked]:
    ids = [version.id for version in versions]
    checks = {one.version: one for one in session.scalars(select(Check).where(Check.version.in_(ids)))}
    reports = {one.version: session.get_one(Report, _report_of(versions, one.version)) for one in checks.values()}
    return {
        version: Checked(
            at=check.at,
            errors=check.errors or int(check.unreadable_nl is not None),
            unanswered_warnings=unanswered_warnings(session, reports[version], version) if check.warnings else 0,
        )
        for version, check in checks.items()
    }


def _report_of(versions: Iterable[Version], version: UUID) -> UUID:
    return next(one.report for one in versions if one.id == version)


def _signatures(session: Session, versions: Sequence[UUID]) -> dict[UUID, Signed]:
    query = (
        select(Signature)
        .where(Signature.version.in_(versions), Signature.withdrawn_at.is_(None))
        .order_by(Signature.at, Signature.id)
    )
    return {
        one.version: Signed(id=one.id, at=one.at, under_reservation=one.under_reservation)
        for one in session.scalars(query)
    }


def _decisions(session: Session, versions: Sequence[UUID]) -> dict[UUID, Decided]:
    query = (
        select(Decision, Confirmation.confirmed)
        .outerjoin(Confirmation, Confirmation.decision == Decision.id)
        .where(Decision.version.in_(versions))
        .order_by(Decision.at, Decision.id)
    )
    return {
        one.version: Decided(id=one.id, outcome=one.outcome, term=one.term, confirmed=confirmed)
        for one, confirmed in session.execute(query)
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


def _listed_warnings(session: Session, version: UUID) -> dict[str, list[Asked]]:
    query = (
        select(Finding)
        .where(Finding.version == version, Finding.severity == Severity.WARNING)
        .order_by(Finding.position)
    )
    by_rule: dict[str, list[Asked]] = defaultdict(list)
    for finding in session.scalars(query):
        by_rule[finding.rule].append(as_asked(finding))
    return by_rule


def _calendars(session: Session, reports: Sequence[Report]) -> dict[tuple[UUID, str], Calendar]:
    wanted = {(report.concession, report.terms_sha256) for report in reports}
    query = select(Terms).where(Terms.sha256.in_({sha256 for _, sha256 in wanted})).order_by(Terms.imported_at)
    return {
        (one.concession, one.sha256): Calendar.model_validate(one.body["calendar"]) for one in session.scalars(query)
    }
