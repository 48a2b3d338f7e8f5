"""A correction of some sheets: what else a file holds is not taken, and kept with the check so that both sides are told."""

from __future__ import annotations

import json
from uuid import uuid4

from portal.use_cases.reopening import answer_reopening, ask_reopening
from schemas.clock import now
from schemas.events import VersionUploaded
from schemas.settings import Settings
from schemas.store import Check, Confirmation, Decision, reading, sessions
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


def open_too(work: AtWork, *sheets: str) -> None:
    """The holder asks for more sheets, and the manager opens them."""
    with sessions().begin() as session:
        asked = ask_reopening(
            session, work.report, key=uuid4(), sheets=sheets, reason="Nodig.", by=work.people["reporter"]
        )
        answer_reopening(
            session, work.report, asked.id, granted=True, sheets=sheets, reason="Goed.", by=work.people["manager"]
        )


def checked(event: VersionUploaded) -> Check:
    check(event)
    with reading() as session:
        return session.get_one(Check, event.version.version)


def test_a_closed_sheet_stays_as_it_was_and_is_named_when_the_file_holds_another(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "energy")

    found = checked(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS], energy=[])))

    assert found.rows["vehicles"] == 1
    assert (found.left_out, found.taken_over, found.changed_sheets) == (["vehicles"], ["energy"], [])


def test_the_sheets_that_were_sent_back_are_taken(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "vehicles")

    found = checked(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS])))

    assert found.rows["vehicles"] == 2
    assert (found.left_out, found.taken_over) == ([], ["vehicles"])


def test_a_closed_sheet_that_is_the_same_is_no_problem(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "energy")
    front = [{"field": name, "value": value} for name, value in (FRONT | {"prepared_on": "2027-05-01"}).items()]

    assert checked(upload(work, a_json_report(report=front))).left_out == []


def test_a_part_on_top_of_another_part_keeps_what_both_may_change(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "vehicles", "activity")
    upload(work, json.dumps({"vehicles": [BUS, SECOND_BUS]}).encode(), name="bussen.json")
    kilometres = {"vehicle_id": "B2", "period": "2026-03", "km_total": 100, "km_timetable": 90}

    found = checked(upload(work, json.dumps({"activity": [kilometres]}).encode(), name="kilometers.json", clean=False))

    assert (found.rows["vehicles"], found.rows["activity"]) == (2, 1)
    assert found.taken_over == ["activity"]


def test_what_the_province_opens_later_may_change_from_then_on(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "energy")
    before = upload(work, a_json_report(vehicles=[BUS, SECOND_BUS]))
    open_too(work, "vehicles")

    after = upload(work, a_json_report(vehicles=[BUS, SECOND_BUS]))

    assert (checked(before).rows["vehicles"], checked(after).rows["vehicles"]) == (1, 2)


def test_what_was_sent_back_as_a_whole_may_change_as_a_whole(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work))

    found = checked(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS])))

    assert (found.rows["vehicles"], found.left_out, found.taken_over) == (2, [], [])


def test_a_proposal_that_was_refused_asks_nothing(installation: Settings) -> None:
    work = at_work()
    send_back(work, upload(work), "energy", confirmed=False)

    found = checked(upload(work, a_json_report(vehicles=[BUS, SECOND_BUS])))

    assert (found.rows["vehicles"], found.left_out) == (2, [])
