"""Waivers on paper: beside a norm, under a rule, and in one list with the exemptions of the terms."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from schemas.norms import NORM
from schemas.texts import Language
from workers.domain.rendering import day
from workers.publish import words
from workers.publish.content import ReportContent, WaiverTold
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import BODY, H2, INDENTED, QUOTE, Text, labelled, paragraph


def beside_the_verdict(content: ReportContent, norm: str, language: Language) -> list[Text]:
    """The waivers of a norm; they do not change what the machine found."""
    return [
        labelled(words.WAIVER.in_(language), f"{_decided(one, language)}. {one.reason}", INDENTED)
        for one in content.waivers_of(norm=norm)
    ]


def under_the_rule(content: ReportContent, rule: str, language: Language) -> list[Text]:
    """The waivers of the questions of a rule."""
    return [
        labelled(words.WAIVED.in_(language), f"{_decided(one, language)}{_only(one, language)}.", QUOTE)
        for one in content.waivers_of(rule=rule)
    ]


def waivers_and_exemptions(content: ReportContent, language: Language) -> list[Flowable]:
    """All of this year in one list."""
    if not content.waivers:
        return []
    columns = [
        Column(words.WAIVED_WHAT.in_(language), 34),
        Column(words.DECIDED.in_(language), 26),
        Column(words.WAIVED_DAYS.in_(language), 22),
        Column(words.REASON.in_(language), 40),
    ]
    rows = [
        [f"{_what(one, language)}{_only(one, language)}", _by(one, language), _days(one, language), one.reason]
        for one in content.waivers
    ]
    return [
        CondPageBreak(90),
        Heading(words.WAIVERS.in_(language), H2, level=1),
        paragraph(words.WAIVERS_TEXT.in_(language), BODY),
        table(columns, rows, width=WIDTH),
    ]


def _what(one: WaiverTold, language: Language) -> str:
    if one.rule:
        return words.QUESTIONS_OF.in_(language).format(rule=one.rule)
    return NORM[one.norm].name.in_(language) if one.norm in NORM else str(one.norm)


def _only(one: WaiverTold, language: Language) -> str:
    return f" ({words.ONLY.in_(language).format(rows=', '.join(one.entities))})" if one.entities else ""


def _by(one: WaiverTold, language: Language) -> str:
    kind = words.EXEMPTION if one.in_terms else words.WAIVER
    said = f"{kind.in_(language).rstrip(':')} {one.decision}"
    return ", ".join(part for part in (said, one.article, one.by) if part)


def _days(one: WaiverTold, language: Language) -> str:
    return f"{day(one.starts, language)} {words.UNTIL.in_(language)} {day(one.ends, language)}"


def _decided(one: WaiverTold, language: Language) -> str:
    return words.BY_DECISION.in_(language).format(number=one.decision, day=day(one.ends, language))
