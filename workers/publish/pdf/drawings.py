"""Which figures go into which chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from schemas.judgement import Indicator, Outcome
from schemas.report.code_lists import Carrier, Drivetrain
from schemas.texts import Bilingual, Language
from workers.publish import words
from workers.publish.amounts import amount, with_unit, written
from workers.publish.content import NormRow, ReportContent, YearValue
from workers.publish.energy_content import megajoules
from workers.publish.pdf.bars import Bar, Pair, Pairs, Share, Stacked
from workers.publish.pdf.flowables import Drawn
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.path import Lines, Path, ticks

PER_TERA = Decimal(1_000_000)
TENS = Decimal(10)
FULL = Decimal(100)


def fleet(content: ReportContent, language: Language, alt: str) -> Drawn | None:
    """Buses by drivetrain, this year above last year."""
    years = [(content.year, content.indicators)]
    if content.previous_year and any(figure.indicator == "FLT-01" for figure in content.previous):
        years.append((content.previous_year, content.previous))
    bars = [_fleet_of(year, figures, language) for year, figures in years]
    return Stacked(bars, width=WIDTH, alt=alt) if bars[0].shares else None


def _fleet_of(year: int, figures: Sequence[Indicator], language: Language) -> Bar:
    shares = tuple(
        Share(code, code.label.in_(language), value, amount(value, language))
        for code in Drivetrain
        if (value := _value(figures, "FLT-01", f"drivetrain={code}"))
    )
    whole = sum((share.value for share in shares), Decimal(0))
    buses = Bilingual(nl="bussen", en="buses").in_(language)
    return Bar(str(year), f"{amount(whole, language)} {buses}", shares)


def energy(content: ReportContent, language: Language, alt: str) -> Drawn | None:
    """Energy in vehicles by carrier; last year's with this year's energy content."""
    now, before = megajoules(content.indicators, content.factors), megajoules(content.previous, content.factors)
    pairs = [
        Pair(
            code=carrier,
            label=carrier.label.in_(language),
            now=_of(now, carrier),
            now_text=_tera(_of(now, carrier), language),
            earlier=_of(before, carrier),
            earlier_text=_tera(_of(before, carrier), language),
        )
        for carrier in Carrier
        if carrier in now or carrier in before
    ]
    return _pairs(pairs, content, alt)


def _of(used: Mapping[str, Decimal], carrier: str) -> Decimal | None:
    """Terajoules of one carrier; None where nothing of that year is known."""
    return used.get(carrier, Decimal(0)) / PER_TERA if used else None


def _tera(terajoules: Decimal | None, language: Language) -> str:
    if terajoules is None:
        return words.OUTCOME[Outcome.NOT_ASSESSABLE].in_(language).lower()
    return f"{written(terajoules, 2 if terajoules < TENS else 1, language)}\u00a0TJ"


def air(content: ReportContent, language: Language, alt: str) -> Drawn | None:
    """Nitrogen oxides and particulates; each is a matter of its own, so each has a scale of its own."""
    pairs = []
    for indicator, label in (("AIR-01", "NOx"), ("AIR-02", "PM10")):
        now, before = content.value(indicator), content.earlier(indicator)
        if now is not None:
            pairs.append(
                Pair(
                    code=Carrier.DIESEL_B7,
                    label=label,
                    now=now,
                    now_text=with_unit(now, "kg", language),
                    earlier=before,
                    earlier_text=with_unit(before, "kg", language) if before is not None else "",
                )
            )
    return _pairs(pairs, content, alt, own_scale=True)


def _pairs(pairs: Sequence[Pair], content: ReportContent, alt: str, *, own_scale: bool = False) -> Drawn | None:
    known = any(pair.earlier is not None for pair in pairs)
    years = (str(content.year), str(content.previous_year) if known else None)
    return Pairs(pairs, years=years, width=WIDTH, alt=alt, own_scale=own_scale) if pairs else None


class SideBySide(Drawn):
    """Two small charts beside each other."""

    def __init__(self, charts: Sequence[Path], *, alt: str) -> None:
        self.charts = tuple(charts)
        super().__init__(width=WIDTH, height=max(chart.height for chart in charts), alt=alt)

    def draw(self) -> None:
        """From left to right."""
        for place, chart in enumerate(self.charts):
            chart.drawOn(self.ink, place * (self.width / 2 + 6), 0)


PER_KILOMETRE = (
    ("GHG-05", "N-WTW-PKM", Bilingual(nl="Per reizigerskilometer", en="Per passenger-kilometre")),
    ("GHG-06", "N-WTW-VKM", Bilingual(nl="Per voertuigkilometer", en="Per vehicle-kilometre")),
)


def climate(content: ReportContent, language: Language, alt: str) -> Drawn | None:
    """CO2e per passenger-km and per vehicle-km, each with its norm where the concession has one."""
    charts = []
    for indicator, norm, title in PER_KILOMETRE:
        lines = _lines_of(indicator, content.norm(norm), content, language)
        if lines.drawable:
            said = title.in_(language)
            charts.append(Path(lines, width=WIDTH / 2 - 6, height=158, alt=said, title=said))
    return SideBySide(charts, alt=f"{alt}. {' '.join(chart.alt for chart in charts)}") if charts else None


def _lines_of(indicator: str, norm: NormRow | None, content: ReportContent, language: Language) -> Lines:
    known = [(content.previous_year, content.earlier(indicator)), (content.year, content.value(indicator))]
    own = tuple(YearValue(year=year, value=value) for year, value in known if year and value is not None)
    return lines(own, norm.path if norm else (), year=content.year, unit="g", language=language)


def norm_lines(row: NormRow, *, year: int, unit: str, language: Language) -> Lines:
    """The path of one norm."""
    ahead = row.forecast.points if row.forecast else ()
    return lines(row.own, row.path, ahead, year=year, unit=unit, language=language)


def lines(
    own: tuple[YearValue, ...],
    norm: tuple[YearValue, ...],
    ahead: tuple[YearValue, ...] = (),
    *,
    year: int,
    unit: str,
    language: Language,
) -> Lines:
    """The own line, the norm and what is expected, with their texts; shares run to 100."""
    values = [point.value for point in (*own, *norm, *ahead)]
    ceiling = FULL if unit == "%" and max(values, default=FULL) <= FULL else None
    axis = tuple((tick, amount(tick, language)) for tick in ticks(values, ceiling=ceiling))
    asked = norm[-1].value if norm else None
    return Lines(
        own=own,
        norm=norm,
        own_text=with_unit(own[-1].value, unit, language, against=asked) if own else "",
        norm_text=f"{words.THE_NORM.in_(language)} {with_unit(asked, unit, language)}" if asked is not None else "",
        last_year=norm[-1].year if norm else year,
        ceiling=ceiling,
        axis=axis,
        said=_said(own, norm, ahead, unit=unit, language=language),
        ahead=ahead,
    )


def _said(
    own: Sequence[YearValue],
    norm: Sequence[YearValue],
    ahead: Sequence[YearValue],
    *,
    unit: str,
    language: Language,
) -> str:
    """2025: 14,9 g. De norm 2026: 45 g, 2030: 5 g. Verwacht 2027: 14 g."""
    told = [
        ", ".join(f"{point.year}: {with_unit(point.value, unit, language)}" for point in line)
        for line in (own, norm, ahead)
    ]
    called = ("", words.THE_NORM.in_(language).capitalize(), words.EXPECTED_AHEAD.in_(language))
    return " ".join(f"{name} {values}.".strip() for name, values in zip(called, told, strict=True) if values)


def _value(figures: Sequence[Indicator], indicator: str, part: str) -> Decimal | None:
    return next((f.value for f in figures if (f.indicator, f.part) == (indicator, part)), None)
