"""A mail that failed for good goes once more when somebody asks for it: the same mail, under the same Message-ID."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.use_cases.reminding import send_again
from schemas.store import Mail, sessions
from schemas.words import MailState
from tests.mail_server import MailServer
from tests.unit.workers.at_work import AtWork, address
from tests.unit.workers.mailing import mails, post, some_time_later, written

REPORTER = address("reporter")


@pytest.fixture
def refused(posting: MailServer) -> AtWork:
    """A mail that the server refused for good, from an address that works again since."""
    work = written()
    posting.refuse(REPORTER)
    post()
    posting.accept(REPORTER)
    return work


def ask(work: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:
    some_time_later(monkeypatch)
    with sessions().begin() as session:
        mail = session.scalars(select(Mail).where(Mail.recipient == REPORTER)).one()
        send_again(session, mail, by=work.people["manager"])
    some_time_later(monkeypatch)


def test_it_goes_again_under_the_same_message_id(
    refused: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mails()[REPORTER]

    ask(refused, monkeypatch)
    post()

    [mail] = posting.to(REPORTER)
    assert mail["Message-ID"] == before.message_id
    assert (before.state, mails()[REPORTER].state) == (MailState.FAILED, MailState.SENT)


def test_asked_twice_it_goes_once(refused: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    with sessions().begin() as session:
        mail = session.scalars(select(Mail).where(Mail.recipient == REPORTER)).one()
        some_time_later(monkeypatch)
        for _ in range(2):
            send_again(session, mail, by=refused.people["manager"])
    some_time_later(monkeypatch)

    for _ in range(2):
        post()

    assert len(posting.to(REPORTER)) == 1


def test_what_fails_again_stays_failed_until_somebody_asks_again(
    refused: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    posting.refuse(REPORTER, answer="552 5.2.2 Mailbox full")
    ask(refused, monkeypatch)
    post()
    some_time_later(monkeypatch)

    tried = post()

    assert tried == 0
    assert mails()[REPORTER].last_error == "SMTP 552 5.2.2 Mailbox full"
    assert mails()[REPORTER].state is MailState.FAILED


def test_one_that_came_back_goes_again_too(posting: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    work = written()
    post()
    with sessions().begin() as session:
        session.scalars(select(Mail).where(Mail.recipient == REPORTER)).one().state = MailState.BOUNCED

    ask(work, monkeypatch)
    post()

    assert len({mail["Message-ID"] for mail in posting.to(REPORTER)}) == 1
    assert mails()[REPORTER].state is MailState.SENT
