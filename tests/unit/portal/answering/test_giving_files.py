"""A file instead of typing: a workbook is offered to its reader and taken over by choice; evidence lies with the answers."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from werkzeug.test import TestResponse

from schemas.answered import value_of
from schemas.clock import now
from schemas.events import AnswerBookOffered
from schemas.store import Answer, AnswerBook, AnswerBookRead, AnswerFile, Outbox, reading, sessions
from tests.unit.portal.answering.asks import EMPLOYEES, KILOMETRES, Linked, an_ask, opened
from tests.unit.portal.browsing import Browser, World

WORKBOOK = b"PK\x03\x04 a workbook as far as its first bytes tell"
CELL = "Environmental Disclosures!D6"


def offer(supplier: Browser, content: bytes = WORKBOOK, name: str = "vsme.xlsx") -> TestResponse:
    return supplier.post("/antwoord/bestand/werkboek", {"bestand": (BytesIO(content), name)})


def give(supplier: Browser, content: bytes = b"%PDF-1.7", name: str = "verklaring.pdf") -> TestResponse:
    return supplier.post("/antwoord/bestand/bewijs", {"bewijs": (BytesIO(content), name)})


def a_book(supplier: Browser, **facts: Any) -> UUID:
    """A workbook that was offered and read."""
    offer(supplier)
    found = {EMPLOYEES: {"value": "12", "place": CELL}, KILOMETRES: {"value": "9000", "place": CELL}}
    known = {"at": now(), "entity": "Taxi Denkbeeld", "found": found, "said": {"texts": []}, "refused": False}
    with sessions().begin() as session:
        book = session.scalars(select(AnswerBook.id)).one()
        session.add(AnswerBookRead(book=book, **known | facts))
    return book


def answers() -> dict[str, Answer]:
    with reading() as session:
        return {one.question: one for one in session.scalars(select(Answer).order_by(Answer.answered_at))}


def test_a_workbook_is_told_to_its_reader_and_its_page_waits(supplier: Browser) -> None:
    answer = offer(supplier)

    assert "Wij lezen uw werkboek" in supplier.get(answer.headers["Location"]).text
    with reading() as session:
        assert len(session.scalars(select(Outbox).where(Outbox.type == AnswerBookOffered.TYPE)).all()) == 1


def test_another_file_than_a_workbook_says_what_is_expected(supplier: Browser) -> None:
    answer = offer(supplier, b"%PDF-1.7", "verklaring.pdf")

    assert answer.status_code == 400
    assert "is geen werkboek (.xlsx)" in answer.text


def test_what_was_read_is_taken_over_by_choice(supplier: Browser) -> None:
    book = a_book(supplier)

    page = supplier.get(f"/antwoord/bestand/werkboek/{book}").text
    supplier.post(f"/antwoord/bestand/werkboek/{book}", {"vragen": [EMPLOYEES]})

    assert CELL in page
    assert {question: value_of(one.value) for question, one in answers().items()} == {EMPLOYEES: 12}


def test_a_figure_that_is_a_share_is_taken_over_only_with_how_it_was_divided(supplier: Browser) -> None:
    book = a_book(supplier)

    refused = supplier.post(f"/antwoord/bestand/werkboek/{book}", {"vragen": [KILOMETRES]})
    supplier.post(f"/antwoord/bestand/werkboek/{book}", {"vragen": [KILOMETRES], "verdeling": "alles"})

    assert refused.status_code == 400
    assert answers()[KILOMETRES].split == "alles"


def test_the_screen_of_a_question_tells_what_the_workbook_says_of_it(supplier: Browser) -> None:
    a_book(supplier)

    assert "9.000 kilometer" in supplier.get(f"/antwoord/vraag/{KILOMETRES}").text


def test_a_workbook_that_cannot_be_read_says_why(supplier: Browser) -> None:
    texts = [{"nl": "Het bestand is beschadigd.", "en": "The file is damaged."}]
    book = a_book(supplier, found={}, said={"texts": texts}, refused=True)

    assert "Het bestand is beschadigd." in supplier.get(f"/antwoord/bestand/werkboek/{book}").text


def test_evidence_lies_with_the_answers_and_may_be_taken_away(supplier: Browser) -> None:
    give(supplier)
    there = supplier.get("/antwoord/overzicht").text
    with reading() as session:
        file = session.scalars(select(AnswerFile)).one()

    supplier.post(f"/antwoord/bestand/bewijs/{file.id}/weg")

    assert "verklaring.pdf" in there
    assert "verklaring.pdf" not in supplier.get("/antwoord/overzicht").text


def test_evidence_of_another_kind_is_refused(supplier: Browser) -> None:
    answer = give(supplier, b"MZ a program", "verklaring.exe")

    assert answer.status_code == 400
    assert "is geen bewijs" in answer.text


def test_the_files_of_another_ask_are_not_there(app: Any, supplier: Browser, linked: Linked, world: World) -> None:
    book = a_book(supplier)
    give(supplier)
    with reading() as session:
        file = session.scalars(select(AnswerFile.id)).one()
    other = opened(app, an_ask(world.reports["kust"], world.people["other_reporter"]))

    statuses = [
        other.get(f"/antwoord/bestand/werkboek/{book}").status_code,
        other.get(f"/antwoord/bestand/werkboek/{uuid4()}").status_code,
        other.post(f"/antwoord/bestand/bewijs/{file}/weg").status_code,
    ]

    assert statuses == [404, 404, 404]
