"""The parts that a page is built of: headings that stand in the outline, tables, drawn figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from workers.publish.pdf.colours import HAIR, LINE
from workers.publish.pdf.text import CELL, H1, HEADING, HEADING_RIGHT, escaped, printable


class Drawn(Flowable):  # type: ignore[misc]
    """A figure that is drawn; ``alt`` says in words what it shows."""

    def __init__(self, *, width: float, height: float, alt: str) -> None:
        super().__init__()
        self.width, self.height, self.alt = width, height, alt

    @property
    def ink(self) -> Canvas:
        """What is drawn on."""
        return self.canv


class Heading(Paragraph):  # type: ignore[misc]
    """A heading of a level, also in the document's outline."""

    def __init__(
        self, text: str | None, style: ParagraphStyle = H1, *, level: int = 0, outline: str = "", **split: object
    ) -> None:
        """``split`` is what reportlab gives to the parts of a heading that runs over a page; they have no text."""
        super().__init__(None if text is None else escaped(text), style, **split)
        self.level, self.outline = level, printable(outline or text or "")

    def draw(self) -> None:
        """The heading, with a place in the outline that leads to it."""
        if self.outline:
            self._mark()
        super().draw()

    def split(self, width: float, height: float) -> list[Flowable]:
        """In parts, of which the first stands in the outline."""
        parts: list[Flowable] = super().split(width, height)
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


@dataclass(frozen=True)
class Column:
    """A column of a table: heading, share of the width, and whether it holds numbers."""

    heading: str
    share: float
    numbers: bool = False


# A text, or anything that reportlab can place.
Cell = object


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, width: float) -> Table:
    """A table that breathes by row height, with its headings repeated on every page."""
    headings = [Paragraph(escaped(c.heading), HEADING_RIGHT if c.numbers else HEADING) for c in columns]
    whole = sum(column.share for column in columns)
    body = [[_cell(cell, column) for cell, column in zip(row, columns, strict=True)] for row in rows]
    made = Table(
        [headings, *body],
        colWidths=[column.share / whole * width for column in columns],
        repeatRows=1,
        splitInRow=1,
        hAlign="LEFT",
    )
    made.setStyle(_STYLE)
    made.setStyle(TableStyle([("ALIGN", (i, 1), (i, -1), "RIGHT") for i, c in enumerate(columns) if c.numbers]))
    return made


def _cell(cell: Cell, column: Column) -> Cell:
    """Numbers are set as they are; a text may break over lines."""
    if not isinstance(cell, str):
        return cell
    return cell if column.numbers else Paragraph(escaped(cell), CELL)


_STYLE = TableStyle(
    [
        ("FONT", (0, 0), (-1, -1), CELL.fontName, CELL.fontSize, CELL.leading),
        ("TEXTCOLOR", (0, 0), (-1, -1), CELL.textColor),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), 8),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, LINE),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, HAIR),
    ]
)
