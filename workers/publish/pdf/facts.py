"""A list of facts: label on the left, what it is on the right."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Paragraph, Table, TableStyle

from workers.publish.pdf.colours import HAIR
from workers.publish.pdf.text import CELL, CELL_STRONG, escaped

LABEL = 96


class Facts(Table):  # type: ignore[misc]
    """Rows of a label and a text, with a hairline between them."""

    def __init__(self, facts: Sequence[tuple[str, str]], *, width: float) -> None:
        rows = [[Paragraph(escaped(label), CELL_STRONG), Paragraph(escaped(text), CELL)] for label, text in facts]
        super().__init__(rows, colWidths=[LABEL, width - LABEL], hAlign="LEFT", splitInRow=1)
        self.setStyle(_STYLE)


_STYLE = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
        ("LINEABOVE", (0, 0), (-1, -1), 0.4, HAIR),
        ("LINEBELOW", (0, -1), (-1, -1), 0.4, HAIR),
    ]
)
