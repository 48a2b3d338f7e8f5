"""A request to open more sheets is mailed to the province, and the answer to the holder, with the sheets by name."""

from __future__ import annotations

from uuid import uuid4

import pytest

from portal.use_cases.reopening import answer_reopening, ask_reopening
from schemas.events import Event, ReopeningAnswered, ReopeningAsked
from schemas.settings import Settings
from schemas.store import reading, sessions
from tests.unit.workers.at_work import AtWork, address, at_work, told, upload
from tests.unit.workers.test_correcting import send_back
from workers.mail.addressing import Addressed, Desk
from workers.mail.letters import letters


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """A report of which energy was sent back, and the fleet is asked to be opened."""
    made = at_work()
    send_back(made, upload(made), "energy")
    with sessions().begin() as session:
        by = made.people["reporter"]
        ask_reopening(session, made.report, key=uuid4(), sheets=("vehicles",), reason="Een bus minder.", by=by)
    return made


def letters_of(event: Event) -> tuple[Addressed, ...]:
    with reading() as session:
        return letters(event, Desk(session=session, base_url="https://portaal.example"))


def test_a_request_goes_to_the_province_with_the_sheets_and_the_reason(work: AtWork) -> None:
    [event] = told(ReopeningAsked)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("manager")}
    assert written[0].letter.lines[:2] == ("Gevraagd door Reporter: Wagenpark.", "De reden: Een bus minder.")


@pytest.mark.parametrize(
    ("granted", "said"),
    [(True, "veranderen: Wagenpark."), (False, "blijven gesloten: Wagenpark.")],
)
def test_the_answer_goes_to_the_holder(work: AtWork, granted: bool, said: str) -> None:
    request = told(ReopeningAsked)[0].request
    sheets = ("vehicles",) if granted else ()
    with sessions().begin() as session:
        by = work.people["manager"]
        answer_reopening(session, work.report, request, granted=granted, sheets=sheets, reason="Goed.", by=by)
    [event] = told(ReopeningAnswered)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    assert written[0].letter.first_line.endswith(said)
