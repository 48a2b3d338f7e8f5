"""Bars, drawn as rectangles and text: bars that add up, and bars in pairs of two years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth

from workers.publish.pdf.colours import INK, SOFT, colour_of, on
from workers.publish.pdf.flowables import Drawn
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD
from workers.publish.pdf.page import clipped

SIZE = 8.4
SMALL = 7.4


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

    @property
    def said(self) -> str:
        """2026: 60 buses; battery-electric 51, diesel 9."""
        parts = ", ".join(f"{share.label} {share.text}" for share in self.shares)
        return f"{self.label}: {self.text}; {parts}."


class Stacked(Drawn):
    """Bars on one scale, the longest filling the width, with the legend above them."""

    BAR, GAP, LEGEND, LABEL, BEHIND = 27.0, 9.0, 22.0, 38.0, 62.0

    def __init__(self, bars: Sequence[Bar], *, width: float, alt: str) -> None:
        self.bars = tuple(bars)
        height = self.LEGEND + len(bars) * (self.BAR + self.GAP) + 6
        super().__init__(width=width, height=height, alt=f"{alt}. {' '.join(bar.said for bar in bars)}")

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
    """One thing in two years; a value is None where it is not known, and its text then says so."""

    code: str
    label: str
    now: Decimal | None
    now_text: str
    earlier: Decimal | None
    earlier_text: str

    @property
    def longest(self) -> Decimal:
        """The larger of the two."""
        return max(self.now or Decimal(0), self.earlier or Decimal(0))

    def said(self, earlier_year: str | None) -> str:
        """NOx: 205 kg (2025: 260 kg)."""
        before = f" ({earlier_year}: {self.earlier_text})" if self.earlier is not None else ""
        return f"{self.label}: {self.now_text}{before}."


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
        said = " ".join(pair.said(years[1]) for pair in pairs)
        super().__init__(width=width, height=self.LEGEND + len(pairs) * self.ROW, alt=f"{alt}. {said}")

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
        self, value: Decimal | None, text: str, *, y: float, height: float, colour: Color, longest: Decimal, big: bool
    ) -> None:
        room = self.width - self.LABEL - self.BEHIND
        length = float(value / longest) * room if value is not None and longest else 0.0
        if value is not None:
            self.ink.setFillColor(colour)
            self.ink.rect(self.LABEL, y, max(length, 0.8), height, stroke=0, fill=1)
        self.ink.setFillColor(INK if big else SOFT)
        self.ink.setFont(SEMIBOLD if big else REGULAR, 9.2 if big else SMALL)
        self.ink.drawString(self.LABEL + length + 5, y + height / 2 - (3.2 if big else 2.6), text)


def _faint(colour: Color) -> Color:
    """The same colour for what was: half way to paper."""
    return Color(*((part + 1) / 2 for part in (colour.red, colour.green, colour.blue)))
