"""The frame of every page: the edition along the edge and in words, the running head, hash and page x of y in the footer."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from schemas.texts import Language
from schemas.words import Edition
from workers.publish.pdf.archive import Attachment
from workers.publish.pdf.canvas import Paper
from workers.publish.pdf.colours import EDITION_TONE, LINE, SOFT, WHITE
from workers.publish.pdf.finishing import finished
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD
from workers.publish.pdf.marks import edition_band
from workers.publish.pdf.text import printable
from workers.publish.words import EDITION, EDITION_MEANS, PAGE_OF

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 24 * mm, 20 * mm, 23 * mm, 21 * mm
WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
BAND = 5 * mm
TOTAL = "page-total"
FOOT, HEAD = 11 * mm, PAGE_HEIGHT - 13 * mm


@dataclass(frozen=True)
class Frontispiece:
    """What stands on every page and in the document's properties."""

    title: str
    subject: str
    keywords: str
    running: str
    hash: str
    edition: Edition
    language: Language
    made: date | None = None


def document(front: Frontispiece, story: list[Flowable], attachments: Sequence[Attachment] = ()) -> bytes:
    """The pages as a tagged PDF that carries these files; the same story gives the same bytes."""
    drawn = io.BytesIO()
    template = _Pages(drawn, front)
    template.build(story)
    tree = template.canv.tree
    return finished(drawn.getvalue(), tree, language=front.language.value, made=front.made, attachments=attachments)


class _Pages(BaseDocTemplate):  # type: ignore[misc]
    """One template for all pages; the total is a form that is drawn once all pages are known."""

    def __init__(self, target: io.BytesIO, front: Frontispiece) -> None:
        super().__init__(
            target,
            pagesize=A4,
            invariant=1,
            lang=front.language.value,
            title=printable(front.title),
            author="Ketenspiegel",
            subject=printable(front.subject),
            keywords=front.keywords,
            creator="Ketenspiegel",
            producer="Ketenspiegel",
            initialFontName=REGULAR,
            displayDocTitle=True,
        )
        self.front = front
        frame = Frame(LEFT, BOTTOM, WIDTH, HEIGHT, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
        self.addPageTemplates([PageTemplate("page", [frame], onPage=self._dress)])

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """The outline is shown when the document opens."""
        self.canv.showOutline()

    def build(self, story: list[Flowable]) -> None:
        """Set the pages, then draw the total into each."""
        super().build([*story, _Total()], canvasmaker=Paper)

    def _dress(self, canvas: Paper, _: BaseDocTemplate) -> None:
        canvas.saveState()
        with canvas.artifact("Pagination"):
            if self.front.edition is not Edition.NONE:
                edition_band(canvas, self.front.edition, height=PAGE_HEIGHT, width=BAND)
            if canvas.getPageNumber() > 1:
                _running_head(canvas, self.front)
            _footer(canvas, self.front)
        canvas.restoreState()


class _Total(Flowable):  # type: ignore[misc]
    """Takes no room; draws the form that holds the number of pages."""

    def wrap(self, *_: float) -> tuple[float, float]:
        """No room."""
        return 0, 0

    def draw(self) -> None:
        """The number of the page on which this stands: the last."""
        canvas = self.canv
        number = str(canvas.getPageNumber())
        canvas.beginForm(TOTAL, lowerx=0, lowery=-3, upperx=30, uppery=10)
        canvas.setFont(REGULAR, 7.8)
        canvas.setFillColor(SOFT)
        canvas.drawString(0, 0, number)
        canvas.endForm()


def _running_head(canvas: Canvas, front: Frontispiece) -> None:
    canvas.setFont(REGULAR, 7.8)
    canvas.setFillColor(SOFT)
    canvas.drawString(LEFT, HEAD, clipped(front.running, REGULAR, 7.8, WIDTH - 90))
    if front.edition is not Edition.NONE:
        edition_chip(canvas, front.edition, front.language, right=LEFT + WIDTH, y=HEAD, size=7.8)


def edition_chip(canvas: Canvas, edition: Edition, language: Language, *, right: float, y: float, size: float) -> None:
    """The word of the edition in its frame: dashed, open or full."""
    word, tone = EDITION[edition].in_(language), EDITION_TONE[edition]
    width = stringWidth(word, SEMIBOLD, size) + size * 1.5
    canvas.saveState()
    canvas.setStrokeColor(tone)
    canvas.setFillColor(tone)
    canvas.setLineWidth(0.9)
    if edition in {Edition.DRAFT, Edition.CONCEPT}:
        canvas.setDash(2.4, 1.6)
    full = int(edition is Edition.DECIDED)
    canvas.roundRect(right - width, y - size * 0.52, width, size * 1.75, size * 0.35, stroke=1, fill=full)
    canvas.setFillColor(WHITE if full else tone)
    canvas.setFont(SEMIBOLD, size)
    canvas.drawString(right - width + size * 0.75, y, word)
    canvas.restoreState()


def _footer(canvas: Canvas, front: Frontispiece) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT, FOOT + 12, LEFT + WIDTH, FOOT + 12)
    if front.edition is not Edition.NONE:
        _edition_in_words(canvas, front)
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 7.8)
    canvas.drawCentredString(LEFT + WIDTH * 0.64, FOOT, front.hash)
    where = PAGE_OF.in_(front.language).format(page=canvas.getPageNumber())
    canvas.drawRightString(LEFT + WIDTH - 11, FOOT, where)
    canvas.translate(LEFT + WIDTH - 9, FOOT)
    canvas.doForm(TOTAL)


def _edition_in_words(canvas: Canvas, front: Frontispiece) -> None:
    word = EDITION[front.edition].in_(front.language)
    canvas.setFillColor(EDITION_TONE[front.edition])
    canvas.setFont(SEMIBOLD, 7.8)
    canvas.drawString(LEFT, FOOT, word)
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 7.8)
    means = EDITION_MEANS[front.edition].in_(front.language)
    canvas.drawString(LEFT + stringWidth(word, SEMIBOLD, 7.8) + 3, FOOT, f"· {means}")


def clipped(text: str, font: str, size: float, width: float) -> str:
    """A text on one line: what does not fit is cut off with an ellipsis."""
    text = printable(text).replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if stringWidth(text, font, size) <= width:
        return text
    while text and stringWidth(f"{text}…", font, size) > width:
        text = text[: len(text) * 9 // 10] if len(text) > 200 else text[:-1]
    return f"{text.rstrip()}…"
