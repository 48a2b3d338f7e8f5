"""Which warnings of a version ask for an explanation, and which explanations may answer them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.explaining import Answer, Asked, RuleAsked, all_unanswered
from schemas.judgement import Severity
from schemas.store.reports import Explanation, Report
from schemas.store.work import Finding, RuleResult


def explanations_that_count(session: Session, report: Report) -> list[Explanation]:
    """The explanations that may answer a report's warnings: its own, and those of the concession's earlier years."""
    return _explanations(session, [report])[report.id]


def warnings_of(session: Session, version: UUID) -> list[RuleAsked]:
    """The rules whose warnings a version has to answer, with the findings that are listed."""
    return _warnings(session, [version])[version]


def unanswered_warnings(session: Session, report: Report, version: UUID) -> int:
    """How many warnings of a version still ask for an explanation."""
    return unanswered_by_version(session, {version: report})[version]


def unanswered_by_version(session: Session, versions: Mapping[UUID, Report]) -> dict[UUID, int]:
    """The same for many versions, each with its report, in a fixed number of queries."""
    warnings = _warnings(session, list(versions))
    explanations = _explanations(session, list(versions.values()))
    return {
        version: all_unanswered(warnings[version], [as_answer(one) for one in explanations[report.id]])
        for version, report in versions.items()
    }


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


def _explanations(session: Session, reports: Sequence[Report]) -> dict[UUID, list[Explanation]]:
    query = (
        select(Explanation, Report)
        .join(Report, Report.id == Explanation.report)
        .where(Report.concession.in_({report.concession for report in reports}), Explanation.withdrawn_at.is_(None))
        .order_by(Explanation.at, Explanation.id)
    )
    given = session.execute(query).all()
    return {report.id: [one for one, of in given if _reaches(of, report)] for report in reports}


def _reaches(explained: Report, report: Report) -> bool:
    """Whether an explanation of one report may hold for another: the same concession, the same year or a later one."""
    return explained.concession == report.concession and explained.report_year <= report.report_year


def _warnings(session: Session, versions: Sequence[UUID]) -> dict[UUID, list[RuleAsked]]:
    listed = _listed(session, versions)
    query = (
        select(RuleResult)
        .where(RuleResult.version.in_(versions), RuleResult.severity == Severity.WARNING, RuleResult.count > 0)
        .order_by(RuleResult.version, RuleResult.rule)
    )
    asked: dict[UUID, list[RuleAsked]] = {version: [] for version in versions}
    for one in session.scalars(query):
        of_rule = tuple(listed[one.version, one.rule])
        asked[one.version].append(RuleAsked(rule=one.rule, revision=one.revision, count=one.count, listed=of_rule))
    return asked


def _listed(session: Session, versions: Sequence[UUID]) -> Mapping[tuple[UUID, str], list[Asked]]:
    columns = (Finding.version, Finding.rule, Finding.revision, Finding.entity, Finding.column, Finding.value)
    query = (
        select(*columns)
        .where(Finding.version.in_(versions), Finding.severity == Severity.WARNING)
        .order_by(Finding.version, Finding.position)
    )
    listed: dict[tuple[UUID, str], list[Asked]] = defaultdict(list)
    for version, rule, revision, entity, column, value in session.execute(query):
        asked = Asked(rule=rule, revision=revision, entity=entity, column=column, value=value)
        listed[version, rule].append(asked)
    return listed
