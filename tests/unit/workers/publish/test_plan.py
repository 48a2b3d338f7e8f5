"""The improvement plan in the compliance report: progress and expected effect beside what the figure did."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal

from pypdf import PdfReader

from schemas.texts import Language
from schemas.words import Progress
from tests.unit.workers.publish.contents import a_norm, a_report
from workers.publish.content import MeasureTold, ReportContent
from workers.publish.data import data_of
from workers.publish.pdf import report_pdf


def a_measure(**more: object) -> MeasureTold:
    given: dict[str, object] = {
        "norm": None,
        "title": "Tien elektrische bussen",
        "owner": "Hoofd materieel",
        "due": date(2027, 3, 1),
        "overdue": False,
        "effect": Decimal("2.5"),
        "effect_from": date(2027, 4, 1),
        "effect_words": "",
        "progress": Progress.BUSY,
        "percentage": 40,
        "said": "Vier bussen rijden.",
        "said_on": date(2026, 11, 1),
    }
    return MeasureTold.model_validate(given | more)


def text_of(content: ReportContent, language: Language = Language.NL) -> str:
    pages = PdfReader(io.BytesIO(report_pdf(content, language))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_measure_stands_with_its_progress_and_effect_beside_what_the_figure_did() -> None:
    row = a_norm()

    text = text_of(a_report(norms=(row,), measures=(a_measure(norm=row.machine.norm),)))

    assert "Verbeterplan" in text
    assert "bezig, 40 % (1 november 2026): Vier bussen rijden." in text
    assert "+2,5" in text
    assert "vanaf 1 april 2027" in text


def test_an_overdue_measure_says_so_in_both_languages() -> None:
    content = a_report(measures=(a_measure(overdue=True),))

    assert "te laat" in text_of(content)
    assert "overdue" in text_of(content, Language.EN)


def test_the_data_holds_the_same_measures() -> None:
    assert data_of(a_report(measures=(a_measure(),))).measures == (a_measure(),)


def test_without_measures_there_is_no_plan() -> None:
    assert "Verbeterplan" not in text_of(a_report())
