"""Conversing: by whom, about what, once, in any order, and never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.refusals import NotYours, Refused
from portal.use_cases.conversing import ANSWERED_MEANWHILE, Place, Writing, answer, ask, ask_on, close
from portal.use_cases.leading import NOT_LEADING
from schemas.clock import today
from schemas.events import Event, QuestionAnswered, QuestionAsked, read
from schemas.store import Audit, Conversation, ConversationMessage, Outbox, reading, sessions
from schemas.words import MessageKind, Subject
from tests.unit.portal.browsing import World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload

QUESTION = Writing(key=UUID(int=1), text="Waarom is remise Noord leeg?", days=10)
ANSWER = Writing(key=UUID(int=2), text="Remise Noord is gesloten.")


def asks(world: World, writing: Writing = QUESTION, place: Place | None = None, *, by: str = "manager") -> UUID:
    with sessions().begin() as session:
        said = ask(session, world.reports["oost"], place or Place(), writing, by=world.people[by])
        return said.conversation


def answers(world: World, conversation: UUID, writing: Writing = ANSWER, *, by: str = "reporter") -> None:
    with sessions().begin() as session:
        answer(session, world.reports["oost"], conversation, writing, by=world.people[by])


def closes(world: World, conversation: UUID, *, seen: int, by: str = "manager") -> None:
    with sessions().begin() as session:
        close(session, world.reports["oost"], conversation, key=uuid4(), seen=seen, by=world.people[by])


def messages() -> list[ConversationMessage]:
    with reading() as session:
        return list(session.scalars(select(ConversationMessage).order_by(ConversationMessage.number)))


def kinds() -> list[MessageKind]:
    return [one.kind for one in messages()]


def told() -> list[Event]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    return [event for event in map(read, bodies) if isinstance(event, QuestionAsked | QuestionAnswered)]


def noted_actions() -> list[str]:
    with reading() as session:
        query = select(Audit.action).where(Audit.subject.startswith("report/")).order_by(Audit.n)
        return [one for one in session.scalars(query) if one in {"asked", "answered", "conversation_closed"}]


def test_a_question_is_kept_told_and_noted(world: World) -> None:
    conversation = asks(world)

    [kept] = messages()
    [event] = told()
    assert (kept.kind, kept.text, kept.number) == (MessageKind.QUESTION, QUESTION.text, 1)
    assert event == QuestionAsked(
        id=event.id, at=event.at, report=world.reports["oost"], conversation=conversation, message=kept.id
    )
    assert noted_actions() == ["asked"]


def test_its_term_ends_on_a_working_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2026-05-01T08:00:00+00:00")

    asks(world, replace(QUESTION, days=8))

    assert messages()[0].answer_by == date(2026, 5, 11)


def test_without_days_there_is_no_term(world: World) -> None:
    asks(world, replace(QUESTION, days=None))

    assert messages()[0].answer_by is None


def test_the_same_form_twice_is_one_question(world: World) -> None:
    first = asks(world)

    second = asks(world)

    assert first == second
    assert len(messages()) == len(told()) == 1


def test_the_same_answer_twice_is_one_answer(world: World) -> None:
    conversation = asks(world)

    answers(world, conversation)
    answers(world, conversation)

    assert kinds() == [MessageKind.QUESTION, MessageKind.ANSWER]


def test_two_people_who_answer_at_once_both_keep_their_answer(world: World) -> None:
    conversation = asks(world)

    answers(world, conversation)
    answers(world, conversation, Writing(key=uuid4(), text="En de bussen staan nu in Zuid."), by="signatory")

    assert [one.text for one in messages()[1:]] == [ANSWER.text, "En de bussen staan nu in Zuid."]


def test_the_manager_asks_on_and_closes(world: World) -> None:
    conversation = asks(world)
    answers(world, conversation)

    with sessions().begin() as session:
        further = Writing(key=uuid4(), text="Sinds wanneer?")
        ask_on(session, world.reports["oost"], conversation, further, by=world.people["manager"])
    closes(world, conversation, seen=3)

    assert kinds() == [MessageKind.QUESTION, MessageKind.ANSWER, MessageKind.QUESTION, MessageKind.CLOSING]
    assert noted_actions() == ["asked", "answered", "asked", "conversation_closed"]


def test_who_has_not_seen_the_newest_answer_does_not_close(world: World) -> None:
    conversation = asks(world)
    answers(world, conversation)

    with pytest.raises(Refused) as refusal:
        closes(world, conversation, seen=1)

    assert (refusal.value.reason, refusal.value.status) == (ANSWERED_MEANWHILE, 409)


def test_closing_twice_is_once(world: World) -> None:
    conversation = asks(world)

    closes(world, conversation, seen=1)
    closes(world, conversation, seen=1)

    assert kinds() == [MessageKind.QUESTION, MessageKind.CLOSING]


def test_an_answer_that_was_being_written_while_it_was_closed_is_kept(world: World) -> None:
    conversation = asks(world)
    closes(world, conversation, seen=1)

    answers(world, conversation)

    assert kinds()[-1] is MessageKind.ANSWER


def test_only_the_authority_that_leads_asks(world: World) -> None:
    with pytest.raises(Refused) as refusal:
        asks(world, by="other_manager")

    assert refusal.value.reason == NOT_LEADING


def test_a_conversation_of_another_report_is_not_there(world: World) -> None:
    conversation = asks(world)

    with pytest.raises(NotYours), sessions().begin() as session:
        answer(session, world.reports["kust"], conversation, ANSWER, by=world.people["other_reporter"])


@pytest.mark.parametrize(("position", "there"), [(None, True), (1, True), (7, False)])
def test_a_question_on_a_finding_needs_that_finding(world: World, position: int | None, there: bool) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version, [a_finding(0), a_finding(1)])
    place = Place(subject=Subject.FINDING, version=version, code="ENE-003", position=position)

    if there:
        asks(world, place=place)
    else:
        with pytest.raises(NotYours):
            asks(world, place=place)

    with reading() as session:
        assert len(session.scalars(select(Conversation)).all()) == there


@pytest.mark.parametrize("subject", [Subject.NORM, Subject.FIGURE])
def test_a_question_on_a_norm_or_figure_that_is_not_there_is_not_found(world: World, subject: Subject) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id

    with pytest.raises(NotYours):
        asks(world, place=Place(subject=subject, version=version, code="N-NIETS", part="total"))


def test_the_day_of_the_clock_is_the_day_from_which_a_term_runs(world: World) -> None:
    asks(world, replace(QUESTION, days=90))

    answer_by = messages()[0].answer_by
    assert answer_by is not None
    assert (answer_by - today()).days >= 90
