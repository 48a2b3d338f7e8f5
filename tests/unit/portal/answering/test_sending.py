"""Sending all answers at once: not before each question has one, once, and again after a correction."""

from __future__ import annotations

from sqlalchemy import select

from schemas.events import SupplierAnswered, read
from schemas.store import Answer, AnswersSent, Outbox, reading
from schemas.words import AnswerKind
from tests.unit.portal.answering.asks import EMPLOYEES, KILOMETRES, LADDER, Linked
from tests.unit.portal.browsing import Browser


def answer_all(supplier: Browser) -> None:
    supplier.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})
    for question in (KILOMETRES, LADDER):
        supplier.post(f"/antwoord/vraag/{question}", {"doe": "weet_niet"})


def sendings() -> list[AnswersSent]:
    with reading() as session:
        return list(session.scalars(select(AnswersSent).order_by(AnswersSent.sent_at)))


def test_answers_are_sent_once_and_told_as_one_event(supplier: Browser, linked: Linked) -> None:
    answer_all(supplier)

    for _time in range(2):
        supplier.post("/antwoord/versturen")

    [sent] = sendings()
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).where(Outbox.type == SupplierAnswered.TYPE)).all()
    [event] = map(read, bodies)
    assert isinstance(event, SupplierAnswered)
    assert (event.ask, event.sent) == (linked.ask, sent.id)


def test_the_page_after_it_says_when_it_came_in(supplier: Browser) -> None:
    answer_all(supplier)

    supplier.post("/antwoord/versturen")

    page = supplier.get("/antwoord/klaar").text
    assert "Ontvangen op" in page
    assert sendings()[0].sha256 in page


def test_nothing_is_sent_while_a_question_has_no_answer(supplier: Browser) -> None:
    supplier.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})

    answer = supplier.post("/antwoord/versturen")

    assert answer.status_code == 400
    assert "Er zijn nog 2 vragen zonder antwoord" in answer.text
    assert sendings() == []


def test_a_correction_is_sent_again_with_another_sum(supplier: Browser) -> None:
    answer_all(supplier)
    supplier.post("/antwoord/versturen")

    supplier.post(f"/antwoord/vraag/{EMPLOYEES}?terug=1", {"antwoord": "13", "doe": "volgende"})
    asked_to_send = supplier.get("/antwoord/klaar").text
    supplier.post("/antwoord/versturen")

    assert "U hebt daarna nog iets gewijzigd" in asked_to_send
    assert "U hoeft nu niets te doen" not in asked_to_send
    first, second = sendings()
    assert first.sha256 != second.sha256


def test_a_change_after_sending_is_said_not_to_be_sent_until_it_is(supplier: Browser) -> None:
    answer_all(supplier)
    supplier.post("/antwoord/versturen")
    supplier.post(f"/antwoord/vraag/{EMPLOYEES}?terug=1", {"antwoord": "13", "doe": "volgende"})

    changed = [supplier.get(page).text for page in ("/antwoord", "/antwoord/overzicht")]
    supplier.post("/antwoord/versturen")
    sent = [supplier.get(page).text for page in ("/antwoord", "/antwoord/overzicht")]

    assert ["Uw wijziging is nog niet verstuurd" in page for page in changed] == [True, True]
    assert changed[1].count("Versturen aan") == 1
    assert ["Uw wijziging is nog niet verstuurd" in page for page in sent] == [False, False]


def test_who_answered_all_is_told_to_send_and_no_longer_how_long_it_takes(supplier: Browser) -> None:
    answer_all(supplier)

    page = supplier.get("/antwoord").text

    assert "Alles is beantwoord. Kijk het na en verstuur het." in page
    assert "minuten" not in page


def test_the_wrong_person_says_so_with_one_button(supplier: Browser) -> None:
    answer = supplier.post("/antwoord/verkeerd", {"naam": "De planning"})

    assert answer.headers["Location"] == "/antwoord/klaar"
    with reading() as session:
        kinds = session.scalars(select(Answer.kind)).all()
    assert set(kinds) == {AnswerKind.WRONG_PERSON}
    assert len(sendings()) == 1
