"""The dev broker is a real Kafka: it answers, and what it acknowledged survives its sudden end."""

import pytest
from kafka import KafkaConsumer, KafkaProducer

from deploy.dev.broker import Broker
from deploy.topics import topics

pytestmark = pytest.mark.kafka

TOPIC = topics()[0].name


def acknowledge(broker: Broker, *values: bytes) -> None:
    producer = KafkaProducer(bootstrap_servers=broker.address, acks="all", enable_idempotence=True)
    for value in values:
        producer.send(TOPIC, key=b"report", value=value).get(timeout=30)
    producer.close()


def read(broker: Broker, *, count: int) -> list[bytes]:
    consumer = KafkaConsumer(
        TOPIC, bootstrap_servers=broker.address, auto_offset_reset="earliest", consumer_timeout_ms=20_000
    )
    values = [record.value for _, record in zip(range(count), consumer, strict=False)]
    consumer.close()
    return values


def test_what_was_acknowledged_survives_a_killed_broker_in_its_order(broker: Broker) -> None:
    acknowledge(broker, b"first", b"second", b"third")

    broker.kill()
    broker.start()

    assert read(broker, count=3) == [b"first", b"second", b"third"]


def test_a_killed_broker_neither_runs_nor_answers(broker: Broker) -> None:
    broker.kill()

    assert not broker.running
    assert not broker.answers()


def test_a_broker_keeps_to_its_ports_when_it_is_found_again_by_its_folder(broker: Broker) -> None:
    again = Broker.at(broker.home)

    assert again == broker
    assert again.running


def test_a_paused_broker_runs_but_does_not_answer(broker: Broker) -> None:
    broker.pause()
    answered = broker.answers()
    broker.resume()

    assert broker.running
    assert not answered
