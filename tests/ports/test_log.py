"""One suite for the log, which every adapter passes."""

from uuid import uuid4

from schemas.store import sessions
from tests.ports.conftest import Bench
from workers.parking import discard, replay
from workers.worker import Permanent, Transient


def test_events_of_one_report_are_done_once_and_in_order(bench: Bench) -> None:
    report = uuid4()
    told = [bench.upload(report, number) for number in range(1, 6)]

    bench.run_until([report], done=5)

    assert bench.kept([report]) == [event.version.version for event in told]


def test_what_was_done_is_not_done_again_by_the_next_process(bench: Bench) -> None:
    report = uuid4()
    first = bench.upload(report, 1)
    bench.run_until([report], done=1)
    second = bench.upload(report, 2)

    bench.run_until([report], done=2)

    assert [bench.worker.tried.count(event.id) for event in (first, second)] == [1, 1]


def test_a_fault_that_passes_is_tried_until_it_goes(bench: Bench) -> None:
    report = uuid4()
    event = bench.upload(report)
    bench.worker.faults[event.id] = [Transient("away")] * (bench.settings.work_attempts + 1)

    bench.run_until([report], done=1)

    assert not bench.parked([report])


def test_a_fault_that_stays_is_parked_at_once_with_its_reason_and_its_bytes(bench: Bench) -> None:
    report, neighbour = uuid4(), uuid4()
    event = bench.upload(report)
    bench.upload(neighbour)
    bench.worker.faults[event.id] = [Permanent("file_missing", "The file is not there.")]

    bench.run_until([report, neighbour], done=1, parked=1)

    [parked] = bench.parked([report])
    assert (parked.reason, parked.attempts, parked.event_id) == ("file_missing", 1, event.id)
    assert str(event.version.version).encode() in parked.body


def test_an_unknown_fault_is_tried_as_often_as_set_and_then_parked(bench: Bench) -> None:
    report = uuid4()
    event = bench.upload(report)
    bench.worker.faults[event.id] = [ZeroDivisionError()] * 9

    bench.run_until([report], parked=1)

    assert bench.worker.tried.count(event.id) == bench.settings.work_attempts
    assert bench.parked([report])[0].error_class == "ZeroDivisionError"


def test_what_follows_a_parked_event_in_its_report_waits_and_goes_after_it_when_it_is_replayed(bench: Bench) -> None:
    report = uuid4()
    told = [bench.upload(report, number) for number in (1, 2, 3)]
    bench.worker.faults[told[0].id] = [Permanent("schema", "Not now.")]
    bench.run_until([report], parked=1, waiting=2)

    with sessions().begin() as session:
        replay(session, bench.parked([report])[0].id, actor="operator")
    bench.run_until([report], done=3)

    assert bench.kept([report]) == [event.version.version for event in told]


def test_what_follows_a_parked_event_goes_on_when_that_is_discarded(bench: Bench) -> None:
    report = uuid4()
    first, second = bench.upload(report, 1), bench.upload(report, 2)
    bench.worker.faults[first.id] = [Permanent("schema", "Never.")]
    bench.run_until([report], parked=1, waiting=1)

    with sessions().begin() as session:
        discard(session, bench.parked([report])[0].id, actor="operator")
    bench.run_until([report], done=1)

    assert bench.kept([report]) == [second.version.version]


def test_bytes_that_are_no_event_are_parked_and_the_neighbours_go_on(bench: Bench) -> None:
    reports = [uuid4(), uuid4(), uuid4()]
    bench.garble(reports[0], b"\xff\xfe not json")
    bench.garble(reports[1], b'{"specversion": "9.9"}')
    bench.upload(reports[2])

    bench.run_until(reports, done=1, parked=2)

    assert {one.reason for one in bench.parked(reports)} == {"not_json", "no_envelope"}


def test_a_transaction_that_fails_leaves_nothing_behind_and_the_event_is_tried_again(bench: Bench) -> None:
    report = uuid4()
    bench.upload(report)
    broken_once = [True]

    class FailsToKeep(bench.worker):  # type: ignore[name-defined,misc]
        def keep(self, session, event, result):
            super().keep(session, event, result)
            if broken_once:
                broken_once.pop()
                raise ValueError

    bench.worker = FailsToKeep
    bench.run_until([report], done=1)

    assert len(bench.kept([report])) == 1
