"""Which figures go into which chart of the years, the same on every page that shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.charts import Amount, Bar, Path, Tile, YearValue, bars, path, tiles
from portal.columns import Columns, Stack, columns
from portal.holder.about import About, abouts_of
from portal.language import in_language, language
from portal.over_years import findings
from portal.over_years.known import KnownYear, known_years
from portal.strips import Square
from portal.visitor import SignedIn
from schemas import amounts
from schemas.energy_content import megajoules
from schemas.forecasts import TARGET_YEAR, Forecast
from schemas.indicators.parts import pair_words
from schemas.judgement import Outcome
from schemas.report.code_lists import Carrier, ChainRole, Drivetrain

FULL: Final = Decimal(100)
PER_TERA: Final = Decimal(1_000_000)
WITHOUT_EMISSION, WITH_EMISSION = "ahead-clean", "ahead-other"
PER_KILOMETRE: Final = (("GHG-05", "N-WTW-PKM"), ("GHG-06", "N-WTW-VKM"))


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """Columns by year with what they say."""

    title: str
    drawn: Columns
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One of two lines beside each other."""

    title: str
    path: Path
    words: str


@dataclass(frozen=True, kw_only=True)
class Panels:
    """Lines beside each other, each on a scale of its own."""

    title: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link of the chain: how much of it is mapped, and how much was the year before."""

    bar: Bar
    before: Bar | None


@dataclass(frozen=True, kw_only=True)
class Chain:
    """How much of each link is mapped."""

    title: str
    links: tuple[Link, ...]
    year: int
    before: int | None


@dataclass(frozen=True, kw_only=True)
class NormRow:
    """A norm through the years: its outcomes, of which one is open where the norm did not hold, and how often it was met."""

    name: str
    tiles: tuple[Tile, ...]
    met: str


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """Norms by year, and under them how many were met in each."""

    title: str
    years: tuple[Tile, ...]
    rows: tuple[NormRow, ...]
    met: tuple[Tile, ...]


@dataclass(frozen=True, kw_only=True)
class OverYears:
    """The charts of a concession; each is none where too little is known to draw it."""

    fleet: Pictured | None
    energy: Pictured | None
    climate: Panels | None
    chain: Chain | None
    verdicts: Verdicts | None


def years_until(session: Session, person: SignedIn, about: About, version: UUID) -> list[KnownYear]:
    """The years to stand beside the figures of one version: what its concession reported until then."""
    until = [
        one
        for one in abouts_of(session, person, about.concession.id)
        if one.report.report_year <= about.report.report_year
    ]
    return known_years(session, person, until, shown=(about.report.id, version))


def over_the_years(years: Sequence[KnownYear]) -> OverYears:
    """All charts of these years, from old to new."""
    return OverYears(
        fleet=_fleet(years),
        energy=_energy(years),
        climate=_climate(years),
        chain=_chain(years),
        verdicts=_verdicts(years),
    )


def _fleet(years: Sequence[KnownYear]) -> Pictured | None:
    known = [one for one in years if one.parts("FLT-01", "drivetrain")]
    if not known:
        return None
    last, norm = known[-1], _norm(known[-1], "N-ZE-FLEET")
    ahead = last.forecasts.get("N-ZE-FLEET")
    shares = [(one.year, share) for one in known if (share := one.value("FLT-02")) is not None]
    stacks = [*map(_fleet_of, known), *(_expected(ahead) if ahead else ())]
    return Pictured(
        title=findings.fleet(shares, ahead),
        drawn=columns(stacks, norm=norm, ceiling=FULL),
        note=str(_("Aandeel per aandrijflijn op de laatste dag van het jaar; in de vakken het aantal bussen.")),
    )


def _fleet_of(one: KnownYear) -> Stack:
    buses = one.parts("FLT-01", "drivetrain")
    whole = sum(buses.values(), Decimal(0)) or Decimal(1)
    parts = tuple(
        Amount(code.value, in_language(code.label), buses[code] / whole * FULL, amounts.amount(buses[code], language()))
        for code in Drivetrain
        if buses.get(code)
    )
    return Stack(year=one.year, text=amounts.amount(whole, language()), amounts=parts)


def _expected(ahead: Forecast) -> list[Stack]:
    """The share without emission that is expected of each year to come."""
    return [
        Stack(
            year=point.year,
            text="",
            amounts=(
                Amount(WITHOUT_EMISSION, str(_("zonder uitstoot, verwacht")), point.value, _percent(point.value)),
                Amount(
                    WITH_EMISSION, str(_("met uitstoot, verwacht")), FULL - point.value, _percent(FULL - point.value)
                ),
            ),
            expected=True,
        )
        for point in ahead.points
        if point.year <= TARGET_YEAR
    ]


def _energy(years: Sequence[KnownYear]) -> Pictured | None:
    found = {one.year: megajoules(one.figures, one.mj_per_unit) for one in years}
    known = {year: used for year, used in found.items() if used}
    if not known:
        return None
    wholes = [(year, sum(used.values(), Decimal(0)) / PER_TERA) for year, used in known.items()]
    return Pictured(
        title=findings.course(str(_("Het energieverbruik van voertuigen")), wholes, "TJ"),
        drawn=columns([_energy_of(year, used) for year, used in known.items()]),
        note=str(_("Per energiedrager, in terajoule.")),
    )


def _energy_of(year: int, used: Mapping[str, Decimal]) -> Stack:
    tera = {code: value / PER_TERA for code, value in used.items()}
    parts = tuple(
        Amount(code.value, in_language(code.label), tera[code], amounts.fixed(tera[code], 1, language()))
        for code in Carrier
        if tera.get(code)
    )
    return Stack(year=year, text=amounts.fixed(sum(tera.values(), Decimal(0)), 1, language()), amounts=parts)


def _climate(years: Sequence[KnownYear]) -> Panels | None:
    names = (str(_("CO2e per reizigerskilometer")), str(_("CO2e per voertuigkilometer")))
    found = [
        (name, norm, points)
        for name, (indicator, norm) in zip(names, PER_KILOMETRE, strict=True)
        if (points := [(one.year, value) for one in years if (value := one.value(indicator)) is not None])
    ]
    if not found:
        return None
    return Panels(
        title=" ".join(findings.course(name, points, "g") for name, _norm_of, points in found),
        panels=tuple(_panel(years[-1], name, norm, points) for name, norm, points in found),
    )


def _panel(last: KnownYear, name: str, norm: str, points: Sequence[findings.Point]) -> Panel:
    ahead = last.forecasts.get(norm)
    own = [_told(year, value) for year, value in points]
    expected = [_told(point.year, point.value) for point in ahead.points] if ahead else []
    return Panel(
        title=name, path=path(own, _norm(last, norm), ahead=expected), words=findings.course(name, points, "g")
    )


def _told(year: int, value: Decimal) -> YearValue:
    return YearValue(year, value, amounts.amount(value, language()))


def _norm(last: KnownYear, norm: str) -> list[YearValue]:
    asked = last.about.terms.norm(norm, last.year)
    figures = {year: value for year, value in asked.path.items() if isinstance(value, Decimal)} if asked else {}
    return [_told(year, figures[year]) for year in sorted(figures)]


def _chain(years: Sequence[KnownYear]) -> Chain | None:
    known = [one for one in years if one.parts("DD-01", "role")]
    if not known:
        return None
    now, before = known[-1], known[-2] if len(known) > 1 else None
    shares, earlier = now.parts("DD-01", "role"), before.parts("DD-01", "role") if before else {}
    return Chain(
        title=findings.chain(shares, now.year),
        links=tuple(
            Link(bar=_share(role, shares[role]), before=_share(role, earlier[role]) if role in earlier else None)
            for role in ChainRole
            if role in shares
        ),
        year=now.year,
        before=before.year if before else None,
    )


def _share(role: str, share: Decimal) -> Bar:
    label = in_language(pair_words(f"role={role}"))
    full = Amount("rest", label, FULL, "")
    return bars([Amount("1", label, share, _percent(share)), full])[0]


def _verdicts(years: Sequence[KnownYear]) -> Verdicts | None:
    known = [one for one in years if one.strip.squares]
    if not known:
        return None
    outcomes = {(one.year, square.norm): square.outcome for one in known for square in one.strip.squares}
    norms: dict[str, Square] = {square.norm: square for one in reversed(known) for square in one.strip.squares}
    return Verdicts(
        title=findings.verdicts(known),
        years=tiles([("", str(one.year), "") for one in known]),
        rows=tuple(
            _norm_row(square.name, [(one.year, outcomes.get((one.year, norm))) for one in known])
            for norm, square in norms.items()
        ),
        met=tiles([("", str(one.year), str(one.strip.number(Outcome.MEETS))) for one in known]),
    )


def _norm_row(name: str, outcomes: Sequence[tuple[int, Outcome | None]]) -> NormRow:
    """How often it was met is told of the years in which it held."""
    held = [outcome for _year, outcome in outcomes if outcome]
    cells = [(outcome.value if outcome else "", str(year), "") for year, outcome in outcomes]
    met = _("%(met)s van %(all)s", met=held.count(Outcome.MEETS), all=len(held))
    return NormRow(name=name, tiles=tiles(cells), met=str(met))


def _percent(value: Decimal) -> str:
    return f"{amounts.amount(value, language())}\u00a0%"
