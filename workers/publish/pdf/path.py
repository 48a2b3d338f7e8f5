"""The way to the target year, drawn as lines: the own values against the steps of the norm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from workers.publish.content import YearValue
from workers.publish.pdf.colours import HAIR, INK, LINE, SOFT, TEAL
from workers.publish.pdf.flowables import Drawn
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD

SIZE = 8.4
SMALL = 7.4
# How far the plot goes on after the last year, so that its step can be seen, in years.
AFTER = 0.5
ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Lines:
    """The own values, and those expected, against the steps of the norm; texts are values as the reader sees them, ``said`` all in words."""

    own: tuple[YearValue, ...]
    norm: tuple[YearValue, ...]
    own_text: str
    norm_text: str
    last_year: int
    ceiling: Decimal | None
    axis: tuple[tuple[Decimal, str], ...]
    said: str
    ahead: tuple[YearValue, ...] = ()

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that are drawn."""
        known = [point.year for point in (*self.own, *self.norm, *self.ahead)]
        return min(known, default=self.last_year), max([*known, self.last_year])

    @property
    def drawable(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.own or self.norm)


def ticks(values: Sequence[Decimal], *, ceiling: Decimal | None = None) -> tuple[Decimal, ...]:
    """Round values from zero to above the highest."""
    top = ceiling if ceiling is not None else _round_up(max(values, default=Decimal(1)))
    steps = 4 if ceiling is not None or top.scaleb(-top.adjusted()) == 2 else 5
    return tuple(top * step / steps for step in range(steps + 1))


class Path(Drawn):
    """The way to the target year: the own line with its last value, the norm as steps."""

    LEFT, BELOW, ABOVE, BEHIND = 30.0, 15.0, 15.0, 66.0

    def __init__(
        self, lines: Lines, *, width: float, height: float, alt: str, fine: bool = False, title: str = ""
    ) -> None:
        self.lines, self.fine, self.title = lines, fine, title
        super().__init__(width=width, height=height, alt=f"{alt}. {lines.said}")

    def draw(self) -> None:
        """Axes, then the norm and what is expected, then the own line on top."""
        if self.title:
            self.ink.setFillColor(INK)
            self.ink.setFont(SEMIBOLD, 9.2)
            self.ink.drawString(0, self.height - 9, self.title)
        self._axes()
        self._norm()
        self._ahead()
        self._own()

    def _x(self, year: float) -> float:
        first, last = self.lines.years
        share = (year - first) / (last - first + AFTER) if last > first else 0.5
        return self.LEFT + 8 + share * (self.width - self.LEFT - self.BEHIND - 8)

    def _y(self, value: Decimal) -> float:
        top = self.lines.axis[-1][0]
        share = float(value / top) if top else 0.0
        above = self.ABOVE + (16 if self.title else 0)
        return self.BELOW + share * (self.height - self.BELOW - above)

    def _axes(self) -> None:
        ink, right = self.ink, self.width - self.BEHIND + 4
        ink.setLineWidth(0.5)
        last_place = len(self.lines.axis) - 1
        for place, (value, text) in enumerate(self.lines.axis):
            ink.setStrokeColor(LINE if place == 0 else HAIR)
            if not self.fine or place in (0, last_place):
                ink.line(self.LEFT, self._y(value), right, self._y(value))
                ink.setFillColor(SOFT)
                ink.setFont(REGULAR, SMALL)
                ink.drawRightString(self.LEFT - 4, self._y(value) - 2.4, text)
        first, last = self.lines.years
        step = 1 if not self.fine or last - first < 4 else 2
        for year in range(last, first - 1, -step):
            ink.setFillColor(SOFT)
            ink.setFont(REGULAR, SMALL)
            ink.drawCentredString(self._x(year), 2, str(year))

    def _norm(self) -> None:
        steps = self.lines.norm
        if not steps:
            return
        ink = self.ink
        ink.saveState()
        ink.setStrokeColor(INK)
        ink.setLineWidth(1.1)
        ink.setDash(3, 2)
        path = ink.beginPath()
        path.moveTo(self._x(steps[0].year), self._y(steps[0].value))
        for before, step in pairwise(steps):
            path.lineTo(self._x(step.year), self._y(before.value))
            path.lineTo(self._x(step.year), self._y(step.value))
        path.lineTo(self._x(self.lines.years[1] + AFTER), self._y(steps[-1].value))
        ink.drawPath(path, stroke=1, fill=0)
        ink.restoreState()
        self._label(self.lines.norm_text, y=self._y(steps[-1].value), strong=False)

    def _ahead(self) -> None:
        """What is expected goes on as dots from the last own value."""
        if not self.lines.ahead:
            return
        ink = self.ink
        ink.saveState()
        ink.setStrokeColor(TEAL)
        ink.setLineWidth(1.4)
        ink.setLineCap(1)
        ink.setDash(0.1, 3)
        for before, after in pairwise((*self.lines.own[-1:], *self.lines.ahead)):
            ink.line(self._x(before.year), self._y(before.value), self._x(after.year), self._y(after.value))
        ink.restoreState()

    def _own(self) -> None:
        ink, own = self.ink, self.lines.own
        ink.setStrokeColor(TEAL)
        ink.setFillColor(TEAL)
        ink.setLineWidth(2)
        for before, after in pairwise(own):
            ink.line(self._x(before.year), self._y(before.value), self._x(after.year), self._y(after.value))
        for point in own:
            ink.circle(self._x(point.year), self._y(point.value), 2.6, stroke=0, fill=1)
        if own:
            ink.setFont(SEMIBOLD, SIZE)
            ink.drawString(self._x(own[-1].year) + 6, self._above(own[-1]), self.lines.own_text)

    def _above(self, last: YearValue) -> float:
        """Beside the last point, out of the way of the norm's line at that year."""
        y = self._y(last.value)
        norm = [self._y(step.value) for step in self.lines.norm if step.year <= last.year]
        if norm and 0 <= norm[-1] - y < 12 and y - 10 > self.BELOW:
            return y - 10
        return y + 4

    def _label(self, text: str, *, y: float, strong: bool) -> None:
        self.ink.setFillColor(INK)
        self.ink.setFont(SEMIBOLD if strong else REGULAR, SMALL)
        self.ink.drawString(self.width - self.BEHIND + 8, y - 2.4, text)


def _round_up(value: Decimal) -> Decimal:
    """The next round number above a value, so that the highest mark keeps free of the edge."""
    if value <= 0:
        return Decimal(1)
    wanted = value * Decimal("1.08")
    size = Decimal(1).scaleb(wanted.adjusted())
    return next(size * tick for tick in ROUND if size * tick >= wanted)
