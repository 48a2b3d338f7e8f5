"""Figures of two versions held against each other: verdicts that turned, figures that norms hang on, and all others by theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.filters import quantity
from portal.holder.indicators import PLACES, THEMES, Place, part_label, status_word
from portal.holder.verdicts import said
from portal.holder.year_change import signed
from portal.language import in_language
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL
from schemas.judgement import Outcome, Status
from schemas.norms import NORM, NORMS, NormDefinition
from schemas.store import IndicatorValue, NormVerdict, among
from schemas.terms import Terms


class Known(NamedTuple):
    """A figure of one version."""

    value: Decimal | None
    unit: str
    status: Status


@dataclass(frozen=True, kw_only=True)
class FigureChange:
    """A figure, or a part of one, that differs between two versions."""

    indicator: str
    name: str
    part: str
    before: str
    after: str
    difference: str


@dataclass(frozen=True, kw_only=True)
class VerdictChange:
    """A norm on which the verdict turned."""

    norm: str
    name: str
    before: Outcome | None
    after: Outcome | None
    value_before: str
    value_after: str


@dataclass(frozen=True, kw_only=True)
class ThemeChange:
    """What changed in a theme: the totals, and the parts of them."""

    code: str
    name: str
    totals: tuple[FigureChange, ...]
    parts: tuple[FigureChange, ...]


@dataclass(frozen=True, kw_only=True)
class ChangedFigures:
    """What changed in figures and verdicts between two versions."""

    verdicts: tuple[VerdictChange, ...]
    of_norms: tuple[FigureChange, ...]
    themes: tuple[ThemeChange, ...]

    @property
    def number(self) -> int:
        """How many figures changed, those that norms hang on included; parts are not counted."""
        return len(self.of_norms) + sum(len(theme.totals) for theme in self.themes)


def changed_figures(session: Session, terms: Terms, *, before: UUID, after: UUID) -> ChangedFigures:
    """What differs between two versions of one report, in two questions to the database."""
    figures = _figures(session, before, after)
    changed = [_change(place, figures[before].get(place), figures[after].get(place)) for place in _differing(figures)]
    hang_on = _hang_on(terms)
    others = [one for one in changed if (one.indicator, one.part or TOTAL) not in hang_on]
    return ChangedFigures(
        verdicts=_turned(session, before, after),
        of_norms=tuple(one for one in changed if one not in others),
        themes=tuple(_themes(others)),
    )


def _figures(session: Session, *versions: UUID) -> dict[UUID, dict[Place, Known]]:
    found: dict[UUID, dict[Place, Known]] = {version: {} for version in versions}
    one = IndicatorValue
    query = select(one.version, one.indicator, one.part, one.value, one.unit, one.status)
    for version, indicator, part, value, unit, status in session.execute(
        query.where(among(one.version, versions)).order_by(one.indicator, one.part)
    ):
        found[version][indicator, part] = Known(value, unit, status)
    return found


def _differing(figures: Mapping[UUID, Mapping[Place, Known]]) -> list[Place]:
    """Where the two versions do not say the same, in the order of the contract, totals first."""
    first, last = figures.values()
    places = [place for place in first.keys() | last.keys() if first.get(place) != last.get(place)]
    return sorted(places, key=lambda place: (PLACES.get(place[0], len(PLACES)), place[1] != TOTAL, place))


def _change(place: Place, before: Known | None, after: Known | None) -> FigureChange:
    indicator, part = place
    known = INDICATOR.get(indicator)
    return FigureChange(
        indicator=indicator,
        name=in_language(known.name) if known else indicator,
        part="" if part == TOTAL else part_label(part),
        before=_text(before),
        after=_text(after),
        difference=_difference(before, after),
    )


def _text(known: Known | None) -> str:
    if known is None:
        return "–"
    return status_word(known.status) if known.value is None else quantity(known.value, known.unit)


def _difference(before: Known | None, after: Known | None) -> str:
    if before is None or after is None or before.value is None or after.value is None or before.unit != after.unit:
        return ""
    return signed(after.value - before.value) if before.value != after.value else ""


def _hang_on(terms: Terms) -> set[Place]:
    """The figures on which a norm of the concession hangs."""
    asked = ((NORM[one.norm].indicator, one.part or TOTAL) for one in terms.norms if one.norm in NORM)
    return {(indicator, part) for indicator, part in asked if indicator}


def _themes(changed: Iterable[FigureChange]) -> Iterable[ThemeChange]:
    by_theme: dict[str, list[FigureChange]] = {}
    for one in changed:
        by_theme.setdefault(one.indicator.split("-")[0], []).append(one)
    for code, figures in by_theme.items():
        totals, parts = [one for one in figures if not one.part], [one for one in figures if one.part]
        name = str(THEMES.get(code, code))
        yield ThemeChange(code=code, name=name, totals=tuple(totals), parts=tuple(parts))


def _turned(session: Session, before: UUID, after: UUID) -> tuple[VerdictChange, ...]:
    """The norms on which another verdict is given, in the order of the norms."""
    query = select(NormVerdict).where(NormVerdict.version.in_((before, after))).order_by(NormVerdict.norm)
    given: dict[str, dict[UUID, NormVerdict]] = {}
    for verdict in session.scalars(query):
        given.setdefault(verdict.norm, {})[verdict.version] = verdict
    pairs = {norm.id: (given[norm.id].get(before), given[norm.id].get(after)) for norm in NORMS if norm.id in given}
    return tuple(_turn(NORM[norm], *pair) for norm, pair in pairs.items() if _outcome(pair[0]) is not _outcome(pair[1]))


def _turn(norm: NormDefinition, before: NormVerdict | None, after: NormVerdict | None) -> VerdictChange:
    return VerdictChange(
        norm=norm.id,
        name=in_language(norm.name),
        before=_outcome(before),
        after=_outcome(after),
        value_before=said(before.value if before else None, norm.unit),
        value_after=said(after.value if after else None, norm.unit),
    )


def _outcome(verdict: NormVerdict | None) -> Outcome | None:
    return verdict.verdict if verdict else None
