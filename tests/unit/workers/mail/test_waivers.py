"""The holder hears of a waiver, and that it was withdrawn; nobody else does."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from portal.use_cases.waiving import Waiving, record_waiver, withdraw_waiver
from schemas.events import WaiverRecorded, WaiverWithdrawn
from schemas.settings import Settings
from schemas.store import Report, reading, sessions
from tests.unit.workers.at_work import AtWork, address, at_work, told
from workers.mail.addressing import Addressed, Desk
from workers.mail.letters import letters

NORM = Waiving(
    key=uuid4(),
    decision_number="2026-118",
    norm="N-TEMP",
    rule=None,
    entities=(),
    starts=date(2026, 1, 1),
    ends=date(2027, 12, 31),
    reason="De nieuwe bussen kwamen later.",
)


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """A concession with its people and one waiver, which was withdrawn."""
    made = at_work()
    with sessions().begin() as session:
        concession = session.get_one(Report, made.report).concession
        waiver = record_waiver(session, concession, NORM, by=made.people["manager"])
        withdraw_waiver(session, concession, waiver.id, reason="De bussen zijn er.", by=made.people["manager"])
    return made


def letters_of(event: WaiverRecorded | WaiverWithdrawn) -> tuple[Addressed, ...]:
    with reading() as session:
        return letters(event, Desk(session=session, base_url="https://portaal.example"))


def test_a_waiver_is_told_to_the_holder_with_its_decision_and_days(work: AtWork) -> None:
    [event] = told(WaiverRecorded)

    written = letters_of(event)

    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    letter = written[0].letter
    assert (
        "bij besluit 2026-118 een ontheffing vastgelegd, van 1 januari 2026 tot en met 31 december 2027"
        in letter.first_line
    )
    assert letter.lines == (
        "Het gaat om: Tijdelijk niet-ZE materieel.",
        "De reden van de provincie: De nieuwe bussen kwamen later.",
    )
    assert letter.button
    assert letter.button.url == f"https://portaal.example/concessies/{event.concession}/ontheffingen"


def test_a_waiver_that_is_withdrawn_is_told_with_the_reason_of_that(work: AtWork) -> None:
    [event] = told(WaiverWithdrawn)

    written = letters_of(event)

    assert "De reden van de provincie: De bussen zijn er." in written[0].letter.lines
