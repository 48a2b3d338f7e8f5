"""An installation that posts: the mails of a duty that opens, and a turn of the postman."""

from __future__ import annotations

from datetime import timedelta
from threading import Event as Flag
from typing import Final

import pytest
from sqlalchemy import select

from schemas.clock import now
from schemas.events import DutyOpened
from schemas.settings import Settings, settings
from schemas.store import Mail, reading
from tests.mail_server import MailServer
from tests.unit.workers.at_work import AtWork, at_work, do, told
from workers.mail.post import Postman
from workers.mail.write import WriteMail

BASE_URL: Final = "https://portaal.voorbeeld.example"


@pytest.fixture
def posting(installation: Settings, monkeypatch: pytest.MonkeyPatch, smtp_server: MailServer) -> MailServer:
    """An installation that posts to a server that takes mail from anybody."""
    values = {"SMTP_HOST": smtp_server.host, "SMTP_PORT": str(smtp_server.port), "SMTP_STARTTLS": "false"}
    for name, value in {**values, "BASE_URL": BASE_URL, "MAIL_FROM": "ketenspiegel@voorbeeld.example"}.items():
        monkeypatch.setenv(f"KETENSPIEGEL_{name}", value)
    monkeypatch.setenv("APP_ENV", "test")
    settings.cache_clear()
    return smtp_server


def post() -> int:
    return Postman(settings(), stop=Flag()).turn()


def written() -> AtWork:
    """The mails of a duty that opens: one to the reporter and one to the signatory."""
    work = at_work()
    do(WriteMail, told(DutyOpened)[-1])
    return work


def mails() -> dict[str, Mail]:
    with reading() as session:
        return {mail.recipient: mail for mail in session.scalars(select(Mail).order_by(Mail.recipient))}


def some_time_later(monkeypatch: pytest.MonkeyPatch, wait: timedelta = timedelta(minutes=1)) -> None:
    """Let the clock of this process run ahead."""
    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + wait).isoformat())
