"""A list of facts: label on the left, what it is on the right."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import TableStyle

from workers.publish.pdf.colours import HAIR
from workers.publish.pdf.table_tags import TableTags
from workers.publish.pdf.tables import Rows
from workers.publish.pdf.text import CELL, CELL_STRONG, paragraph

LABEL = 96


def facts_table(facts: Sequence[tuple[str, str]], *, width: float) -> Rows:
    """Rows of a label and a text, with a hairline between them."""
    rows = [[paragraph(label, CELL_STRONG), paragraph(text, CELL)] for label, text in facts]
    made = Rows(rows, colWidths=[LABEL, width - LABEL], hAlign="LEFT", renderCB=TableTags(heading_rows=0))
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
