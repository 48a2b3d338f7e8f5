"""A question is mailed to the holder, an answer to the province; each says about what, and by when."""

from __future__ import annotations

from uuid import uuid4

import pytest

from portal.use_cases.conversing import Place, Writing, answer, ask, close
from schemas.events import ConversationClosed, QuestionAnswered, QuestionAsked
from schemas.settings import Settings
from schemas.store import Conversation, reading, sessions
from schemas.texts import Bilingual
from schemas.words import Subject
from tests.unit.workers.at_work import AtWork, address, at_work, told
from workers.mail.addressing import Addressed, Desk
from workers.mail.conversation_facts import place_of
from workers.mail.letters import letters


@pytest.fixture
def work(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    """A report about which something was asked and answered."""
    made = at_work()
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2026-05-01T08:00:00+00:00")
    with sessions().begin() as session:
        question = Writing(key=uuid4(), text="Waarom is remise Noord leeg?", days=14)
        said = ask(session, made.report, Place(), question, by=made.people["manager"])
        reply = Writing(key=uuid4(), text="Remise Noord is gesloten.")
        answer(session, made.report, said.conversation, reply, by=made.people["reporter"])
    return made


def letters_of(event: QuestionAsked | QuestionAnswered | ConversationClosed) -> tuple[Addressed, ...]:
    with reading() as session:
        return letters(event, Desk(session=session, base_url="https://portaal.example"))


def test_a_question_goes_to_the_holder_with_its_term(work: AtWork) -> None:
    [event] = told(QuestionAsked)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    letter = written[0].letter
    assert letter.first_line == (
        "U beantwoordt een vraag van Provincie Voorbeeld over het rapport over 2026 voor Voorbeeld-Oost, "
        "uiterlijk 15 mei 2026."
    )
    assert letter.lines == ("Het gaat om: het rapport als geheel.", "De vraag: Waarom is remise Noord leeg?")
    assert letter.button
    assert letter.button.url.endswith(f"/rapportages/{work.report}/gesprekken/{event.conversation}")


def test_an_answer_goes_to_the_province(work: AtWork) -> None:
    [event] = told(QuestionAnswered)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("manager")}
    assert written[0].letter.lines[1] == "Het antwoord: Remise Noord is gesloten."


def test_a_closed_conversation_is_told_to_the_holder(work: AtWork) -> None:
    [answered] = told(QuestionAnswered)
    with sessions().begin() as session:
        close(session, work.report, answered.conversation, key=uuid4(), seen=2, by=work.people["manager"])
    [event] = told(ConversationClosed)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    assert written[0].letter.first_line == (
        "U hoeft niets meer te doen: Provincie Voorbeeld sloot een gesprek over het rapport over 2026 voor Voorbeeld-Oost."
    )


@pytest.mark.parametrize(
    ("subject", "code", "words"),
    [
        (
            Subject.NORM,
            "N-TEMP",
            Bilingual(nl="de norm Tijdelijk niet-ZE materieel", en="the norm Temporary non-ZE vehicles"),
        ),
        (Subject.FINDING, "ENE-003", Bilingual(nl="bevinding ENE-003", en="finding ENE-003")),
    ],
)
def test_a_letter_says_what_the_question_is_about(work: AtWork, subject: Subject, code: str, words: Bilingual) -> None:
    with reading() as session:
        place = place_of(session, Conversation(report=work.report, subject=subject, code=code))

    assert place == words
