"""Invented evidence: one-page PDFs that say of themselves that they are examples."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas


def paper(name: str) -> bytes:
    """A page under this file name; the same name gives the same bytes."""
    file = io.BytesIO()
    page = Canvas(file, invariant=1)
    page.setTitle(name)
    page.setFont("Helvetica", 14)
    page.drawString(72, 740, f"Voorbeeldbewijs: {name}")
    page.drawString(72, 715, "Dit document is verzonnen en hoort bij de demonstratie.")
    page.save()
    return file.getvalue()
