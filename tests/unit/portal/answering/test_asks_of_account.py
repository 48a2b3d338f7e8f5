"""Who is signed in as a supplier sees every ask at its address and no other, and may with it what the link may."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, update

from portal.use_cases.answering import Given, answer, send
from schemas.clock import now, today
from schemas.store import Answer, AnswerFile, AnswerJudged, Ask, Person, RoleOfPerson, reading, sessions
from schemas.words import AnswerKind, Role
from tests.unit.portal.answering.asks import EMPLOYEES, KILOMETRES, LADDER, Linked, an_ask, opened
from tests.unit.portal.browsing import Browser, World

ADDRESS = "supplier@voorbeeld.nl"


@pytest.fixture
def account(browser_of: Any) -> Browser:
    """Somebody of the taxi firm, signed in."""
    browser: Browser = browser_of("supplier")
    return browser


def asked(world: World, holder: str = "oost", **facts: Any) -> UUID:
    """An ask at the address of the account."""
    by = world.people["reporter" if holder == "oost" else "other_reporter"]
    return an_ask(world.reports[holder], by, **{"email": ADDRESS} | facts).ask


def answered(ask: UUID) -> None:
    """Everything is answered and sent."""
    with sessions().begin() as session:
        for question in (EMPLOYEES, KILOMETRES, LADDER):
            answer(session, ask, question, Given(kind=AnswerKind.UNKNOWN))
    with sessions().begin() as session:
        send(session, ask)


def opens(account: Browser, ask: UUID) -> int:
    return account.post(f"/leverancier/vraag/{ask}").status_code


def test_every_ask_at_the_address_is_there_of_each_holder(account: Browser, world: World) -> None:
    asked(world)
    asked(world, "kust", supplier_name="Taxi Denkbeeld Noord")

    page = account.get("/leverancier").text

    assert "Rijnbus" in page
    assert "Kustlijn" in page
    assert "Taxi Denkbeeld Noord" in page
    assert "3 vragen, nog niet begonnen" in page


def test_an_ask_at_another_address_is_not_there_and_does_not_open(account: Browser, world: World) -> None:
    other = an_ask(world.reports["kust"], world.people["other_reporter"])

    assert "Kustlijn" not in account.get("/leverancier").text
    assert opens(account, other.ask) == 404
    assert account.get("/antwoord").status_code == 303


def test_what_does_not_exist_is_answered_as_what_is_somebody_elses(account: Browser) -> None:
    assert opens(account, UUID(int=1)) == 404


def test_nobody_without_the_role_opens_an_ask_at_the_own_address(reporter: Browser, world: World) -> None:
    ask = asked(world, email="reporter@voorbeeld.nl")

    assert reporter.get("/leverancier").status_code == 403
    assert opens(reporter, ask) == 403


def test_it_opens_without_a_link_and_takes_answers(account: Browser, world: World) -> None:
    ask = asked(world)

    opens(account, ask)
    account.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})

    assert "Rijnbus vraagt u 3 dingen" in account.get("/antwoord").text
    with reading() as session:
        assert session.scalars(select(Answer.value).where(Answer.ask == ask)).all() == ["12"]
    assert "Nog 2 van 3 vragen open" in account.get("/leverancier").text


def test_the_page_says_how_far_each_ask_is(account: Browser, world: World) -> None:
    answered(asked(world))
    asked(world, "kust", revoked_at=now())

    page = account.get("/leverancier").text

    assert "Verstuurd op" in page
    assert "Ingetrokken: u hoeft niets te doen" in page


def test_a_file_after_sending_has_to_be_sent_too(account: Browser, world: World) -> None:
    ask = asked(world)
    answered(ask)
    with sessions().begin() as session:
        later = now() + timedelta(seconds=1)
        session.add(AnswerFile(ask=ask, file_name="iso.pdf", sha256="a" * 64, size=9, added_at=later))

    assert "Alles beantwoord, nog niet verstuurd" in account.get("/leverancier").text


def test_an_answer_that_the_holder_came_back_on_is_for_the_supplier_again(account: Browser, world: World) -> None:
    ask = asked(world)
    answered(ask)
    with sessions().begin() as session:
        one = session.scalars(select(Answer.id).where(Answer.ask == ask, Answer.question == LADDER)).one()
        session.add(AnswerJudged(answer=one, accepted=False, remark="Zeker?", by=world.people["reporter"], at=now()))

    assert "Rijnbus vraagt iets over 1 antwoord" in account.get("/leverancier").text


def test_an_ask_that_was_taken_back_does_not_open_and_ends_what_is_open(account: Browser, world: World) -> None:
    ask = asked(world)
    opens(account, ask)

    with sessions().begin() as session:
        session.execute(update(Ask).values(revoked_at=now()))

    assert account.get("/antwoord/overzicht").headers["Location"] == "/leverancier"
    assert opens(account, ask) == 404


def test_an_ask_that_moved_to_another_address_leaves_the_account(account: Browser, world: World) -> None:
    ask = asked(world)
    opens(account, ask)

    with sessions().begin() as session:
        session.execute(update(Ask).values(email="nieuw@denkbeeld.example"))

    assert account.get("/antwoord/overzicht").status_code == 303
    assert "Rijnbus" not in account.get("/leverancier").text


def test_an_account_may_answer_on_the_last_day_of_the_link_and_then_read_only(account: Browser, world: World) -> None:
    last = asked(world, due=today() - timedelta(days=14))
    over = asked(world, "kust", due=today() - timedelta(days=15))

    statuses = []
    for ask in (last, over):
        opens(account, ask)
        statuses.append(account.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12"}).status_code)

    assert statuses == [303, 409]
    assert "De termijn is voorbij" in account.get("/antwoord").text
    assert account.get("/antwoord/klaar").status_code == 200
    with reading() as session:
        assert session.scalars(select(Answer.ask)).all() == [last]


def test_a_confidential_answer_is_not_shown_back(account: Browser, world: World) -> None:
    opens(account, asked(world))
    account.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "7654321", "vertrouwelijk": "1", "doe": "volgende"})

    pages = [account.get(f"/antwoord/{page}").text for page in (f"vraag/{EMPLOYEES}", "overzicht", "klaar")]

    assert not any("7654321" in page.replace(".", "") for page in pages)


def test_who_signs_out_leaves_the_ask_too(account: Browser, world: World) -> None:
    opens(account, asked(world))

    account.post("/uitloggen")

    assert account.get("/antwoord").status_code == 401


def test_who_loses_the_role_leaves_the_ask(account: Browser, world: World) -> None:
    opens(account, asked(world))

    with sessions().begin() as session:
        session.delete(session.get_one(RoleOfPerson, (world.people["supplier"], Role.SUPPLIER)))

    assert account.get("/antwoord/overzicht").status_code == 401


def test_who_lost_access_leaves_the_ask(account: Browser, world: World) -> None:
    opens(account, asked(world))

    with sessions().begin() as session:
        session.get_one(Person, world.people["supplier"]).active = False

    assert account.get("/antwoord/overzicht").status_code == 401


def test_stopping_leads_back_to_the_page_of_all(account: Browser, world: World) -> None:
    opens(account, asked(world))

    answer = account.post("/antwoord/sluiten")

    assert answer.headers["Location"] == "/leverancier"
    assert account.get("/antwoord").headers["Location"] == "/leverancier"


def test_a_form_of_one_ask_is_refused_when_another_was_opened_meanwhile(account: Browser, world: World) -> None:
    first, second = asked(world), asked(world, "kust")
    opens(account, first)
    opens(account, second)

    answer = account.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "vraag_van": str(first)})

    assert answer.status_code == 409
    assert "hoort bij een andere vraag" in answer.text
    with reading() as session:
        assert session.scalars(select(Answer.ask)).all() == []


def test_each_form_names_its_ask(account: Browser, world: World) -> None:
    ask = asked(world)
    opens(account, ask)

    page = account.get(f"/antwoord/vraag/{EMPLOYEES}").text

    assert f'name="vraag_van" value="{ask}"' in page


def test_a_link_that_is_opened_takes_the_place_of_what_the_account_had_open(account: Browser, world: World) -> None:
    opens(account, asked(world))
    linked: Linked = an_ask(world.reports["kust"], world.people["other_reporter"])

    account.get(linked.address)

    assert "Kustlijn vraagt u" in account.get("/antwoord").text


def test_an_ask_from_the_account_takes_the_place_of_a_link(account: Browser, world: World) -> None:
    account.get(an_ask(world.reports["kust"], world.people["other_reporter"]).address)

    opens(account, asked(world))

    assert "Rijnbus vraagt u" in account.get("/antwoord").text


def test_a_link_is_not_bound_by_what_an_account_wrote(app: Flask, account: Browser, world: World) -> None:
    linked = an_ask(world.reports["oost"], world.people["reporter"], email=ADDRESS)
    opens(account, linked.ask)
    account.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})

    assert "Rijnbus vraagt u" in opened(app, linked).get("/antwoord").text
