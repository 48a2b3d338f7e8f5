"""F5 and F6: the broker killed again and again with events under way, and away while uploads keep coming."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from deploy.dev.process import poll
from tests.integration.history import History, await_rest, hold, lag
from tests.integration.parts import Parts

pytestmark = [pytest.mark.kafka, pytest.mark.postgres]
SOON = 120.0
UNREADABLE = b'{"no": "report"}'
# Whoever waits for a broker that is away waits five seconds; a busy machine alone takes one at times.
ONE_UPLOAD_WITHIN = 3.0


@pytest.fixture(scope="module")
def at_work(parts: Parts) -> Iterator[Parts]:
    """The installation with its relay and its workers running; no test starts them anew."""
    with parts.running("relay") as relay, parts.running("worker") as worker:
        yield parts
        assert relay.poll() is None
        assert worker.poll() is None


def test_a_broker_killed_twice_with_events_under_way_loses_none_and_nobody_restarts_a_part(
    at_work: Parts, history: History
) -> None:
    reports = [history.open(VB_OOST.code, 2026), history.open(OV_WEST.code, 2026)]
    for _turn in range(2):
        for about in reports:
            history.upload(about, workbook(report(VB_OOST, 2026)), name="rapport.xlsx")
            history.upload(about, UNREADABLE)
        at_work.broker.kill()
        history.upload(reports[0], UNREADABLE)
        at_work.broker.start()

    await_rest(at_work, within=SOON)

    assert poll(lambda: lag(at_work) == 0, within=SOON)
    hold(history)


def test_uploads_while_the_broker_is_away_do_not_wait_for_it_and_are_all_checked_after(
    at_work: Parts, history: History
) -> None:
    reports = [history.open(VB_OOST.code, 2027), history.open(OV_WEST.code, 2027)]
    at_work.broker.kill()
    calls = [history.upload(reports[turn % 2], UNREADABLE) for turn in range(10)]
    assert not at_work.broker.running

    at_work.broker.start()
    await_rest(at_work, within=SOON)

    assert max(call.seconds for call in calls) < ONE_UPLOAD_WITHIN
    assert poll(lambda: lag(at_work) == 0, within=SOON)
    hold(history)
