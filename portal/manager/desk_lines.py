"""The lines of the desk: each report with where it stands, its days, verdicts, trend and questions, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.extensions import extensions_of
from portal.holder.about import About, abouts_for
from portal.holder.conversations import Conversations, conversations_about
from portal.holder.sentences import Sentence
from portal.manager.desk_scope import Scope
from portal.manager.sentences import is_mine, manager_sentence
from portal.manager.trends import Trend, intensities, trend
from portal.plan.calls import Calls, calls_of
from portal.reopenings import reopenings_of
from portal.strips import Strip, strips
from portal.versions import version_to_show
from portal.visitor import SignedIn
from schemas.clock import dutch_day, today
from schemas.state import Standing, VersionFacts
from schemas.store import Organisation, among
from schemas.store.granting import authorities_of_each
from schemas.words import Role


class Stand(StrEnum):
    """Where a report stands as an authority tells it; the values stand in addresses."""

    WITH_HOLDER = "houder"
    SENT_BACK = "teruggestuurd"
    HANDED_IN = "ingediend"
    IN_REVIEW = "in-beoordeling"
    DECIDED = "besloten"


STANDS: Final = {
    Standing.HANDED_IN: Stand.HANDED_IN,
    Standing.IN_REVIEW: Stand.IN_REVIEW,
    Standing.DECIDED: Stand.DECIDED,
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One report on the desk.

    ``judged_year`` is the year of the newest report with verdicts, of which ``strip`` and ``trend`` tell: that of an
    earlier year as long as this one was not handed in. ``days_late`` is none as long as it is not handed in.
    ``to_read`` are the answers that wait for this reader, ``open`` the questions that nobody closed yet.
    """

    about: About
    person: SignedIn
    holder: str
    provinces: tuple[str, ...]
    leading: bool
    newest: bool
    mine: bool
    handed_in: date | None
    days_late: int | None
    strip: Strip
    judged_year: int | None
    judged: UUID | None
    trend: Trend | None
    to_read: int
    open: int
    asks_time: bool
    asks_opening: bool
    plan: Calls

    @property
    def stand(self) -> Stand:
        """Where it stands."""
        state = self.about.state
        return Stand.SENT_BACK if state.correction else STANDS.get(state.standing, Stand.WITH_HOLDER)

    @property
    def sentence(self) -> Sentence:
        """Where it stands, with who acts by when."""
        return manager_sentence(self.about, self.person, leads=self.leading)

    @property
    def days_left(self) -> int | None:
        """How many days are left of the term of who acts; below zero is over it, none where nobody acts."""
        return (self.about.state.by - today()).days if self.about.state.by else None


@dataclass(frozen=True)
class _Known:
    """What was gathered of all reports at once."""

    holders: Mapping[UUID, str]
    provinces: Mapping[UUID, tuple[str, ...]]
    led: frozenset[UUID]
    waiting: frozenset[UUID]
    asks_opening: frozenset[UUID]
    plans: Mapping[UUID, Calls]
    talks: Mapping[UUID, Conversations]
    strips: Mapping[UUID, Strip]
    intensities: Mapping[UUID, Decimal]


def desk_lines(session: Session, person: SignedIn, scope: Scope, led: frozenset[UUID]) -> list[Line]:
    """The reports that the desk looks at, a line each, in their order; ``led`` are the concessions on which it decides."""
    known = abouts_for(session, scope.reports, scope.concessions)
    shown = {one.report.id: version for one in known if (version := version_to_show(one))}
    gathered = _gather(session, person, known, shown, led)
    by_concession: dict[UUID, list[About]] = defaultdict(list)
    for one in known:
        by_concession[one.concession.id].append(one)
    return [_line(one, person, by_concession[one.concession.id], shown, gathered) for one in known]


def _gather(
    session: Session,
    person: SignedIn,
    known: Sequence[About],
    shown: Mapping[UUID, VersionFacts],
    led: frozenset[UUID],
) -> _Known:
    reports = [one.report.id for one in known]
    versions = [version.id for version in shown.values()]
    return _Known(
        holders=_holders(session, {one.concession.holder for one in known}),
        provinces=_provinces(session, {one.concession.id for one in known}),
        led=led,
        waiting=frozenset(one.report for one in extensions_of(session, reports) if one.answer is None),
        asks_opening=frozenset(one.report for one in reopenings_of(session, reports) if one.answer is None),
        plans=calls_of(session, {one.concession.id for one in known}),
        talks=conversations_about(session, person, reports),
        strips=strips(session, versions),
        intensities=intensities(session, versions),
    )


def _line(
    one: About, person: SignedIn, years: Sequence[About], shown: Mapping[UUID, VersionFacts], known: _Known
) -> Line:
    leading = one.concession.id in known.led
    decides, talks = leading and person.has(Role.MANAGER), known.talks[one.report.id]
    asks_time = one.report.id in known.waiting and decides
    asks_opening = one.report.id in known.asks_opening and decides
    plan = known.plans[one.concession.id] if one is years[0] else Calls()
    to_read = len(talks.awaiting_authority) if decides else 0
    judged = _judged(one, years, shown, known)
    version = shown[judged.report.id].id if judged else None
    handed_in = _handed_in(one)
    return Line(
        about=one,
        person=person,
        holder=known.holders[one.concession.holder],
        provinces=known.provinces[one.concession.id],
        leading=leading,
        newest=one is years[0],
        mine=is_mine(one, person, leads=leading)
        or to_read > 0
        or asks_time
        or asks_opening
        or (decides and plan.to_answer > 0),
        handed_in=handed_in,
        days_late=max(0, (handed_in - one.facts.dates.hand_in_by).days) if handed_in else None,
        strip=known.strips[version] if version else Strip(),
        judged_year=judged.report.report_year if judged else None,
        judged=judged.report.id if judged else None,
        trend=_trend(judged, years, shown, known) if judged else None,
        to_read=to_read,
        open=len(talks.awaiting_holder) + len(talks.awaiting_authority),
        asks_time=asks_time,
        asks_opening=asks_opening,
        plan=plan,
    )


def _judged(one: About, years: Iterable[About], shown: Mapping[UUID, VersionFacts], known: _Known) -> About | None:
    """The newest report of the concession, not newer than this one, that was handed in and judged."""
    earlier = (other for other in years if other.report.report_year <= one.report.report_year)
    return next((other for other in earlier if _version(other, shown) in known.strips), None)


def _trend(judged: About, years: Iterable[About], shown: Mapping[UUID, VersionFacts], known: _Known) -> Trend | None:
    year = judged.report.report_year
    before = next((other for other in years if other.report.report_year == year - 1), None)
    now, then = (
        known.intensities.get(version) if version else None
        for version in (_version(judged, shown), _version(before, shown) if before else None)
    )
    return trend(year, now, then)


def _version(one: About, shown: Mapping[UUID, VersionFacts]) -> UUID | None:
    return shown[one.report.id].id if one.report.id in shown else None


def _handed_in(one: About) -> date | None:
    signed = [version.signed.at for version in one.facts.versions if version.signed]
    return dutch_day(min(signed)) if signed else None


def _holders(session: Session, holders: Collection[UUID]) -> dict[UUID, str]:
    query = select(Organisation.id, Organisation.name).where(among(Organisation.id, holders)).order_by(Organisation.id)
    return dict[UUID, str](session.execute(query).all())


def _provinces(session: Session, concessions: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Who grants each concession, the one that leads first."""
    granting = authorities_of_each(session, concessions, on=today())
    return {concession: tuple(one.name for one in granting[concession]) for concession in concessions}
