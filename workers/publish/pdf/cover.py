"""The cover: which concession and year, which edition, the norms at a glance, and three sentences to read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from schemas.texts import Bilingual, Language
from schemas.words import Edition
from workers.domain.rendering import day
from workers.publish import words
from workers.publish.amounts import moment
from workers.publish.content import FactorList, NormRow, ReportContent
from workers.publish.norm_words import in_figures, name
from workers.publish.pdf.colours import EDITION_TONE, INK, SOFT, TONE
from workers.publish.pdf.facts import facts_table
from workers.publish.pdf.flowables import Heading, Plate
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD
from workers.publish.pdf.marks import name_and_mark, verdict_square
from workers.publish.pdf.page import WIDTH, clipped, edition_chip
from workers.publish.pdf.tags import Tag, items
from workers.publish.pdf.text import BODY, H2, LEAD, THEME, TITLE, YEAR, paragraph
from workers.publish.sentences import three_sentences

COLUMNS = 4


class Masthead(Plate):
    """The product's mark and name on the left, the edition on the right."""

    def __init__(self, content: ReportContent, language: Language) -> None:
        self.content, self.language = content, language
        super().__init__(width=WIDTH, height=34)

    def draw(self) -> None:
        """On one line."""
        name_and_mark(self.ink, y=8)
        self._edition(self.content.edition)

    def _edition(self, edition: Edition) -> None:
        ink = self.ink
        with ink.tagged(Tag("P")):
            edition_chip(ink, edition, self.language, right=self.width, y=15, size=13)
        with ink.tagged(Tag("P")):
            ink.setFillColor(EDITION_TONE[edition])
            ink.setFont(REGULAR, 7.8)
            ink.drawRightString(self.width, -3, words.EDITION_MEANS[edition].in_(self.language))


class Strip(Plate):
    """A square per norm with its word and shape, its name, and what was found against what was asked: a list."""

    ROW, SQUARE = 47.0, 22.0

    def __init__(self, norms: Sequence[NormRow], language: Language) -> None:
        self.norms, self.language = tuple(norms), language
        rows = -(-len(self.norms) // COLUMNS)
        super().__init__(width=WIDTH, height=rows * self.ROW)

    def draw(self) -> None:
        """From left to right, then down."""
        cell = self.width / COLUMNS
        for place, (row, tag) in enumerate(zip(self.norms, items(len(self.norms)), strict=True)):
            x, y = place % COLUMNS * cell, self.height - (place // COLUMNS + 1) * self.ROW
            with self.ink.artifact():
                verdict_square(self.ink, row.outcome, x=x, y=y + 18, size=self.SQUARE)
            self._norm(row, tag, left=x + self.SQUARE + 6, y=y + 18, width=cell - self.SQUARE - 14)

    def _norm(self, row: NormRow, tag: Tag, *, left: float, y: float, width: float) -> None:
        ink = self.ink
        with ink.tagged(Tag("P", within=tag)):
            ink.setFillColor(TONE[row.outcome])
            ink.setFont(SEMIBOLD, 8.4)
            ink.drawString(left, y + 14.5, words.OUTCOME[row.outcome].in_(self.language))
        first, second = _two_lines(name(row, self.language), 7.6, width)
        with ink.tagged(Tag("P", within=tag)):
            ink.setFillColor(INK)
            ink.setFont(REGULAR, 7.6)
            ink.drawString(left, y + 4.6, f"{first} ")
            ink.drawString(left, y - 4.4, second)
        with ink.tagged(Tag("P", within=tag)):
            ink.setFillColor(SOFT)
            ink.setFont(REGULAR, 7)
            figures = in_figures(row, self.language)
            lines = (clipped(figures, REGULAR, 7, width), "") if second else _two_lines(figures, 7, width)
            for line, text in enumerate(filter(None, lines), start=1 if second else 0):
                ink.drawString(left, y - 4.4 - 9 * line, f"{text} ")


def cover(content: ReportContent, language: Language) -> list[Flowable]:
    """The first page."""
    return [
        Masthead(content, language),
        Spacer(1, 30),
        paragraph(words.REPORT.in_(language), THEME),
        Heading(content.concession_name, TITLE, outline=words.REPORT.in_(language)),
        paragraph(words.REPORT_YEAR.in_(language).format(year=content.year), YEAR),
        Spacer(1, 18),
        *[paragraph(sentence, LEAD) for sentence in three_sentences(content, language)],
        *_at_a_glance(content, language),
        Spacer(1, 12),
        *_facts(content, language),
        PageBreak(),
    ]


def _at_a_glance(content: ReportContent, language: Language) -> list[Flowable]:
    if not content.norms:
        return [Spacer(1, 8), paragraph(words.NO_NORMS.in_(language), BODY)]
    title = Heading(words.NORMS_AT_A_GLANCE.in_(language), H2, level=1, outline="")
    return [Spacer(1, 12), KeepTogether([title, Spacer(1, 5), Strip(content.norms, language)])]


def _facts(content: ReportContent, language: Language) -> list[Flowable]:
    return [facts_table([(label.in_(language), text) for label, text in facts(content, language) if text], width=WIDTH)]


def facts(content: ReportContent, language: Language) -> list[tuple[Bilingual, str]]:
    """Who, when and by what; what is not known is empty."""
    period = content.period
    return [
        (words.HOLDER, content.holder),
        (words.AUTHORITIES, ", ".join(content.authorities)),
        (
            words.PERIOD,
            f"{day(period[0], language)} {words.UNTIL.in_(language)} {day(period[1], language)}" if period else "",
        ),
        (words.VERSION, str(content.version) if content.version is not None else ""),
        (words.SIGNED, f"{content.signed.by}, {moment(content.signed.at, language)}" if content.signed else ""),
        (words.DECIDED, decision(content, language)),
        (words.DATED, day(content.dated, language) if content.dated else ""),
        (words.FACTORS, factors(content, language)),
    ]


def factors(content: ReportContent, language: Language) -> str:
    """The factor sets of both years by name; a fictional one says so."""
    known = [(content.year, content.factors), (content.previous_year, content.previous_factors)]
    return "; ".join(f"{year}: {_set(factors, language)}" for year, factors in known if factors)


def _set(factors: FactorList, language: Language) -> str:
    fictional = f" ({words.FICTIONAL.in_(language)})" if factors.fictional else ""
    return f"{factors.id}{fictional}"


def decision(content: ReportContent, language: Language) -> str:
    """The outcome with who, when and by when."""
    made = content.decision
    if made is None:
        return ""
    said = f"{words.DECISION[made.outcome].in_(language)}, {made.by}, {day(made.on, language)}"
    confirmed = f", {words.CONFIRMED_BY.in_(language).format(name=made.confirmed_by)}" if made.confirmed_by else ""
    term = f"; {words.TERM.in_(language).format(day=day(made.term, language))}" if made.term else ""
    return f"{said}{confirmed}{term}"


def _two_lines(text: str, size: float, width: float) -> tuple[str, str]:
    """A name over two lines at most, broken between words."""
    first: list[str] = []
    rest = text.split()
    while rest and stringWidth(" ".join([*first, rest[0]]), REGULAR, size) <= width:
        first.append(rest.pop(0))
    if not first:
        return clipped(text, REGULAR, size, width), ""
    return " ".join(first), clipped(" ".join(rest), REGULAR, size, width) if rest else ""
