"""The verdicts on a version as it would be judged now: value against threshold, and the path of the years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.charts import Path, YearValue, path
from portal.filters import date_long
from portal.holder.about import About
from portal.holder.forecasts import Ahead, ahead_of
from portal.language import in_language, language
from schemas import amounts
from schemas.judgement import Outcome
from schemas.norms import NORM, NORMS
from schemas.store import NormVerdict, Report, accepted_versions, among
from schemas.terms import NormTerms
from schemas.texts import Bilingual

PLACES: Final = {norm.id: place for place, norm in enumerate(NORMS)}
UNITS: Final = {
    "%": Bilingual(nl="%", en="%"),
    "g/pkm": Bilingual(nl="g per reizigerskm", en="g per passenger-km"),
    "g/vkm": Bilingual(nl="g per voertuigkm", en="g per vehicle-km"),
    "vehicle-days": Bilingual(nl="voertuigdagen", en="vehicle-days"),
    "points": Bilingual(nl="punten", en="points"),
    "count": Bilingual(nl="", en=""),
    "level": Bilingual(nl="", en=""),
    "date": Bilingual(nl="", en=""),
}


@dataclass(frozen=True, kw_only=True)
class VerdictLine:
    """One norm as a line: what is asked, what is reached, the outcome and why; the path where it is a figure."""

    norm: str
    name: str
    article: str
    value: str
    asked: str
    threshold: str
    outcome: Outcome
    reason: str
    indicator: str | None
    part: str
    path: Path | None
    path_words: str
    unit: str = ""
    ahead: Ahead | None = None


def verdict_lines(session: Session, about: About, version: UUID) -> list[VerdictLine]:
    """The verdicts of a version, in the order of the norms."""
    query = select(NormVerdict).where(NormVerdict.version == version).order_by(NormVerdict.norm)
    verdicts = sorted(session.scalars(query), key=lambda one: PLACES.get(one.norm, len(PLACES)))
    earlier = _earlier(session, about)
    return [_line(about, verdict, earlier.get(verdict.norm, {})) for verdict in verdicts]


def _line(about: About, verdict: NormVerdict, earlier: Mapping[int, Decimal]) -> VerdictLine:
    known, asked = NORM.get(verdict.norm), about.terms.norm(verdict.norm, about.report.report_year)
    unit = known.unit if known else ""
    ahead = ahead_of(verdict)
    drawn = _path(about, verdict, asked, earlier, ahead) if asked else None
    threshold = said(verdict.threshold, unit)
    return VerdictLine(
        norm=verdict.norm,
        name=in_language(known.name) if known else verdict.norm,
        article=verdict.article or (asked.article if asked else ""),
        value=said(verdict.value, unit, against=verdict.threshold),
        asked=asked_words(known.comparison if known else "", threshold, unit),
        threshold=threshold,
        outcome=verdict.verdict,
        reason=in_language(Bilingual(nl=verdict.reason_nl, en=verdict.reason_en)),
        indicator=known.indicator if known else None,
        part=(asked.part if asked else None) or "total",
        path=drawn,
        path_words=_path_words(drawn) if drawn else "",
        unit=unit,
        ahead=ahead,
    )


def said(text: str | None, unit: str, *, against: str | None = None) -> str:
    """A value or threshold as people read it: a number with its unit, a date, yes or no, or the text itself."""
    if text is None:
        return "–"
    if (figure := _figure(text)) is not None:
        if unit in amounts.YES_NO:
            return amounts.yes_or_no(figure, language())
        number_said = amounts.amount(figure, language(), against=_figure(against))
        return f"{number_said} {in_language(UNITS.get(unit, Bilingual(nl=unit, en=unit)))}".strip()
    try:
        return date_long(date.fromisoformat(text))
    except ValueError:
        return text


def asked_words(comparison: str, threshold: str, unit: str) -> str:
    """*ten minste 81 %*."""
    if threshold == "–":
        return str(_("geen norm dit jaar"))
    if unit in amounts.YES_NO:
        return str(_("gevraagd: %(asked)s", asked=threshold))
    words = {">=": _("ten minste %(asked)s", asked=threshold), "<=": _("ten hoogste %(asked)s", asked=threshold)}
    return str(words.get(comparison) or _("uiterlijk %(asked)s", asked=threshold))


def _path(
    about: About, verdict: NormVerdict, asked: NormTerms, earlier: Mapping[int, Decimal], ahead: Ahead | None
) -> Path | None:
    own, norm = _figure(verdict.value), _norm_values(asked)
    expected = (
        [YearValue(one.year, one.value, amounts.amount(one.value, language())) for one in ahead.points] if ahead else []
    )
    if own is None or len(norm) + len(earlier) + len(expected) < 2:
        return None
    year = about.report.report_year
    values = {known: value for known, value in earlier.items() if known < year} | {year: own}
    percent = Decimal(100) if NORM[verdict.norm].unit == "%" else None
    owned = [YearValue(at, values[at], amounts.amount(values[at], language())) for at in sorted(values)]
    return path(owned, norm, ahead=expected, ceiling=percent)


def _norm_values(asked: NormTerms) -> list[YearValue]:
    figures = {year: value for year, value in asked.path.items() if isinstance(value, Decimal)}
    return [YearValue(year, figures[year], amounts.amount(figures[year], language())) for year in sorted(figures)]


def _path_words(drawn: Path) -> str:
    own = ", ".join(f"{dot.label}: {dot.text}" for dot in drawn.own)
    norm = ", ".join(f"{dot.label}: {dot.text}" for dot in drawn.norm)
    ahead = ", ".join(f"{dot.label}: {dot.text}" for dot in drawn.ahead)
    words = str(_("Gemeld: %(own)s. De norm: %(norm)s.", own=own, norm=norm))
    return f"{words} {_('Verwacht: %(ahead)s.', ahead=ahead)}" if ahead else words


def _earlier(session: Session, about: About) -> dict[str, dict[int, Decimal]]:
    """The values of the norms in the reports in force of the concession's earlier years."""
    query = (
        select(Report.id, Report.report_year)
        .where(Report.concession == about.report.concession, Report.report_year < about.report.report_year)
        .order_by(Report.report_year)
    )
    of_report = dict[UUID, int](session.execute(query).all())
    accepted = accepted_versions(session, list(of_report))
    years = {versions[-1].version: of_report[report] for report, versions in accepted.items()}
    rows = (
        select(NormVerdict.norm, NormVerdict.version, NormVerdict.value)
        .where(among(NormVerdict.version, years))
        .order_by(NormVerdict.norm)
    )
    found: dict[str, dict[int, Decimal]] = {}
    for norm, version, told in session.execute(rows):
        if (value := _figure(told)) is not None:
            found.setdefault(norm, {})[years[version]] = value
    return found


def _figure(text: str | None) -> Decimal | None:
    try:
        figure = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return figure if figure is not None and figure.is_finite() else None
