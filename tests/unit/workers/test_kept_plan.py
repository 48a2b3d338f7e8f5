"""The plan in a report is that of the moment of its event, and its letters go to the other side."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from portal.use_cases.planning import Proposing, answer_proposal, measure_of, propose_measure
from schemas.clock import now
from schemas.events import Event, MeasureAnswered, MeasureProposed
from schemas.settings import Settings
from schemas.store import Report, reading, sessions
from schemas.words import MeasureAnswerKind, MeasureOrigin
from tests.unit.workers.at_work import AtWork, address, at_work, told
from workers.kept_plan import measures_told
from workers.mail.addressing import Addressed, Desk
from workers.mail.letters import letters

TITLE = "Tien elektrische bussen"


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """A concession of which a measure was proposed."""
    made = at_work()
    proposing = Proposing(key=uuid4(), title=TITLE, owner="Hoofd materieel", due=date(2031, 3, 1))
    with sessions().begin() as session:
        propose_measure(
            session,
            concession_of(made),
            proposing,
            origin=MeasureOrigin.FREE,
            norm=None,
            by=made.people["reporter"],
        )
    return made


def concession_of(work: AtWork) -> UUID:
    with reading() as session:
        return session.get_one(Report, work.report).concession


def answer(work: AtWork, said: MeasureAnswerKind) -> None:
    [event] = told(MeasureProposed)
    concession = concession_of(work)
    with sessions().begin() as session:
        newest = measure_of(session, concession, event.measure).newest.id
        by = work.people["manager"]
        answer_proposal(session, concession, event.measure, newest, said, reason="Noem het aantal.", by=by)


def letters_of(event: Event) -> tuple[Addressed, ...]:
    with reading() as session:
        return letters(event, Desk(session=session, base_url="https://portaal.example"))


def test_only_what_was_agreed_by_then_is_told(work: AtWork) -> None:
    before = now()
    answer(work, MeasureAnswerKind.AGREED)

    with reading() as session:
        report = session.get_one(Report, work.report)
        then, later = (measures_told(session, report, at=at) for at in (before, now() + timedelta(seconds=1)))

    assert (then, [one.title for one in later]) == ((), [TITLE])


def test_a_proposal_is_mailed_to_the_province(work: AtWork) -> None:
    [event] = told(MeasureProposed)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("manager")}
    assert TITLE in written[0].letter.first_line
    assert [one.letter.button.url.split("/")[-1] for one in written if one.letter.button] == [str(event.measure)]


@pytest.mark.parametrize("said", list(MeasureAnswerKind))
def test_an_answer_is_mailed_to_the_holder(work: AtWork, said: MeasureAnswerKind) -> None:
    answer(work, said)
    [event] = told(MeasureAnswered)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    assert TITLE in written[0].letter.first_line
