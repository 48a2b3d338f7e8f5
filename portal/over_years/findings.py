"""What a chart through the years says, in one sentence that stands above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from flask_babel import gettext as _

from portal.language import in_language, language
from portal.over_years.known import KnownYear
from schemas import amounts
from schemas.forecasts import Forecast
from schemas.indicators.parts import pair_words
from schemas.judgement import Outcome

Point = tuple[int, Decimal]


def course(what: str, points: Sequence[Point], unit: str) -> str:
    """*CO2e per reizigerskilometer daalde van 92 g in 2022 naar 61 g in 2026.*"""
    (first, before), (year, now) = points[0], points[-1]
    told = {"what": what, "first": first, "year": year, "before": _said(before, unit), "now": _said(now, unit)}
    if len(points) == 1:
        return str(_("%(what)s was %(now)s in %(year)s.", **told))
    if told["before"] == told["now"]:
        return str(_("%(what)s bleef gelijk: %(before)s in %(first)s en %(now)s in %(year)s.", **told))
    if now < before:
        return str(_("%(what)s daalde van %(before)s in %(first)s naar %(now)s in %(year)s.", **told))
    return str(_("%(what)s steeg van %(before)s in %(first)s naar %(now)s in %(year)s.", **told))


def fleet(shares: Sequence[Point], ahead: Forecast | None) -> str:
    """How many buses run without emission, and what is expected."""
    if not shares:
        return str(_("Bussen naar aandrijflijn."))
    said = course(str(_("Het aandeel bussen zonder uitstoot")), shares, "%")
    if ahead is None or not ahead.points:
        return said
    last = ahead.points[-1]
    expected = _("Verwacht voor %(year)s: %(share)s.", year=last.year, share=_said(last.value, "%"))
    return f"{said} {expected}"


def chain(now: Mapping[str, Decimal], year: int) -> str:
    """Which link of the chain is known least."""
    role = min(now, key=lambda one: now[one])
    if now[role] >= 100:
        return str(_("In %(year)s zijn alle schakels van de keten helemaal in kaart.", year=year))
    name, share = in_language(pair_words(f"role={role}")), _said(now[role], "%")
    return str(_("Het minst in kaart in %(year)s: %(role)s, met %(share)s.", year=year, role=name, share=share))


def verdicts(years: Sequence[KnownYear]) -> str:
    """How many norms are met, beside the year before."""
    now, before = years[-1], years[-2] if len(years) > 1 else None
    met, whole = now.strip.number(Outcome.MEETS), len(now.strip.squares)
    said = str(_("In %(year)s zijn %(met)s van de %(all)s normen gehaald", year=now.year, met=met, all=whole))
    if before is None:
        return f"{said}."
    met, whole = before.strip.number(Outcome.MEETS), len(before.strip.squares)
    earlier = _("in %(year)s waren het er %(met)s van de %(all)s.", year=before.year, met=met, all=whole)
    return f"{said}; {earlier}"


def _said(value: Decimal, unit: str) -> str:
    return f"{amounts.amount(value, language())}\u00a0{unit}"
