"""Returned mail is read once: the mail says that it did not arrive and why, and what nobody can place stays in the box."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event as Flag

import pytest
from sqlalchemy import select

from schemas.clock import now
from schemas.settings import settings
from schemas.store import (
    Mail,
    Organisation,
    Person,
    ReturnedMail,
    reading,
    sessions,
    undelivered_about,
    undelivered_to,
    unreachable,
)
from schemas.words import MailState, ReturnKind
from tests.mail_server import MailServer
from tests.returned_mail import (
    PASSWORD,
    USER,
    ImapBox,
    a_maildir,
    a_return,
    an_answer,
    an_imap_server,
    delivered,
)
from tests.unit.workers.at_work import address
from tests.unit.workers.mailing import mails, post, written
from workers.mail.boxes import MailboxIsAway
from workers.mail.returning import back_to
from workers.mail.returns import Returns

ROOT = Path(__file__).parents[4]
REPORTER = address("reporter")
REASON = "550 5.1.1 <weg@voorbeeld.example>: Recipient address rejected"


@pytest.fixture
def box(posting: MailServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation that reads a mailbox of returned mail."""
    folder = a_maildir(tmp_path / "terug")
    monkeypatch.setenv("KETENSPIEGEL_BOUNCE_MAILDIR", str(folder))
    settings.cache_clear()
    return folder


def read_returns() -> int:
    return Returns(settings(), stop=Flag()).turn()


def posted() -> Mail:
    """The mail to the reporter, which was taken by the server."""
    written()
    post()
    return mails()[REPORTER]


def kinds() -> list[ReturnKind]:
    with reading() as session:
        return list(session.scalars(select(ReturnedMail.kind).order_by(ReturnedMail.at)))


def names(folder: Path) -> list[str]:
    return sorted(path.name.partition(":")[2] for path in (folder / "cur").iterdir())


def test_a_mail_that_is_refused_says_so_with_the_reason(box: Path) -> None:
    delivered(box, a_return(posted().message_id))

    read_returns()

    assert (mails()[REPORTER].state, mails()[REPORTER].last_error) == (MailState.BOUNCED, REASON)
    assert names(box) == ["2,S"]


def test_a_mail_that_is_late_stays_sent_and_the_delay_is_noted(box: Path) -> None:
    delivered(box, a_return(posted().message_id, action="delayed", status="4.4.1"))

    read_returns()

    assert mails()[REPORTER].state is MailState.SENT
    assert kinds() == [ReturnKind.NOTED]


def test_a_return_without_the_original_is_matched_by_its_address(box: Path) -> None:
    mail = posted()
    delivered(box, a_return("", to=back_to("terug@voorbeeld.example", mail.id)))

    read_returns()

    assert mails()[REPORTER].state is MailState.BOUNCED


def test_the_same_return_twice_is_noted_once(box: Path) -> None:
    body = a_return(posted().message_id)
    delivered(box, body)
    delivered(box, body)

    read = [read_returns(), read_returns()]

    assert read == [2, 0]
    assert kinds() == [ReturnKind.REFUSED]


def test_what_is_of_no_mail_of_ours_is_flagged_and_stays(box: Path) -> None:
    posted()
    delivered(box, a_return("<elders@voorbeeld.example>"))
    delivered(box, an_answer("terug@voorbeeld.example"))
    delivered(box, b"\xff\xfe")

    read_returns()

    assert kinds() == [ReturnKind.SET_ASIDE] * 3
    assert names(box) == ["2,FS"] * 3
    assert {mail.state for mail in mails().values()} == {MailState.SENT}


def test_a_process_that_dies_between_noting_and_marking_notes_once(box: Path) -> None:
    delivered(box, a_return(posted().message_id))
    code = "from threading import Event; from schemas.settings import settings; from workers.mail.returns import Returns; Returns(settings(), stop=Event()).turn()"
    died = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "CRASH_AT": "return_after_noting"})

    read_returns()

    assert died.returncode == -signal.SIGKILL
    assert kinds() == [ReturnKind.REFUSED]
    assert names(box) == ["2,S"]


def test_a_mail_that_came_back_is_not_posted_again(box: Path) -> None:
    mail = posted()
    with sessions().begin() as session:
        session.get_one(Mail, mail.id).state = MailState.SENDING
    delivered(box, a_return(mail.message_id))
    read_returns()

    assert post() == 0


def test_who_asks_sees_which_mails_of_a_report_or_an_organisation_did_not_arrive(box: Path) -> None:
    work = written()
    post()
    delivered(box, a_return(mails()[REPORTER].message_id))
    read_returns()

    with reading() as session:
        person = session.scalars(select(Person).where(Person.email == REPORTER)).one()
        [about] = undelivered_about(session, work.report)
        [to] = undelivered_to(session, Organisation.id == person.organisation)
        [out_of_reach] = unreachable(session, person.organisation)

    assert about == to == out_of_reach
    assert (about.recipient, about.reason) == (REPORTER, REASON)


def test_an_address_that_took_a_later_mail_is_within_reach(box: Path) -> None:
    mail = posted()
    delivered(box, a_return(mail.message_id))
    read_returns()
    with sessions().begin() as session:
        later = {"template": "decision", "message_id": "<later@voorbeeld.example>", "state": MailState.SENT}
        same = {"event_id": mail.event_id, "person": mail.person, "recipient": REPORTER, "subject": "Besluit"}
        session.add(Mail(**later, **same, body_sha256=mail.body_sha256, created_at=now()))

    with reading() as session:
        person = session.get_one(Person, mail.person)

        assert unreachable(session, person.organisation) == ()


def test_a_mailbox_that_is_away_is_read_later(
    posting: MailServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_BOUNCE_MAILDIR", str(tmp_path / "nergens"))
    settings.cache_clear()

    with pytest.raises(MailboxIsAway):
        read_returns()


def test_a_folder_on_an_imap_server_is_read_and_marked(posting: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with an_imap_server() as server:
        _read_from(server, monkeypatch)
        server.messages += [a_return(posted().message_id), an_answer("terug@voorbeeld.example")]

        read = [read_returns(), read_returns()]

    assert read == [2, 0]
    assert server.flags == {1: r"(\Seen)", 2: r"(\Seen \Flagged)"}
    assert mails()[REPORTER].state is MailState.BOUNCED


def test_a_wrong_password_of_the_imap_server_is_told_and_changes_nothing(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with an_imap_server() as server:
        _read_from(server, monkeypatch, password="wrong")

        with pytest.raises(MailboxIsAway):
            read_returns()

    assert server.flags == {}


def _read_from(server: ImapBox, monkeypatch: pytest.MonkeyPatch, password: str = PASSWORD) -> None:
    values = {"HOST": "127.0.0.1", "PORT": str(server.port), "USER": USER, "PASSWORD": password, "TLS": "false"}
    for name, value in values.items():
        monkeypatch.setenv(f"KETENSPIEGEL_BOUNCE_IMAP_{name}", value)
    settings.cache_clear()
