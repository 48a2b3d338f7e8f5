"""Other concessions beside one's own, so that nothing can be told of a single one that the reader may not see.

The group of a figure and year is fixed: nothing in an address makes it smaller. In it are the concessions that the
reader's province grants, whose reports it may open anyhow, and of all others those that were accepted, in the order in
which they were. Of these others only whole threes count, each with the version that was accepted first: whoever looks
before and after one more comes in, or from two concessions, finds the same threes or at least three new ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median, quantiles
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.tenancy import own_concessions
from portal.versions import versions_to_show
from portal.visitor import SignedIn
from schemas.indicators.parts import TOTAL
from schemas.store import Decision, IndicatorValue, Report, Version, among
from schemas.words import ACCEPTED

LEAST: Final = 3
LEAST_FOR_SPREAD: Final = 5
FIGURES_TOLD: Final = 2


@dataclass(frozen=True, kw_only=True)
class Peer:
    """A concession with its value; ``seen`` where the reader may open its report, which then has a name."""

    concession: UUID
    value: Decimal
    seen: bool
    name: str = ""
    report: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Spread:
    """The middle of a group, and the half around it where the group is large enough; rounded, as it tells of others."""

    number: int
    middle: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


def spread(peers: Sequence[Peer], *, beside: UUID | None = None) -> Spread | None:
    """What may be told of a group, without the concession that it stands beside; of fewer than three others nothing.

    ``peers`` are in the order in which they were accepted.
    """
    values = [peer.value for peer in _told(peers) if peer.concession != beside]
    if len(values) < LEAST + (beside is None):
        return None
    middle = _rounded(median(values))
    if len(values) < LEAST_FOR_SPREAD:
        return Spread(number=len(values), middle=middle)
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    return Spread(number=len(values), middle=middle, low=_rounded(low), high=_rounded(high))


def _told(peers: Iterable[Peer]) -> list[Peer]:
    """All that the reader sees anyhow, and of the others whole threes."""
    known = list(peers)
    others = [peer for peer in known if not peer.seen]
    return [peer for peer in known if peer.seen] + others[: len(others) // LEAST * LEAST]


def _rounded(value: Decimal) -> Decimal:
    """To two figures: enough to compare with, too little to find one concession by."""
    if not value:
        return Decimal(0)
    places = FIGURES_TOLD - 1 - value.adjusted()
    return round(value, places) if places >= 0 else Decimal(int(round(value, places)))


def peers(session: Session, person: SignedIn, year: int, indicators: Collection[str]) -> Mapping[str, tuple[Peer, ...]]:
    """Who knows each figure over a year, in a fixed number of queries."""
    own = {one.id: one for one in own_concessions(session, person)}
    query = select(Report).where(among(Report.concession, own), Report.report_year == year)
    reports = {one.id: one for one in session.scalars(query.order_by(Report.id))}
    shown = {
        version.id: reports[report] for report, version in versions_to_show(session, list(reports.values())).items()
    }
    others = _accepted(session, year, without=own)
    values = _values(session, [*shown, *others], indicators)
    return {
        indicator: (
            *(
                Peer(
                    concession=one.concession,
                    value=values[indicator, version],
                    seen=True,
                    name=own[one.concession].name,
                    report=one.id,
                )
                for version, one in shown.items()
                if (indicator, version) in values
            ),
            *(
                Peer(concession=concession, value=values[indicator, version], seen=False)
                for version, concession in others.items()
                if (indicator, version) in values
            ),
        )
        for indicator in indicators
    }


def _values(
    session: Session, versions: Collection[UUID], indicators: Collection[str]
) -> dict[tuple[str, UUID], Decimal]:
    """What each version says of each figure as a whole, where it says something."""
    query = select(IndicatorValue.version, IndicatorValue.indicator, IndicatorValue.value).where(
        among(IndicatorValue.version, versions),
        among(IndicatorValue.indicator, indicators),
        IndicatorValue.part == TOTAL,
        IndicatorValue.value.is_not(None),
    )
    found = session.execute(query.order_by(IndicatorValue.version))
    return {(indicator, version): value for version, indicator, value in found if value is not None}


def _accepted(session: Session, year: int, *, without: Collection[UUID]) -> dict[UUID, UUID]:
    """The version of each other concession that was accepted first over a year, in that order; to its concession."""
    query = (
        select(Decision.version, Report.concession)
        .join(Version, Version.id == Decision.version)
        .join(Report, Report.id == Version.report)
        .where(Report.report_year == year, Decision.outcome.in_(ACCEPTED), Report.concession.not_in(without))
        .order_by(Decision.at, Decision.id)
    )
    first: dict[UUID, UUID] = {}
    for version, concession in session.execute(query):
        first.setdefault(concession, version)
    return {version: concession for concession, version in first.items()}
