"""Waivers and exemptions in the compliance report: beside the verdict, under the rule, and in one list."""

from __future__ import annotations

import io
from datetime import date

from pypdf import PdfReader

from schemas.texts import Language
from tests.unit.workers.publish.contents import a_norm, a_report, a_result
from workers.publish.content import ReportContent, WaiverTold
from workers.publish.data import data_of
from workers.publish.pdf import report_pdf


def text_of(content: ReportContent, language: Language = Language.NL) -> str:
    pages = PdfReader(io.BytesIO(report_pdf(content, language))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def a_waiver(**more: object) -> WaiverTold:
    given: dict[str, object] = {
        "norm": None,
        "rule": "ENE-003",
        "decision": "2026-118",
        "starts": date(2026, 1, 1),
        "ends": date(2027, 12, 31),
        "reason": "Proef met een ander type.",
        "by": "M. de Jong, Provincie Voorbeeld",
    }
    return WaiverTold.model_validate({**given, **more})


def test_a_waived_rule_says_so_with_the_decision_and_for_which_rows() -> None:
    text = text_of(a_report(rules=(a_result(),), waivers=(a_waiver(entities=("V0041", "V0042")),)))

    assert "Ontheven: besluit 2026-118, tot en met 31 december 2027 (alleen V0041, V0042)." in text


def test_a_waiver_stands_beside_the_verdict_of_its_norm() -> None:
    row = a_norm()
    waiver = a_waiver(norm=row.machine.norm, rule=None)

    text = text_of(a_report(norms=(row,), waivers=(waiver,)))

    assert "Ontheffing: besluit 2026-118, tot en met 31 december 2027. Proef met een ander type." in text
    assert data_of(a_report(norms=(row,), waivers=(waiver,))).verdicts == (row.machine,)


def test_an_exemption_of_the_terms_stands_in_the_list_with_its_article_and_not_beside_the_verdict() -> None:
    row = a_norm()
    exemption = a_waiver(norm=row.machine.norm, rule=None, by=None, article="art. 7.3")

    text = text_of(a_report(norms=(row,), waivers=(exemption,)))

    assert "Ontheffingen en vrijstellingen" in text
    assert "Vrijstelling 2026-118, art. 7.3" in text
    assert "Ontheffing:" not in text


def test_it_reads_in_english_too() -> None:
    text = text_of(a_report(rules=(a_result(),), waivers=(a_waiver(),)), Language.EN)

    assert "Waived: decision 2026-118, until 31 December 2027." in text
