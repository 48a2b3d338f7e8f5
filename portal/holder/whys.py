"""The why of a figure, ready to read: formula, what went in down to its rows, factors, coverage, and the change since last year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from flask_babel import gettext as _

from portal.charts import Amount, Bar, stacked
from portal.filters import code_label, number, quantity
from portal.holder.labels import column_label, sheet_label
from portal.holder.year_change import Changed, changed
from portal.language import in_language, language
from schemas import amounts
from schemas.factor_sources import source_with_year
from schemas.judgement import Coverage, FactorUsed, Input, Why
from schemas.report.code_lists import CODE_LISTS

FACTOR_CODES: Final = ("carrier", "origin")
FACTOR_PLACES: Final = 3
EMISSIONS: Final = ("wtw", "ttw", "wtt", "biogenic", "infrastructure")


@dataclass(frozen=True, kw_only=True)
class Source:
    """What went into a figure: sheet and column, how many rows and which, and their sum; ``sheet`` is the sheet's label."""

    sheet: str
    place: str
    rows: int
    places: str
    sum: str


@dataclass(frozen=True, kw_only=True)
class Factor:
    """A factor that was applied."""

    name: str
    value: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Explained:
    """The why of a figure, ready to read."""

    formula: str
    worked: str
    inputs: tuple[Source, ...]
    factors: tuple[Factor, ...]
    coverage: tuple[Bar, ...]
    notes: tuple[str, ...]
    changed: Changed | None


def explained(kept: str, unit: str) -> Explained:
    """A kept why, as JSON, in the reader's language."""
    why = Why.model_validate_json(kept)
    return Explained(
        formula=in_language(why.formula),
        worked=in_language(why.worked) if why.worked else "",
        inputs=tuple(_source(one) for one in why.inputs),
        factors=tuple(_factor(one) for one in why.factors),
        coverage=_coverage(why.coverage) if why.coverage else (),
        notes=tuple(in_language(note) for note in why.notes),
        changed=changed(why.change, unit) if why.change else None,
    )


def _source(one: Input) -> Source:
    place = f"{sheet_label(one.sheet)}, {column_label(one.sheet, one.column)}"
    selection = f" ({in_language(one.selection)})" if one.selection else ""
    return Source(
        sheet=sheet_label(one.sheet),
        place=place + selection,
        rows=one.rows,
        places=_places(one),
        sum=quantity(one.sum, amounts.unit(one.unit or "", language())),
    )


def _places(one: Input) -> str:
    """*2-721, 725 en nog 14 rijen*."""
    if one.places is None or not one.beyond:
        return one.places or ""
    return str(_("%(places)s en nog %(beyond)s rijen", places=one.places, beyond=number(one.beyond)))


def _factor(used: FactorUsed) -> Factor:
    """A factor by the label of its code; emission factors are in kilograms of CO2 equivalents."""
    name = next((code_label(used.code, one) for one in FACTOR_CODES if used.code in set(CODE_LISTS[one])), used.code)
    per = {"mj_per_unit": "MJ"} | dict.fromkeys(EMISSIONS, "kg CO2e")
    if used.column not in per:
        value = f"{number(used.value, FACTOR_PLACES)} {used.unit}"
        return Factor(
            name=f"{name}, {used.column}", value=value, source=in_language(source_with_year(used.source, used.year))
        )
    value = _("%(value)s %(what)s per %(unit)s", value=number(used.value), what=per[used.column], unit=used.unit)
    stage = f", {used.column.upper()}" if used.column in ("wtw", "ttw", "wtt") else ""
    return Factor(name=f"{name}{stage}", value=value, source=in_language(source_with_year(used.source, used.year)))


def _coverage(coverage: Coverage) -> tuple[Bar, ...]:
    shares: tuple[tuple[str, str, Decimal], ...] = (
        ("measured", _("gemeten"), coverage.measured),
        ("estimated", _("geschat"), coverage.estimated),
        ("missing", _("ontbreekt"), coverage.missing),
    )
    return stacked(Amount(code, label, value, f"{number(value)} %") for code, label, value in shares if value)
