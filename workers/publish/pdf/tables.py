"""Tables of columns with headings, which are repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Table, TableStyle  # noqa: TID251

from workers.publish.pdf.colours import HAIR, LINE
from workers.publish.pdf.page import HEIGHT
from workers.publish.pdf.table_tags import TableTags
from workers.publish.pdf.text import CELL, HEADING, HEADING_RIGHT, paragraph


@dataclass(frozen=True)
class Column:
    """A column of a table: heading, share of the width, and whether it holds numbers."""

    heading: str
    share: float
    numbers: bool = False


# A text, or anything that reportlab can place.
Cell = object


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, width: float) -> Rows:
    """A table that breathes by row height, with its headings repeated on every page; the first column names the row."""
    headings = [paragraph(c.heading, HEADING_RIGHT if c.numbers else HEADING) for c in columns]
    whole = sum(column.share for column in columns)
    body = [[_cell(cell, column) for cell, column in zip(row, columns, strict=True)] for row in rows]
    made = Rows(
        [headings, *body],
        colWidths=[column.share / whole * width for column in columns],
        repeatRows=1,
        hAlign="LEFT",
        renderCB=TableTags(heading_rows=1),
    )
    made.setStyle(_STYLE)
    made.setStyle(TableStyle([("ALIGN", (i, 1), (i, -1), "RIGHT") for i, c in enumerate(columns) if c.numbers]))
    return made


class Rows(Table):  # type: ignore[misc]
    """A table that breaks between its rows, and within a row only where that is higher than a page."""

    def split(self, width: float, height: float) -> list[Table]:
        """In parts; none where it has to begin on the next page."""
        if self._rowHeights:
            self.splitInRow = int(sum(self._rowHeights[: self.repeatRows + 1]) > HEIGHT)
        parts: list[Table] = super().split(width, height)
        return parts


def _cell(cell: Cell, column: Column) -> Cell:
    """Numbers are set as they are; a text may break over lines."""
    if not isinstance(cell, str):
        return cell
    return cell if column.numbers else paragraph(cell, CELL)


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
