"""What a screen reader is told: headings, lists, tables, figures, and everything in the order of the story."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise

import pikepdf
import pytest

from schemas.texts import Language
from tests.unit.workers.publish.contents import a_report, a_result
from tests.unit.workers.publish.pdf.documents import A_LONG_WORD, DOCUMENTS, HARD, LONG
from tests.unit.workers.publish.pdf.reading import Element, read_aloud
from workers.publish.pdf import report_pdf

every_document = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())


@pytest.fixture(scope="module")
def hard() -> Element:
    return read_aloud(report_pdf(HARD, Language.NL))


@pytest.fixture(scope="module")
def usual() -> Element:
    return read_aloud(report_pdf(a_report(), Language.NL))


@every_document
def test_headings_begin_at_the_first_level_and_skip_none(document: Callable[[], bytes]) -> None:
    levels = [int(one.kind[1]) for one in read_aloud(document()).all("H1", "H2", "H3")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_document
def test_every_table_has_headings_that_say_of_what(document: Callable[[], bytes]) -> None:
    for table in read_aloud(document()).all("Table"):
        headings = table.all("TH")

        assert headings
        assert {one.scope for one in headings} <= {"Row", "Column"}
        assert len({len(row.kids) for row in table.all("TR")}) == 1


@every_document
def test_every_figure_is_told_in_words(document: Callable[[], bytes]) -> None:
    assert all(one.alt.strip() for one in read_aloud(document()).all("Figure"))


@every_document
def test_language_and_title_are_told(document: Callable[[], bytes]) -> None:
    with pikepdf.open(io.BytesIO(document())) as pdf:
        assert str(pdf.Root.Lang) in {"nl", "en"}
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert all(page.obj.Tabs == pikepdf.Name.S for page in pdf.pages)


def test_what_is_read_comes_in_the_order_of_the_pages(usual: Element) -> None:
    marks = [mark for one in usual.walk() for mark in one.marks]

    assert marks == sorted(marks)
    assert [number for page, number in marks if page == 0] == list(range(sum(page == 0 for page, _ in marks)))


def test_the_headings_are_those_of_the_outline_and_the_norms(usual: Element) -> None:
    said = [(one.kind, one.whole_text) for one in usual.all("H1", "H2")]

    assert said[0] == ("H1", "Voorbeeld-Oost")
    assert ("H2", "De normen in één oogopslag") in said
    assert ("H2", "Wagenpark zero-emissie") in said
    assert said[-1] == ("H1", "Herkomst en controle")


def test_the_norms_at_a_glance_are_a_list(usual: Element) -> None:
    [first, *_] = usual.all("L")

    assert [one.whole_text for one in first.all("LI")] == ["Voldoet Wagenpark zero-emissie 85 % (norm: 75 %)"]


def test_a_chart_is_told_with_its_values(usual: Element) -> None:
    fleet = usual.all("Figure")[0]

    assert fleet.alt.startswith("85\u00a0% van de bussen rijdt zonder uitstoot")
    assert "2026: 60 bussen; Batterij-elektrisch 51, Diesel of HVO 9." in fleet.alt


def test_page_furniture_is_not_read(usual: Element) -> None:
    assert "Pagina" not in usual.whole_text
    assert "kenmerk" not in usual.whole_text


def test_words_at_the_end_of_a_line_stay_apart(hard: Element) -> None:
    assert " ".join(LONG.split()) in hard.whole_text


def test_a_word_of_many_lines_stays_one_word(hard: Element) -> None:
    assert A_LONG_WORD in hard.whole_text


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    story = read_aloud(report_pdf(a_report(rules=(a_result(explanation=LONG * 4),)), Language.NL))

    [explained] = [one for one in story.all("LBody") if one.whole_text.startswith("Toelichting bij alle:")]

    assert len({page for page, _ in explained.marks}) > 1


def test_a_table_over_many_pages_is_one_table_with_its_headings_once(hard: Element) -> None:
    [long] = [one for one in hard.all("Table") if "EVD-001" in one.whole_text]

    assert len({page for one in long.walk() for page, _ in one.marks}) > 2
    assert [one.whole_text for one in long.all("TH") if one.scope == "Column"] == ["Regel", "Blad", "Rijen", "Reden"]


def test_a_row_over_two_pages_is_one_row(hard: Element) -> None:
    [long] = [one for one in hard.all("Table") if "EVD-001" in one.whole_text]
    reasons = [row.kids[-1] for row in long.all("TR")[1:]]

    assert len(reasons[-1].marks) > 1
    assert [reason.whole_text for reason in reasons] == [" ".join((LONG * times).split()) for times in range(1, 5)]
