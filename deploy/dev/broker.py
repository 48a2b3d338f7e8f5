"""A real single-node Kafka (KRaft) from Maven artifacts, for development and tests: start, stop, kill, status."""

import os
import re
import shutil
import signal
import subprocess
import sys
import uuid
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click
from kafka import KafkaAdminClient
from kafka.errors import KafkaError

from deploy.dev.process import VAR, MissingComponent, Service, ServiceFailed, free_port, poll, program

POM = Path(__file__).with_name("broker-pom.xml")
PORT = 19092
HOME = VAR / "dev" / "kafka"
READY_WITHIN = 90.0

PROPERTIES = """\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{advertised}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs={data}
num.partitions=3
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=3
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
offsets.retention.minutes=525600
log.retention.ms=-1
"""


@dataclass(frozen=True)
class Broker:
    """One broker: its folder (settings, log, data, pid file) and its ports.

    `advertised` is the port that clients are told to use, where a test puts a proxy between.
    """

    home: Path
    port: int
    controller: int
    advertised: int

    @classmethod
    def at(cls, home: Path, *, port: int = 0, advertised: int | None = None) -> "Broker":
        """The broker that lives in the folder; port 0 takes a free one the first time and keeps to it afterwards."""
        known = _ports_in(home / "server.properties")
        chosen = port or known.get("port") or free_port()
        controller = known.get("controller") or free_port()
        return cls(home.resolve(), chosen, controller, advertised or known.get("advertised") or chosen)

    @property
    def address(self) -> str:
        """What goes into `bootstrap_servers`."""
        return f"127.0.0.1:{self.port}"

    @cached_property
    def service(self) -> Service:
        """The process behind it."""
        return Service(pid_file=self.home / "broker.pid", log=self.home / "broker.log")

    @property
    def running(self) -> bool:
        """Whether the process lives; it need not answer yet."""
        return self.service.process() is not None

    def start(self) -> None:
        """Start it on the data that it has and wait until it answers; a running one is left alone."""
        if not self.running:
            libraries = jars()
            self._write_properties()
            self._format_once(libraries)
            self.service.launch(
                [*_java(libraries, "-Xms256m", "-Xmx512m", "-XX:+UseG1GC", "kafka.Kafka"), self._properties]
            )
        self._await_answer()

    def stop(self) -> None:
        """End it in an orderly way."""
        self.service.end(signal.SIGTERM, within=60)

    def kill(self) -> None:
        """End it at once, as a power cut of the process would; the data stay as they are."""
        self.service.end(signal.SIGKILL)

    def pause(self) -> None:
        """Hang it: the port stays open and nothing answers."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a hung one go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, what: signal.Signals) -> None:
        process = self.service.process()
        if process is None:
            raise ServiceFailed(f"No broker runs in {self.home}.")
        process.send_signal(what)

    @property
    def _properties(self) -> str:
        return str(self.home / "server.properties")

    def _write_properties(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        settings = PROPERTIES.format(
            port=self.port, controller=self.controller, advertised=self.advertised, data=self.home / "data"
        )
        Path(self._properties).write_text(settings)

    def _format_once(self, libraries: Path) -> None:
        if (self.home / "data" / "meta.properties").exists():
            return
        cluster = uuid.uuid4().hex[:22]
        command = _java(libraries, "-Xmx256m", "kafka.tools.StorageTool")
        done = subprocess.run(
            [*command, "format", "-t", cluster, "-c", self._properties], capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise ServiceFailed(f"Kafka could not format {self.home / 'data'}.\n{done.stdout}{done.stderr}")

    def _await_answer(self) -> None:
        if not poll(lambda: self.answers() or not self.running, within=READY_WITHIN) or not self.running:
            raise ServiceFailed(f"The broker in {self.home} did not come up.\n{self.service.tail()}")

    def answers(self) -> bool:
        """Whether it can be worked with: a client gets the metadata of a live cluster, which an open port is not."""
        try:
            client = KafkaAdminClient(
                bootstrap_servers=self.address, bootstrap_timeout_ms=2000, request_timeout_ms=5000
            )
        except (KafkaError, OSError):
            return False
        try:
            return bool(client.describe_cluster()["brokers"])
        except (KafkaError, OSError):
            return False
        finally:
            client.close()


def _ports_in(properties: Path) -> dict[str, int]:
    if not properties.exists():
        return {}
    text = properties.read_text()
    patterns = {
        "port": r"^listeners=PLAINTEXT://[^:]+:(\d+)",
        "controller": r"CONTROLLER://[^:]+:(\d+)",
        "advertised": r"^advertised\.listeners=PLAINTEXT://[^:]+:(\d+)",
    }
    found = {name: re.search(pattern, text, re.MULTILINE) for name, pattern in patterns.items()}
    return {name: int(match[1]) for name, match in found.items() if match}


def _java(libraries: Path, *arguments: str) -> list[str]:
    java = program("java", package="default-jre-headless")
    return [java, "-Djava.awt.headless=true", "-Dlog4j2.level=WARN", "-cp", f"{libraries}/*", *arguments]


def jars() -> Path:
    """The folder with Kafka's libraries, fetched by Maven the first time and kept by version."""
    [version] = re.findall(r"<kafka\.version>([^<]+)<", POM.read_text())
    kept = VAR / "cache" / f"kafka-{version}"
    if not kept.exists():
        _fetch(kept)
    return kept


def _fetch(kept: Path) -> None:
    maven = program("mvn", package="maven")
    arriving = kept.with_name(f"{kept.name}.{os.getpid()}")
    arriving.mkdir(parents=True)
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={arriving}"]
    done = subprocess.run([maven, "-q", "-B", "-f", str(POM), *goal], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        shutil.rmtree(arriving)
        raise ServiceFailed(f"Maven could not fetch Kafka.\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    arriving.rename(kept)


@click.group(help=__doc__)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), default=HOME, help="Folder it lives in.")
@click.option(
    "--port", type=int, default=None, help=f"Port to listen on ({PORT} in its own folder); 0 takes a free one."
)
@click.pass_context
def main(context: click.Context, data: Path, port: int | None) -> None:
    default = PORT if data == HOME else 0
    context.obj = Broker.at(data, port=default if port is None else port)


@main.command()
@click.pass_obj
def start(broker: Broker) -> None:
    """Start it and print its address once it answers."""
    broker.start()
    click.echo(broker.address)


@main.command()
@click.pass_obj
def stop(broker: Broker) -> None:
    """End it in an orderly way."""
    broker.stop()


@main.command()
@click.pass_obj
def kill(broker: Broker) -> None:
    """End it at once; a next start goes on with the same data."""
    broker.kill()


@main.command()
@click.pass_obj
def status(broker: Broker) -> None:
    """Say whether it answers; exit 1 if not."""
    answers = broker.running and broker.answers()
    click.echo(f"{broker.address} answers" if answers else "not running")
    sys.exit(0 if answers else 1)


if __name__ == "__main__":
    try:
        main()
    except (MissingComponent, ServiceFailed) as trouble:
        print(trouble, file=sys.stderr)
        sys.exit(3 if isinstance(trouble, MissingComponent) else 1)
