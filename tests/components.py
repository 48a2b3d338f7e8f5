"""Fixtures for the real components: Kafka, PostgreSQL, Chromium and an SMTP server; what is missing is said, not hidden.

`make test` starts the shared ones and gives their addresses; with KETENSPIEGEL_REQUIRE=all (CI) a missing one fails.
"""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import psycopg
import pytest
from psycopg import sql

from deploy.dev import broker as dev_broker
from deploy.dev import postgres as dev_postgres
from deploy.dev.broker import Broker
from deploy.dev.postgres import Postgres
from deploy.dev.process import MissingComponent
from deploy.topics import create
from tests.mail_server import MailServer, a_guarded_mail_server, a_mail_server

LEFT_OUT = "Left out: "


def left_out(why: str) -> NoReturn:
    """Skip with a reason that the summary repeats, or fail where everything is required."""
    if os.environ.get("KETENSPIEGEL_REQUIRE") == "all":
        pytest.fail(f"{why} KETENSPIEGEL_REQUIRE=all asks for it.", pytrace=False)
    pytest.skip(LEFT_OUT + why)


@pytest.fixture(scope="session")
def kafka_bootstrap() -> str:
    """The address of the shared broker, with the agreed topics on it."""
    given = os.environ.get("KETENSPIEGEL_TEST_KAFKA") or _running_broker()
    if not given:
        left_out(
            "No Kafka broker; 'make test' or 'python -m deploy.dev.broker start' starts one (needs Java and Maven)."
        )
    create(given)
    return given


def _running_broker() -> str | None:
    shared = Broker.at(dev_broker.HOME, port=dev_broker.PORT)
    return shared.address if shared.running else None


@pytest.fixture(scope="module")
def broker_of_this_module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    """See `broker`."""
    own = Broker.at(tmp_path_factory.mktemp("kafka"))
    try:
        own.start()
    except MissingComponent as missing:
        left_out(str(missing))
    create(own.address)
    yield own
    own.kill()


@pytest.fixture
def broker(broker_of_this_module: Broker) -> Broker:
    """A broker that only this module uses, with its own port and data: to kill, pause and start again."""
    broker_of_this_module.start()
    return broker_of_this_module


@pytest.fixture(scope="session")
def postgres_owner() -> str:
    """The address of the shared cluster's own database, as the owner who may make databases."""
    given = os.environ.get("KETENSPIEGEL_TEST_POSTGRES") or _running_postgres()
    if not given:
        left_out("No PostgreSQL; 'make test' or 'python -m deploy.dev.postgres start' starts one (needs its server).")
    return given


def _running_postgres() -> str | None:
    shared = Postgres.at(dev_postgres.HOME, port=dev_postgres.PORT)
    return shared.url() if shared.pid is not None else None


@pytest.fixture(scope="session")
def postgres_url(postgres_owner: str) -> Iterator[str]:
    """A fresh, empty database for this run (one for each parallel worker), as its owner."""
    name = _create_database(postgres_owner)
    yield _with_database(postgres_owner, name)
    _drop_database(postgres_owner, name)


@pytest.fixture
def empty_database(postgres_owner: str) -> Iterator[Callable[[], str]]:
    """Makes an empty database at each call and gives its address, as its owner; all are gone after the test."""
    made: list[str] = []

    def make() -> str:
        made.append(_create_database(postgres_owner))
        return _with_database(postgres_owner, made[-1])

    yield make
    for name in made:
        _drop_database(postgres_owner, name)


@pytest.fixture(scope="module")
def postgres_of_this_module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    """See `postgres`."""
    own = Postgres.at(tmp_path_factory.mktemp("postgres"))
    try:
        own.start()
    except MissingComponent as missing:
        left_out(str(missing))
    yield own
    own.kill()
    if own.home.parent == Path("/var/tmp"):
        shutil.rmtree(own.home)


@pytest.fixture
def postgres(postgres_of_this_module: Postgres) -> Postgres:
    """A cluster that only this module uses: to kill and start again."""
    postgres_of_this_module.start()
    return postgres_of_this_module


def as_role(url: str, role: str) -> str:
    """The same database for another role; in development all roles share one password."""
    scheme, rest = url.split("://")
    password = rest.partition("@")[0].partition(":")[2]
    return f"{scheme}://{role}:{password}@{rest.partition('@')[2]}"


def _with_database(url: str, name: str) -> str:
    return f"{url.rpartition('/')[0]}/{name}"


def _create_database(owner: str, *, like: str = "template1") -> str:
    name = f"test_{uuid.uuid4().hex}"
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    _execute(owner, create.format(sql.Identifier(name), sql.Identifier(like)))
    return name


def _drop_database(owner: str, name: str) -> None:
    _execute(owner, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _execute(owner: str, statement: sql.Composed) -> None:
    with psycopg.connect(owner.replace("+psycopg", ""), autocommit=True) as session:
        session.execute(statement)


@pytest.fixture
def smtp_server() -> Iterator[MailServer]:
    """An SMTP server that takes mail from anybody and keeps it."""
    with a_mail_server() as server:
        yield server


@pytest.fixture
def guarded_smtp_server(tmp_path: Path) -> Iterator[MailServer]:
    """An SMTP server that wants STARTTLS and a login (tests.mail_server USER, PASSWORD)."""
    with a_guarded_mail_server(tmp_path) as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser, for playwright's `executable_path`."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    given = os.environ.get("KETENSPIEGEL_TEST_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if given is None:
        left_out("No Chromium (Debian package chromium).")
    return given


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end what this machine could not run."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [str(report.longrepr[2]) for report in skipped if isinstance(report.longrepr, tuple)]
    for reason in sorted({reason for reason in reasons if LEFT_OUT in reason}):
        terminalreporter.write_line(f"{reason.partition(': ')[2]} ({reasons.count(reason)} tests)", yellow=True)
