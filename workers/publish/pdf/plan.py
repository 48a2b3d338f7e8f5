"""The improvement plan on paper: each measure with how far it is, and what it was to bring beside what the figure did."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from schemas.norms import NORM
from schemas.texts import Language
from workers.domain.rendering import day
from workers.publish import plan_words as words
from workers.publish.amounts import with_unit
from workers.publish.content import MeasureTold, NormRow, ReportContent
from workers.publish.norm_words import unit_of
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import BODY, H2, paragraph


def improvement_plan(content: ReportContent, language: Language) -> list[Flowable]:
    """All measures in one table."""
    if not content.measures:
        return []
    columns = [
        Column(words.MEASURE.in_(language), 40),
        Column(words.OWNER_AND_DAY.in_(language), 28),
        Column(words.PROGRESS.in_(language), 34),
        Column(words.EXPECTED.in_(language), 30),
        Column(words.WHAT_IT_DID.in_(language), 30),
    ]
    rows = [
        [
            _what(one, language),
            _owner(one, language),
            _progress(one, language),
            _expected(one, content, language),
            _did(one, content, language),
        ]
        for one in content.measures
    ]
    return [
        CondPageBreak(110),
        Heading(words.PLAN.in_(language), H2, level=1),
        paragraph(words.PLAN_TEXT.in_(language), BODY),
        table(columns, rows, width=WIDTH),
    ]


def _what(one: MeasureTold, language: Language) -> str:
    return f"{one.title} ({NORM[one.norm].name.in_(language)})" if one.norm in NORM else one.title


def _owner(one: MeasureTold, language: Language) -> str:
    late = f", {words.OVERDUE.in_(language)}" if one.overdue else ""
    return f"{one.owner}, {day(one.due, language)}{late}"


def _progress(one: MeasureTold, language: Language) -> str:
    share = f", {one.percentage} %" if one.percentage is not None else ""
    told = f" ({day(one.said_on, language)}): {one.said}" if one.said_on else ""
    return f"{words.STANDS[one.progress].in_(language)}{share}{told}"


def _expected(one: MeasureTold, content: ReportContent, language: Language) -> str:
    row = content.norm(one.norm) if one.norm else None
    amount = ""
    if one.effect is not None:
        sign = "+" if one.effect > 0 else ""
        amount = f"{sign}{with_unit(one.effect, unit_of(row, language) if row else '', language)}"
    since = words.SINCE.in_(language).format(day=day(one.effect_from, language)) if one.effect_from else ""
    return (
        ". ".join(part for part in (" ".join(part for part in (amount, since) if part), one.effect_words) if part)
        or "–"
    )


def _did(one: MeasureTold, content: ReportContent, language: Language) -> str:
    """The figure of the norm in the years that are known: *2025: 74 %, 2026: 78 %*."""
    row = content.norm(one.norm) if one.norm else None
    if row is None or not row.own:
        return "–"
    return ", ".join(_in_year(row, place, language) for place in range(max(0, len(row.own) - 2), len(row.own)))


def _in_year(row: NormRow, place: int, language: Language) -> str:
    known = row.own[place]
    return f"{known.year}: {with_unit(known.value, unit_of(row, language), language)}"
