"""A supplier's workbook is read for the questions that were asked: in their unit, with the cell, and with what is worth saying."""

from __future__ import annotations

from datetime import date

from portal.use_cases.giving_files import offer_book
from portal.use_cases.taking import Taken
from schemas.answered import value_of
from schemas.clock import now
from schemas.events import AnswerBookOffered
from schemas.questions import QUESTION
from schemas.settings import Settings
from schemas.store import AnswerBook, AnswerBookRead, AnswersSent, files, reading, sessions
from schemas.store.sweep import named_files
from tests.unit.portal.answering.asks import an_ask
from tests.unit.workers.at_work import at_work, do, told
from tests.unit.workers.intake.files import a_workbook
from tests.unit.workers.intake.voluntary_books import a_voluntary_book
from workers.forgetting import forget_books
from workers.reading_books import ReadBook, read_book

PEOPLE, CARBON, KILOMETRES = "Q-SUP-01", "Q-GHG-02", "Q-GHG-01"
ASKED = tuple(QUESTION[one] for one in (PEOPLE, CARBON, KILOMETRES))
NAMES = {"NumberOfEmployees": 45, "GrossScope1GreenhouseGasEmissions": 41.5}


def test_a_figure_stands_in_the_unit_of_its_question_with_its_cell() -> None:
    read = read_book("vsme.xlsx", a_voluntary_book(NAMES), questions=ASKED, year=2026)

    assert {question: value_of(one["value"]) for question, one in read.found.items()} == {PEOPLE: 45, CARBON: 41_500}
    assert read.found[CARBON]["place"].endswith("!D7")
    assert read.said == ()


def test_what_was_not_asked_is_not_read() -> None:
    read = read_book("vsme.xlsx", a_voluntary_book(NAMES), questions=ASKED[2:], year=2026)

    assert read.found == {}


def test_a_workbook_of_another_year_says_so() -> None:
    book = a_voluntary_book(NAMES, starts=date(2025, 1, 1), ends=date(2025, 12, 31))

    [said] = read_book("vsme.xlsx", book, questions=ASKED, year=2026).said

    assert "gaat niet over 2026" in said.nl


def test_a_cell_without_a_figure_is_named() -> None:
    read = read_book(
        "vsme.xlsx", a_voluntary_book({"NumberOfEmployees": "een stuk of tien"}), questions=ASKED, year=2026
    )

    assert read.found == {}
    assert "D6" in read.said[0].en


def test_another_workbook_is_refused_with_its_reason_and_what_to_do() -> None:
    read = read_book("rapport.xlsx", a_workbook({"Blad": [["a"]]}), questions=ASKED, year=2026)

    assert read.book is None
    assert "vrijwillige standaard" in read.said[0].nl
    assert "EFRAG" in read.said[1].nl


def test_the_worker_keeps_the_figures_and_the_workbook_itself_is_swept(installation: Settings) -> None:
    book = _offered(a_voluntary_book(NAMES))

    do(ReadBook, told(AnswerBookOffered)[-1])

    with reading() as session:
        kept = session.get_one(AnswerBookRead, book.id)
        named = named_files(session)
    assert set(kept.found) == {PEOPLE}
    assert (kept.entity, kept.refused) == ("Taxi Denkbeeld", False)
    assert book.sha256 not in named


def test_a_workbook_that_was_swept_before_it_was_read_is_asked_for_again(installation: Settings) -> None:
    book = _offered(a_voluntary_book(NAMES), sha256="0" * 64)

    do(ReadBook, told(AnswerBookOffered)[-1])

    with reading() as session:
        kept = session.get_one(AnswerBookRead, book.id)
    assert kept.refused
    assert "Upload het nog een keer" in kept.said["texts"][0]["nl"]


def test_what_was_read_is_forgotten_once_the_answers_were_sent(installation: Settings) -> None:
    book = _offered(a_voluntary_book(NAMES))
    do(ReadBook, told(AnswerBookOffered)[-1])
    before = _forgotten()
    with sessions().begin() as session:
        session.add(AnswersSent(ask=book.ask, sent_at=now(), sha256="0" * 64))

    after = _forgotten()

    with reading() as session:
        kept = session.get_one(AnswerBookRead, book.id)
    assert (before, after, _forgotten()) == (0, 1, 0)
    assert (kept.found, kept.entity) == ({}, None)


def _forgotten() -> int:
    with sessions().begin() as session:
        return forget_books(session)


def _offered(content: bytes, sha256: str = "") -> AnswerBook:
    work = at_work()
    linked = an_ask(work.report, work.people["reporter"])
    taken = Taken(name="vsme.xlsx", sha256=sha256 or files().keep_bytes(content).sha256, size=len(content))
    with sessions().begin() as session:
        return offer_book(session, linked.ask, taken)
