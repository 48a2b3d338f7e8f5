"""The log's topics: made from topics.toml, and checked before a worker or relay starts."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import click
from kafka import KafkaAdminClient
from kafka.errors import KafkaError, TopicAlreadyExistsError
from pydantic import BaseModel, ConfigDict, Field

FILE = Path(__file__).with_name("topics.toml")


class Topic(BaseModel):
    """One topic as it must be."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    name: str
    partitions: int = Field(ge=1)
    retention_days: int = Field(ge=1)

    @property
    def retention(self) -> timedelta:
        """How long the broker keeps an event; the database keeps it for longer."""
        return timedelta(days=self.retention_days)


class BrokerAway(Exception):
    """No broker answers at the address."""


class WrongTopics(Exception):
    """Topics are missing or cut otherwise than agreed; the message names each one and what to do."""


def topics() -> tuple[Topic, ...]:
    """All topics that the product needs."""
    return tuple(Topic(**entry) for entry in tomllib.loads(FILE.read_text())["topic"])


def create(bootstrap: str, *, replication: int = 1) -> tuple[str, ...]:
    """Make the topics that are missing and give their names; then hold all of them against the file."""
    with _admin(bootstrap) as admin:
        there = admin.list_topics()
        made = tuple(topic.name for topic in topics() if topic.name not in there and _make(admin, topic, replication))
        admin.wait_for_topics([topic.name for topic in topics()], timeout_ms=30_000)
    check(bootstrap)
    return made


def _make(admin: KafkaAdminClient, topic: Topic, replication: int) -> bool:
    milliseconds = topic.retention // timedelta(milliseconds=1)
    wanted = {
        "num_partitions": topic.partitions,
        "replication_factor": replication,
        "configs": {"retention.ms": str(milliseconds), "cleanup.policy": "delete"},
    }
    try:
        admin.create_topics({topic.name: wanted})
    except TopicAlreadyExistsError:
        return False
    return True


def check(bootstrap: str) -> None:
    """Refuse, in words, a broker whose topics are missing or have another number of partitions."""
    with _admin(bootstrap) as admin:
        there = set(admin.list_topics())
        present = [topic.name for topic in topics() if topic.name in there]
        found = {entry["name"]: len(entry["partitions"]) for entry in admin.describe_topics(present)}
    wrong = [
        _complaint(topic, found.get(topic.name)) for topic in topics() if found.get(topic.name) != topic.partitions
    ]
    if wrong:
        raise WrongTopics("\n".join([f"The topics on {bootstrap} are not as agreed:", *wrong]))


def _complaint(topic: Topic, partitions: int | None) -> str:
    if partitions is None:
        return f"- {topic.name} is missing; make it: python -m deploy.topics create --bootstrap ADDRESS"
    return (
        f"- {topic.name} has {partitions} partitions instead of {topic.partitions}; "
        "stop relay and workers, delete the topic once it is read to its end, and make it again"
    )


@contextmanager
def _admin(bootstrap: str) -> Iterator[KafkaAdminClient]:
    try:
        admin = KafkaAdminClient(bootstrap_servers=bootstrap, bootstrap_timeout_ms=5_000)
    except KafkaError as silence:
        raise BrokerAway(f"No Kafka broker answers at {bootstrap}.") from silence
    try:
        yield admin
    finally:
        admin.close()


@click.group(help=__doc__)
def main() -> None:
    pass


bootstrap_option = click.option(
    "--bootstrap", envvar="KETENSPIEGEL_KAFKA_BOOTSTRAP", required=True, help="HOST:PORT[,…]"
)


@main.command(name="create")
@bootstrap_option
@click.option("--replication", default=1, show_default=True, help="Copies of each partition; 3 on a cluster of three.")
def create_command(bootstrap: str, replication: int) -> None:
    """Make the topics that are missing."""
    made = create(bootstrap, replication=replication)
    click.echo(f"Made: {', '.join(made)}." if made else "All topics were there.")


@main.command(name="check")
@bootstrap_option
def check_command(bootstrap: str) -> None:
    """Say whether the topics are as agreed; exit 1 if not."""
    check(bootstrap)
    click.echo("The topics are as agreed.")


if __name__ == "__main__":
    try:
        main()
    except (BrokerAway, WrongTopics) as trouble:
        raise SystemExit(str(trouble)) from trouble
