"""Every figure of a version with its why: by theme, the total first and its parts under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from sqlalchemy import Text, cast, select
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

NO_WHY: Final = "{}"

# Indicator and part.
Place = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """A kept value; its why is as it was kept, since a page shows few of them and reading one takes long."""

    indicator: str
    part: str
    value: Decimal | None
    unit: str
    status: Status
    why: str


@dataclass(frozen=True)
class Told:
    """A figure or a part of it, in words, with its why."""

    row: Row

    @property
    def indicator(self) -> str:
        """Its id."""
        return self.row.indicator

    @property
    def part(self) -> str:
        """The part as it is kept."""
        return self.row.part

    @property
    def status(self) -> Status:
        """How it is known."""
        return self.row.status

    @property
    def label(self) -> str:
        """The part in words."""
        return part_label(self.row.part)

    @property
    def standard(self) -> str:
        """By what the indicator is defined."""
        known = INDICATOR.get(self.row.indicator)
        return known.standard if known else ""

    @cached_property
    def value(self) -> str:
        """With its unit, in the reader's language."""
        return amounts.told(self.row.value, self.row.unit, language())

    @cached_property
    def why(self) -> Explained | None:
        """How it came about."""
        return explained(self.row.why, self.row.unit) if self.row.why != NO_WHY else None


@dataclass(frozen=True)
class Figure:
    """One indicator: its total with its why, its parts, and the part of which the reader asked why."""

    rows: tuple[Row, ...]
    asked_part: str | None = None
    open: bool = False

    @property
    def indicator(self) -> str:
        """Its id."""
        return self.rows[0].indicator

    @property
    def name(self) -> str:
        """In words."""
        known = INDICATOR.get(self.indicator)
        return in_language(known.name) if known else self.indicator

    @cached_property
    def total(self) -> Told:
        """The whole, else the first part."""
        return Told(next((row for row in self.rows if row.part == TOTAL), self.rows[0]))

    @cached_property
    def parts(self) -> tuple[Told, ...]:
        """The others."""
        return tuple(Told(row) for row in self.rows if row is not self.total.row)

    @property
    def asked(self) -> Told | None:
        """The part of which the reader asked why."""
        return next((one for one in self.parts if one.part == self.asked_part), None)


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

    def why_norm(self, norm: str) -> str:
        """The same of a norm."""
        return why_href(self.page, norm)


def why_href(page: str, what: str, *, part: str = "", anchor: str = "") -> str:
    """The address of a page of figures at which one of them, or a norm, says why."""
    asked = urlencode({"waarom": what} | ({"deel": part} if part else {}))
    return f"{page}?{asked}#{anchor or what}"


def figures_shown(
    session: Session, version: UUID, *, page: str, of_norms: Iterable[tuple[str | None, str]] = ()
) -> Shown:
    """Every figure of a version on a page; the address says of which one the reader asks why."""
    kept = select(
        IndicatorValue.indicator,
        IndicatorValue.part,
        IndicatorValue.value,
        IndicatorValue.unit,
        IndicatorValue.status,
        cast(IndicatorValue.why, Text),
    )
    query = kept.where(IndicatorValue.version == version).order_by(IndicatorValue.indicator, IndicatorValue.part)
    rows: dict[str, list[Row]] = {}
    for found in session.execute(query):
        rows.setdefault(found.indicator, []).append(Row(*found))
    asked, part = request.args.get("waarom"), request.args.get("deel")
    return Shown(
        themes=_themes(rows, {asked: part} if asked else {}),
        of_norms=_some(rows, {(indicator, part) for indicator, part in of_norms if indicator}),
        asked=asked,
        page=page,
    )


def _themes(rows: Mapping[str, Sequence[Row]], asked: Mapping[str, str | None]) -> tuple[Theme, ...]:
    ids = sorted(rows, key=lambda one: (PLACES.get(one, len(PLACES)), one))
    codes = dict.fromkeys(one.split("-")[0] for one in ids)
    return tuple(
        Theme(
            code=code,
            name=str(THEMES.get(code, code)),
            figures=tuple(
                Figure(tuple(rows[one]), asked.get(one), one in asked) for one in ids if one.split("-")[0] == code
            ),
        )
        for code in codes
    )


def _some(rows: Mapping[str, Sequence[Row]], places: set[Place]) -> dict[Place, Told]:
    return {
        (row.indicator, row.part): Told(row)
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


def part_label(part: str) -> str:
    """A part in words: *batterij-elektrisch, 12-meterbus*."""
    return ", ".join(_pair(pair) for pair in part.split(","))


def _pair(pair: str) -> str:
    dimension, _equals, code = pair.partition("=")
    return month_long(code) if dimension == MONTH else in_language(pair_words(pair))
