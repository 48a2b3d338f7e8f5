"""A request for more time is mailed to the province, and the answer to the holder, with the term that holds."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from portal.use_cases.extending import answer_extension, ask_extension
from schemas.events import Event, ExtensionAnswered, ExtensionAsked
from schemas.settings import Settings
from schemas.store import reading, sessions
from tests.unit.workers.at_work import AtWork, address, at_work, told
from workers.mail.addressing import Addressed, Desk
from workers.mail.letters import letters


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """A report for which more time was asked."""
    made = at_work()
    with sessions().begin() as session:
        ask_extension(
            session,
            made.report,
            key=uuid4(),
            until=date(2027, 6, 15),
            reason="De facturen komen in juni.",
            by=made.people["reporter"],
        )
    return made


def letters_of(event: Event) -> tuple[Addressed, ...]:
    with reading() as session:
        return letters(event, Desk(session=session, base_url="https://portaal.example"))


def answer(work: AtWork, *, granted: bool) -> None:
    request = told(ExtensionAsked)[0].request
    with sessions().begin() as session:
        answer_extension(
            session,
            work.report,
            request,
            granted=granted,
            until=None,
            reason="Dat is redelijk.",
            by=work.people["manager"],
        )


def test_a_request_goes_to_the_province_with_its_reason(work: AtWork) -> None:
    [event] = told(ExtensionAsked)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("manager")}
    assert written[0].letter.lines[0] == "Gevraagd tot 15 juni 2027 door Reporter: De facturen komen in juni."


@pytest.mark.parametrize(
    ("granted", "said"),
    [(True, "uiterlijk 15 juni 2027: het uitstel is gegeven."), (False, "2027: het uitstel is niet gegeven.")],
)
def test_the_answer_goes_to_the_holder_with_the_term_that_holds(work: AtWork, granted: bool, said: str) -> None:
    answer(work, granted=granted)
    [event] = told(ExtensionAnswered)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    assert written[0].letter.first_line.endswith(said)
    assert written[0].letter.lines == ("De reden van de provincie: Dat is redelijk.",)
