"""A page per theme: a finding as the title, one chart, the figures beside last year's, and how they came about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from schemas.judgement import Indicator
from schemas.texts import Bilingual, Language
from workers.publish import told, words
from workers.publish.content import ReportContent
from workers.publish.pdf import drawings
from workers.publish.pdf.cover import factors
from workers.publish.pdf.figures import figures_table, how_they_came_about, shown
from workers.publish.pdf.flowables import Drawn, Heading
from workers.publish.pdf.page import HEIGHT
from workers.publish.pdf.text import BODY, H1, SMALL, THEME, labelled, paragraph, unbroken_end


@dataclass(frozen=True)
class Theme:
    """A page: its name, what its indicators start with, and what its chart shows and says."""

    name: Bilingual
    subtitle: Bilingual
    indicators: tuple[str, ...]
    cut_by: tuple[str, ...]
    title: Callable[[ReportContent, Language], str] | None = None
    chart: Callable[[ReportContent, Language, str], Drawn | None] | None = None
    by_factors: bool = False


THEMES: tuple[Theme, ...] = (
    Theme(
        Bilingual(nl="Wagenpark", en="Fleet"),
        Bilingual(
            nl="Aantal bussen op de laatste dag van het jaar, per aandrijflijn",
            en="Buses on the last day of the year, by drivetrain",
        ),
        ("FLT-", "CTX-"),
        ("drivetrain", "beside"),
        told.fleet,
        drawings.fleet,
    ),
    Theme(
        Bilingual(nl="Energie", en="Energy"),
        Bilingual(
            nl="Energie in voertuigen per energiedrager, in terajoule",
            en="Energy in vehicles by carrier, in terajoules",
        ),
        ("ENE-",),
        ("carrier", "meter", "new"),
        told.energy,
        drawings.energy,
        by_factors=True,
    ),
    Theme(
        Bilingual(nl="Klimaat", en="Climate"),
        Bilingual(
            nl="CO2e per kilometer, van bron tot wiel, in gram; de stippellijn is de norm",
            en="CO2e per kilometre, well-to-wheel, in grams; the dashed line is the norm",
        ),
        ("GHG-",),
        ("basis", "carrier", "beside"),
        told.climate,
        drawings.climate,
        by_factors=True,
    ),
    Theme(
        Bilingual(nl="Lucht", en="Air"),
        Bilingual(
            nl="Uitstoot uit de uitlaat van bussen, in kilo, elke stof op een eigen schaal",
            en="Exhaust emissions of buses, in kilos, each on a scale of its own",
        ),
        ("AIR-",),
        (),
        told.air,
        drawings.air,
    ),
    Theme(
        Bilingual(nl="Mensen", en="People"),
        Bilingual(nl="Werk, veiligheid en social return", en="Work, safety and social return"),
        ("SOC-",),
        ("beside",),
        told.people,
    ),
    Theme(
        Bilingual(nl="Keten", en="Chain"),
        Bilingual(nl="Leveranciers, risico's en grondstoffen", en="Suppliers, risks and materials"),
        ("DD-", "GOV-", "CIR-"),
        ("role", "beside"),
        told.chain,
    ),
)


def themes(content: ReportContent, language: Language) -> list[Flowable]:
    """The pages of all themes that have indicators."""
    found: list[Flowable] = []
    for theme in THEMES:
        figures = [f for start in theme.indicators for f in content.indicators if f.indicator.startswith(start)]
        if figures:
            found += _page(theme, figures, content, language)
    return found


def _page(theme: Theme, figures: Sequence[Indicator], content: ReportContent, language: Language) -> list[Flowable]:
    title = theme.title(content, language) if theme.title else theme.name.in_(language)
    return [
        CondPageBreak(HEIGHT * 0.6),
        paragraph(theme.name.in_(language), THEME),
        Heading(unbroken_end(title), H1, outline=theme.name.in_(language)),
        paragraph(theme.subtitle.in_(language), SMALL),
        Spacer(1, 6),
        *_chart(theme, content, language, title),
        figures_table(shown(figures, theme.cut_by), content, language),
        *_factors(theme, content, language),
        *how_they_came_about(figures, language),
    ]


def _factors(theme: Theme, content: ReportContent, language: Language) -> list[Flowable]:
    """Where emission factors were used and one list is fictional, the page says so."""
    lists = (content.factors, content.previous_factors)
    if not theme.by_factors or not any(known and known.fictional for known in lists):
        return []
    return [Spacer(1, 4), labelled(f"{words.FACTORS.in_(language)}:", factors(content, language), SMALL)]


def _chart(theme: Theme, content: ReportContent, language: Language, title: str) -> list[Flowable]:
    if theme.chart is None:
        return []
    drawn = theme.chart(content, language, title)
    return [drawn or paragraph(words.NO_CHART.in_(language), BODY), Spacer(1, 10)]
