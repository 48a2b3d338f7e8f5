"""Reminders as people see them: what went and comes, "this is not for me", the task that follows, and being away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from schemas.clock import now, today
from schemas.reminding.marks import mail_id, not_me_secret
from schemas.reminding.planning import NOBODY_LEFT
from schemas.reminding.steps import DutyKind
from schemas.settings import settings
from schemas.store import (
    Absence,
    Mail,
    MailAgain,
    NotForMe,
    Person,
    Reminder,
    ReminderTaskSettled,
    Report,
    reading,
    sessions,
)
from schemas.texts import Language
from schemas.words import MailState
from tests.unit.portal.answering.asks import an_ask
from tests.unit.portal.browsing import Browser, World

DAY = date(2027, 3, 4)
ADDRESS = "inkoop@leverancier.example"


def a_reminder(
    world: World, *, state: MailState = MailState.SENT, step: str = "month", who: str = "", address: str = ADDRESS
) -> UUID:
    """A mail with one reminder to a supplier of the report of Oost, or to one of its people."""
    mail, person = mail_id(address, DAY), world.people[who] if who else None
    with sessions().begin() as session:
        report = session.get_one(Report, world.reports["oost"])
        session.add(
            Mail(
                id=mail,
                event_id=mail,
                template="reminder",
                person=person,
                recipient=address,
                last_error="SMTP 550 No such mailbox",
                subject="Antwoord van een leverancier",
                message_id=f"<{mail}@voorbeeld.example>",
                state=state,
                body_sha256="0" * 64,
                created_at=now(),
            )
        )
        session.flush()
        session.add(
            Reminder(
                id=mail,
                duty=DutyKind.SUPPLIER,
                subject=mail,
                whom=address,
                person=person,
                step=step,
                due=date(2027, 4, 1),
                mail=mail,
                concession=report.concession,
                report=report.id,
                about="Kabelbouw",
                at=now(),
            )
        )
    return mail


def link_of(mail: UUID) -> str:
    return f"/herinneringen/{mail}/{not_me_secret(mail, settings().secret)}"


def rows(table: type) -> list[object]:
    with reading() as session:
        return list(session.scalars(select(table)))


def test_the_page_tells_what_went_and_what_comes_to_both_sides(
    reporter: Browser, manager: Browser, world: World
) -> None:
    a_reminder(world)

    pages = [who.get(f"/rapportages/{world.reports['oost']}/herinneringen").text for who in (reporter, manager)]

    for page in pages:
        assert "Antwoord van een leverancier: Kabelbouw" in page
        assert "30 dagen ervoor" in page
        assert "verstuurd" in page


def test_opening_the_link_changes_nothing(browser: Browser, world: World) -> None:
    mail = a_reminder(world)

    page = browser.get(link_of(mail))

    assert page.status_code == 200
    assert ADDRESS in page.text
    assert rows(NotForMe) == []


def test_the_page_speaks_the_language_of_the_mail_until_its_reader_chooses(browser: Browser, world: World) -> None:
    link = link_of(a_reminder(world))
    an_ask(world.reports["oost"], world.people["reporter"], email=ADDRESS, language=Language.EN)

    as_the_mail = browser.get(link, headers={"Accept-Language": "de-DE,de"}).text
    browser.post("/taal", {"language": "nl", "next": "/"})
    as_chosen = browser.get(link, headers={"Accept-Language": "de-DE,de"}).text

    assert ("This is not for me" in as_the_mail, "Answer of a supplier: Kabelbouw" in as_the_mail) == (True, True)
    assert "Dit is niet voor mij" in as_chosen


def test_saying_so_is_a_task_for_the_holder_that_can_be_settled(
    browser: Browser, reporter: Browser, world: World
) -> None:
    mail = a_reminder(world)

    said = browser.post(link_of(mail), {"toelichting": "Vraag het Kim van Inkoop."})
    home = reporter.get("/concessies").text
    settled = reporter.post(f"/herinneringen/{mail}/afgehandeld", {})

    assert (said.status_code, settled.status_code) == (303, 303)
    assert "zegt dat dit niet voor hem of haar is" in home
    assert "Vraag het Kim van Inkoop." in home
    assert len(rows(ReminderTaskSettled)) == 1
    assert "Vraag het Kim" not in reporter.get("/concessies").text


def test_a_mail_that_did_not_arrive_is_a_task_too(reporter: Browser, world: World) -> None:
    a_reminder(world, state=MailState.FAILED)

    assert f"Mail aan {ADDRESS} kwam niet aan" in reporter.get("/concessies").text


@pytest.mark.parametrize("secret", ["x", "0" * 64])
def test_a_wrong_secret_opens_nothing(browser: Browser, world: World, secret: str) -> None:
    mail = a_reminder(world)

    answers = [browser.get(f"/herinneringen/{mail}/{secret}"), browser.post(f"/herinneringen/{mail}/{secret}", {})]

    assert [one.status_code for one in answers] == [404, 404]
    assert rows(NotForMe) == []


def test_the_task_of_another_holder_cannot_be_settled(browser_of: Callable[[str], Browser], world: World) -> None:
    mail = a_reminder(world, state=MailState.FAILED)

    assert browser_of("other_reporter").post(f"/herinneringen/{mail}/afgehandeld", {}).status_code == 404
    assert rows(ReminderTaskSettled) == []


def test_nobody_left_to_remind_stands_on_the_desk_and_at_management(
    manager: Browser, functional_manager: Browser, world: World
) -> None:
    a_reminder(world, step=NOBODY_LEFT)

    assert "Niemand is nog te bereiken" in manager.get("/bureau").text
    assert "niemand bereikbaar: Antwoord van een leverancier: Kabelbouw" in functional_manager.get("/beheer").text


def test_somebody_is_away_until_a_day_and_a_colleague_takes_over(reporter: Browser, world: World) -> None:
    until = today() + timedelta(days=9)

    answer = reporter.post(
        "/account/afwezig", {"afwezig_tot": until.isoformat(), "vervanger": str(world.people["signatory"])}
    )

    [told] = rows(Absence)
    assert answer.status_code == 303
    assert isinstance(told, Absence)
    assert (told.until, told.replaced_by) == (until, world.people["signatory"])


def test_an_empty_day_says_that_one_is_back(reporter: Browser, world: World) -> None:
    reporter.post("/account/afwezig", {"afwezig_tot": today().isoformat(), "vervanger": ""})

    answer = reporter.post("/account/afwezig", {"afwezig_tot": "", "vervanger": ""})

    assert answer.status_code == 303
    assert "Bent u er een tijd niet?" in reporter.get("/account").text


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"afwezig_tot": "2020-01-01"}, "Kies vandaag of een latere dag"),
        ({"afwezig_tot": "2099-01-01", "vervanger": str(UUID(int=1))}, "Kies een collega van uw eigen organisatie."),
        ({"afwezig_tot": "morgen"}, "afwezig_tot"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(reporter: Browser, form: dict[str, str], says: str) -> None:
    answer = reporter.post("/account/afwezig", form)

    assert answer.status_code == 400
    assert says in answer.text


def test_a_holder_sends_a_mail_to_its_supplier_again_once(reporter: Browser, world: World) -> None:
    mail = a_reminder(world, state=MailState.FAILED)
    button = f"/mails/{mail}/opnieuw"
    before = reporter.get("/concessies").text

    answers = [reporter.post(button, {}) for _ in range(2)]

    [asked] = rows(MailAgain)
    after = reporter.get("/concessies").text
    assert [one.status_code for one in answers] == [303, 303]
    assert isinstance(asked, MailAgain)
    assert (asked.mail, asked.by, asked.said) == (mail, world.people["reporter"], "SMTP 550 No such mailbox")
    assert button in before
    assert button not in after
    assert "Wordt opnieuw verstuurd" in after


@pytest.mark.parametrize("state", [MailState.SENT, MailState.WAITING, MailState.WITHDRAWN])
def test_what_was_not_lost_is_not_sent_again(reporter: Browser, world: World, state: MailState) -> None:
    mail = a_reminder(world, state=state)

    answer = reporter.post(f"/mails/{mail}/opnieuw", {})

    assert answer.status_code == 303
    assert "Deze mail is niet verloren gegaan" in reporter.get("/concessies").text
    assert rows(MailAgain) == []


@pytest.mark.parametrize("who", ["other_reporter", "functional_manager"])
def test_a_mail_of_others_is_not_found(browser_of: Callable[[str], Browser], world: World, who: str) -> None:
    mail = a_reminder(world, state=MailState.FAILED)

    assert browser_of(who).post(f"/mails/{mail}/opnieuw", {}).status_code == 404
    assert rows(MailAgain) == []


def test_a_mail_to_the_people_of_an_authority_is_a_task_and_an_alarm_of_its_functional_manager(
    functional_manager: Browser, reporter: Browser, world: World
) -> None:
    with reading() as session:
        address = session.get_one(Person, world.people["manager"]).email
    mail = a_reminder(world, state=MailState.BOUNCED, who="manager", address=address)

    page = functional_manager.get("/beheer").text

    assert f"Mail aan {address} kwam niet aan" in page
    assert f"mail aan {address} komt niet aan: SMTP 550 No such mailbox" in page
    assert f"/mails/{mail}/opnieuw" in page
    assert address not in reporter.get("/concessies").text


def test_the_functional_manager_settles_it_or_sends_it_again(functional_manager: Browser, world: World) -> None:
    with reading() as session:
        address = session.get_one(Person, world.people["manager"]).email
    mail = a_reminder(world, state=MailState.FAILED, who="manager", address=address)

    again = functional_manager.post(f"/mails/{mail}/opnieuw", {})
    settled = functional_manager.post(f"/herinneringen/{mail}/afgehandeld", {})

    assert [again.headers["Location"], settled.headers["Location"]] == ["/beheer", "/beheer"]
    assert f"Mail aan {address} kwam niet aan" not in functional_manager.get("/beheer").text
    assert "Wordt opnieuw verstuurd" in functional_manager.get("/beheer/brieven").text


def test_an_invitation_is_made_anew_and_never_sent_again(functional_manager: Browser, world: World) -> None:
    with reading() as session:
        address = session.get_one(Person, world.people["manager"]).email
    mail = a_reminder(world, state=MailState.FAILED, who="manager", address=address)
    with sessions().begin() as session:
        session.get_one(Mail, mail).template = "invitation"

    answer = functional_manager.post(f"/mails/{mail}/opnieuw", {})

    assert answer.status_code == 303
    assert "Nodig opnieuw uit" in functional_manager.get("/beheer").text
    assert rows(MailAgain) == []
