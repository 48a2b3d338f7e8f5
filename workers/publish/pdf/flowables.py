"""The parts that a page is built of: headings that stand in the outline, and what is drawn."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from workers.publish.pdf.canvas import Paper
from workers.publish.pdf.tags import Tag
from workers.publish.pdf.text import H1, Text, escaped, printable


class Plate(Flowable):  # type: ignore[misc]
    """Something drawn that tags its parts itself."""

    def __init__(self, *, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height

    @property
    def ink(self) -> Paper:
        """What is drawn on."""
        paper: Paper = self.canv
        return paper


class Drawn(Plate):
    """A figure that is drawn; ``alt`` says in words what it shows."""

    def __init__(self, *, width: float, height: float, alt: str) -> None:
        super().__init__(width=width, height=height)
        self.alt = alt

    def drawOn(self, canvas: Paper, x: float, y: float, **more: object) -> None:  # noqa: N802 - reportlab's name
        """The whole as one figure; inside something that is tagged already it belongs to that."""
        tag = Tag("Figure", alt=printable(self.alt))
        with canvas.tagged(tag):
            super().drawOn(canvas, x, y, **more)
        canvas.stands_at(tag, (x, y, x + self.width, y + self.height))


class Heading(Text):
    """A heading of a level, 0 the highest; it also stands in the outline unless that is told otherwise."""

    def __init__(
        self,
        text: str | None,
        style: ParagraphStyle = H1,
        *,
        level: int = 0,
        outline: str | None = None,
        tag: Tag | None = None,
        **split: object,
    ) -> None:
        """``outline`` is the text there, empty for none; ``split`` as for any text."""
        super().__init__(None if text is None else escaped(text), style, tag=tag or Tag(f"H{level + 1}"), **split)
        self.level = level
        self.outline = printable(text or "" if outline is None else outline)

    def draw(self) -> None:
        """The heading, with a place in the outline that leads to it."""
        if self.outline:
            self._mark()
        super().draw()

    def split(self, width: float, height: float) -> list[Flowable]:
        """In parts, of which the first stands in the outline."""
        parts = super().split(width, height)
        if len(parts) > 1:
            parts[0].level, parts[0].outline = self.level, self.outline
        return parts

    def _mark(self) -> None:
        key = f"h{self.level}-{self.canv.getPageNumber()}-{self._y_on_page():.0f}"
        self.canv.bookmarkHorizontal(key, 0, self.height)
        self.canv.addOutlineEntry(self.outline, key, level=self.level, closed=self.level > 0)

    def _y_on_page(self) -> float:
        _, y = self.canv.absolutePosition(0, 0)
        return float(y)
