"""How far a consumer group is in the log."""

from __future__ import annotations

from collections.abc import Iterable

from kafka import KafkaConsumer, TopicPartition


def uncommitted(broker: str, worker: str, topics: Iterable[str]) -> dict[TopicPartition, int]:
    """How many messages of each partition a worker's group has not noted as done."""
    consumer = KafkaConsumer(bootstrap_servers=broker, group_id=f"ketenspiegel-{worker}", enable_auto_commit=False)
    try:
        places = [TopicPartition(topic, one) for topic in topics for one in consumer.partitions_for_topic(topic) or ()]
        ends = consumer.end_offsets(places)
        return {place: ends[place] - (consumer.committed(place) or 0) for place in places}
    finally:
        consumer.close(autocommit=False)
