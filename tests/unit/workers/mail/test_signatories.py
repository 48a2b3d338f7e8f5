"""Too few who can sign is mailed to the reporting officers: who still can, by when it matters, and what to do."""

from __future__ import annotations

from schemas.events import TooFewSignatories
from schemas.settings import Settings
from schemas.store import Person, reading, sessions
from tests.unit.workers.at_work import address, at_work, told
from workers.mail.addressing import Addressed, Desk
from workers.mail.letters import letters


def letters_of(event: TooFewSignatories) -> tuple[Addressed, ...]:
    with reading() as session:
        return letters(event, Desk(session=session, base_url="https://portaal.example"))


def test_a_duty_that_opens_with_nobody_who_can_sign_asks_the_reporter_for_two(installation: Settings) -> None:
    at_work()
    [event] = told(TooFewSignatories)

    [one] = letters_of(event)

    assert one.reader.email == address("reporter")
    assert one.letter.first_line == (
        "U zorgt dat Voorbeeldbus BV weer ten minste twee ondertekenaars heeft, vóór 3 mei 2027: niemand kan nu indienen."
    )


def test_the_one_who_still_can_sign_is_named(installation: Settings) -> None:
    work = at_work()
    with sessions().begin() as session:
        session.get_one(Person, work.people["signatory"]).password_hash = "x"
        holder = session.get_one(Person, work.people["signatory"]).organisation

    [one] = letters_of(TooFewSignatories(organisation=holder, able=1))

    assert one.letter.first_line.endswith("alleen Signatory kan nu indienen.")
