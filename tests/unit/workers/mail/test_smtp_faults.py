"""A mail server that does wrong: a mail waits or is given up with its reason, and never leaves twice when it was taken."""

from __future__ import annotations

import pytest

from schemas.settings import settings
from schemas.words import MailState
from tests.mail_server import Fault, MailServer
from tests.unit.workers.at_work import address
from tests.unit.workers.mailing import mails, post, some_time_later, written

REPORTER = address("reporter")
OF_OUR_SIDE = (
    (Fault.DROPS_BEFORE_DATA, "SMTPServerDisconnected"),
    (Fault.DROPS_AFTER_DATA, "SMTPServerDisconnected"),
    (Fault.SENDER_REFUSED, "SMTP 550 5.7.1 Sender not allowed"),
)
OF_THE_MAIL = (
    (Fault.CONTENT_REFUSED, "SMTP 554 5.6.0 Content refused"),
    (Fault.TOO_LARGE, "SMTP 552 5.3.4 Message too big"),
)


def stands() -> list[tuple[MailState, str | None]]:
    """Where the first and the second mail stand."""
    return [(mail.state, mail.last_error) for mail in mails().values()]


@pytest.mark.parametrize(("fault", "reason"), OF_OUR_SIDE, ids=lambda one: getattr(one, "name", ""))
def test_what_may_pass_waits_with_its_reason_and_the_other_mail_goes(
    posting: MailServer, fault: Fault, reason: str
) -> None:
    written()
    posting.faults.append(fault)

    post()

    assert sorted(stands()) == [(MailState.SENT, None), (MailState.WAITING, reason)]


@pytest.mark.parametrize(("fault", "reason"), OF_THE_MAIL, ids=lambda one: getattr(one, "name", ""))
def test_what_is_refused_for_good_is_given_up_with_its_reason(posting: MailServer, fault: Fault, reason: str) -> None:
    written()
    posting.faults.append(fault)

    post()

    assert sorted(stands()) == [(MailState.FAILED, reason), (MailState.SENT, None)]


def test_a_refused_address_is_given_up_with_what_the_server_said(posting: MailServer) -> None:
    written()
    posting.refuse(REPORTER, answer="550 5.1.1 No such mailbox")

    post()

    assert (mails()[REPORTER].state, mails()[REPORTER].last_error) == (
        MailState.FAILED,
        "SMTP 550 5.1.1 No such mailbox",
    )


def test_a_server_that_hangs_is_left_after_the_time_that_is_set(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_SMTP_TIMEOUT_SECONDS", "1")
    settings.cache_clear()
    written()
    posting.faults.append(Fault.HANGS)

    post()

    assert sorted(stands()) == [(MailState.SENT, None), (MailState.WAITING, "SMTPServerDisconnected")]


def test_a_server_that_wants_to_see_a_mail_twice_gets_it_the_second_time(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    written()
    posting.greylists = True
    post()
    first = stands()

    some_time_later(monkeypatch)
    post()

    assert {state for state, _ in first} == {MailState.WAITING}
    assert stands() == [(MailState.SENT, None)] * 2
    assert len(posting.received) == 2


@pytest.mark.parametrize("goodbye", [Fault.BAD_GOODBYE, Fault.NO_GOODBYE])
def test_a_mail_that_was_taken_is_sent_whatever_the_goodbye(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch, goodbye: Fault
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_SMTP_TIMEOUT_SECONDS", "1")
    settings.cache_clear()
    written()
    posting.faults.append(goodbye)

    post()

    assert stands() == [(MailState.SENT, None)] * 2
    assert len(posting.received) == 2


def test_a_mail_of_which_nobody_knows_whether_it_was_taken_is_repeated_under_the_same_id(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    written()
    posting.faults.append(Fault.DROPS_AFTER_DATA)
    post()

    some_time_later(monkeypatch)
    post()

    assert len(posting.received) == 3
    assert len({mail.message["Message-ID"] for mail in posting.received}) == 2


def test_pauses_grow_from_the_last_try_also_when_the_mail_is_old(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    written()
    posting.refuse(REPORTER, answer="450 4.2.0 Later")
    tried = []
    for _ in range(4):
        some_time_later(monkeypatch)
        tried.append((post(), post()))

    # A minute is longer than the pauses of 5, 10 and 20 seconds, and no try follows another at once.
    assert tried == [(2, 0), (1, 0), (1, 0), (1, 0)]


def test_each_mail_has_a_return_address_of_its_own_where_one_is_set(
    posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_BOUNCE_ADDRESS", "terug@voorbeeld.example")
    settings.cache_clear()
    written()

    post()

    expected = {f"terug+{mail.id.hex}@voorbeeld.example" for mail in mails().values()}
    assert {mail.sender for mail in posting.received} == expected
    assert {mail.message["From"] for mail in posting.received} == {"ketenspiegel@voorbeeld.example"}
