"""The charts, drawn as lines and text: bars that add up, bars in pairs, and a path against the norm's line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth

from workers.publish.content import YearValue
from workers.publish.pdf.colours import HAIR, INK, LINE, SOFT, TEAL, colour_of, on
from workers.publish.pdf.flowables import Drawn
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD
from workers.publish.pdf.page import clipped

SIZE = 8.4
SMALL = 7.4
# How far the plot goes on after the last year, so that its step can be seen, in years.
AFTER = 0.5
ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Share:
    """A part of a bar: its code gives the colour, ``text`` the value as the reader sees it."""

    code: str
    label: str
    value: Decimal
    text: str


@dataclass(frozen=True)
class Bar:
    """A bar of parts that follow each other, with its name before it and its total behind it."""

    label: str
    text: str
    shares: tuple[Share, ...]

    @property
    def whole(self) -> Decimal:
        """How long it is."""
        return sum((share.value for share in self.shares), Decimal(0))


class Stacked(Drawn):
    """Bars on one scale, the longest filling the width, with the legend above them."""

    BAR, GAP, LEGEND, LABEL, BEHIND = 27.0, 9.0, 22.0, 38.0, 62.0

    def __init__(self, bars: Sequence[Bar], *, width: float, alt: str) -> None:
        self.bars = tuple(bars)
        super().__init__(width=width, height=self.LEGEND + len(bars) * (self.BAR + self.GAP) + 6, alt=alt)

    def draw(self) -> None:
        """Legend, then every bar under the one before."""
        self._legend()
        longest = max((bar.whole for bar in self.bars), default=Decimal(0))
        for place, bar in enumerate(self.bars):
            top = self.height - self.LEGEND - place * (self.BAR + self.GAP)
            self._bar(bar, y=top - self.BAR, longest=longest, first=place == 0)

    def _legend(self) -> None:
        x, seen = 0.0, set()
        for share in (share for bar in self.bars for share in bar.shares if share.value):
            if share.code not in seen:
                seen.add(share.code)
                x = self._entry(share, x=x)

    def _entry(self, share: Share, *, x: float) -> float:
        y = self.height - 9
        self.ink.setFillColor(colour_of(share.code))
        self.ink.roundRect(x, y - 1, 8, 8, 1.5, stroke=0, fill=1)
        self.ink.setFillColor(INK)
        self.ink.setFont(REGULAR, SIZE)
        self.ink.drawString(x + 12, y, share.label)
        return x + 12 + float(stringWidth(share.label, REGULAR, SIZE)) + 16

    def _bar(self, bar: Bar, *, y: float, longest: Decimal, first: bool) -> None:
        middle = y + self.BAR / 2 - SIZE * 0.35
        self.ink.setFillColor(INK if first else SOFT)
        self.ink.setFont(SEMIBOLD if first else REGULAR, 9.5)
        self.ink.drawString(0, middle, bar.label)
        x, room = self.LABEL, self.width - self.LABEL - self.BEHIND
        for share in bar.shares:
            length = float(share.value / longest) * room if longest else 0.0
            self._share(share, x=x, y=y, length=length)
            x += length
        self.ink.setFillColor(INK if first else SOFT)
        self.ink.setFont(SEMIBOLD if first else REGULAR, 9.5)
        self.ink.drawString(x + 6, middle, bar.text)

    def _share(self, share: Share, *, x: float, y: float, length: float) -> None:
        colour = colour_of(share.code)
        self.ink.setFillColor(colour)
        self.ink.rect(x, y, max(length - 0.8, 0), self.BAR, stroke=0, fill=1)
        if stringWidth(share.text, SEMIBOLD, 9.5) + 10 < length:
            self.ink.setFillColor(on(colour))
            self.ink.setFont(SEMIBOLD, 9.5)
            self.ink.drawString(x + 6, y + self.BAR / 2 - 3.3, share.text)


@dataclass(frozen=True)
class Pair:
    """One thing in two years; ``earlier`` is None where it is not known."""

    code: str
    label: str
    now: Decimal
    now_text: str
    earlier: Decimal | None
    earlier_text: str

    @property
    def longest(self) -> Decimal:
        """The larger of the two."""
        return max(self.now, self.earlier or Decimal(0))


class Pairs(Drawn):
    """A thick bar for this year, a thin one for the earlier year under it."""

    ROW, LEGEND, LABEL, BEHIND = 34.0, 22.0, 108.0, 82.0

    def __init__(
        self,
        pairs: Sequence[Pair],
        *,
        years: tuple[str, str | None],
        width: float,
        alt: str,
        own_scale: bool = False,
    ) -> None:
        self.pairs, self.years, self.own_scale = tuple(pairs), years, own_scale
        super().__init__(width=width, height=self.LEGEND + len(pairs) * self.ROW, alt=alt)

    def draw(self) -> None:
        """Legend of the two years, then every pair."""
        self._legend()
        longest = max((pair.longest for pair in self.pairs), default=Decimal(0))
        for place, pair in enumerate(self.pairs):
            y = self.height - self.LEGEND - (place + 1) * self.ROW
            self._pair(pair, y=y, longest=pair.longest if self.own_scale else longest)

    def _legend(self) -> None:
        y, x = self.height - 9, 0.0
        for year, height, ink in zip(self.years, (9.0, 3.0), (INK, SOFT), strict=True):
            if year is not None:
                self.ink.setFillColor(ink)
                self.ink.rect(x, y + 3 - height / 2, 16, height, stroke=0, fill=1)
                self.ink.setFillColor(INK)
                self.ink.setFont(REGULAR, SIZE)
                self.ink.drawString(x + 20, y, year)
                x += 56

    def _pair(self, pair: Pair, *, y: float, longest: Decimal) -> None:
        self.ink.setFillColor(INK)
        self.ink.setFont(REGULAR, 9.2)
        self.ink.drawString(0, y + 17, clipped(pair.label, REGULAR, 9.2, self.LABEL - 6))
        self._bar(pair.now, pair.now_text, y=y + 13, height=15, colour=colour_of(pair.code), longest=longest, big=True)
        if pair.earlier is not None:
            faint = _faint(colour_of(pair.code))
            self._bar(pair.earlier, pair.earlier_text, y=y + 6, height=4.4, colour=faint, longest=longest, big=False)

    def _bar(
        self, value: Decimal, text: str, *, y: float, height: float, colour: Color, longest: Decimal, big: bool
    ) -> None:
        room = self.width - self.LABEL - self.BEHIND
        length = float(value / longest) * room if longest else 0.0
        self.ink.setFillColor(colour)
        self.ink.rect(self.LABEL, y, max(length, 0.8), height, stroke=0, fill=1)
        self.ink.setFillColor(INK if big else SOFT)
        self.ink.setFont(SEMIBOLD if big else REGULAR, 9.2 if big else SMALL)
        self.ink.drawString(self.LABEL + length + 5, y + height / 2 - (3.2 if big else 2.6), text)


@dataclass(frozen=True)
class Lines:
    """The own values against the steps of the norm; texts are values as the reader sees them."""

    own: tuple[YearValue, ...]
    norm: tuple[YearValue, ...]
    own_text: str
    norm_text: str
    last_year: int
    ceiling: Decimal | None
    axis: tuple[tuple[Decimal, str], ...]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that are drawn."""
        known = [point.year for point in (*self.own, *self.norm)]
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
        super().__init__(width=width, height=height, alt=alt)

    def draw(self) -> None:
        """Axes, then the norm, then the own line on top."""
        if self.title:
            self.ink.setFillColor(INK)
            self.ink.setFont(SEMIBOLD, 9.2)
            self.ink.drawString(0, self.height - 9, self.title)
        self._axes()
        self._norm()
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


def _faint(colour: Color) -> Color:
    """The same colour for what was: half way to paper."""
    return Color(*((part + 1) / 2 for part in (colour.red, colour.green, colour.blue)))


def _round_up(value: Decimal) -> Decimal:
    """The next round number above a value, so that the highest mark keeps free of the edge."""
    if value <= 0:
        return Decimal(1)
    wanted = value * Decimal("1.08")
    size = Decimal(1).scaleb(wanted.adjusted())
    return next(size * tick for tick in ROUND if size * tick >= wanted)
