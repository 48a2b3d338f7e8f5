"""The demo with its parts apart, on a broker and a database of its own that are gone when the measuring is done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from deploy.dev.broker import Broker
from deploy.dev.postgres import Postgres
from deploy.dev.process import free_port, poll
from deploy.topics import create
from tests.running import COMMAND, answers, end

CAUGHT_UP_WITHIN_SECONDS = 120.0
LOAD = "from deploy.demo.load import load_once; load_once()"
BEHIND = "from schemas.store import reading; from workers.relay import seconds_behind; print(seconds_behind(reading()))"


@contextmanager
def demo_apart(folder: Path) -> Iterator[Mapping[str, str]]:
    """The environment of an installation whose relay and worker run; raises ``MissingComponent`` where one cannot be started."""
    broker, postgres = Broker.at(folder / "kafka"), Postgres.at(folder / "postgres")
    with ExitStack() as at_the_end:
        at_the_end.callback(_remove, postgres)
        for component in (broker, postgres):
            component.start()
            at_the_end.callback(component.kill)
        create(broker.address)
        environment = _environment(folder, broker, postgres)
        _run(environment, "db", "upgrade")
        # The demo is walked on the outbox itself, so that it does not wait for every step to go round the broker.
        _python(environment | {"KETENSPIEGEL_LOG": "embedded"}, LOAD)
        for part in ("relay", "worker"):
            at_the_end.callback(end, _start(environment, folder, part))
        assert poll(lambda: float(_python(environment, BEHIND)) == 0.0, within=CAUGHT_UP_WITHIN_SECONDS)
        yield environment


@contextmanager
def a_portal(installation: Mapping[str, str], folder: Path) -> Iterator[Mapping[str, str]]:
    """A portal of an installation at an address of its own; the environment in which that is its address."""
    port = free_port()
    there = {**installation, "KETENSPIEGEL_BASE_URL": f"http://127.0.0.1:{port}"}
    process = _start(there, folder, "portal", "--port", str(port))
    try:
        assert poll(lambda: answers(there["KETENSPIEGEL_BASE_URL"]), within=CAUGHT_UP_WITHIN_SECONDS)
        yield there
    finally:
        end(process)


def _environment(folder: Path, broker: Broker, postgres: Postgres) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("KETENSPIEGEL_")}
    own = {
        "HOME": str(folder / "home"),
        "DATABASE_URL": postgres.url(),
        "FILES_URL": f"file://{folder}/files",
        "SECRET_KEY": "a key for measuring only, and long enough",
        "BASE_URL": "https://ketenspiegel.example",
        "OIN": "00000000000000000001",
        "LOG": "kafka",
        "KAFKA_BOOTSTRAP": broker.address,
        "MAIL_FROM": "ketenspiegel@voorbeeld.example",
        "MAIL_FOLDER": str(folder / "mail"),
        "SMTP_HOST": "127.0.0.1",
        "UPLOADS_PER_HOUR": "100000",
    }
    return inherited | {f"KETENSPIEGEL_{name}": value for name, value in own.items()}


def _run(environment: Mapping[str, str], *words: str) -> None:
    subprocess.run([*COMMAND, *words], env=environment, capture_output=True, check=True)


def _python(environment: Mapping[str, str], statement: str) -> str:
    asked = [sys.executable, "-c", statement]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout


def _start(environment: Mapping[str, str], folder: Path, part: str, *options: str) -> subprocess.Popen[bytes]:
    with (folder / f"{part}.log").open("wb") as log:
        return subprocess.Popen(
            [*COMMAND, part, *options], env=environment, stdout=log, stderr=log, start_new_session=True
        )


def _remove(postgres: Postgres) -> None:
    """A cluster that had to be put where its server's account can reach it."""
    if postgres.home.parent == Path("/var/tmp"):
        shutil.rmtree(postgres.home)
