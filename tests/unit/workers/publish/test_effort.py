"""The proof of effort in the compliance report: an annex per supplier, and nothing where nobody was asked."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime

from pypdf import PdfReader

from schemas.effort import EffortKind, EffortStep, SupplierEffort
from schemas.questions import QUESTIONS
from schemas.report.code_lists import ChainRole
from schemas.texts import Language
from tests.unit.workers.publish.contents import a_report
from workers.publish.content import ReportContent
from workers.publish.data import report_data
from workers.publish.pdf import report_pdf
from workers.publish.pdf.report import content_hash

ASKED = EffortStep(
    at=datetime(2027, 2, 1, 23, 30, tzinfo=UTC),
    kind=EffortKind.ASKED,
    questions=(QUESTIONS[0].id,),
    due=date(2027, 4, 1),
)
LOST = EffortStep(
    at=datetime(2027, 2, 3, 9, tzinfo=UTC), kind=EffortKind.NOT_DELIVERED, said="550 5.1.1 Recipient rejected"
)


def an_effort(*steps: EffortStep) -> SupplierEffort:
    return SupplierEffort(supplier_id="S1", name="Voorbeeldaccu", role=ChainRole.BATTERY, tier=2, steps=steps)


def text_of(content: ReportContent, language: Language = Language.NL) -> str:
    pages = PdfReader(io.BytesIO(report_pdf(content, language))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_annex_tells_each_step_with_its_dutch_day() -> None:
    text = text_of(a_report(effort=(an_effort(ASKED, LOST),)))

    assert "Bijlage 4" in text
    assert "Voorbeeldaccu (K4 Batterijleverancier, laag 2)" in text
    assert "2 februari 2027 Gevraagd, te beantwoorden uiterlijk 1 april 2027: " in text
    assert "Een mail kwam niet aan: 550 5.1.1 Recipient rejected" in text
    assert "Leveranciers gevraagd: 1." in text


def test_the_annex_stands_in_the_english_report_as_well() -> None:
    text = text_of(a_report(effort=(an_effort(ASKED),)), Language.EN)

    assert "Proof of effort" in text
    assert "Asked, to answer by 1 April 2027: " in text


def test_without_an_ask_there_is_no_annex_and_the_hash_is_that_of_before() -> None:
    content = a_report()

    assert "Bijlage 4" not in text_of(content)
    assert "effort" not in json.loads(content.model_dump_json())


def test_the_data_beside_the_report_tells_each_step() -> None:
    data = json.loads(report_data(a_report(effort=(an_effort(ASKED, LOST),))))

    [supplier] = data["effort"]
    assert (supplier["supplier_id"], supplier["role"], supplier["tier"]) == ("S1", "battery", 2)
    assert supplier["steps"][0] == {
        "at": "2027-02-01T23:30:00Z",
        "kind": "asked",
        "questions": [QUESTIONS[0].id],
        "due": "2027-04-01",
        "said": "",
    }


def test_the_data_of_a_report_without_an_ask_is_as_before() -> None:
    assert "effort" not in json.loads(report_data(a_report()))


def test_what_was_done_is_in_the_hash_of_the_report() -> None:
    told, more = a_report(effort=(an_effort(ASKED),)), a_report(effort=(an_effort(ASKED, LOST),))

    assert content_hash(told) != content_hash(more)
