"""An installation whose parts run apart, as in production: a broker, PostgreSQL with its two roles, SMTP with a guard."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import files as package_files
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from deploy.catalogues import upgrade
from deploy.concessions import bring_in
from deploy.demo.accounts import ACCOUNTS, PASSWORD, SUPPLIER, Account
from deploy.demo.reports import CONCESSIONS
from deploy.dev.broker import Broker
from deploy.dev.process import free_port
from portal.accounts.passwords import hashed
from schemas.settings import settings
from schemas.store import Concession, Organisation, Person, RoleOfPerson, engine_of
from schemas.store.grants import ROLES
from schemas.store.shapes import Writer
from tests.components import as_role
from tests.mail_server import PASSWORD as MAIL_PASSWORD
from tests.mail_server import USER, MailServer

ROOT = Path(__file__).parents[2]
ENDS_WITHIN = 30.0
ROOS, DIRK, MARA = "roos@denkbeeldigvervoer.example", "dirk@denkbeeldigvervoer.example", "mara@voorbeeld.example"


@dataclass(frozen=True)
class Parts:
    """One installation: where its database, files, broker and mail server are, and how its parts are started."""

    owner: str
    broker: Broker
    mail: MailServer
    folder: Path
    port: int

    @property
    def address(self) -> str:
        """Where its portal listens."""
        return f"http://127.0.0.1:{self.port}"

    def environment(self, side: Writer) -> dict[str, str]:
        """The settings of one side: each connects as its own role."""
        own = {
            "HOME": str(self.folder / "home"),
            "DATABASE_URL": as_role(self.owner, ROLES[side]),
            "FILES_URL": f"file://{self.folder}/files",
            "SECRET_KEY": "a key for tests only, and long enough",
            "BASE_URL": self.address,
            "OIN": "00000000000000000001",
            "LOG": "kafka",
            "KAFKA_BOOTSTRAP": self.broker.address,
            "MAIL_FROM": "ketenspiegel@voorbeeld.example",
            "SMTP_HOST": self.mail.host,
            "SMTP_PORT": str(self.mail.port),
            "SMTP_USER": USER,
            "SMTP_PASSWORD": MAIL_PASSWORD,
            "UPLOADS_PER_HOUR": "100000",
        }
        return {f"KETENSPIEGEL_{name}": value for name, value in own.items()} | {
            "APP_ENV": "test",
            "SSL_CERT_FILE": str(self.mail.certificate),
        }

    @contextmanager
    def running(
        self, *command: str, crash_at: str = "", more: Mapping[str, str] | None = None
    ) -> Iterator[subprocess.Popen[bytes]]:
        """A part as a process group of its own, killed at the end where it still lives; its log is in the folder."""
        process = self.start(*command, crash_at=crash_at, more=more)
        try:
            yield process
        finally:
            end_at_once(process)

    def start(
        self, *command: str, crash_at: str = "", more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a part: the words of the command line, or ``-m`` and a module of the tests."""
        side = Writer.PORTAL if "portal" in " ".join(command) else Writer.WORKERS
        environment = {**os.environ, **self.environment(side), "CRASH_AT": crash_at, **(more or {})}
        words = command if command[0] == "-m" else ("-m", "deploy", *command)
        with (self.folder / "parts.log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, *words], cwd=ROOT, env=environment, stderr=log, stdout=log, start_new_session=True
            )

    def run(self, *command: str) -> str:
        """Run a command of the operator to its end, and give what it said."""
        environment = {**os.environ, **self.environment(Writer.WORKERS), "KETENSPIEGEL_DATABASE_URL": self.owner}
        done = subprocess.run(
            [sys.executable, "-m", "deploy", *command],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def looking(self) -> Session:
        """A session as the owner, who may see all."""
        return Session(engine_of(self.owner), expire_on_commit=False)

    def person(self, email: str) -> UUID:
        """Somebody of the demo's accounts."""
        with self.looking() as session:
            return session.scalars(select(Person.id).where(Person.email == email)).one()

    def concession(self, code: str) -> UUID:
        """One of the demo's concessions."""
        with self.looking() as session:
            return session.scalars(select(Concession.id).where(Concession.code == code)).one()


def end_at_once(process: subprocess.Popen[bytes]) -> None:
    """End a process and its children as by a power cut."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def installed_apart(owner: str, broker: Broker, mail: MailServer, folder: Path) -> Iterator[Parts]:
    """The installation with the demo's people, and this process as its portal."""
    made = Parts(owner=owner, broker=broker, mail=mail, folder=folder, port=free_port())
    upgrading = made.environment(Writer.PORTAL) | {"KETENSPIEGEL_DATABASE_URL": owner}
    with _as(upgrading):
        upgrade(owner)
    with made.looking() as session, session.begin():
        settle(session)
    with _as(made.environment(Writer.PORTAL)):
        yield made
        engine_of(settings().database).dispose()
    engine_of(owner).dispose()


@contextmanager
def _as(environment: Mapping[str, str]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        settings.cache_clear()
        yield
        settings.cache_clear()


def settle(session: Session) -> None:
    """The demo's concessions and people."""
    for concession in CONCESSIONS:
        text = (package_files("deploy.demo") / "terms" / f"{concession.code}.json").read_text(encoding="utf-8")
        bring_in(session, json.loads(text), holder_name=concession.holder)
    password = hashed(PASSWORD)
    for account in (one for one in ACCOUNTS if one.organisation != SUPPLIER):
        person = _person(session, account, password)
        session.add(person)
        session.flush()
        session.add_all(RoleOfPerson(person=person.id, role=role) for role in account.roles)


def _person(session: Session, account: Account, password: str) -> Person:
    into = session.scalars(select(Organisation.id).where(Organisation.name == account.organisation)).one()
    return Person(
        organisation=into,
        name=account.name,
        email=account.email,
        language=account.language,
        password_hash=password,
    )
