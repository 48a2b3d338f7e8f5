"""A page per theme: a finding as the title, one chart, the figures beside last year's, and how they came about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer

from schemas.indicators import INDICATOR
from schemas.judgement import Indicator, Status
from schemas.texts import Bilingual, Language
from workers.publish import told
from workers.publish.amounts import NONE, amount, change, unit
from workers.publish.content import ReportContent
from workers.publish.parts import TOTAL, dimensions, part_label
from workers.publish.pdf import drawings, words
from workers.publish.pdf.flowables import Column, Drawn, Heading, table
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.text import BODY, CELL, CELL_SMALL, H1, H2, SMALL, THEME, escaped, paragraph, strong

# By month and by two dimensions at once is for the data file; a page shows one dimension.
LEFT_OUT = ("month", "euro_class")


@dataclass(frozen=True)
class Theme:
    """A page: its name, what its indicators start with, and what its chart shows and says."""

    name: Bilingual
    subtitle: Bilingual
    indicators: tuple[str, ...]
    title: Callable[[ReportContent, Language], str] | None = None
    chart: Callable[[ReportContent, Language, str], Drawn | None] | None = None


THEMES: tuple[Theme, ...] = (
    Theme(
        Bilingual(nl="Wagenpark", en="Fleet"),
        Bilingual(
            nl="Aantal bussen op de laatste dag van het jaar, per aandrijflijn",
            en="Buses on the last day of the year, by drivetrain",
        ),
        ("FLT-", "CTX-"),
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
        told.energy,
        drawings.energy,
    ),
    Theme(
        Bilingual(nl="Klimaat", en="Climate"),
        Bilingual(
            nl="CO2e per kilometer, well-to-wheel, in gram: per reizigerskilometer (links) en per voertuigkilometer (rechts)",
            en="CO2e per kilometre, well-to-wheel, in grams: per passenger-km (left) and per vehicle-km (right)",
        ),
        ("GHG-",),
        told.climate,
        drawings.climate,
    ),
    Theme(
        Bilingual(nl="Lucht", en="Air"),
        Bilingual(nl="Uitstoot uit de uitlaat van bussen, in kilo", en="Exhaust emissions of buses, in kilos"),
        ("AIR-",),
        told.air,
        drawings.air,
    ),
    Theme(
        Bilingual(nl="Mensen", en="People"),
        Bilingual(nl="Werk, veiligheid en social return", en="Work, safety and social return"),
        ("SOC-",),
    ),
    Theme(
        Bilingual(nl="Keten", en="Chain"),
        Bilingual(nl="Leveranciers, risico's en grondstoffen", en="Suppliers, risks and materials"),
        ("DD-", "GOV-", "CIR-"),
    ),
)


def themes(content: ReportContent, language: Language) -> list[Flowable]:
    """The pages of all themes that have indicators."""
    found: list[Flowable] = []
    for theme in THEMES:
        figures = [figure for figure in content.indicators if figure.indicator.startswith(theme.indicators)]
        if figures:
            found += _page(theme, figures, content, language)
    return found


def _page(theme: Theme, figures: Sequence[Indicator], content: ReportContent, language: Language) -> list[Flowable]:
    title = theme.title(content, language) if theme.title else theme.name.in_(language)
    return [
        paragraph(theme.name.in_(language), THEME),
        Heading(title, H1, outline=theme.name.in_(language)),
        paragraph(theme.subtitle.in_(language), SMALL),
        Spacer(1, 6),
        *_chart(theme, content, language, title),
        _figures(figures, content, language),
        *_why(figures, language),
        PageBreak(),
    ]


def _chart(theme: Theme, content: ReportContent, language: Language, title: str) -> list[Flowable]:
    if theme.chart is None:
        return []
    drawn = theme.chart(content, language, title)
    return [drawn or paragraph(words.NO_CHART.in_(language), BODY), Spacer(1, 10)]


def _figures(figures: Sequence[Indicator], content: ReportContent, language: Language) -> Flowable:
    columns = [
        Column(words.INDICATOR.in_(language), 52),
        Column(words.UNIT.in_(language), 15),
        Column(str(content.year), 13, numbers=True),
        *(
            [Column(str(content.previous_year), 13, numbers=True), Column(words.CHANGE.in_(language), 12, numbers=True)]
            if content.previous_year
            else []
        ),
    ]
    rows = [_row(figure, content, language) for figure in figures if _shown(figure)]
    return table(columns, rows, width=WIDTH)


def _shown(figure: Indicator) -> bool:
    """Totals, and parts of one dimension that are not nothing."""
    cut = dimensions(figure.part)
    return figure.part == TOTAL or (len(cut) == 1 and cut[0] not in LEFT_OUT and bool(figure.value))


def _row(figure: Indicator, content: ReportContent, language: Language) -> list[Flowable | str]:
    before = content.earlier(figure.indicator, figure.part)
    now = amount(figure.value, language) if figure.value is not None else NONE
    cells: list[Flowable | str] = [
        _name(figure, language),
        Paragraph(escaped(unit(figure.unit, language)), CELL_SMALL),
        now,
    ]
    if content.previous_year is None:
        return cells
    earlier = amount(before, language) if before is not None else NONE
    return [*cells, earlier, change(figure.value, before, figure.unit, language)]


def _name(figure: Indicator, language: Language) -> Paragraph:
    """The indicator in full for its total, indented for a part."""
    if figure.part != TOTAL:
        return Paragraph(f"\u00a0\u00a0\u00a0\u00a0{escaped(part_label(figure.part, language))}", CELL_SMALL)
    known = INDICATOR.get(figure.indicator)
    said = known.name.in_(language) if known else figure.indicator
    mark = f" ({words.STATUS[figure.status].in_(language)})" if figure.status is not Status.MEASURED else ""
    return Paragraph(f"{escaped(said + mark)} <font size='7' color='#857e72'>{figure.indicator}</font>", CELL)


def _why(figures: Sequence[Indicator], language: Language) -> list[Flowable]:
    """The why of every total, in small type."""
    totals = [figure for figure in figures if figure.part == TOTAL]
    title = Paragraph(escaped(words.HOW.in_(language)), H2)
    told_ones: list[Flowable] = [_because(figure, language) for figure in totals]
    return [KeepTogether([title, *told_ones[:2]]), *told_ones[2:]]


def _because(figure: Indicator, language: Language) -> Paragraph:
    why = figure.why
    said = [escaped(why.formula.in_(language))]
    if why.worked:
        said.append(escaped(why.worked.in_(language)) + ".")
    if why.coverage and why.coverage.measured != Decimal(100):
        said.append(escaped(_coverage(figure, language)))
    said += [escaped(note.in_(language)) for note in why.notes]
    return Paragraph(f"{strong(figure.indicator)} {' '.join(said)}", SMALL)


def _coverage(figure: Indicator, language: Language) -> str:
    coverage = figure.why.coverage
    assert coverage is not None
    shares = words.COVERED.in_(language).format(
        measured=amount(coverage.measured, language),
        estimated=amount(coverage.estimated, language),
        missing=amount(coverage.missing, language),
    )
    said = words.DATA.in_(language).format(words=shares)
    return f"{said[0].upper()}{said[1:]}."
