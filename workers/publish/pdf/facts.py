"""A list of facts: label on the left, what it is on the right."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Paragraph, Table, TableStyle

from workers.publish.pdf.colours import HAIR
from workers.publish.pdf.text import CELL, CELL_STRONG, escaped

LABEL = 96


def facts_table(facts: Sequence[tuple[str, str]], *, width: float) -> Table:
    """Rows of a label and a text, with a hairline between them."""
    rows = [[Paragraph(escaped(label), CELL_STRONG), Paragraph(escaped(text), CELL)] for label, text in facts]
    made = Table(rows, colWidths=[LABEL, width - LABEL], hAlign="LEFT", splitInRow=1)
    made.setStyle(_STYLE)
    return made


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
