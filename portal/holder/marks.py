"""Marks as people read them: on what in the newest version, for whom, by whom, and whether it is dealt with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from portal.holder.about import About
from portal.holder.places import finding_in_words
from portal.holder.rule_titles import titles_by_version
from schemas.state import VersionFacts
from schemas.store import Finding, Mark, Person, RuleResult, among

Question = tuple[UUID, str, str | None, str | None]


@dataclass(frozen=True, kw_only=True)
class MarkShown:
    """One mark on something that the newest version still has; ``position`` is its place there, none for a whole rule."""

    id: UUID
    report: UUID
    rule: str
    position: int | None
    place: str
    href: str
    note: str
    by: str
    for_person: UUID
    name: str
    at: datetime
    done_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether it still has to be looked at."""
        return self.done_at is None


@dataclass(frozen=True)
class Marks:
    """The marks of a report that did not lapse, from old to new."""

    lines: tuple[MarkShown, ...] = ()

    def at(self, position: int) -> list[MarkShown]:
        """Those on one finding."""
        return [one for one in self.lines if one.position == position]

    def of(self, rule: str) -> list[MarkShown]:
        """Those on all that a rule found."""
        return [one for one in self.lines if one.position is None and one.rule == rule]

    @property
    def open(self) -> list[MarkShown]:
        """Those that still have to be looked at."""
        return [one for one in self.lines if one.open]

    def open_for(self, person: UUID) -> list[MarkShown]:
        """Those that somebody has to look at."""
        return [one for one in self.open if one.for_person == person]


def marks_of(session: Session, known: Sequence[About]) -> Mapping[UUID, Marks]:
    """The marks of some reports, held against the newest version that was checked; a fixed number of queries."""
    versions = {one.report.id: checked for one in known if (checked := _newest_checked(one))}
    rows = _rows(session, versions)
    if not rows:
        return {one.report.id: Marks(()) for one in known}
    ids = [version.id for version in versions.values()]
    places = _places(session, ids, {mark.rule for mark, _by, _name in rows})
    rules, titles = _rules(session, ids), titles_by_version(session, ids)
    by_report: dict[UUID, list[MarkShown]] = defaultdict(list)
    for mark, by, name in rows:
        version = versions[mark.report]
        finding = None if mark.whole else places.get((version.id, mark.rule, mark.entity, mark.column))
        lapsed = (version.id, mark.rule) not in rules if mark.whole else finding is None
        if not lapsed:
            place = finding_in_words(mark.rule, finding, titles.get(version.id, {}))
            by_report[mark.report].append(_shown(mark, finding, version, place=place, by=by, name=name))
    return {one.report.id: Marks(tuple(by_report[one.report.id])) for one in known}


def _newest_checked(about: About) -> VersionFacts | None:
    return next((one for one in reversed(about.facts.versions) if one.checked and not one.checked.unreadable), None)


def _rows(session: Session, versions: Mapping[UUID, VersionFacts]) -> list[tuple[Mark, str, str]]:
    marker, colleague = aliased(Person), aliased(Person)
    query = (
        select(Mark, marker.name, colleague.name)
        .join(marker, marker.id == Mark.by)
        .join(colleague, colleague.id == Mark.for_person)
        .where(among(Mark.report, versions))
        .order_by(Mark.at, Mark.id)
    )
    return [(mark, by, name) for mark, by, name in session.execute(query)]


def _places(session: Session, versions: Iterable[UUID], rules: Iterable[str]) -> dict[Question, Finding]:
    """The first finding that asks each question."""
    query = select(Finding).where(among(Finding.version, versions), among(Finding.rule, rules))
    found: dict[Question, Finding] = {}
    for one in session.scalars(query.order_by(Finding.position)):
        found.setdefault((one.version, one.rule, one.entity, one.column), one)
    return found


def _rules(session: Session, versions: Iterable[UUID]) -> set[tuple[UUID, str]]:
    query = select(RuleResult.version, RuleResult.rule).where(among(RuleResult.version, versions), RuleResult.count > 0)
    return {(version, rule) for version, rule in session.execute(query.order_by(RuleResult.rule))}


def _shown(mark: Mark, finding: Finding | None, version: VersionFacts, *, place: str, by: str, name: str) -> MarkShown:
    return MarkShown(
        id=mark.id,
        report=mark.report,
        rule=mark.rule,
        position=finding.position if finding else None,
        place=place,
        href=_href(mark, finding, version),
        note=mark.note,
        by=by,
        for_person=mark.for_person,
        name=name,
        at=mark.at,
        done_at=mark.done_at,
    )


def _href(mark: Mark, finding: Finding | None, version: VersionFacts) -> str:
    if finding:
        return url_for("holder.finding_page", report=mark.report, number=version.number, position=finding.position)
    return url_for("holder.check_page", report=mark.report, number=version.number, regel=mark.rule, _anchor=mark.rule)
