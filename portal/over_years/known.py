"""What is known of each year of a concession: the version that a reader may see, with its figures and verdicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from portal.holder.about import About
from portal.strips import Strip, strips
from portal.versions import version_to_show
from portal.visitor import SignedIn
from schemas.energy_content import FUELS, energy_contents
from schemas.forecasts import Forecast
from schemas.indicators.parts import TOTAL
from schemas.store import Check, FactorSet, IndicatorValue, NormVerdict, among
from schemas.words import OrganisationKind

Entries = Sequence[Mapping[str, Any]]
IN_PARTS: Final = ("FLT-01", "DD-01", *FUELS)


@dataclass(frozen=True)
class Value:
    """A figure or a part of it."""

    indicator: str
    part: str
    value: Decimal | None
    unit: str


@dataclass(frozen=True)
class Content:
    """An entry of a factor list, as far as energy is concerned."""

    kind: str
    code: str
    mj_per_unit: Decimal | None


@dataclass(frozen=True, kw_only=True)
class KnownYear:
    """One year; ``draft`` where only its holder sees it, ``mj_per_unit`` is the energy content of its factor list."""

    about: About
    year: int
    version: UUID
    number: int
    draft: bool
    figures: tuple[Value, ...]
    strip: Strip
    mj_per_unit: Mapping[str, Decimal]
    forecasts: Mapping[str, Forecast]

    def value(self, indicator: str, part: str = TOTAL) -> Decimal | None:
        """A figure of this year."""
        return next((one.value for one in self.figures if (one.indicator, one.part) == (indicator, part)), None)

    def parts(self, indicator: str, dimension: str) -> dict[str, Decimal]:
        """What is known of a figure by one dimension alone, by code."""
        start = f"{dimension}="
        return {
            one.part.removeprefix(start): one.value
            for one in self.figures
            if one.indicator == indicator
            and one.part.startswith(start)
            and "," not in one.part
            and one.value is not None
        }


def known_years(
    session: Session, person: SignedIn, abouts: Sequence[About], *, shown: tuple[UUID, UUID] | None = None
) -> list[KnownYear]:
    """The years of a concession with figures, from old to new, in a fixed number of queries.

    ``shown`` is a report and the version of it that the page is about; of every other report it is the version in
    force, else the one that was handed in, and for its holder the newest draft that was checked.
    """
    versions = {one.report.id: version for one in abouts if (version := _version(one, person, shown))}
    figures, contents = _figures(session, versions.values()), _contents(session, versions.values())
    verdicts, forecasts = strips(session, list(versions.values())), _forecasts(session, versions.values())
    return [
        KnownYear(
            about=one,
            year=one.report.report_year,
            version=version,
            number=next(known.number for known in one.facts.versions if known.id == version),
            draft=not any(known.id == version and known.signed for known in one.facts.versions),
            figures=tuple(figures[version]),
            strip=verdicts.get(version, Strip()),
            mj_per_unit=contents.get(version, {}),
            forecasts=forecasts[version],
        )
        for one in abouts
        if (version := versions.get(one.report.id)) and version in figures
    ]


def _version(one: About, person: SignedIn, shown: tuple[UUID, UUID] | None) -> UUID | None:
    if shown and one.report.id == shown[0]:
        return shown[1]
    found = one.in_force or version_to_show(one)
    if found is None and person.kind is OrganisationKind.HOLDER:
        found = next((known for known in reversed(one.facts.versions) if known.checked), None)
    return found.id if found else None


def _figures(session: Session, versions: Collection[UUID]) -> dict[UUID, list[Value]]:
    query = (
        select(
            IndicatorValue.version,
            IndicatorValue.indicator,
            IndicatorValue.part,
            IndicatorValue.value,
            IndicatorValue.unit,
        )
        .where(
            among(IndicatorValue.version, versions),
            or_(
                IndicatorValue.part == TOTAL,
                and_(IndicatorValue.indicator.in_(IN_PARTS), ~IndicatorValue.part.contains(",")),
            ),
        )
        .order_by(IndicatorValue.indicator, IndicatorValue.part)
    )
    found: dict[UUID, list[Value]] = defaultdict(list)
    for version, indicator, part, value, unit in session.execute(query):
        found[version].append(Value(indicator, part, value, unit))
    return found


def _contents(session: Session, versions: Collection[UUID]) -> dict[UUID, dict[str, Decimal]]:
    """The energy contents of the factor list by which each version was judged; each list is read once."""
    query = select(Check.version, Check.factor_set).where(among(Check.version, versions), Check.factor_set.is_not(None))
    named = {version: name for version, name in session.execute(query.order_by(Check.version))}  # noqa: C416 - rows
    lists = select(FactorSet.id, FactorSet.body).where(among(FactorSet.id, set(named.values()))).order_by(FactorSet.id)
    contents = {name: energy_contents(map(_content, cast("Entries", body))) for name, body in session.execute(lists)}
    return {version: contents[name] for version, name in named.items() if name in contents}


def _content(entry: Mapping[str, Any]) -> Content:
    amount = entry.get("mj_per_unit")
    return Content(entry["kind"], entry["code"], Decimal(amount) if amount else None)


def _forecasts(session: Session, versions: Collection[UUID]) -> dict[UUID, dict[str, Forecast]]:
    query = select(NormVerdict.version, NormVerdict.norm, NormVerdict.forecast).where(
        among(NormVerdict.version, versions)
    )
    found: dict[UUID, dict[str, Forecast]] = defaultdict(dict)
    for version, norm, kept in session.execute(query.order_by(NormVerdict.version, NormVerdict.norm)):
        if kept:
            found[version][norm] = Forecast.model_validate(kept, strict=False)
    return found
