"""A version without a check: its lost message is told again long after, once, and never while something is under way."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from schemas.clock import now
from schemas.events import CheckStopped, VersionUploaded
from schemas.settings import Settings
from schemas.state import Standing, state_of
from schemas.store import Check, Inbox, Outbox, Parked, facts_of, reading, sessions
from schemas.words import InboxState, WorkerName
from tests.unit.workers.at_work import AtWork, at_work, check, told, upload
from workers.faults import Fault, Kind
from workers.log import Delivery
from workers.parking import discard, park
from workers.unchecked import LONG_AFTER, offer_again

UNREADABLE = Fault(kind=Kind.PERMANENT, reason="not_json", text="", error_class="UnreadableEvent")


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """A report of which one version was uploaded and never came to the check."""
    made = at_work()
    upload(made)
    return made


def age(by: timedelta = LONG_AFTER) -> None:
    """What was told, was told so long ago."""
    with sessions().begin() as session:
        for row in session.scalars(select(Outbox)):
            row.occurred_at -= by + timedelta(minutes=1)


def offered() -> int:
    with sessions().begin() as session:
        return len(offer_again(session, relayed=False))


def test_a_version_that_nothing_checks_is_offered_once_more(work: AtWork) -> None:
    age()

    assert [offered(), offered()] == [1, 0]
    first, again = told(VersionUploaded)
    assert (again.version, again.manifest_sha256) == (first.version, first.manifest_sha256)


def test_a_version_that_was_told_a_moment_ago_only_waits(work: AtWork) -> None:
    assert offered() == 0


@pytest.mark.parametrize("state", [InboxState.WAITING, InboxState.STARTED, InboxState.PARKED])
def test_a_version_of_which_the_check_is_under_way_is_left_alone(work: AtWork, state: InboxState) -> None:
    age()
    [event] = told(VersionUploaded)
    with sessions().begin() as session:
        session.add(
            Inbox(worker=WorkerName.CHECK, event_id=event.id, key=work.report, state=state, attempts=1, at=now())
        )

    assert offered() == 0


def test_while_the_relay_is_behind_nothing_counts_as_lost(work: AtWork) -> None:
    age()

    with sessions().begin() as session:
        assert offer_again(session, relayed=True) == ()


def test_a_version_that_was_offered_twice_is_checked_once(work: AtWork) -> None:
    age()
    offered()
    first, again = told(VersionUploaded)

    check(first)
    check(again)

    with reading() as session:
        assert len(session.scalars(select(Check)).all()) == 1


def test_discarding_bytes_that_cannot_be_read_stops_the_check_of_their_version(work: AtWork) -> None:
    [event] = told(VersionUploaded)
    park_garbage(work, event)

    with sessions().begin() as session:
        discard(session, session.scalars(select(Parked.id)).one(), actor="operator")

    with reading() as session:
        facts = facts_of(session, work.report)
    assert [stopped.version for stopped in told(CheckStopped)] == [event.version]
    assert facts.versions[0].given_up
    assert state_of(facts).standing is Standing.DRAFT


def test_garbage_that_nobody_told_stops_no_check(work: AtWork) -> None:
    with sessions().begin() as session:
        delivery = Delivery(body=b"\xff", topic="t", partition=0, offset=9, key=work.report, event_id=uuid4())
        park(session, delivery, UNREADABLE, worker=WorkerName.CHECK, attempts=1)
        session.flush()
        [parked] = session.scalars(select(Parked)).all()
        parked.event_id = None
        discard(session, parked.id, actor="operator")

    assert told(CheckStopped) == []


def park_garbage(work: AtWork, event: VersionUploaded) -> None:
    """The message of an upload came as bytes that say nothing, under the identity of its envelope."""
    with sessions().begin() as session:
        row = session.scalars(select(Outbox).where(Outbox.event_id == event.id)).one()
        row.body = b"\xff\xfe"
        delivery = Delivery(
            body=b"\xff\xfe", topic=row.topic, partition=0, offset=1, key=work.report, event_id=event.id
        )
        park(session, delivery, UNREADABLE, worker=WorkerName.CHECK, attempts=1)
        parked = InboxState.PARKED
        session.add(
            Inbox(worker=WorkerName.CHECK, event_id=event.id, key=work.report, state=parked, attempts=1, at=now())
        )
