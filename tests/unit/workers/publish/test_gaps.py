"""The gaps in the chain in the compliance report: what is declared with its reason, and who refused, which is no gap."""

from __future__ import annotations

import io
from datetime import date

from pypdf import PdfReader

from schemas.texts import Language
from tests.unit.workers.publish.contents import a_report
from workers.publish.content import GapTold, ReportContent
from workers.publish.pdf import report_pdf

DECLARED = GapTold(supplier="Modelgarage", reason="De firma is failliet.", on=date(2026, 11, 3))
REFUSED = GapTold(supplier="Proefcel", reason="", on=None)


def text_of(content: ReportContent, language: Language = Language.NL) -> str:
    pages = PdfReader(io.BytesIO(report_pdf(content, language))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_declared_gap_stands_in_the_report_with_its_reason_and_day() -> None:
    text = text_of(a_report(gaps=(DECLARED,)))

    assert "Modelgarage 3 november 2026 De firma is failliet." in text


def test_who_refused_is_told_to_be_no_gap_in_both_languages() -> None:
    content = a_report(gaps=(REFUSED,))

    assert "Gebruikte het recht om te weigeren." in text_of(content)
    assert "Used its right to refuse." in text_of(content, Language.EN)


def test_a_report_without_gaps_says_nothing_of_them() -> None:
    assert "Wat van leveranciers ontbreekt" not in text_of(a_report())
