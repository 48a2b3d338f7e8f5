"""The gaps in the chain on paper: what the holder declares as missing, with its reason, and who refused."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from schemas.texts import Language
from workers.domain.rendering import day
from workers.publish import gap_words as words
from workers.publish.content import ReportContent
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import BODY, H2, paragraph


def gaps_in_the_chain(content: ReportContent, language: Language) -> list[Flowable]:
    """All gaps in one table; nothing where there are none."""
    if not content.gaps:
        return []
    columns = [
        Column(words.SUPPLIER.in_(language), 40),
        Column(words.SINCE.in_(language), 26),
        Column(words.WHY.in_(language), 60),
    ]
    rows = [
        [one.supplier, day(one.on, language) if one.on else "–", one.reason or words.REFUSED.in_(language)]
        for one in content.gaps
    ]
    return [
        CondPageBreak(90),
        Heading(words.GAPS.in_(language), H2, level=1),
        paragraph(words.GAPS_TEXT.in_(language), BODY),
        table(columns, rows, width=WIDTH),
    ]
