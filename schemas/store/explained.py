"""What was explained in the reports of some concessions, and which of it stands in a report at a moment."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from schemas.explaining import Answer, Asked, RuleAsked, answers, answers_in_bulk, still_says
from schemas.judgement import Severity
from schemas.store.among import among
from schemas.store.people import Person
from schemas.store.reports import Decision, Explanation, Report, Version
from schemas.store.work import Finding, RuleResult
from schemas.words import DecisionOutcome

Question = tuple[str, str | None, str | None]
Place = tuple[UUID, str, str | None, str | None]


@dataclass(frozen=True, kw_only=True)
class Given:
    """An explanation with who gave it in the report of which year; ``follows`` is the one whose place it took."""

    explanation: Explanation
    name: str
    year: int
    follows: "Given | None" = None

    @property
    def answer(self) -> Answer:
        """What it sticks to."""
        one = self.explanation
        return Answer(rule=one.rule, revision=one.revision, entity=one.entity, column=one.column, value=one.value)

    @property
    def question(self) -> Question:
        """What was asked: of which rule, on what, in which column."""
        return self.explanation.rule, self.explanation.entity, self.explanation.column

    @property
    def confirms(self) -> bool:
        """Whether it says once more what was said before on the same question."""
        before = self.follows
        same = before is not None and before.explanation.text == self.explanation.text
        return before is not None and same and still_says(before.answer, self.answer)

    def was_given(self, at: datetime | None) -> bool:
        """Whether it was there at a moment."""
        return at is None or self.explanation.at <= at

    def stood(self, at: datetime | None) -> bool:
        """Whether it was given and not withdrawn at a moment; without one, whether it stands now."""
        withdrawn = self.explanation.withdrawn_at
        return self.was_given(at) and (withdrawn is None or (at is not None and withdrawn > at))


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A warning by its place in the list of its version, and what it asks."""

    position: int
    asked: Asked


@dataclass(frozen=True)
class InForce:
    """A version that was accepted, and when."""

    version: UUID
    at: datetime


@dataclass(frozen=True)
class Explained:
    """All explanations of some concessions, and what they could answer in the versions that matter."""

    reports: Mapping[tuple[UUID, int], Report]
    given: Mapping[UUID, Sequence[Given]]
    accepted: Mapping[UUID, Sequence[InForce]]
    rules: Mapping[UUID, Mapping[str, RuleAsked]]
    listed: Mapping[Place, Sequence[Listed]]

    def standing(self, report: Report, at: datetime | None) -> tuple[Given, ...]:
        """What stands in a report at a moment, from old to new: of the year before, and its own."""
        return (*self.carried(report, at), *(one for one in self.given.get(report.id, ()) if one.stood(at)))

    def carried(self, report: Report, at: datetime | None) -> tuple[Given, ...]:
        """What comes from the year before, and was not followed by anything in this report."""
        own = self.given.get(report.id, ())
        followed = {one.explanation.follows for one in own if one.was_given(at)}
        return tuple(one for one in self.earlier(report, at) if one.explanation.id not in followed)

    def earlier(self, report: Report, at: datetime | None) -> tuple[Given, ...]:
        """What stood in the version in force of the year before when that was accepted, and held there."""
        before = self.reports.get((report.concession, report.report_year - 1))
        in_force = self._in_force(before, at) if before else None
        if before is None or in_force is None:
            return ()
        return tuple(one for one in self.standing(before, in_force.at) if self.holds(one, in_force.version))

    def holds(self, one: Given, version: UUID) -> bool:
        """Whether an explanation answers anything in a version."""
        return self.holds_in_bulk(one, version) or bool(self.answered(one, version))

    def holds_in_bulk(self, one: Given, version: UUID) -> bool:
        """Whether an explanation answers its whole rule in a version."""
        rule = self.rules.get(version, {}).get(one.explanation.rule)
        return rule is not None and answers_in_bulk(one.answer, rule)

    def answered(self, one: Given, version: UUID) -> tuple[int, ...]:
        """The listed warnings of a version that an explanation answers, by position."""
        return tuple(listed.position for listed in self.about(one, version) if answers(one.answer, listed.asked))

    def about(self, one: Given, version: UUID) -> Sequence[Listed]:
        """The listed warnings of a version that ask the same question as an explanation answers, whatever their values."""
        return self.listed.get((version, *one.question), ())

    def _in_force(self, report: Report, at: datetime | None) -> InForce | None:
        accepted = (one for one in reversed(self.accepted.get(report.id, ())) if at is None or one.at <= at)
        return next(accepted, None)


def explained_in(session: Session, concessions: Collection[UUID], versions: Iterable[UUID]) -> Explained:
    """All that is explained in some concessions, held against their accepted versions and these; a fixed number of queries."""
    query = select(Report).where(among(Report.concession, concessions)).order_by(Report.report_year)
    reports = session.scalars(query).all()
    accepted = accepted_versions(session, [one.id for one in reports])
    matter = {*versions, *(one.version for many in accepted.values() for one in many)}
    given = _given(session, {one.id: one.report_year for one in reports})
    questions = {one.question for many in given.values() for one in many}
    return Explained(
        reports={(one.concession, one.report_year): one for one in reports},
        given=given,
        accepted=accepted,
        rules=_rules(session, matter),
        listed=_listed(session, matter, concessions, questions),
    )


def _given(session: Session, years: Mapping[UUID, int]) -> dict[UUID, list[Given]]:
    """Every explanation of these reports, also those that were withdrawn."""
    query = (
        select(Explanation, Person.name)
        .join(Person, Person.id == Explanation.by)
        .where(among(Explanation.report, years))
        .order_by(Explanation.at, Explanation.id)
    )
    known: dict[UUID | None, Given] = {}
    given: dict[UUID, list[Given]] = defaultdict(list)
    for one, name in session.execute(query):
        known[one.id] = Given(explanation=one, name=name, year=years[one.report], follows=known.get(one.follows))
        given[one.report].append(known[one.id])
    return given


def accepted_versions(session: Session, reports: Sequence[UUID]) -> dict[UUID, list[InForce]]:
    """The versions of each report that were accepted, from old to new: the last is the one in force."""
    query = (
        select(Version.report, Version.id, Decision.at)
        .join(Decision, Decision.version == Version.id)
        .where(among(Version.report, reports), Decision.outcome != DecisionOutcome.SENT_BACK)
        .order_by(Version.report, Version.number, Decision.at)
    )
    found: dict[UUID, list[InForce]] = defaultdict(list)
    for report, version, at in session.execute(query):
        found[report].append(InForce(version, at))
    return found


def _rules(session: Session, versions: Collection[UUID]) -> dict[UUID, dict[str, RuleAsked]]:
    """The rules whose warnings a version has to answer."""
    query = (
        select(RuleResult)
        .where(among(RuleResult.version, versions), RuleResult.severity == Severity.WARNING, RuleResult.count > 0)
        .order_by(RuleResult.version, RuleResult.rule)
    )
    asked: dict[UUID, dict[str, RuleAsked]] = defaultdict(dict)
    for one in session.scalars(query):
        asked[one.version][one.rule] = RuleAsked(rule=one.rule, revision=one.revision, count=one.count)
    return asked


def _listed(
    session: Session, versions: Collection[UUID], concessions: Collection[UUID], questions: Collection[Question]
) -> dict[Place, list[Listed]]:
    """The listed warnings that ask these questions; only the rules that were explained one by one are read."""
    if not questions:
        return {}
    explained, checked = aliased(Report), aliased(Report)
    wanted = (
        select(Version.id, Explanation.rule)
        .join(explained, explained.id == Explanation.report)
        .join(checked, and_(checked.concession == explained.concession, checked.report_year >= explained.report_year))
        .join(Version, Version.report == checked.id)
        .where(among(explained.concession, concessions), among(Version.id, versions))
        .where(or_(Explanation.entity.is_not(None), Explanation.column.is_not(None)))
        .distinct()
        .subquery()
    )
    query = (
        select(Finding.version, Finding.position, Finding.rule, Finding.revision)
        .add_columns(Finding.entity, Finding.column, Finding.value)
        .join(wanted, and_(Finding.version == wanted.c.id, Finding.rule == wanted.c.rule))
        .where(Finding.severity == Severity.WARNING)
        .order_by(Finding.version, Finding.position)
    )
    found: dict[Place, list[Listed]] = defaultdict(list)
    for version, position, rule, revision, entity, column, value in session.execute(query):
        if (rule, entity, column) in questions:
            asked = Asked(rule=rule, revision=revision, entity=entity, column=column, value=value)
            found[version, rule, entity, column].append(Listed(position=position, asked=asked))
    return found
