"""A letter of the authority as a PDF: to whom, what and why, per norm what was established, what can be done against it."""

from __future__ import annotations

import hashlib

from reportlab.platypus import Flowable, KeepTogether, Spacer

from schemas.judgement import Outcome
from schemas.texts import Bilingual, Language
from schemas.words import Edition
from workers.domain.rendering import day
from workers.publish import letter_words as said
from workers.publish import words
from workers.publish.content import HearingTold, NormRow
from workers.publish.letter_content import LetterContent, LetterSection
from workers.publish.norm_words import asked, found, name, reason
from workers.publish.pdf.checkable import check_at
from workers.publish.pdf.colours import TONE
from workers.publish.pdf.facts import facts_table
from workers.publish.pdf.flowables import Heading, Plate
from workers.publish.pdf.fonts import register_fonts
from workers.publish.pdf.marks import name_and_mark
from workers.publish.pdf.page import WIDTH, Frontispiece, document, edition_chip
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.tags import Tag
from workers.publish.pdf.text import BODY, CELL, CODE, H1, H2, LEAD, QUOTE, Text, escaped, paragraph, strong

SHORT_HASH = 12


class _Masthead(Plate):
    """The product's mark and name on the left; of a concept, that it is one on the right."""

    def __init__(self, content: LetterContent, language: Language) -> None:
        self.content, self.language = content, language
        super().__init__(width=WIDTH, height=30)

    def draw(self) -> None:
        """On one line."""
        name_and_mark(self.ink, y=4)
        if self.content.edition is Edition.CONCEPT:
            with self.ink.tagged(Tag("P")):
                edition_chip(self.ink, Edition.CONCEPT, self.language, right=self.width, y=11, size=13)


def letter_pdf(content: LetterContent, language: Language) -> bytes:
    """The letter in one language; the same content gives the same bytes."""
    register_fonts()
    return document(_frontispiece(content, language), _story(content, language))


def _frontispiece(content: LetterContent, language: Language) -> Frontispiece:
    title = content.title.in_(language)
    digest = hashlib.sha256(content.model_dump_json().encode()).hexdigest()
    return Frontispiece(
        title=f"{title} ({content.concession_name})",
        subject=f"{said.LETTER.in_(language)} {content.reference}",
        keywords=digest,
        running=f"{content.authority} · {content.reference}",
        hash=words.REFERENCE.in_(language).format(hash=digest[:SHORT_HASH]),
        edition=content.edition,
        language=language,
        made=content.dated,
    )


def _story(content: LetterContent, language: Language) -> list[Flowable]:
    return [
        _Masthead(content, language),
        Spacer(1, 18),
        facts_table(_head(content, language), width=WIDTH),
        Spacer(1, 20),
        Heading(content.title.in_(language), H1),
        Spacer(1, 4),
        *[paragraph(line.in_(language), LEAD) for line in content.opening],
        *[part for one in content.sections for part in _section(one, language)],
        *_hearing(content.hearing, language),
        *_norms(content, language),
        *_redress(content.redress, language),
        *_signed(content, language),
        *_proof(content, language),
    ]


def _head(content: LetterContent, language: Language) -> list[tuple[str, str]]:
    about = said.ABOUT_WHAT.in_(language).format(
        concession=f"{content.concession_name} ({content.concession})", year=content.year
    )
    facts: tuple[tuple[Bilingual, str], ...] = (
        (said.TO, content.addressee),
        (said.FROM, content.authority),
        (said.DATE, day(content.dated, language)),
        (said.REFERENCE, content.reference),
        (said.ABOUT, about),
    )
    return [(label.in_(language), text) for label, text in facts]


def _section(section: LetterSection, language: Language) -> list[Flowable]:
    lines = [paragraph(line.in_(language), BODY) for line in section.lines]
    quoted = [paragraph(section.quoted, QUOTE)] if section.quoted else []
    title = Heading(section.heading.in_(language), H2, level=1)
    first, *rest = [*lines, *quoted] or [Spacer(1, 1)]
    return [KeepTogether([title, first]), *rest]


def _hearing(hearing: HearingTold | None, language: Language) -> list[Flowable]:
    """What was announced, and the holder's own words on it."""
    if hearing is None:
        return []
    announced = f"{words.INTENTION.in_(language)}: {day(hearing.announced_on, language)}. {hearing.reason}"
    view = words.NO_VIEW.in_(language)
    if hearing.view is not None and hearing.on is not None:
        file = f" ({hearing.file_name})" if hearing.file_name else ""
        view = f"{hearing.by}, {day(hearing.on, language)}. {hearing.view}{file}"
    title = Heading(said.HEARING.in_(language), H2, level=1)
    return [KeepTogether([title, paragraph(announced, BODY)]), paragraph(view, BODY)]


def _norms(content: LetterContent, language: Language) -> list[Flowable]:
    """Per norm what was found against what was asked, the machine's finding, and what a person established."""
    if not content.norms:
        return []
    columns = [
        Column(said.NORM.in_(language), 30),
        Column(said.FIGURES.in_(language), 27),
        Column(said.MACHINE.in_(language), 42),
        Column(said.ESTABLISHED.in_(language), 42),
    ]
    rows = [
        [
            _named(row, language),
            _figures(row, language),
            _judged(
                row.machine.verdict,
                reason(row.machine.verdict, row.machine.reason.in_(language), language),
                language,
            ),
            _established(row, language),
        ]
        for row in content.norms
    ]
    return [Heading(said.NORMS.in_(language), H2, level=1), Spacer(1, 3), table(columns, rows, width=WIDTH)]


def _named(row: NormRow, language: Language) -> str:
    article = (row.article or "").replace(" ", "\u00a0")
    return f"{name(row, language)} ({article})" if article else name(row, language)


def _figures(row: NormRow, language: Language) -> str:
    value = row.machine.value
    known = found(row, value, language) if value is not None else ""
    norm = f"{words.THE_NORM.in_(language)}: {asked(row, language)}" if asked(row, language) else ""
    return "; ".join(part for part in (known, norm) if part)


def _judged(outcome: Outcome, why: str, language: Language) -> Text:
    colour = f"#{TONE[outcome].hexval()[2:]}"
    word = f'<font color="{colour}">{strong(words.OUTCOME[outcome].in_(language))}</font>'
    return Text(f"{word}. {escaped(why)}" if why else word, CELL)


def _established(row: NormRow, language: Language) -> Text:
    if row.established is None:
        return paragraph(said.NOT_ESTABLISHED.in_(language), CELL)
    why = row.established.reason or words.CONFIRMED.in_(language)
    return _judged(row.established.outcome, why, language)


def _redress(redress: Bilingual | None, language: Language) -> list[Flowable]:
    if redress is None:
        return []
    title = Heading(said.DISAGREE.in_(language), H2, level=1)
    return [KeepTogether([title, paragraph(redress.in_(language), BODY)])]


def _signed(content: LetterContent, language: Language) -> list[Flowable]:
    who = [(content.by_whom.in_(language), content.by)]
    if content.confirmed_by:
        who.append((said.READ_BY.in_(language), content.confirmed_by))
    title = Heading(said.SIGNED.in_(language).format(authority=content.authority), H2, level=1)
    return [KeepTogether([title, Spacer(1, 3), facts_table(who, width=WIDTH)])]


def _proof(content: LetterContent, language: Language) -> list[Flowable]:
    """What the letter stands on and where to check it, on one page: the address alone would fill the last one."""
    parts = [*_stands_on(content, language), *check_at(content.check_at, language)]
    return [KeepTogether(parts)] if parts else []


def _stands_on(content: LetterContent, language: Language) -> list[Flowable]:
    if not content.stands_on:
        return []
    columns = [Column(words.NAME.in_(language), 45), Column(f"{words.HASH.in_(language)} (sha256)", 66)]
    rows = [[named.name.in_(language), paragraph(named.sha256, CODE)] for named in content.stands_on]
    title = Heading(said.STANDS_ON.in_(language), H2, level=1)
    return [title, Spacer(1, 3), table(columns, rows, width=WIDTH), Spacer(1, 8)]
