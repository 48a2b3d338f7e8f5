"""The norms: what was asked and found, the machine's reason, what a person established, and the way to the target year."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from schemas.norms import NORM
from schemas.texts import Language
from schemas.words import Edition
from workers.domain.rendering import day
from workers.publish import words
from workers.publish.content import HearingTold, NormRow, ReportContent
from workers.publish.norm_words import YES_NO, asked, found, name, reason, unit_of
from workers.publish.pdf.colours import HAIR, INK, SOFT, TONE
from workers.publish.pdf.cover import decision
from workers.publish.pdf.drawings import norm_lines
from workers.publish.pdf.flowables import Heading, Plate
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD
from workers.publish.pdf.marks import verdict_square
from workers.publish.pdf.page import HEIGHT, WIDTH, clipped
from workers.publish.pdf.path import Lines, Path
from workers.publish.pdf.tags import Tag
from workers.publish.pdf.text import BODY, H1, H3, INDENTED, THEME, Text, escaped, labelled, paragraph, strong
from workers.publish.pdf.waivers import beside_the_verdict

SQUARE = 20.0
CHART = 196.0


def norms(content: ReportContent, language: Language) -> list[Flowable]:
    """Every norm in the order of the contract."""
    if not content.norms:
        return []
    told: list[Flowable] = [
        CondPageBreak(HEIGHT * 0.5),
        paragraph(words.NORMS.in_(language), THEME),
        Heading(words.NORMS_TITLE.in_(language), H1, outline=words.NORMS.in_(language)),
    ]
    told += _decision(content, language)
    for row in content.norms:
        told += _norm(row, content, language)
    return told


def _decision(content: ReportContent, language: Language) -> list[Flowable]:
    """The decision on the whole report with its reason."""
    if content.decision is None:
        return []
    label = f"{words.DECIDED.in_(language)}:"
    said = f"{decision(content, language)}. {content.decision.reason}".strip()
    unheard = content.decision.unheard
    why = [labelled(f"{words.UNHEARD.in_(language)}:", unheard, BODY)] if unheard else []
    return [labelled(label, said, BODY), *_hearing(content.decision.hearing, language), *why, Spacer(1, 6)]


def _hearing(hearing: HearingTold | None, language: Language) -> list[Flowable]:
    """What was announced before the decision, and what the holder said of it."""
    if hearing is None:
        return []
    announced = f"{day(hearing.announced_on, language)}. {hearing.reason}"
    view = words.NO_VIEW.in_(language)
    if hearing.view is not None and hearing.on is not None:
        file = f" ({hearing.file_name})" if hearing.file_name else ""
        view = f"{hearing.by}, {day(hearing.on, language)}. {hearing.view}{file}"
    return [
        labelled(f"{words.INTENTION.in_(language)}:", announced, BODY),
        labelled(f"{words.VIEW.in_(language)}:", view, BODY),
    ]


def _norm(row: NormRow, content: ReportContent, language: Language) -> list[Flowable]:
    """The head and the machine's reason stay together; a long reason of a person may run on."""
    lines = norm_lines(row, year=content.year, unit=unit_of(row, language), language=language)
    head: list[Flowable] = [Outcomes(row, lines, language)]
    machine = _judged(
        words.MACHINE.in_(language),
        words.OUTCOME[row.machine.verdict].in_(language),
        reason(row.machine.verdict, row.machine.reason.in_(language), language),
        TONE[row.machine.verdict],
    )
    waived = beside_the_verdict(content, row.machine.norm, language)
    told = [*waived, *_established(row, content, language), *_ahead(row, language)]
    return [CondPageBreak(110), KeepTogether([*head, machine]), *told, Spacer(1, 5)]


def _judged(label: str, outcome: str, reason: str, tone: Color) -> Text:
    colour = f"#{tone.hexval()[2:]}"
    said = f'{strong(label)} <font color="{colour}">{strong(outcome)}.</font>'
    return Text(f"{said} {escaped(reason)}" if reason else said, INDENTED)


def _ahead(row: NormRow, language: Language) -> list[Flowable]:
    """How the norm is expected to go on, and what that assumes in small."""
    forecast = row.forecast
    if forecast is None:
        return []
    said = f"{strong(words.AHEAD.in_(language))} {escaped(forecast.says.in_(language))}"
    return [Text(f'{said} <font size="8">{escaped(forecast.assumes.in_(language))}</font>', INDENTED)]


def _established(row: NormRow, content: ReportContent, language: Language) -> list[Flowable]:
    if row.established is None:
        open_ = words.NOT_ESTABLISHED if content.edition is Edition.DECIDED else words.NOT_YET
        return [Text(f"{strong(words.ESTABLISHED.in_(language))} {escaped(open_.in_(language))}", INDENTED)]
    said = row.established
    who = f"{said.by}, {day(said.on, language)}" if said.on else said.by
    departs = f"{words.DEPARTS.in_(language)}; " if row.departs else ""
    outcome = words.OUTCOME[said.outcome].in_(language)
    reason = said.reason or words.CONFIRMED.in_(language)
    return [
        _judged(
            words.ESTABLISHED.in_(language),
            outcome,
            f"{reason} ({departs}{who})",
            TONE[said.outcome],
        )
    ]


class Outcomes(Plate):
    """The head of a norm: shape and word, name and article, asked and found in figures; at the right its path."""

    HEIGHT = 76.0

    def __init__(self, row: NormRow, lines: Lines, language: Language) -> None:
        self.row, self.language = row, language
        draws = self._numeric and len({point.year for point in (*lines.own, *lines.norm)}) > 1
        self.path = Path(lines, width=CHART, height=66, alt=name(row, language), fine=True) if draws else None
        super().__init__(width=WIDTH, height=self.HEIGHT if draws else 58)

    def draw(self) -> None:
        """Left the words, right the path."""
        self._line()
        top = self.height - 12 - SQUARE
        room = self.width - SQUARE - 8 - (CHART + 8 if self.path else 0)
        self._name(top, room)
        self._square(top)
        self._figures(top - 16)
        if self.path:
            self.path.drawOn(self.ink, self.width - CHART, 2)

    def _line(self) -> None:
        with self.ink.artifact():
            self.ink.setStrokeColor(HAIR)
            self.ink.setLineWidth(0.6)
            self.ink.line(0, self.height - 2, self.width, self.height - 2)

    def _square(self, top: float) -> None:
        tag = Tag("Figure", alt=words.OUTCOME[self.row.outcome].in_(self.language))
        with self.ink.tagged(tag):
            verdict_square(self.ink, self.row.outcome, x=0, y=top, size=SQUARE)
        self.ink.stands_at(tag, (0, top, SQUARE, top + SQUARE))

    @property
    def _numeric(self) -> bool:
        """A yes or no has no path."""
        known = NORM.get(self.row.machine.norm)
        return known is None or known.unit != YES_NO

    def _name(self, top: float, room: float) -> None:
        ink, left = self.ink, SQUARE + 8
        ink.bookmarkHorizontal(f"norm-{self.row.machine.norm}", 0, self.height)
        ink.addOutlineEntry(name(self.row, self.language), f"norm-{self.row.machine.norm}", level=1)
        ink.setFillColor(INK)
        ink.setFont(SEMIBOLD, H3.fontSize + 2)
        with ink.tagged(Tag("H2")):
            ink.drawString(left, top + 11, clipped(name(self.row, self.language), SEMIBOLD, H3.fontSize + 2, room))
        ink.setFillColor(SOFT)
        ink.setFont(REGULAR, 8)
        source = f"{self.row.article} · {self.row.machine.norm}".lstrip(" ·")
        with ink.tagged(Tag("P")):
            ink.drawString(left, top, clipped(source, REGULAR, 8, room))

    def _figures(self, y: float) -> None:
        machine = self.row.machine
        x = SQUARE + 8
        if machine.value is not None:
            x = self._pair(x, y, words.FOUND.in_(self.language), found(self.row, machine.value, self.language))
        if machine.threshold is not None:
            self._pair(x, y, words.ASKED.in_(self.language), asked(self.row, self.language))

    def _pair(self, x: float, y: float, label: str, text: str) -> float:
        ink = self.ink
        with ink.tagged(Tag("P")):
            ink.setFillColor(SOFT)
            ink.setFont(REGULAR, 8.4)
            ink.drawString(x, y, f"{label} ")
            x += float(ink.stringWidth(label, REGULAR, 8.4)) + 4
            ink.setFillColor(INK)
            ink.setFont(SEMIBOLD, 9.2)
            ink.drawString(x, y, text)
        return x + float(ink.stringWidth(text, SEMIBOLD, 9.2)) + 14
