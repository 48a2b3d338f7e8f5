"""Every figure of a version with its why: by theme, the total first and its parts under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.filters import month_long
from portal.holder.whys import Explained, explained
from portal.language import in_language, language
from schemas import amounts
from schemas.indicators import INDICATOR, INDICATORS
from schemas.indicators.parts import MONTH, TOTAL, pair_words
from schemas.judgement import Status
from schemas.store import IndicatorValue

PLACES: Final = {known.id: place for place, known in enumerate(INDICATORS)}
THEMES: Final[dict[str, LazyString]] = {
    "CTX": lazy_gettext("Vervoer"),
    "FLT": lazy_gettext("Wagenpark"),
    "ENE": lazy_gettext("Energie"),
    "GHG": lazy_gettext("Klimaat"),
    "AIR": lazy_gettext("Lucht"),
    "CIR": lazy_gettext("Grondstoffen en afval"),
    "SOC": lazy_gettext("Mensen"),
    "DD": lazy_gettext("Keten"),
    "GOV": lazy_gettext("Bestuur"),
}

# Indicator and part.
Place = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A figure or a part of it, with its why."""

    indicator: str
    part: str
    label: str
    standard: str
    value: str
    status: Status
    why: Explained | None


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """A part of a figure, such as *batterij-elektrisch*."""

    part: str
    label: str
    value: str
    status: Status


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One indicator: its total with its why, its parts, and the part of which the reader asked why."""

    indicator: str
    name: str
    total: Told
    parts: tuple[PartLine, ...]
    asked: Told | None
    open: bool


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Figures that belong together."""

    code: str
    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Shown:
    """The figures of a version by theme, those that norms hang on, and of which norm or figure the reader asked why."""

    themes: tuple[Theme, ...]
    of_norms: Mapping[Place, Told]
    asked: str | None
    page: str

    def why(self, indicator: str, part: str = "") -> str:
        """Where a figure opens its why, without a script too."""
        return why_href(self.page, indicator, part=part, anchor=f"waarom-{indicator}")


def why_href(page: str, what: str, *, part: str = "", anchor: str = "") -> str:
    """The address of a page of figures at which one of them, or a norm, says why."""
    asked = urlencode({"waarom": what} | ({"deel": part} if part else {}))
    return f"{page}?{asked}#{anchor or what}"


def figures_shown(
    session: Session, version: UUID, *, page: str, of_norms: Iterable[tuple[str | None, str]] = ()
) -> Shown:
    """Every figure of a version on a page; the address says of which one the reader asks why."""
    query = select(IndicatorValue).where(IndicatorValue.version == version)
    rows: dict[str, list[IndicatorValue]] = {}
    for row in session.scalars(query.order_by(IndicatorValue.indicator, IndicatorValue.part)):
        rows.setdefault(row.indicator, []).append(row)
    asked, part = request.args.get("waarom"), request.args.get("deel")
    return Shown(
        themes=_themes(rows, {asked: part} if asked else {}),
        of_norms=_some(rows, {(indicator, part) for indicator, part in of_norms if indicator}),
        asked=asked,
        page=page,
    )


def _themes(rows: Mapping[str, Sequence[IndicatorValue]], asked: Mapping[str, str | None]) -> tuple[Theme, ...]:
    ids = sorted(rows, key=lambda one: (PLACES.get(one, len(PLACES)), one))
    codes = dict.fromkeys(one.split("-")[0] for one in ids)
    return tuple(
        Theme(
            code=code,
            name=str(THEMES.get(code, code)),
            figures=tuple(_figure(rows[one], asked) for one in ids if one.split("-")[0] == code),
        )
        for code in codes
    )


def _some(rows: Mapping[str, Sequence[IndicatorValue]], places: set[Place]) -> dict[Place, Told]:
    return {
        (row.indicator, row.part): _told(row)
        for indicator in {indicator for indicator, _part in places}
        for row in rows.get(indicator, ())
        if (row.indicator, row.part) in places
    }


def status_word(status: Status) -> str:
    """How a figure is known."""
    words = {
        Status.MEASURED: _("gemeten"),
        Status.ESTIMATED: _("geschat"),
        Status.NOT_ASSESSABLE: _("niet te beoordelen"),
    }
    return str(words[status])


def _figure(rows: Sequence[IndicatorValue], asked: Mapping[str, str | None]) -> Figure:
    head = next((row for row in rows if row.part == TOTAL), rows[0])
    known, part = INDICATOR.get(head.indicator), asked.get(head.indicator)
    return Figure(
        indicator=head.indicator,
        name=in_language(known.name) if known else head.indicator,
        total=_told(head),
        parts=tuple(_part_line(row) for row in rows if row is not head),
        asked=next((_told(row) for row in rows if row.part == part and row is not head), None),
        open=head.indicator in asked,
    )


def _told(row: IndicatorValue) -> Told:
    known = INDICATOR.get(row.indicator)
    return Told(
        indicator=row.indicator,
        part=row.part,
        label=part_label(row.part),
        standard=known.standard if known else "",
        value=amounts.told(row.value, row.unit or "", language()),
        status=row.status,
        why=explained(row.why, row.unit) if row.why else None,
    )


def _part_line(row: IndicatorValue) -> PartLine:
    return PartLine(
        part=row.part,
        label=part_label(row.part),
        value=amounts.told(row.value, row.unit or "", language()),
        status=row.status,
    )


def part_label(part: str) -> str:
    """A part in words: *batterij-elektrisch, 12-meterbus*."""
    return ", ".join(_pair(pair) for pair in part.split(","))


def _pair(pair: str) -> str:
    dimension, _equals, code = pair.partition("=")
    return month_long(code) if dimension == MONTH else in_language(pair_words(pair))
