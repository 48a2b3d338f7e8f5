"""Text on paper: the one place where text is made safe to set, tagged as what it is, and the few styles there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph  # noqa: TID251

from workers.publish.pdf.colours import INK, SOFT, TEAL
from workers.publish.pdf.fonts import REGULAR, SEMIBOLD, signs_of_the_fonts
from workers.publish.pdf.lines import Lines
from workers.publish.pdf.tags import Tag, items

# What no font can show and no reader can read: controls, lone surrogates, non-characters.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
REPLACEMENT = "\ufffd"
# Hints to a word processor where a word may break; on paper they are nothing.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
WHITE_SPACE = " \t\r\n\u00a0"


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    usual: dict[str, object] = {"fontName": REGULAR, "textColor": INK, "splitLongWords": 1}
    return ParagraphStyle(name, fontSize=size, leading=leading, **{**usual, **more})


TITLE = _style("title", 30, 34, fontName=SEMIBOLD)
YEAR = _style("year", 15, 20, textColor=SOFT)
LEAD = _style("lead", 13.5, 19.5, spaceAfter=5)
THEME = _style("theme", 9.5, 12, fontName=SEMIBOLD, textColor=TEAL, spaceBefore=24, spaceAfter=2)
H1 = _style("h1", 19, 23.5, fontName=SEMIBOLD, spaceAfter=5)
H2 = _style("h2", 12.5, 16, fontName=SEMIBOLD, spaceBefore=12, spaceAfter=3)
H3 = _style("h3", 9.5, 12.5, fontName=SEMIBOLD, spaceBefore=7, spaceAfter=1)
BODY = _style("body", 9.5, 13.5, spaceAfter=4)
INDENTED = _style("indented", 9.5, 13.5, leftIndent=28, spaceAfter=3)
SMALL = _style("small", 7.8, 10.3, textColor=SOFT, spaceAfter=2)
QUOTE = _style("quote", 9, 12.5, leftIndent=8, spaceAfter=3)
CELL = _style("cell", 8.8, 11.4)
CELL_STRONG = _style("cell-strong", 8.8, 11.4, fontName=SEMIBOLD)
CELL_SMALL = _style("cell-small", 7.8, 10.2, textColor=SOFT)
CELL_RIGHT = _style("cell-right", 8.8, 11.4, alignment=TA_RIGHT)
HEADING = _style("heading", 7.8, 10, fontName=SEMIBOLD, textColor=SOFT)
HEADING_RIGHT = _style("heading-right", 7.8, 10, fontName=SEMIBOLD, textColor=SOFT, alignment=TA_RIGHT)
CODE = _style("code", 7.6, 10)


def printable(text: str) -> str:
    """The text as the fonts can show it: a sign that they lack is told by its number, as [U+4E2D], and nothing is lost."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(sign) for sign in UNPRINTABLE.sub(REPLACEMENT, text))


def _shown(sign: str) -> str:
    if sign in INVISIBLE:
        return ""
    return sign if sign in WHITE_SPACE or ord(sign) in signs_of_the_fonts() else f"[U+{ord(sign):04X}]"


def escaped(text: str) -> str:
    """Any text as the inside of a paragraph: what looks like markup is text, line breaks stay."""
    return escape(printable(text)).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br/>")


def unbroken_end(text: str) -> str:
    """A title whose last three words stay together, so that none stands alone on a line."""
    *start, before, middle, last = text.rsplit(" ", 3) if text.count(" ") > 5 else ["", "", text]
    return " ".join([*start, "\u00a0".join(word for word in (before, middle, last) if word)])


def strong(text: str) -> str:
    """Escaped text in semibold."""
    return f'<font name="{SEMIBOLD}">{escaped(text)}</font>'


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph of safe markup, tagged; one that runs over a page is still one to who has it read out."""

    def __init__(
        self, markup: str | None, style: ParagraphStyle = BODY, *, tag: Tag | None = None, **split: object
    ) -> None:
        """``split`` is what reportlab gives to the parts of one that runs over a page; they have no markup."""
        super().__init__(markup, style, **split)
        self.tag = tag or Tag("P")
        self.said = "".join(getattr(part, "text", "") for part in self.frags)

    def draw(self) -> None:
        """The paragraph; inside something that is tagged already it belongs to that."""
        with self.canv.tagged(self.tag):
            super().draw()

    def split(self, width: float, height: float) -> list[Flowable]:
        """In parts that all are the same thing."""
        parts: list[Flowable] = super().split(width, height)
        for part in parts:
            part.tag, part.said = self.tag, self.said
        return parts

    def beginText(self, x: float, y: float) -> Lines:  # noqa: N802 - reportlab's name
        """What the lines are set with."""
        return Lines(self.canv, x, y, said=self.said)

    def tagged(self, tag: Tag) -> Text:
        """The same paragraph as something else."""
        other = copy(self)
        other.tag = tag
        return other


class Link(Text):
    """An address that can be pressed."""

    def __init__(self, url: str, style: ParagraphStyle = BODY) -> None:
        super().__init__(escaped(url), style, tag=Tag("Link", within=Tag("P")))
        self.url = url

    def draw(self) -> None:
        """The address, and the place that leads there."""
        super().draw()
        self.canv.pressable(self.tag, url=self.url, box=(0, 0, self.width, self.height))

    def split(self, *_: float) -> list[Flowable]:
        """Never in parts."""
        return []


def paragraph(text: str, style: ParagraphStyle = BODY) -> Text:
    """A paragraph of plain text, whatever stands in it."""
    return Text(escaped(text), style)


def labelled(label: str, text: str, style: ParagraphStyle = BODY) -> Text:
    """A paragraph that starts with its label in semibold."""
    return Text(f"{strong(label)} {escaped(text)}", style)


def listed(texts: Sequence[Text]) -> list[Text]:
    """The same paragraphs as the items of one list."""
    return [text.tagged(tag) for text, tag in zip(texts, items(len(texts)), strict=True)]
