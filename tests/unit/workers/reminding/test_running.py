"""A run of reminding: who gets what on which day, once, and nothing once the work is done."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.scheduling import set_calendar
from schemas.calendar import DutyDates
from schemas.clock import now
from schemas.settings import Settings
from schemas.store import (
    Absence,
    Concession,
    Mail,
    NotForMe,
    Person,
    Reminder,
    Report,
    RoleOfPerson,
    Terms,
    reading,
    sessions,
)
from schemas.words import MailState, Role
from tests.unit.workers.at_work import AtWork, address, at_work, sign, upload, write
from tests.unit.workers.reminding.reminded import DUE, FIRST, OVERDUE, on, steps
from workers.reminding.running import remind

REPORTER, SIGNATORY, MANAGER = address("reporter"), address("signatory"), address("manager")


@pytest.fixture
def work(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    """A duty that opened on 1 February 2027, seen on that day."""
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+00:00")
    return at_work()


def test_the_first_reminder_goes_sixty_days_before_to_who_prepares_the_report(work: AtWork) -> None:
    sent = [on(FIRST - timedelta(days=1)), on(FIRST)]

    assert [one.mails for one in sent] == [0, 1]
    assert steps() == [("report", "first", REPORTER)]


def test_a_second_run_does_nothing(work: AtWork) -> None:
    on(FIRST)

    again = on(FIRST)

    assert (again.mails, again.steps) == (0, 0)


def test_the_next_day_brings_no_repeat_of_the_same_step(work: AtWork) -> None:
    on(FIRST)

    assert on(FIRST + timedelta(days=1)).mails == 0


def test_who_has_a_mail_that_still_waits_gets_the_next_when_it_is_gone(work: AtWork) -> None:
    on(DUE - timedelta(days=3))

    waiting, later = remind(OVERDUE).mails, on(OVERDUE + timedelta(days=3)).mails

    assert (waiting, later) == (0, 1)
    assert steps()[-1] == ("report", "overdue", REPORTER)


def test_in_a_weekend_nothing_goes_and_on_monday_what_was_missed(work: AtWork) -> None:
    saturday = date(2027, 3, 6)

    sent = [on(saturday).mails, on(saturday + timedelta(days=2)).mails]

    assert sent == [0, 1]


def test_a_duty_climbs_to_the_signatories_and_then_to_the_manager(work: AtWork) -> None:
    for day in (OVERDUE, date(2027, 5, 10), date(2027, 5, 12)):
        on(day)

    assert steps() == [
        ("report", "overdue", REPORTER),
        ("report", "signatories", SIGNATORY),
        ("report", "manager", MANAGER),
    ]


def test_nobody_is_reminded_once_the_report_is_handed_in(work: AtWork) -> None:
    sign(work, upload(work).version)

    assert on(DUE - timedelta(days=5)).mails == 0


def test_more_time_moves_every_step(work: AtWork) -> None:
    on(FIRST)
    with sessions().begin() as session:
        concession = session.get_one(Concession, session.get_one(Report, work.report).concession)
        later = DutyDates(
            opens=date(2027, 2, 1),
            suppliers_answer_by=date(2027, 4, 1),
            hand_in_by=date(2027, 6, 15),
            completeness_by=date(2027, 7, 1),
            feedback_by=date(2027, 8, 2),
        )
        set_calendar(session, concession, 2026, later, reason="Later.", by=work.people["manager"])

    sent = [on(day).mails for day in (date(2027, 4, 2), OVERDUE, date(2027, 5, 14), date(2027, 6, 16))]

    assert sent == [0, 1, 1, 1]
    assert [step for _, step, _ in steps()] == ["first", "first", "month", "overdue"]


def test_who_is_away_is_not_reminded_and_who_takes_the_place_is(work: AtWork) -> None:
    away = Absence(
        person=work.people["reporter"], until=FIRST + timedelta(days=7), replaced_by=work.people["signatory"], at=now()
    )
    write(away)

    on(FIRST)

    assert steps() == [("report", "first", SIGNATORY)]


def test_who_is_back_gets_what_still_counts(work: AtWork) -> None:
    a_colleague(work)
    write(Absence(person=work.people["reporter"], until=FIRST, replaced_by=None, at=now()))
    on(FIRST)

    on(FIRST + timedelta(days=1))

    assert steps() == [("report", "first", "collega@voorbeeld.example"), ("report", "first", REPORTER)]


def test_not_for_me_stops_reminders_of_that_duty_to_that_person(work: AtWork) -> None:
    a_colleague(work)
    on(FIRST)
    with reading() as session:
        mail = session.scalars(select(Mail.id).where(Mail.recipient == REPORTER)).one()
    write(NotForMe(mail=mail, said="Ik werk hier niet meer.", at=now()))

    on(date(2027, 4, 2))

    assert [(step, who) for _, step, who in steps()][2:] == [("month", "collega@voorbeeld.example")]


def test_where_mail_to_all_who_should_act_fails_the_duty_climbs(work: AtWork) -> None:
    on(FIRST)
    with sessions().begin() as session:
        session.scalars(select(Mail)).one().state = MailState.FAILED

    on(date(2027, 4, 2))

    assert steps()[1:] == [("report", "month", SIGNATORY)]


def test_nobody_left_to_mail_is_an_alarm_for_the_authority_once(work: AtWork) -> None:
    with sessions().begin() as session:
        for who in ("reporter", "signatory"):
            session.get_one(Person, work.people[who]).active = False

    for day in (FIRST, FIRST + timedelta(days=1), date(2027, 4, 2)):
        on(day)

    assert steps() == [("report", "nobody_left", MANAGER)]


def test_where_nobody_at_all_can_be_mailed_the_run_says_so(work: AtWork) -> None:
    with sessions().begin() as session:
        for person in session.scalars(select(Person)):
            person.active = False

    sent = on(FIRST)

    assert (sent.mails, sent.unheard) == (0, 1)


def test_a_row_names_its_mail_and_stands_before_the_mail_leaves(work: AtWork) -> None:
    on(FIRST)

    with reading() as session:
        row, mail = session.execute(select(Reminder, Mail).join(Mail, Mail.id == Reminder.mail)).one()
    assert (row.due, row.whom, mail.state) == (DUE, str(work.people["reporter"]), MailState.WAITING)


def a_colleague(work: AtWork) -> None:
    """A second reporter of the holder."""
    with sessions().begin() as session:
        holder = session.get_one(Person, work.people["reporter"]).organisation
        person = Person(id=uuid4(), organisation=holder, name="Collega", email="collega@voorbeeld.example")
        session.add(person)
        session.flush()
        session.add(RoleOfPerson(person=person.id, role=Role.REPORTER))


def test_a_step_that_terms_leave_out_does_not_come(work: AtWork) -> None:
    with sessions().begin() as session:
        report = session.get_one(Report, work.report)
        terms = session.scalars(select(Terms).where(Terms.sha256 == report.terms_sha256)).one()
        terms.body = {**terms.body, "reminders": {"report": [{"step": "only", "days": -10}]}}

    sent = [on(day).mails for day in (FIRST, date(2027, 4, 23))]

    assert sent == [0, 1]
