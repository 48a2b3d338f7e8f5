"""A worker that stands still notices it by itself: its process ends with exit 1, and its supervisor starts a new one."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event as Flag
from threading import Thread

import pytest
from sqlalchemy import make_url

from deploy.demo.reports import VB_OOST
from deploy.dev.broker import Broker
from deploy.dev.process import free_port, poll
from deploy.supervising import Part, supervise
from deploy.topics import create
from schemas.store.shapes import Writer
from tests.components import _create_database, _drop_database, _with_database
from tests.integration.history import History, await_all_read, await_rest, hold
from tests.integration.parts import Parts, installed_apart
from tests.integration.proxy import FETCH, Proxy
from tests.mail_server import a_guarded_mail_server

pytestmark = [pytest.mark.kafka, pytest.mark.postgres, pytest.mark.slow, pytest.mark.timeout(900)]
SOON = 240.0
UNREADABLE = b'{"no": "report"}'
IMPATIENT: Mapping[str, str] = {"KETENSPIEGEL_STALLED_SECONDS": "5", "KETENSPIEGEL_WORK_SECONDS": "5"}


@dataclass(frozen=True)
class Proxied:
    """An installation whose broker and database are reached through proxies."""

    parts: Parts
    to_broker: Proxy
    to_database: Proxy

    def command(self) -> tuple[str, ...]:
        """A worker as a supervisor starts it."""
        settings = {**self.parts.environment(Writer.WORKERS), **IMPATIENT}
        url = make_url(settings["KETENSPIEGEL_DATABASE_URL"]).set(port=self.to_database.port)
        settings["KETENSPIEGEL_DATABASE_URL"] = url.render_as_string(hide_password=False)
        return (
            "env",
            *(f"{name}={value}" for name, value in settings.items()),
            sys.executable,
            "-m",
            "deploy",
            "worker",
        )

    @contextmanager
    def supervised(self) -> Iterator[None]:
        """Its relay, and its workers under supervision."""
        stop = Flag()
        watching = Thread(target=supervise, args=([Part("worker", self.command())],), kwargs={"stop": stop})
        with self.parts.running("relay"):
            watching.start()
            try:
                yield
            finally:
                stop.set()
                watching.join()


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory, postgres_owner: str) -> Iterator[Proxied]:
    """An installation with a broker that sends its clients through a proxy."""
    folder, name, port = tmp_path_factory.mktemp("proxied"), _create_database(postgres_owner), free_port()
    owner = _with_database(postgres_owner, name)
    database = Proxy(make_url(owner).port or 5432)
    with Proxy(port, speaks_kafka=True).running() as proxy, database.running(), a_guarded_mail_server(folder) as mail:
        broker = Broker.at(folder / "kafka", port=port, advertised=proxy.port)
        broker.start()
        try:
            create(broker.address)
            with installed_apart(owner, broker, mail, folder) as parts:
                yield Proxied(parts, proxy, database)
        finally:
            broker.kill()
    _drop_database(postgres_owner, name)


@pytest.fixture(scope="module")
def history(proxied: Proxied) -> History:
    """What this module's people asked, and were told."""
    return History(proxied.parts)


def ends(log: pytest.LogCaptureFixture) -> list[int]:
    """With which exits the supervisor saw its part end by itself."""
    return [vars(record)["exit"] for record in log.records if "exit" in vars(record)]


def test_a_consumer_that_gets_nothing_while_there_is_something_ends_and_its_successor_goes_on(
    proxied: Proxied, history: History, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    about = history.open(VB_OOST.code, 2026)
    with proxied.supervised():
        await_rest(proxied.parts, within=SOON)
        proxied.to_broker.withheld = frozenset({FETCH})
        history.upload(about, UNREADABLE)
        assert poll(lambda: bool(ends(caplog)), within=SOON)
        proxied.to_broker.withheld = frozenset()

        await_rest(proxied.parts, within=SOON)
        await_all_read(proxied.parts, within=SOON)

    assert set(ends(caplog)) == {1}
    hold(history)


def test_a_worker_that_hangs_on_a_database_that_says_nothing_ends_and_its_successor_goes_on(
    proxied: Proxied, history: History, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    about = history.open(VB_OOST.code, 2027)
    with proxied.supervised():
        await_rest(proxied.parts, within=SOON)
        proxied.to_database.hangs = True
        history.upload(about, UNREADABLE)
        assert poll(lambda: bool(ends(caplog)), within=SOON)
        proxied.to_database.hangs = False

        await_rest(proxied.parts, within=SOON)
        await_all_read(proxied.parts, within=SOON)

    assert set(ends(caplog)) == {1}
    hold(history)
