"""The receipt as a PDF."""

from __future__ import annotations

import io

from pypdf import PdfReader

from schemas.texts import Language
from tests.unit.workers.publish.contents import a_receipt
from workers.publish.pdf.receipt import receipt_pdf


def told(content, language=Language.NL):
    reader = PdfReader(io.BytesIO(receipt_pdf(content, language)))
    assert len(reader.pages) == 1
    return " ".join(reader.pages[0].extract_text().split())


def test_it_says_in_dutch_time_what_was_received_from_whom():
    said = told(a_receipt())

    assert "Ontvangen op 28 april 2027, 16.42 uur" in said
    assert "Bewaar dit bewijs." in said
    assert "U hoort het uiterlijk 1 juli 2027." in said
    assert "R&D <1>.xlsx" in said
    assert "b" * 64 in said


def test_in_english_it_names_the_time_zone():
    assert "Received on 28 April 2027, 16:42 (Dutch time)" in told(a_receipt(), Language.EN)


def test_under_reservation_it_says_what_can_still_come():
    assert "vindt de controle nog fouten" in told(a_receipt(under_reservation=True))


def test_the_same_receipt_has_the_same_bytes():
    assert receipt_pdf(a_receipt(), Language.NL) == receipt_pdf(a_receipt(), Language.NL)
