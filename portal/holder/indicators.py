"""Every figure of a version with its why: by theme, the total first and its parts under it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.charts import Amount, Bar, stacked
from portal.filters import code_label, month_long, number, quantity
from portal.holder.labels import column_label, sheet_label
from portal.language import in_language
from schemas.indicators import INDICATOR, INDICATORS
from schemas.indicators.parts import MONTH, TOTAL, pair_words
from schemas.judgement import Coverage, FactorUsed, Status, Why
from schemas.report.code_lists import CODE_LISTS
from schemas.store import IndicatorValue

PLACES: Final = {known.id: place for place, known in enumerate(INDICATORS)}
FACTOR_CODES: Final = ("carrier", "origin")
FACTOR_PLACES: Final = 3
EMISSIONS: Final = ("wtw", "ttw", "wtt", "biogenic", "infrastructure")
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


@dataclass(frozen=True, kw_only=True)
class Source:
    """What went into a figure."""

    place: str
    rows: int
    sum: str


@dataclass(frozen=True, kw_only=True)
class Factor:
    """A factor that was applied."""

    name: str
    value: str
    source: str
    year: int


@dataclass(frozen=True, kw_only=True)
class Explained:
    """The why of a figure, ready to read."""

    formula: str
    worked: str
    inputs: tuple[Source, ...]
    factors: tuple[Factor, ...]
    coverage: tuple[Bar, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class PartLine:
    """A part of a figure, such as *batterij-elektrisch*."""

    part: str
    label: str
    value: str
    status: Status


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One indicator: its total with its why, and its parts."""

    indicator: str
    name: str
    standard: str
    value: str
    status: Status
    why: Explained | None
    parts: tuple[PartLine, ...]


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Figures that belong together."""

    code: str
    name: str
    figures: tuple[Figure, ...]


def themes(session: Session, version: UUID) -> list[Theme]:
    """Every figure of a version, by theme."""
    query = select(IndicatorValue).where(IndicatorValue.version == version)
    rows: dict[str, list[IndicatorValue]] = {}
    for row in session.scalars(query.order_by(IndicatorValue.indicator, IndicatorValue.part)):
        rows.setdefault(row.indicator, []).append(row)
    ids = sorted(rows, key=lambda one: (PLACES.get(one, len(PLACES)), one))
    codes = dict.fromkeys(one.split("-")[0] for one in ids)
    return [
        Theme(
            code=code,
            name=str(THEMES.get(code, code)),
            figures=tuple(_figure(rows[one]) for one in ids if one.split("-")[0] == code),
        )
        for code in codes
    ]


def status_word(status: Status) -> str:
    """How a figure is known."""
    words = {
        Status.MEASURED: _("gemeten"),
        Status.ESTIMATED: _("geschat"),
        Status.NOT_ASSESSABLE: _("niet te beoordelen"),
    }
    return str(words[status])


def explained(why: Why) -> Explained:
    """A why in the reader's language."""
    return Explained(
        formula=in_language(why.formula),
        worked=in_language(why.worked) if why.worked else "",
        inputs=tuple(
            Source(
                place=_place(one.sheet, one.column, in_language(one.selection) if one.selection else ""),
                rows=one.rows,
                sum=quantity(one.sum, one.unit),
            )
            for one in why.inputs
        ),
        factors=tuple(_factor(one) for one in why.factors),
        coverage=_coverage(why.coverage) if why.coverage else (),
        notes=tuple(in_language(note) for note in why.notes),
    )


def _factor(used: FactorUsed) -> Factor:
    """A factor by the label of its code; emission factors are in kilograms of CO2 equivalents."""
    name = next((code_label(used.code, one) for one in FACTOR_CODES if used.code in set(CODE_LISTS[one])), used.code)
    per = {"mj_per_unit": "MJ"} | dict.fromkeys(EMISSIONS, "kg CO2e")
    if used.column not in per:
        value = f"{number(used.value, FACTOR_PLACES)} {used.unit}"
        return Factor(name=f"{name}, {used.column}", value=value, source=used.source, year=used.year)
    value = _("%(value)s %(what)s per %(unit)s", value=number(used.value), what=per[used.column], unit=used.unit)
    stage = f", {used.column.upper()}" if used.column in ("wtw", "ttw", "wtt") else ""
    return Factor(name=f"{name}{stage}", value=value, source=used.source, year=used.year)


def _figure(rows: Sequence[IndicatorValue]) -> Figure:
    head = next((row for row in rows if row.part == TOTAL), rows[0])
    known = INDICATOR.get(head.indicator)
    return Figure(
        indicator=head.indicator,
        name=in_language(known.name) if known else head.indicator,
        standard=known.standard if known else "",
        value=quantity(head.value, head.unit),
        status=head.status,
        why=explained(Why.model_validate_json(json.dumps(head.why))) if head.why else None,
        parts=tuple(
            PartLine(part=row.part, label=part_label(row.part), value=quantity(row.value, row.unit), status=row.status)
            for row in rows
            if row is not head
        ),
    )


def part_label(part: str) -> str:
    """A part in words: *batterij-elektrisch, 12-meterbus*."""
    return ", ".join(_pair(pair) for pair in part.split(","))


def _pair(pair: str) -> str:
    dimension, _equals, code = pair.partition("=")
    return month_long(code) if dimension == MONTH else in_language(pair_words(pair))


def _place(sheet: str, column: str, selection: str) -> str:
    place = f"{sheet_label(sheet)}, {column_label(sheet, column)}"
    return f"{place} ({selection})" if selection else place


def _coverage(coverage: Coverage) -> tuple[Bar, ...]:
    shares: tuple[tuple[str, str, Decimal], ...] = (
        ("measured", _("gemeten"), coverage.measured),
        ("estimated", _("geschat"), coverage.estimated),
        ("missing", _("ontbreekt"), coverage.missing),
    )
    return stacked(Amount(code, label, value, f"{number(value)} %") for code, label, value in shares if value)
