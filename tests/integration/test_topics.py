"""A relay or worker starts only on topics that are as agreed, and is told in words what is wrong."""

import pytest
from kafka import KafkaAdminClient

from deploy.dev.broker import Broker
from deploy.dev.process import free_port, poll
from deploy.topics import BrokerAway, WrongTopics, check, create, topics

pytestmark = pytest.mark.kafka

REPORTS = topics()[0]


def replace(broker: Broker, *, partitions: int | None) -> None:
    admin = KafkaAdminClient(bootstrap_servers=broker.address)
    admin.delete_topics([REPORTS.name])
    assert poll(lambda: REPORTS.name not in admin.list_topics(), within=20)
    if partitions is not None:
        admin.create_topics({REPORTS.name: {"num_partitions": partitions, "replication_factor": 1}})
        admin.wait_for_topics([REPORTS.name])
    admin.close()


def test_topics_that_are_there_are_left_as_they_are(broker: Broker) -> None:
    assert create(broker.address) == ()

    check(broker.address)


def test_a_missing_topic_is_named_and_made_again(broker: Broker) -> None:
    replace(broker, partitions=None)

    with pytest.raises(WrongTopics, match=f"{REPORTS.name} is missing"):
        check(broker.address)
    assert create(broker.address) == (REPORTS.name,)


def test_a_topic_with_another_number_of_partitions_is_refused(broker: Broker) -> None:
    replace(broker, partitions=REPORTS.partitions + 1)

    with pytest.raises(WrongTopics, match=f"{REPORTS.partitions + 1} partitions instead of {REPORTS.partitions}"):
        check(broker.address)


def test_a_broker_that_is_away_is_said_to_be_away() -> None:
    with pytest.raises(BrokerAway, match="No Kafka broker answers"):
        check(f"127.0.0.1:{free_port()}")
