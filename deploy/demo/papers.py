"""Invented evidence: one-page PDFs that say of themselves that they are examples."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from workers.publish.pdf.fonts import REGULAR, register_fonts


def paper(name: str) -> bytes:
    """A page under this file name; the same name gives the same bytes."""
    register_fonts()
    file = io.BytesIO()
    page = Canvas(file, invariant=1)
    page.setTitle(name)
    page.setFont(REGULAR, 14)
    page.drawString(72, 740, f"Voorbeeldbewijs: {name}")
    page.drawString(72, 715, "Dit document is verzonnen en hoort bij de demonstratie.")
    page.save()
    return file.getvalue()
