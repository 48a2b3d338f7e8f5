"""F13: the whole log is delivered again, twice, to workers that have done it all; nothing may change by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from kafka import KafkaConsumer, TopicPartition
from kafka.structs import OffsetAndMetadata
from sqlalchemy import text

from deploy.composition import WORKERS
from deploy.demo.reports import OV_WEST, VB_OOST, report
from deploy.demo.workbook import workbook
from schemas.store.shapes import Table
from tests.integration.history import History, await_all_read, await_rest, hold, lag
from tests.integration.parts import Parts

pytestmark = [pytest.mark.kafka, pytest.mark.postgres]
SOON = 120.0
UNREADABLE = b'{"no": "report"}'
# Attempts, moments and errors of the delivery itself may differ; nothing else may.
OF_THE_DELIVERY: Mapping[str, frozenset[str]] = {
    "inbox": frozenset({"attempts", "at"}),
    "outbox": frozenset({"attempts", "last_error", "published_at"}),
}


@contextmanager
def running_to_a_clean_end(parts: Parts) -> Iterator[None]:
    """Relay and workers, ended in order: only a group that was left by all its members takes other positions."""
    with parts.running("relay"), parts.running("worker") as worker:
        yield
        worker.terminate()
        assert worker.wait(SOON) == 0


def go_back_to_the_beginning(parts: Parts) -> None:
    for name, worker in WORKERS.items():
        consumer = KafkaConsumer(
            bootstrap_servers=parts.broker.address, group_id=f"ketenspiegel-{name}", enable_auto_commit=False
        )
        topics = {str(event.TOPIC) for event in worker.HANDLES}
        places = [TopicPartition(topic, one) for topic in topics for one in consumer.partitions_for_topic(topic) or ()]
        consumer.assign(places)
        consumer.commit({place: OffsetAndMetadata(0, "", -1) for place in places})
        consumer.close(autocommit=False)


def dump(parts: Parts) -> dict[str, list[str]]:
    """All rows of all tables as text, in a fixed order."""
    with parts.looking() as session:
        return {
            name: sorted(
                str([value for column, value in row.items() if column not in OF_THE_DELIVERY.get(name, ())])
                for row in session.execute(text(f"SELECT * FROM {name}")).mappings()
            )
            for name in sorted(Table.metadata.tables)
        }


def test_everything_delivered_again_twice_changes_nothing(parts: Parts, history: History) -> None:
    for concession in (VB_OOST, OV_WEST):
        about = history.open(concession.code, 2026)
        history.upload(about, UNREADABLE)
        history.upload(about, workbook(report(concession, 2026)), name="rapport.xlsx")
    with running_to_a_clean_end(parts):
        await_rest(parts, within=SOON)
        await_all_read(parts, within=SOON)
    before = dump(parts)

    for _turn in range(2):
        go_back_to_the_beginning(parts)
        assert lag(parts) > 0
        with running_to_a_clean_end(parts):
            await_all_read(parts, within=SOON)

    assert dump(parts) == before
    hold(history)
