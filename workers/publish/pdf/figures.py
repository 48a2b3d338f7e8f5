"""The table of figures beside those of the earlier year, and in small type how they came about."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportlab.platypus import Flowable, KeepTogether

from schemas.indicators import INDICATOR
from schemas.judgement import Indicator, Status
from schemas.texts import Language
from workers.publish import words
from workers.publish.amounts import amount, beside, change, unit
from workers.publish.content import ReportContent
from workers.publish.parts import TOTAL, dimensions, part_label
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import CELL, CELL_SMALL, H2, SMALL, Text, escaped, listed, paragraph, strong


def shown(figures: Sequence[Indicator], cut_by: Sequence[str]) -> list[Indicator]:
    """Totals, each before the parts that a page is cut by unless they are nothing or the same as their total."""
    totals = {figure.indicator: figure.value for figure in figures if figure.part == TOTAL}
    told = [f for f in figures if f.part == TOTAL or _tells(f, cut_by, totals.get(f.indicator))]
    order = {figure.indicator: place for place, figure in reversed(list(enumerate(figures)))}
    return sorted(told, key=lambda figure: (order[figure.indicator], figure.part != TOTAL))


def _tells(figure: Indicator, cut_by: Sequence[str], total: Decimal | None) -> bool:
    dimension = dimensions(figure.part)
    return len(dimension) == 1 and dimension[0] in cut_by and bool(figure.value) and figure.value != total


def figures_table(figures: Sequence[Indicator], content: ReportContent, language: Language) -> Flowable:
    """The figures of this year beside those of the earlier year."""
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
    rows = [_row(figure, content, language) for figure in figures]
    return table(columns, rows, width=WIDTH)


def _row(figure: Indicator, content: ReportContent, language: Language) -> list[Flowable | str]:
    before = content.earlier(figure.indicator, figure.part)
    now, earlier = beside(figure.value, before, figure.unit, language)
    cells: list[Flowable | str] = [
        _name(figure, language),
        paragraph(unit(figure.unit, language), CELL_SMALL),
        now,
    ]
    if content.previous_year is None:
        return cells
    return [*cells, earlier, change(figure.value, before, figure.unit, language)]


def _name(figure: Indicator, language: Language) -> Text:
    """The indicator in full for its total, indented for a part."""
    if figure.part != TOTAL:
        return Text(f"\u00a0\u00a0\u00a0\u00a0{escaped(part_label(figure.part, language))}", CELL_SMALL)
    known = INDICATOR.get(figure.indicator)
    said = known.name.in_(language) if known else figure.indicator
    mark = f" ({words.STATUS[figure.status].in_(language)})" if figure.status is not Status.MEASURED else ""
    return Text(f"{escaped(said + mark)} <font size='7' color='#857e72'>{figure.indicator}</font>", CELL)


def how_they_came_about(figures: Sequence[Indicator], language: Language) -> list[Flowable]:
    """The why of every total, in small type."""
    totals = [figure for figure in figures if figure.part == TOTAL]
    title = Heading(words.HOW.in_(language), H2, level=1, outline="")
    told_ones = listed([_because(figure, language) for figure in totals])
    return [KeepTogether([title, *told_ones[:2]]), *told_ones[2:]]


def _because(figure: Indicator, language: Language) -> Text:
    why = figure.why
    said = [escaped(why.formula.in_(language))]
    if why.worked:
        worked = why.worked.in_(language)
        said.append(escaped(f"{worked[:1].upper()}{worked[1:].removesuffix('.')}."))
    if why.coverage and why.coverage.measured != Decimal(100):
        said.append(escaped(_coverage(figure, language)))
    said += [escaped(note.in_(language)) for note in why.notes]
    return Text(f"{strong(figure.indicator)} {' '.join(said)}", SMALL)


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
