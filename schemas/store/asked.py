"""Which warnings of a version ask for an explanation, what answers them, and what lapsed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.explaining import Came, Lapse
from schemas.store.explained import Explained, Given, explained_in
from schemas.store.reports import Explanation, Report, Version
from schemas.store.waived import Waived, waived_in
from schemas.store.waivers import Waiver


@dataclass(frozen=True, kw_only=True)
class Lapsed:
    """An explanation that held before and does not hold in a version.

    ``now`` is the value that left the band, ``position`` the warning that asks again where one does, and ``again`` the
    explanation that was given since.
    """

    given: Given
    why: Lapse
    now: str | None = None
    position: int | None = None
    again: Given | None = None


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What answers the warnings of a version: by position, by rule in bulk; how each came; what lapsed; what is open.

    A warning that is waived, alone or with its rule, asks for nothing.
    """

    to: Mapping[int, Given]
    in_bulk: Mapping[str, Given]
    holding: tuple[Given, ...]
    came: Mapping[UUID, Came]
    lapsed: tuple[Lapsed, ...]
    unanswered: Mapping[str, int]
    waived: Mapping[int, Waiver]
    waived_rules: Mapping[str, Waiver]


def answers_of(session: Session, report: Report, version: Version, *, at: datetime | None = None) -> Answers:
    """The answers in a version as they stood at a moment; without one, as they stand now."""
    explained = explained_in(session, [report.concession], [version.id])
    standing = explained.standing(report, at)
    holding = tuple(one for one in standing if explained.holds(one, version.id))
    to, in_bulk = _to(explained, holding, version.id)
    waived = waived_in(session, {version.id: report}, at)
    return Answers(
        to=to,
        in_bulk=in_bulk,
        holding=holding,
        came={one.explanation.id: _came(one, version) for one in holding},
        lapsed=tuple(_lapsed(explained, report, version, at)),
        unanswered=_unanswered(explained, holding, version.id, waived),
        waived=waived.listed.get(version.id, {}),
        waived_rules=waived.rules[version.id],
    )


def unanswered_warnings(session: Session, report: Report, version: UUID) -> int:
    """How many warnings of a version still ask for an explanation."""
    return unanswered_by_version(session, {version: report})[version]


def unanswered_by_version(session: Session, versions: Mapping[UUID, Report]) -> dict[UUID, int]:
    """The same for many versions, each with its report, in a fixed number of queries."""
    if not versions:
        return {}
    explained = explained_in(session, {report.concession for report in versions.values()}, versions)
    waived = waived_in(session, versions)
    return {
        version: sum(_unanswered(explained, explained.standing(report, None), version, waived).values())
        for version, report in versions.items()
    }


def followed_by(session: Session, report: Report, answer: Explanation) -> list[Explanation]:
    """The explanations of the same question that a new one takes the place of: of the year before, and its own report's."""
    explained = explained_in(session, [report.concession], [])
    own = (one for one in explained.given.get(report.id, ()) if one.stood(None))
    question = answer.rule, answer.entity, answer.column
    return [one.explanation for one in (*explained.earlier(report, None), *own) if one.question == question]


def carried_over(session: Session, report: Report, explanation: UUID) -> Explanation | None:
    """An explanation of an earlier year that counts in a report, by its id."""
    carried = explained_in(session, [report.concession], []).carried(report, None)
    return next((one.explanation for one in carried if one.explanation.id == explanation), None)


def _to(explained: Explained, standing: tuple[Given, ...], version: UUID) -> tuple[dict[int, Given], dict[str, Given]]:
    """The newest answer to each listed warning, and to each rule as a whole."""
    to = {position: one for one in standing for position in explained.answered(one, version)}
    in_bulk = {one.explanation.rule: one for one in standing if explained.holds_in_bulk(one, version)}
    return to, in_bulk


def _unanswered(explained: Explained, standing: tuple[Given, ...], version: UUID, waived: Waived) -> dict[str, int]:
    """By rule, how many of its warnings ask; those that are not listed can be answered in bulk only."""
    to, in_bulk = _to(explained, standing, version)
    closed = {position: one.rule for position, one in waived.listed.get(version, {}).items()}
    closed |= {position: one.explanation.rule for position, one in to.items()}
    numbers = Counter(closed.values())
    done = {*in_bulk, *waived.rules[version]}
    return {
        rule: 0 if rule in done else asked.count - numbers[rule]
        for rule, asked in explained.rules.get(version, {}).items()
    }


def _came(one: Given, version: Version) -> Came:
    before = one.follows.explanation if one.follows and one.confirms else one.explanation
    if before.report != version.report:
        return Came.EARLIER_YEAR
    return Came.NEW if one.explanation.at >= version.created_at else Came.EARLIER_UPLOAD


def _lapsed(explained: Explained, report: Report, version: Version, at: datetime | None) -> Iterator[Lapsed]:
    """What came from the year before, or stood when the version was made, and does not hold in it.

    What was only withdrawn since did not lapse; what was answered anew is told beside its new answer.
    """
    own = explained.given.get(report.id, ())
    since = {one.explanation.follows: one for one in own if one.was_given(at)}
    stood = (one for one in own if one.explanation.at < version.created_at and one.stood(version.created_at))
    before = (one for one in stood if one.stood(at) or one.explanation.id in since)
    for one in (*explained.earlier(report, at), *before):
        if not explained.holds(one, version.id):
            yield _lapse(explained, one, version.id, again=_again(one, since, at))


def _again(one: Given, since: Mapping[UUID | None, Given], at: datetime | None) -> Given | None:
    """What took the place of an explanation, and stands."""
    later = since.get(one.explanation.id)
    while later and not later.stood(at):
        later = since.get(later.explanation.id)
    return later


def _lapse(explained: Explained, one: Given, version: UUID, *, again: Given | None) -> Lapsed:
    rule = explained.rules.get(version, {}).get(one.explanation.rule)
    asks = next(iter(explained.about(one, version)), None)
    if rule is None or (asks is None and not one.answer.in_bulk):
        return Lapsed(given=one, why=Lapse.GONE, again=again)
    return Lapsed(
        given=one,
        why=Lapse.VALUE if rule.revision == one.explanation.revision else Lapse.RULE,
        now=asks.asked.value if asks else str(rule.count),
        position=asks.position if asks else None,
        again=again,
    )
