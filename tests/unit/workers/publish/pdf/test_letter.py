"""The letter as a PDF: to whom, what was decided and why, norm by norm, and what can be done against it."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from schemas.texts import Language
from schemas.words import Edition
from tests.unit.workers.publish.contents import a_letter
from tests.unit.workers.publish.pdf.reading import read_aloud
from workers.publish.letter_content import LetterContent
from workers.publish.pdf.letter import letter_pdf


def told(content: LetterContent, language: Language = Language.NL) -> str:
    reader = PdfReader(io.BytesIO(letter_pdf(content, language)))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize(
    "says",
    [
        "Denkbeeldig Vervoer B.V.",
        "30 juni 2027",
        "VB-OOST-2026-v3",
        "Wij sturen uw rapport over 2026 terug",
        "Het najaar <ontbreekt> & de meter ook.",
        "De berekening klopt.",
        "Twee bussen reden op diesel.",
        "U kunt bezwaar maken tot en met 11 augustus 2027.",
        "P. Bakker, Provincie Voorbeeld",
        "T. Lezer, Provincie Voorbeeld",
        "a" * 64,
    ],
)
def test_it_says_what_who_why_and_what_can_be_done(says: str) -> None:
    assert says in told(a_letter())


def test_in_english_the_fixed_words_are_english() -> None:
    said = told(a_letter(), Language.EN)

    assert "Do you disagree?" in said
    assert "30 June 2027" in said


def test_a_concept_says_so_and_a_letter_that_was_sent_does_not() -> None:
    assert "nog niet besloten en niet verstuurd" in told(a_letter(edition=Edition.CONCEPT))
    assert "Concept" not in told(a_letter())


def test_who_has_it_read_out_hears_one_title_and_a_table_with_headings() -> None:
    spoken = read_aloud(letter_pdf(a_letter(), Language.NL))

    assert [one.whole_text for one in spoken.all("H1")] == ["Wij sturen uw rapport over 2026 terug"]
    assert "Vastgesteld, en waarom" in [one.whole_text for one in spoken.all("TH")]


def test_the_same_letter_has_the_same_bytes() -> None:
    assert letter_pdf(a_letter(), Language.NL) == letter_pdf(a_letter(), Language.NL)


def test_the_address_to_check_it_at_is_never_alone_on_the_last_page() -> None:
    letter = a_letter(check_at="https://keten.example/controleren")

    for lines in range(12):
        longer = letter.model_copy(update={"opening": (*letter.opening, *letter.opening[:1] * lines)})
        *_others, last = PdfReader(io.BytesIO(letter_pdf(longer, Language.NL))).pages
        assert "Waarop deze brief steunt" in last.extract_text(), lines
