"""A correction of some sheets: what else changed is kept with its check, so that both sides are told."""

from __future__ import annotations

from uuid import uuid4

from schemas.clock import now
from schemas.events import VersionUploaded
from schemas.settings import Settings
from schemas.store import Check, Confirmation, Decision, reading
from schemas.words import DecisionOutcome
from tests.unit.workers.at_work import BUS, FRONT, AtWork, a_json_report, at_work, check, upload, write

SECOND_BUS = BUS | {"vehicle_id": "B2"}


def send_back(work: AtWork, event: VersionUploaded, *sheets: str, confirmed: bool = True) -> None:
    """Send a version back for these sheets, as a manager and a second reader do."""
    decision = Decision(
        id=uuid4(),
        version=event.version.version,
        outcome=DecisionOutcome.SENT_BACK,
        reason="De buurtbus ontbreekt.",
        sheets=list(sheets),
        by=work.people["manager"],
        at=now(),
        idempotency_key=uuid4(),
    )
    write(decision)
    write(Confirmation(decision=decision.id, confirmed=confirmed, reason="", by=work.people["second_reader"], at=now()))


def changed(event: VersionUploaded) -> list[str]:
    check(event)
    with reading() as session:
        return session.get_one(Check, event.version.version).changed_sheets


def test_a_sheet_that_nobody_asked_for_is_named_when_it_changed(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "energy")

    assert changed(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS]))) == ["vehicles"]


def test_the_sheets_that_were_asked_for_may_change(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "vehicles")

    assert changed(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS]))) == []


def test_another_day_of_writing_is_no_change(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "energy")
    front = [{"field": name, "value": value} for name, value in (FRONT | {"prepared_on": "2027-05-01"}).items()]

    assert changed(upload(work, a_json_report(report=front))) == []


def test_what_was_sent_back_as_a_whole_may_change_as_a_whole(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work))

    assert changed(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS]))) == []


def test_a_proposal_that_was_refused_asks_nothing(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "energy", confirmed=False)

    assert changed(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS]))) == []
