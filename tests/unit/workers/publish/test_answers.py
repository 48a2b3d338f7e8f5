"""The explanations in the annex of the report: new, carried over, lapsed."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader

from schemas.explaining import Came, Lapse
from schemas.texts import Language
from tests.unit.workers.publish.contents import a_report, a_result
from workers.publish.content import Explained, LapsedAnswer, ReportContent
from workers.publish.pdf import report_pdf


def text_of(content: ReportContent, language: Language = Language.NL) -> str:
    pages = PdfReader(io.BytesIO(report_pdf(content, language))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def with_answer(**more: object) -> ReportContent:
    given = {"text": "Twee laadpunten op een meter.", "by": "A. Jansen", "on": date(2027, 4, 20), "about": "V0041"}
    answer = Explained.model_validate({**given, **more})
    return a_report(rules=(a_result().model_copy(update={"explanations": (answer,)}),))


def lapsed(why: Lapse, **more: object) -> LapsedAnswer:
    given: dict[str, object] = {
        "rule": "ENE-003",
        "about": "V0041",
        "text": "De winter was streng.",
        "by": "A. Jansen",
        "on": date(2026, 4, 20),
        "why": why,
        "before": "18900",
        "now": "24000",
        "explained_again": True,
    }
    return LapsedAnswer.model_validate({**given, **more})


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"came": Came.NEW}, "(A. Jansen, 20 april 2027; nieuw)"),
        ({"came": Came.EARLIER_UPLOAD}, "20 april 2027; overgenomen van een eerdere upload)"),
        ({"came": Came.EARLIER_YEAR, "year": 2025}, "20 april 2027; overgenomen van 2025)"),
        (
            {
                "came": Came.EARLIER_YEAR,
                "year": 2025,
                "confirmed_by": "B. de Wit",
                "confirmed_on": date(2027, 4, 21),
            },
            "overgenomen van 2025, bevestigd door B. de Wit, 21 april 2027)",
        ),
    ],
)
def test_an_explanation_says_how_it_came(answer: dict[str, object], said: str) -> None:
    assert said in text_of(with_answer(**answer))


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (Lapse.VALUE, "was 18900, is nu 24000; opnieuw toegelicht"),
        (Lapse.RULE, "de regel is herzien; opnieuw toegelicht"),
    ],
)
def test_what_lapsed_stands_with_its_old_words_and_why(why: Lapse, said: str) -> None:
    text = text_of(a_report(lapsed=(lapsed(why),)))

    assert "Vervallen toelichtingen" in text
    assert "De winter was streng. (A. Jansen, 20 april 2026)" in text
    assert said in text


def test_what_nothing_asks_for_any_more_is_only_counted() -> None:
    text = text_of(a_report(lapsed=(lapsed(Lapse.GONE), lapsed(Lapse.GONE, about="V0042"))))

    assert "Niet meer nodig, omdat de vraag niet meer voorkomt: ENE-003 (2×)." in text
    assert "De winter was streng." not in text


def test_it_reads_in_english_too() -> None:
    text = text_of(a_report(lapsed=(lapsed(Lapse.VALUE, explained_again=False),)), Language.EN)

    assert "was 18900, is now 24000; not explained again" in text
