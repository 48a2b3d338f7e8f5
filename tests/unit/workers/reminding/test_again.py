"""A reminder that waits to be posted is looked at once more: what is done, moved or asked of somebody else never goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from portal.use_cases.reminding import send_again
from schemas.clock import now
from schemas.store import (
    Absence,
    Ask,
    Mail,
    Reminder,
    ReminderWithdrawn,
    reading,
    sessions,
)
from schemas.store.asking import AnswersSent
from schemas.words import MailState
from tests.mail_server import Fault, MailServer
from tests.unit.workers.at_work import AtWork, address, at_work, sign, upload, write
from tests.unit.workers.mailing import post, some_time_later
from tests.unit.workers.reminding.asked import an_ask
from tests.unit.workers.reminding.reminded import DUE, FIRST, on, steps, text_of
from tests.unit.workers.reminding.scenes import check_of, move_calendar

REPORTER = address("reporter")
# The Monday after the reporter's absence.
BACK = date(2027, 3, 15)
Change = Callable[[AtWork], None]


@pytest.fixture
def work(posting: MailServer, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    """A duty that opened on 1 February 2027."""
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+00:00")
    return at_work()


def handed_in(work: AtWork) -> None:
    sign(work, upload(work).version)


def away(work: AtWork, *, until: date = BACK - timedelta(days=2)) -> None:
    instead = work.people["signatory"]
    write(Absence(person=work.people["reporter"], until=until, replaced_by=instead, at=now()))


def withdrawn() -> list[tuple[str, str]]:
    """The step and the reason of what did not go."""
    with reading() as session:
        query = select(Reminder.step, ReminderWithdrawn.reason).join(
            ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id
        )
        return [(step, reason.value) for step, reason in session.execute(query.order_by(Reminder.step))]


def states() -> list[MailState]:
    with reading() as session:
        return list(session.scalars(select(Mail.state).order_by(Mail.created_at, Mail.id)))


@pytest.mark.parametrize(
    ("change", "reason"),
    [(handed_in, "over"), (move_calendar, "moved"), (away, "passed_on")],
    ids=["done", "moved", "away"],
)
def test_what_is_no_longer_true_is_not_posted_and_kept_with_its_reason(
    work: AtWork, posting: MailServer, change: Change, reason: str
) -> None:
    on(FIRST)
    change(work)

    post()

    assert posting.received == []
    assert withdrawn() == [("first", reason)]
    assert states() == [MailState.WITHDRAWN]


def test_while_a_version_is_checked_the_reminder_waits_for_what_comes_of_it(
    work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(FIRST)
    about = upload(work).version
    post()
    waiting = (list(posting.received), withdrawn(), states())

    write(check_of(about, errors=1))
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-03-04T10:00:00+00:00")
    post()

    assert waiting == ([], [], [MailState.WAITING])
    assert len(posting.to(REPORTER)) == 1


def test_who_is_back_gets_the_step_that_was_withdrawn_once(work: AtWork, posting: MailServer) -> None:
    on(FIRST)
    away(work)
    post()

    for day in (FIRST + timedelta(days=1), BACK, BACK + timedelta(days=1)):
        on(day)
        post()

    assert [one.recipients for one in posting.received] == [(address("signatory"),), (REPORTER,)]
    assert withdrawn() == [("first", "passed_on")]


def test_who_goes_away_again_before_the_step_left_gets_it_when_back_for_good(work: AtWork, posting: MailServer) -> None:
    for day in (FIRST, BACK):
        on(day)
        away(work, until=day + timedelta(days=9))
        post()

    on(BACK + timedelta(days=10))
    post()

    assert withdrawn() == [("first", "passed_on")] * 2
    assert len(posting.to(REPORTER)) == 1


def test_who_is_back_when_the_work_is_done_is_not_reminded_of_what_was_withdrawn(
    work: AtWork, posting: MailServer
) -> None:
    on(FIRST)
    away(work)
    post()
    handed_in(work)

    on(BACK)
    post()

    assert posting.received == []


def test_who_is_back_when_a_later_step_was_reached_gets_that_one(work: AtWork, posting: MailServer) -> None:
    on(FIRST)
    away(work, until=date(2027, 4, 5))
    post()

    on(date(2027, 4, 6))
    post()

    assert [step for _, step, whom in steps() if whom == REPORTER] == ["first", "month"]
    assert len(posting.to(REPORTER)) == 1


def test_a_last_day_that_moves_back_brings_back_what_was_withdrawn_when_it_moved(
    work: AtWork, posting: MailServer
) -> None:
    on(FIRST)
    move_calendar(work)
    post()
    on(FIRST + timedelta(days=1))
    move_calendar(work, to=DUE)

    on(FIRST + timedelta(days=4))
    post()

    assert withdrawn() == [("first", "moved")]
    assert len(posting.to(REPORTER)) == 1


@pytest.mark.parametrize("broken", [Fault.DROPS_AFTER_DATA, None], ids=["the connection broke", "the process died"])
def test_what_may_have_reached_its_reader_does_not_come_again_after_an_absence(
    work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch, broken: Fault | None
) -> None:
    on(FIRST)
    post_in_vain(posting, broken)
    away(work)
    some_time_later(monkeypatch)
    post()

    on(BACK)
    post()

    assert withdrawn() == [("first", "passed_on")]
    assert [whom for _, _, whom in steps()] == [REPORTER]


def test_what_the_server_surely_put_off_comes_after_an_absence(
    work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(FIRST)
    posting.refuse(REPORTER, answer="450 4.2.0 Later")
    post()
    posting.accept(REPORTER)
    away(work)
    some_time_later(monkeypatch)
    post()

    on(BACK)
    post()

    assert len(posting.to(REPORTER)) == 1


def test_who_takes_the_place_gets_it_the_next_day(work: AtWork, posting: MailServer) -> None:
    on(FIRST)
    away(work)
    post()

    on(FIRST + timedelta(days=1))
    post()

    assert [one.recipients for one in posting.received] == [(address("signatory"),)]


def test_a_mail_that_the_server_put_off_is_looked_at_before_the_next_try(
    work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(FIRST)
    posting.refuse(REPORTER, answer="450 4.2.0 Later")
    post()
    handed_in(work)
    posting.accept(REPORTER)

    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-03-04T10:00:00+00:00")
    post()

    assert posting.to(REPORTER) == []
    assert MailState.WITHDRAWN in states()


def test_a_reminder_that_a_later_one_overtook_does_not_go(
    work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(FIRST)
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-04-02T08:00:00+00:00")
    post()
    on(date(2027, 4, 2))

    post()

    assert withdrawn() == [("first", "other_step")]
    assert len(posting.to(REPORTER)) == 1


def test_of_a_digest_only_the_lines_that_still_hold_go_under_the_same_message_id(
    work: AtWork, posting: MailServer
) -> None:
    asks = [an_ask(work, due=date(2027, 2, 24), email=f"{firm}@keten.example", name=firm)[0] for firm in ("aa", "bb")]
    on(FIRST)
    with reading() as session:
        before = session.scalars(select(Mail).where(Mail.recipient == REPORTER)).one()
    done(asks[0])

    post()

    [mail] = posting.to(REPORTER)
    assert mail["Message-ID"] == before.message_id
    assert mail["Subject"] == "2 herinneringen, eerste termijn 24 februari 2027"
    assert "aa" not in text_of(mail).split()
    assert "bb" in text_of(mail).split()


def test_a_question_that_was_taken_back_reminds_nobody(work: AtWork, posting: MailServer) -> None:
    ask, _ = an_ask(work, due=FIRST)
    on(date(2027, 3, 1))
    with sessions().begin() as session:
        session.get_one(Ask, ask.id).revoked_at = now()

    post()

    assert posting.received == []
    assert withdrawn() == [("last", "over")]


def test_the_link_of_a_supplier_is_filled_in_also_in_what_is_left_of_a_digest(
    work: AtWork, posting: MailServer
) -> None:
    asks = [an_ask(work, due=FIRST, name=firm)[0] for firm in ("aa", "bb")]
    on(date(2027, 3, 1))
    done(asks[0])

    post()

    [mail] = posting.received
    assert "%%" not in text_of(mail.message)
    assert text_of(mail.message).count("/antwoord/") == 1


def test_an_unchanged_mail_goes_as_it_was_written(work: AtWork, posting: MailServer) -> None:
    on(FIRST)

    post()

    assert (withdrawn(), states()) == ([], [MailState.SENT])
    assert len(posting.to(REPORTER)) == 1


def done(ask: Ask) -> None:
    write(AnswersSent(ask=ask.id, sent_at=now(), sha256="0" * 64))


def post_in_vain(posting: MailServer, broken: Fault | None) -> None:
    """The server may have taken the mail, but that was not noted: the connection broke, or the process died."""
    if broken:
        posting.faults.append(broken)
        post()
    else:
        with sessions().begin() as session:
            mail = session.scalars(select(Mail)).one()
            mail.state, mail.attempts, mail.tried_at = MailState.SENDING, 1, now()


def refused_and_asked_again(work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reminder was refused for good, and somebody had it sent again an hour later."""
    on(FIRST)
    posting.refuse(REPORTER)
    post()
    posting.accept(REPORTER)
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-03-04T10:00:00+00:00")
    with sessions().begin() as session:
        send_again(session, session.scalars(select(Mail)).one(), by=work.people["manager"])


def test_a_reminder_that_is_sent_again_is_looked_at_again_too(
    work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused_and_asked_again(work, posting, monkeypatch)
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-03-04T11:00:00+00:00")

    post()

    assert len(posting.to(REPORTER)) == 1
    assert withdrawn() == []


def test_what_is_done_meanwhile_does_not_go_again(
    work: AtWork, posting: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused_and_asked_again(work, posting, monkeypatch)
    handed_in(work)

    post()

    assert posting.to(REPORTER) == []
    assert withdrawn() == [("first", "over")]
