"""A published set as a citizen reads it: what it says in a sentence, its verdicts, charts, figures, and what is not public."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from markupsafe import Markup

from portal.charts import Amount, Bar, Path, YearValue, bars, path
from portal.filters import number
from portal.holder.indicators import THEMES, part_label, status_word
from portal.holder.verdicts import asked_words, said
from portal.language import in_language, language
from portal.openness.editions import PublishedEdition
from portal.publishing.shown import OTHER_THEMES, fact_words
from portal.strips import WORST_FIRST, Square, Strip, strip_drawn
from schemas import amounts
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL
from schemas.judgement import Outcome
from schemas.norms import NORM
from schemas.publication.grounds import ground_words
from schemas.publication.published import PublishedFigure, PublishedSet, PublishedVerdict

MILLION: Final = Decimal(1_000_000)
CLEAN: Final = frozenset({"bev", "fcev", "trolley"})
KEY_FIGURES: Final[dict[str, LazyString]] = {
    "FLT-02": lazy_gettext("Bussen zonder uitstoot"),
    "ENE-07": lazy_gettext("Hernieuwbare energie"),
    "GHG-05": lazy_gettext("CO2e per reizigerskilometer"),
    "CTX-03": lazy_gettext("Reizigerskilometers"),
}
THROUGH_YEARS: Final = (
    "FLT-02",
    "ENE-07",
    "GHG-05",
    "GHG-06",
    "GHG-04",
    "CTX-02",
    "CTX-03",
    "SOC-02",
    "DD-01",
    "GOV-03",
)
JUDGED_BY: Final = {"FLT-02": "N-ZE-FLEET", "GHG-05": "N-WTW-PKM", "ENE-07": "N-RENEWABLE"}


@dataclass(frozen=True, kw_only=True)
class VerdictShown:
    """What was established on a norm."""

    norm: str
    name: str
    tone: str
    value: str
    asked: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class FigureShown:
    """A figure or, in ``part``, a part of one."""

    name: str
    part: str
    value: str
    status: str


@dataclass(frozen=True, kw_only=True)
class FiguresShown:
    """The figures of one theme as rows: a total, and its parts after it."""

    code: str
    name: str
    rows: tuple[FigureShown, ...]


@dataclass(frozen=True, kw_only=True)
class WithheldShown:
    """What is not public, and why."""

    name: str
    ground: str
    why: str


@dataclass(frozen=True)
class Chart:
    """Bars under the sentence that they prove."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class PathChart:
    """A figure through the years against its norm."""

    indicator: str
    title: str
    unit: str
    path: Path


def findings(published: PublishedSet) -> str:
    """*12 van de 13 normen zijn gehaald, 1 is niet te beoordelen.*"""
    met, missed, unknown = (sum(one.verdict is outcome for one in published.verdicts) for outcome in Outcome)
    if not published.verdicts:
        return ""
    all_of_them = len(published.verdicts)
    parts = [_("%(met)s van de %(all)s normen gehaald", met=met, all=all_of_them)]
    if missed:
        parts.append(_("%(num)s niet gehaald", num=missed))
    if unknown:
        parts.append(_("%(num)s niet te beoordelen", num=unknown))
    return ", ".join(map(str, parts)) + "."


def verdicts(published: PublishedSet) -> list[VerdictShown]:
    """The verdicts, those that are not met first."""
    return [_verdict(one) for one in _worst_first(published)]


def strip(published: PublishedSet) -> Markup:
    """The verdicts as squares, in the same order."""
    return strip_drawn(Strip(tuple(Square(one.norm, one.verdict) for one in _worst_first(published))))


def _worst_first(published: PublishedSet) -> list[PublishedVerdict]:
    return sorted(published.verdicts, key=lambda one: WORST_FIRST.index(one.verdict))


def facts(published: PublishedSet) -> list[tuple[str, str]]:
    """Dates, the decision and texts."""
    return [(in_language(one.name), fact_words(in_language(one.value))) for one in published.facts]


def key_figures(published: PublishedSet) -> list[tuple[str, str, str]]:
    """The few figures that say most, where they are public: name, value and unit."""
    totals = {one: known for one, known in _totals(published).items() if known.value is not None}
    return [(str(name), *_rounded(totals[one])) for one, name in KEY_FIGURES.items() if one in totals]


def themes(published: PublishedSet) -> list[FiguresShown]:
    """All figures by theme."""
    there = dict.fromkeys(one.theme for one in published.figures)
    return [
        FiguresShown(code=code, name=str(THEMES[code]), rows=tuple(_rows(published, code)))
        for code in THEMES
        if code in there
    ]


def withheld(published: PublishedSet) -> list[tuple[str, list[WithheldShown]]]:
    """What is not public, by theme."""
    by_theme: dict[str, list[WithheldShown]] = {}
    for one in published.withheld:
        name = str(OTHER_THEMES.get(one.theme) or THEMES.get(one.theme, one.theme))
        shown = WithheldShown(
            name=in_language(one.name),
            ground=in_language(ground_words(one.ground)),
            why=in_language(one.why) if one.why else "",
        )
        by_theme.setdefault(name, []).append(shown)
    return list(by_theme.items())


def fleet(published: PublishedSet) -> Chart | None:
    """The buses by drivetrain; none where that is not public."""
    parts = _parts(published, "FLT-01", "drivetrain")
    if not parts:
        return None
    total = sum((value for _code, _label, value in parts), Decimal(0))
    clean = sum((value for code, _label, value in parts if code in CLEAN), Decimal(0))
    title = _("%(clean)s van de %(all)s bussen rijden zonder uitstoot", clean=number(clean), all=number(total))
    return Chart(str(title), bars(Amount(code, label, value, number(value)) for code, label, value in parts))


def emissions(published: PublishedSet) -> Chart | None:
    """The greenhouse gas of transport by carrier; none where that is not public."""
    parts = [one for one in _parts(published, "GHG-04", "carrier") if one[2] > 0]
    total = sum((value for _code, _label, value in parts), Decimal(0))
    if not total:
        return None
    _code, most, value = max(parts, key=lambda one: one[2])
    share = number((value / total * 100).quantize(Decimal(1)))
    title = _("%(carrier)s: %(share)s %% van de uitstoot van het vervoer", carrier=most, share=share)
    drawn = bars(
        Amount(code, label, value, amounts.with_unit(value, "tCO2e", language())) for code, label, value in parts
    )
    return Chart(str(title), drawn)


def through_years(known: Sequence[PublishedEdition]) -> list[list[str]]:
    """The main figures, a row each, a column per year from old to new."""
    totals = [_totals(one.published) for one in known]
    rows = [[_name(code), *(_value(year[code]) if code in year else "–" for year in totals)] for code in THROUGH_YEARS]
    return [row for row in rows if any(cell != "–" for cell in row[1:])]


def norms_through_years(known: Sequence[PublishedEdition]) -> list[tuple[str, list[str | None]]]:
    """Every norm with its verdict in each year from old to new; none where it was not asked or is not public."""
    years = [{one.norm: one.verdict.value for one in edition.published.verdicts} for edition in known]
    codes = dict.fromkeys(code for year in years for code in year)
    return [(in_language(NORM[code].name), [year.get(code) for year in years]) for code in codes]


def paths(known: Sequence[PublishedEdition]) -> list[PathChart]:
    """The figures with a norm through the years, as soon as there are two years to draw."""
    drawn = (_path(code, norm, known) for code, norm in JUDGED_BY.items())
    return [one for one in drawn if one]


def _path(code: str, norm: str, known: Sequence[PublishedEdition]) -> PathChart | None:
    own = [(one.year, _totals(one.published).get(code)) for one in known]
    values = [(year, one.value) for year, one in own if one and one.value is not None]
    if len(values) < 2:
        return None
    asked = [(one.year, _threshold(one.published, norm)) for one in known]
    unit = INDICATOR[code].unit
    drawn = path(
        _points(values), _points([(year, value) for year, value in asked if value is not None]), ceiling=_top(unit)
    )
    title = _(
        "%(name)s: van %(first)s naar %(last)s", name=_name(code), first=drawn.own[0].text, last=drawn.own[-1].text
    )
    return PathChart(code, str(title), unit, drawn)


def _rounded(one: PublishedFigure) -> tuple[str, str]:
    """A value as one says it in passing: of many millions the millions."""
    value, unit = one.value or Decimal(0), amounts.unit(one.unit, language())
    if value >= MILLION:
        return amounts.amount(value / MILLION, language()), str(_("mln %(unit)s", unit=unit))
    return amounts.amount(value, language()), unit


def _top(unit: str) -> Decimal | None:
    return Decimal(100) if unit == "%" else None


def _points(values: Iterable[tuple[int, Decimal]]) -> list[YearValue]:
    return [YearValue(year, value, amounts.amount(value, language())) for year, value in sorted(values)]


def _threshold(published: PublishedSet, norm: str) -> Decimal | None:
    asked = next((one.threshold for one in published.verdicts if one.norm == norm), None)
    try:
        return Decimal(asked) if asked else None
    except ArithmeticError:
        return None


def _verdict(one: PublishedVerdict) -> VerdictShown:
    return VerdictShown(
        norm=one.norm,
        name=in_language(one.name),
        tone=one.verdict.value,
        value=said(str(one.value), one.unit) if one.value is not None else "–",
        asked=asked_words(NORM[one.norm].comparison, said(one.threshold, one.unit), one.unit),
        reason=in_language(one.reason) if one.reason else "",
    )


def _totals(published: PublishedSet) -> dict[str, PublishedFigure]:
    return {one.indicator: one for one in published.figures if one.part == TOTAL}


def _parts(published: PublishedSet, indicator: str, dimension: str) -> list[tuple[str, str, Decimal]]:
    """The parts of a figure by one dimension, all of them or none: code, label and value."""
    begin = f"{dimension}="
    of_it = [one for one in published.figures if one.indicator == indicator and one.part.startswith(begin)]
    found = [
        (one.part.removeprefix(begin), part_label(one.part), one.value)
        for one in of_it
        if "," not in one.part and one.value is not None
    ]
    whole = _totals(published).get(indicator)
    adds_up = whole is not None and sum(value for *_rest, value in found) == whole.value
    return found if adds_up else []


def _rows(published: PublishedSet, theme: str) -> Iterable[FigureShown]:
    for one in sorted((one for one in published.figures if one.theme == theme), key=_place):
        part = "" if one.part == TOTAL else part_label(one.part)
        yield FigureShown(name=_name(one.indicator), part=part, value=_value(one), status=status_word(one.status))


def _place(one: PublishedFigure) -> tuple[str, bool, str]:
    return one.indicator, one.part != TOTAL, one.part


def _name(indicator: str) -> str:
    return in_language(INDICATOR[indicator].name)


def _value(one: PublishedFigure) -> str:
    return amounts.told(one.value, one.unit, language())
