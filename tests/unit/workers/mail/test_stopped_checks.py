"""The holder hears by mail that a check was stopped, and by when to upload again."""

from __future__ import annotations

from sqlalchemy import select

from schemas.clock import now
from schemas.events import CheckStopped
from schemas.settings import Settings
from schemas.store import Inbox, Outbox, Parked, reading, sessions
from schemas.words import InboxState, WorkerName
from tests.unit.workers.at_work import address, at_work, told, upload
from workers.faults import Fault, Kind
from workers.log import Delivery
from workers.mail.addressing import Desk
from workers.mail.letters import letters
from workers.parking import discard, park


def test_a_check_that_an_operator_gives_up_is_told_to_the_holder(installation: Settings) -> None:
    work = at_work()
    upload(work)
    with sessions().begin() as session:
        asked = session.scalars(
            select(Outbox).where(Outbox.key == work.report).order_by(Outbox.position.desc())
        ).first()
        assert asked is not None
        delivery = Delivery(body=asked.body, topic=asked.topic, partition=0, offset=1, key=work.report)
        fault = Fault(kind=Kind.UNKNOWN, reason="too_long", text="", error_class="TooLong")
        park(session, delivery, fault, worker=WorkerName.CHECK, attempts=3)
        session.add(
            Inbox(
                worker=WorkerName.CHECK,
                event_id=asked.event_id,
                key=work.report,
                state=InboxState.PARKED,
                attempts=3,
                at=now(),
            )
        )

    with sessions().begin() as session:
        discard(session, session.scalars(select(Parked.id)).one(), actor="operator")

    [event] = told(CheckStopped)
    with reading() as session:
        written = letters(event, Desk(session=session, base_url="https://portaal.example"))
    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    assert "opnieuw, uiterlijk 3 mei 2027: de controle van versie 1 is gestopt." in written[0].letter.first_line
