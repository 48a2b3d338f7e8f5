"""A change from year to year as a waterfall: the figure before, a step per cause, the figure after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.lib.colors import Color

from schemas.waterfall import Fall, waterfall
from workers.publish.pdf.colours import ATTENTION, INK, LINE, SOFT, TEAL
from workers.publish.pdf.flowables import Drawn
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD


@dataclass(frozen=True)
class Cause:
    """One cause: its name, what it did, and that as text."""

    label: str
    value: Decimal
    text: str


class Falls(Drawn):
    """Rows under each other; each step begins where the one before ended."""

    ROW, BAR, LABEL, BEHIND, SIZE = 17.0, 10.0, 96.0, 62.0, 8.8

    def __init__(
        self, before: Cause, causes: Sequence[Cause], after: Cause, *, width: float, alt: str, cut_note: str
    ) -> None:
        """``cut_note`` is said where the bars of the years do not start at zero."""
        self.before, self.causes, self.after = before, tuple(causes), after
        self.fall = waterfall(before.value, [cause.value for cause in causes])
        self.note = cut_note if self.fall.cut else ""
        told = ", ".join(f"{cause.label} {cause.text}" for cause in (before, *causes, after))
        height = (len(causes) + 2) * self.ROW + (12 if self.note else 0)
        super().__init__(width=width, height=height, alt=f"{alt}. {told}.")

    def draw(self) -> None:
        """The year before, its causes, the year after."""
        self._year(0, self.before, self.fall.before)
        for place, (cause, step) in enumerate(zip(self.causes, self.fall.steps, strict=True), start=1):
            self._step(place, cause, step)
        self._year(len(self.causes) + 1, self.after, self.fall.after)
        if self.note:
            self.ink.setFillColor(SOFT)
            self.ink.setFont(REGULAR, 7.4)
            self.ink.drawString(self.LABEL, 2, self.note)

    def _x(self, percent: float) -> float:
        return self.LABEL + percent / 100 * (self.width - self.LABEL - self.BEHIND)

    def _y(self, place: int) -> float:
        return self.height - (place + 1) * self.ROW + (self.ROW - self.BAR) / 2

    def _year(self, place: int, year: Cause, to: float) -> None:
        self._row(place, year, start=0.0, length=to, colour=LINE, strong=True)

    def _step(self, place: int, cause: Cause, step: Fall) -> None:
        self._link(place, step.came_from)
        self._row(place, cause, start=step.start, length=step.length, colour=ATTENTION if step.rises else TEAL)
        if place == len(self.causes):
            self._link(place + 1, step.ends_at)

    def _row(
        self, place: int, said: Cause, *, start: float, length: float, colour: Color, strong: bool = False
    ) -> None:
        ink, y = self.ink, self._y(place)
        ink.setFillColor(colour)
        ink.rect(self._x(start), y, max(self._x(start + length) - self._x(start), 0.6), self.BAR, stroke=0, fill=1)
        ink.setFillColor(INK)
        ink.setFont(SEMIBOLD if strong else REGULAR, self.SIZE)
        ink.drawString(0, y + 2, said.label)
        ink.drawRightString(self.width, y + 2, said.text)

    def _link(self, place: int, percent: float) -> None:
        """From the end of the row above to the beginning of this one."""
        self.ink.setStrokeColor(SOFT)
        self.ink.setLineWidth(0.4)
        self.ink.line(self._x(percent), self._y(place), self._x(percent), self._y(place - 1) + self.BAR)
