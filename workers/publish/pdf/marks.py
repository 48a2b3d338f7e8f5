"""The shapes that go with the words: a verdict, an edition and the product's own mark, drawn as lines."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from schemas.judgement import Outcome
from schemas.words import Edition
from workers.publish.pdf.canvas import Paper
from workers.publish.pdf.colours import EDITION_TONE, INK, TEAL, TONE, WHITE
from workers.publish.pdf.fonts import SEMIBOLD
from workers.publish.pdf.tags import Tag

RUNG = 14


def verdict_square(canvas: Canvas, outcome: Outcome, *, x: float, y: float, size: float) -> None:
    """A square in the tone of the verdict: a tick, a cross, or a dash in an open square."""
    canvas.saveState()
    tone = TONE[outcome]
    if outcome is Outcome.NOT_ASSESSABLE:
        canvas.setStrokeColor(tone)
        canvas.setLineWidth(size * 0.06)
        canvas.setDash(size * 0.12, size * 0.08)
        canvas.roundRect(x + size * 0.03, y + size * 0.03, size * 0.94, size * 0.94, size * 0.14)
        canvas.setDash()
    else:
        canvas.setFillColor(tone)
        canvas.roundRect(x, y, size, size, size * 0.16, stroke=0, fill=1)
    canvas.setStrokeColor(tone if outcome is Outcome.NOT_ASSESSABLE else WHITE)
    canvas.setLineWidth(size * 0.1)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for line in _SIGNS[outcome]:
        _polyline(canvas, [(x + size * a, y + size * b) for a, b in line])
    canvas.restoreState()


_SIGNS = {
    Outcome.MEETS: (((0.26, 0.5), (0.43, 0.32), (0.75, 0.68)),),
    Outcome.DOES_NOT_MEET: (((0.3, 0.3), (0.7, 0.7)), ((0.3, 0.7), (0.7, 0.3))),
    Outcome.NOT_ASSESSABLE: (((0.32, 0.5), (0.68, 0.5)),),
}


def edition_band(canvas: Canvas, edition: Edition, *, height: float, width: float) -> None:
    """A band along the left edge of the page: hatched for a rehearsal, a ladder for provisional, full for decided."""
    canvas.saveState()
    tone = EDITION_TONE[edition]
    if edition is Edition.DECIDED:
        canvas.setFillColor(tone)
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
    elif edition is Edition.PROVISIONAL:
        _ladder(canvas, tone, height=height, width=width)
    else:
        _hatching(canvas, tone, height=height, width=width)
    canvas.restoreState()


def _ladder(canvas: Canvas, tone: Color, *, height: float, width: float) -> None:
    canvas.setStrokeColor(tone)
    canvas.setLineWidth(1.2)
    canvas.line(width - 0.6, 0, width - 0.6, height)
    canvas.setLineWidth(0.9)
    for rung in range(RUNG // 2, int(height), RUNG):
        canvas.line(0, rung, width, rung)


def _hatching(canvas: Canvas, tone: Color, *, height: float, width: float) -> None:
    clip = canvas.beginPath()
    clip.rect(0, 0, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.setStrokeColor(tone)
    canvas.setLineWidth(2.4)
    step = 9
    for start in range(-int(width) - step, int(height) + step, step):
        canvas.line(-2, start, width + 2, start + width + 4)


def product_mark(canvas: Canvas, *, x: float, y: float, size: float) -> None:
    """Two links of a chain in a teal square: the mark of the pages."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(size / 32, size / 32)
    canvas.setFillColor(TEAL)
    canvas.roundRect(0, 0, 32, 32, 7, stroke=0, fill=1)
    canvas.setStrokeColor(WHITE)
    canvas.setLineWidth(2.6)
    _link(canvas, left=5.5)
    canvas.setStrokeColor(Color(1, 1, 1, alpha=0.62))
    _link(canvas, left=11.5)
    canvas.restoreState()


def name_and_mark(paper: Paper, *, y: float) -> None:
    """The product's mark and its name beside it."""
    with paper.artifact():
        product_mark(paper, x=0, y=y, size=22)
    paper.setFillColor(INK)
    paper.setFont(SEMIBOLD, 12)
    with paper.tagged(Tag("P")):
        paper.drawString(29, y + 6.5, "Ketenspiegel")


def _link(canvas: Canvas, *, left: float) -> None:
    canvas.roundRect(left, 11.5, 15, 9, 4.5, stroke=1, fill=0)


def _polyline(canvas: Canvas, points: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)
