"""Mails written and posted while their worker is killed again and again: how fast, how many twice, how many lost.

``python -m tests.bench.mails [NUMBER]`` prints what it measured; a mail is the same where its Message-ID is the same.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

import click
from sqlalchemy import delete, func, select

from deploy.catalogues import upgrade
from deploy.dev.process import poll
from schemas.events import CalendarChanged
from schemas.settings import settings
from schemas.store import Mail, Outbox, Person, RoleOfPerson, reading, sessions, tell
from schemas.texts import Language
from schemas.words import MailState, Role
from tests.mail_server import MailServer, a_mail_server
from tests.running import COMMAND
from tests.unit.workers.at_work import at_work

OURS: Final = "calendar_changed"
READERS: Final = 100
USUAL: Final = 10_000
WITHIN_SECONDS: Final = 3600
KILLS: Final = 12


@dataclass(frozen=True)
class Measured:
    """What came out."""

    mails: int
    seconds: float
    kills: int
    received: Counter[str]
    written: int
    sent: int

    @property
    def twice(self) -> int:
        """How many mails came more than once, each under its one Message-ID."""
        return sum(number - 1 for number in self.received.values())

    @property
    def lost(self) -> int:
        """How many never came."""
        return self.mails - len(self.received)


def main(number: int = USUAL) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="bench-mails-") as folder, a_mail_server() as server:
        _settle(Path(folder), server)
        found = _measured(number, server)
    click.echo(
        f"{found.mails:,} mails, worker killed {found.kills} times: {found.seconds:.0f} s, "
        f"{found.mails / found.seconds:.0f} mails/s with the restarts; written {found.written:,}, sent {found.sent:,}; "
        f"lost {found.lost}, under another Message-ID {found.written - found.mails}, "
        f"repeated under the same Message-ID {found.twice}"
    )


def _settle(home: Path, server: MailServer) -> None:
    """An installation in this folder that posts to the server, for this process and those that it starts."""
    values = {"HOME": str(home), "SMTP_HOST": server.host, "SMTP_PORT": str(server.port), "SMTP_STARTTLS": "false"}
    os.environ.update({f"KETENSPIEGEL_{name}": value for name, value in values.items()})
    settings.cache_clear()
    upgrade(settings().database)


def _measured(number: int, server: MailServer) -> Measured:
    _ask(number)
    start = time.perf_counter()
    kills = _run_until_done(number)
    seconds = time.perf_counter() - start
    states = _states()
    posted = (str(mail.message["Message-ID"]) for mail in server.received)
    received = Counter(identity for identity in posted if identity.startswith(f"<{OURS}."))
    return Measured(number, seconds, kills, received, sum(states.values()), states.get(MailState.SENT, 0))


def _ask(number: int) -> None:
    """One report with many readers, and so many events that each reader gets its share."""
    work = at_work()
    with sessions().begin() as session:
        # The mails of the duty that opens carry a workbook each, which is another measure.
        session.execute(delete(Outbox))
        holder = session.get_one(Person, work.people["reporter"]).organisation
        people = [uuid4() for _ in range(READERS - 2)]
        session.add_all(
            Person(
                id=one, organisation=holder, name=f"L{place}", email=f"l{place}@voorbeeld.example", language=Language.NL
            )
            for place, one in enumerate(people)
        )
        session.flush()
        session.add_all(RoleOfPerson(person=one, role=Role.REPORTER) for one in people)
        for _ in range(number // READERS):
            tell(session, CalendarChanged(report=work.report))


def _run_until_done(number: int) -> int:
    """Start the worker, kill it while it writes and posts, and start it anew; the last one is let be."""
    chance = random.Random(5)
    moments = sorted(chance.randrange(2 * number) for _ in range(KILLS))
    for moment in moments:
        worker = _worker()
        poll(partial(_has_done, moment), within=WITHIN_SECONDS, every=0.2)
        worker.kill()
        worker.wait()
    worker = _worker()
    poll(lambda: _states().get(MailState.SENT, 0) >= number, within=WITHIN_SECONDS, every=1.0)
    worker.terminate()
    worker.wait()
    return len(moments)


def _worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, "worker", "mail"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _has_done(steps: int) -> bool:
    """Whether it is so far: each mail is written and then sent."""
    states = _states()
    return sum(states.values()) + states.get(MailState.SENT, 0) >= steps


def _states() -> Mapping[MailState, int]:
    """How many mails of a calendar stand where; the one of the duty that opened is not counted."""
    with reading() as session:
        query = select(Mail.state, func.count()).where(Mail.template == OURS).group_by(Mail.state)
        return dict[MailState, int](session.execute(query.order_by(Mail.state)).all())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
