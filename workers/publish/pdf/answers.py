"""The explanations in the annex: how each came to this version, and which lapsed."""

from __future__ import annotations

from collections import Counter

from reportlab.platypus import CondPageBreak, Flowable

from schemas.explaining import Lapse
from schemas.texts import Language
from workers.domain.rendering import day
from workers.publish import words
from workers.publish.content import Explained, LapsedAnswer, ReportContent
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import BODY, H2, QUOTE, SMALL, Text, escaped, paragraph, strong


def explanation(explained: Explained, language: Language) -> Text:
    """One explanation with who gave it when, and whether it is new or was carried over."""
    label = words.EXPLANATION if explained.about else words.ALL_OF_THEM
    about = f" {escaped(explained.about)}:" if explained.about else ""
    said = f"{strong(label.in_(language))}{about} {escaped(explained.text)}"
    return Text(f"{said} ({escaped(_origin(explained, language))})", QUOTE)


def lapsed_answers(content: ReportContent, language: Language) -> list[Flowable]:
    """What was explained before and asked again: the old words, and why they no longer held."""
    if not content.lapsed:
        return []
    asked_again = [one for one in content.lapsed if one.why is not Lapse.GONE]
    return [
        CondPageBreak(90),
        Heading(words.LAPSED.in_(language), H2, level=1),
        paragraph(words.LAPSED_TEXT.in_(language), BODY),
        *([_table(asked_again, language)] if asked_again else []),
        *_no_longer_asked(content, language),
    ]


def _origin(explained: Explained, language: Language) -> str:
    who = f"{explained.by}, {day(explained.on, language)}" if explained.on else explained.by
    came = words.CAME[explained.came].in_(language).format(year=explained.year)
    if explained.confirmed_by is None or explained.confirmed_on is None:
        return f"{who}; {came}"
    confirmed = words.CONFIRMED_AGAIN.in_(language)
    return f"{who}; {came}, {confirmed.format(name=explained.confirmed_by, day=day(explained.confirmed_on, language))}"


def _table(lapsed: list[LapsedAnswer], language: Language) -> Flowable:
    columns = [
        Column(words.RULE.in_(language), 12),
        Column(words.LAPSED_OF.in_(language), 18),
        Column(words.EXPLANATION.in_(language).rstrip(":"), 46),
        Column(words.LAPSED_WHY.in_(language), 30),
    ]
    rows = [
        [
            one.rule,
            one.about or words.EVERY_FINDING.in_(language),
            f"{one.text} ({one.by}, {day(one.on, language)})",
            _why(one, language),
        ]
        for one in lapsed
    ]
    return table(columns, rows, width=WIDTH)


def _why(one: LapsedAnswer, language: Language) -> str:
    why = words.WHY_LAPSED[one.why].in_(language).format(before=one.before or "–", now=one.now or "–")
    again = words.EXPLAINED_AGAIN if one.explained_again else words.NOT_EXPLAINED_AGAIN
    return f"{why}; {again.in_(language)}"


def _no_longer_asked(content: ReportContent, language: Language) -> list[Flowable]:
    """By rule how many; their words are of no use any more."""
    gone = Counter(one.rule for one in content.lapsed if one.why is Lapse.GONE)
    if not gone:
        return []
    what = ", ".join(f"{rule} ({number}×)" if number > 1 else rule for rule, number in sorted(gone.items()))
    return [paragraph(words.NO_LONGER_ASKED.in_(language).format(what=what), SMALL)]
