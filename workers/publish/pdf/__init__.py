"""The compliance report as a PDF."""

from __future__ import annotations

from workers.publish.pdf import fonts as fonts  # first: it sets the base font before reportlab reads it
from workers.publish.pdf.report import report_pdf

__all__ = ["report_pdf"]
