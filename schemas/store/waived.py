"""What is waived: the norms of a report year, and the warnings of a version that need no explanation."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.judgement import Severity
from schemas.store.among import among
from schemas.store.reports import Report
from schemas.store.waivers import Waiver
from schemas.store.work import Finding
from schemas.waiving import covers, holds_over


@dataclass(frozen=True)
class Waived:
    """By version, the waiver of each rule as a whole, and of single warnings by their position and with their rule."""

    rules: Mapping[UUID, Mapping[str, Waiver]]
    listed: Mapping[UUID, Mapping[int, Waiver]]


def waivers_of(session: Session, concessions: Collection[UUID], at: datetime | None = None) -> list[Waiver]:
    """The waivers that stand at a moment, without one those that stand now, by their first day."""
    query = select(Waiver).where(among(Waiver.concession, concessions)).order_by(Waiver.starts, Waiver.at, Waiver.id)
    return [one for one in session.scalars(query) if stands(one, at)]


def waivers_over(session: Session, report: Report, at: datetime | None = None) -> list[Waiver]:
    """The waivers that stand at a moment and hold for the year of a report."""
    return [one for one in waivers_of(session, [report.concession], at) if _holds(one, report)]


def stands(waiver: Waiver, at: datetime | None) -> bool:
    """Whether a waiver was recorded and not withdrawn at a moment; without one, whether it stands now."""
    if at is None:
        return waiver.withdrawn_at is None
    return waiver.at <= at and (waiver.withdrawn_at is None or waiver.withdrawn_at > at)


def waived_in(session: Session, versions: Mapping[UUID, Report], at: datetime | None = None) -> Waived:
    """What is waived in these versions, each with its report, in a fixed number of queries."""
    concessions = {report.concession for report in versions.values()}
    waivers = waivers_of(session, concessions, at)
    of_rules = {
        version: [one for one in waivers if one.rule and one.concession == report.concession and _holds(one, report)]
        for version, report in versions.items()
    }
    return Waived(
        rules={
            version: {one.rule: one for one in many if one.rule and not one.entities}
            for version, many in of_rules.items()
        },
        listed=_listed(session, {version: [one for one in many if one.entities] for version, many in of_rules.items()}),
    )


def _holds(waiver: Waiver, report: Report) -> bool:
    return holds_over(report.report_year, starts=waiver.starts, ends=waiver.ends)


def _listed(session: Session, narrow: Mapping[UUID, Sequence[Waiver]]) -> dict[UUID, dict[int, Waiver]]:
    """The listed warnings that a waiver for some entities covers."""
    wanted = [version for version, many in narrow.items() if many]
    if not wanted:
        return {}
    rules = {one.rule for many in narrow.values() for one in many}
    query = (
        select(Finding.version, Finding.position, Finding.rule, Finding.entity)
        .where(among(Finding.version, wanted), among(Finding.rule, rules), Finding.severity == Severity.WARNING)
        .order_by(Finding.version, Finding.position)
    )
    found: dict[UUID, dict[int, Waiver]] = defaultdict(dict)
    for version, position, rule, entity in session.execute(query):
        for one in narrow[version]:
            if one.rule == rule and covers(one.entities, entity):
                found[version][position] = one
    return found
