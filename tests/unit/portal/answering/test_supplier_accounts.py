"""An account is made by who reads the mail at the asked address, tells nobody that it is there, and is closed at any time."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select, update

from schemas.clock import now
from schemas.events import SupplierAccountAsked
from schemas.settings import settings
from schemas.store import AccountOffer, Organisation, Outbox, Person, RoleOfPerson, reading, sessions
from schemas.tokens import secret_of
from schemas.words import OrganisationKind, Role
from tests.unit.portal.answering.asks import Linked, opened
from tests.unit.portal.browsing import PASSWORD, Browser, World

ADDRESS = "taxi@denkbeeld.example"


def mails() -> int:
    with reading() as session:
        return len(session.scalars(select(Outbox.body).where(Outbox.type == SupplierAccountAsked.TYPE)).all())


def offers() -> list[UUID]:
    with reading() as session:
        return list(session.scalars(select(AccountOffer.id).order_by(AccountOffer.made_at)))


def link() -> str:
    """The address in the newest mail."""
    return f"/leverancier/account/{secret_of(offers()[-1], settings().secret)}"


def filled(**changes: str) -> dict[str, str]:
    return {"naam": "Tim Taxi", "wachtwoord": PASSWORD, "nogmaals": PASSWORD} | changes


def somebody_at(address: str) -> Person | None:
    with reading() as session:
        return session.scalars(select(Person).where(Person.email == address)).one_or_none()


@pytest.fixture
def mailed(supplier: Browser) -> str:
    """The link that was mailed after the supplier asked for an account."""
    supplier.post("/antwoord/account")
    return link()


def signs_in(browser: Browser, password: str = PASSWORD) -> int:
    return browser.post("/inloggen", {"e-mail": ADDRESS, "wachtwoord": password}).status_code


def test_the_page_of_an_ask_offers_an_account_by_the_name_of_the_firm(supplier: Browser) -> None:
    start, page = supplier.get("/antwoord").text, supplier.get("/antwoord/account").text

    assert "Maak een account voor Taxi Denkbeeld" in start
    assert ADDRESS in page


def test_without_a_visit_nobody_asks_for_an_account(browser: Browser) -> None:
    assert browser.post("/antwoord/account").status_code == 401
    assert mails() == 0


def test_asking_makes_nobody_until_the_mail_is_used(supplier: Browser, mailed: str) -> None:
    assert mails() == 1
    assert somebody_at(ADDRESS) is None


def test_a_second_time_within_minutes_looks_the_same_and_mails_nothing(supplier: Browser, mailed: str) -> None:
    again = supplier.post("/antwoord/account")

    assert again.headers["Location"] == "/antwoord/account/gemaild"
    assert mails() == 1


def test_who_has_the_mail_makes_the_account_and_signs_in_to_the_page_of_all_asks(browser: Browser, mailed: str) -> None:
    page = browser.get(mailed).text
    made = browser.post(mailed, filled())

    assert ADDRESS in page
    assert made.headers["Location"] == "/inloggen"
    assert signs_in(browser) == 303
    assert browser.get("/").headers["Location"] == "/leverancier"
    assert "Rijnbus" in browser.get("/leverancier").text


def test_the_account_has_no_role_but_answering_in_a_firm_of_its_own(browser: Browser, mailed: str) -> None:
    browser.post(mailed, filled())

    person = somebody_at(ADDRESS)
    assert person
    with reading() as session:
        roles = session.scalars(select(RoleOfPerson.role).where(RoleOfPerson.person == person.id)).all()
        firm = session.get_one(Organisation, person.organisation)
    assert (roles, firm.kind, firm.name) == ([Role.SUPPLIER], OrganisationKind.SUPPLIER, "Taxi Denkbeeld")


def test_the_link_works_once(browser: Browser, mailed: str) -> None:
    browser.post(mailed, filled())

    assert browser.get(mailed).status_code == 404
    assert "al gebruikt of verlopen" in browser.post(mailed, filled()).text


def test_the_link_works_for_a_day(browser: Browser, mailed: str) -> None:
    with sessions().begin() as session:
        session.execute(update(AccountOffer).values(expires_at=now()))

    answer = browser.get(mailed)

    assert answer.status_code == 404
    assert "één dag" in answer.text
    assert somebody_at(ADDRESS) is None


def test_using_one_link_spends_every_other_to_that_address(app: Flask, browser: Browser, linked: Linked) -> None:
    supplier = opened(app, linked)
    for _time in range(2):
        supplier.post("/antwoord/account")
        with sessions().begin() as session:
            session.execute(update(AccountOffer).values(made_at=now() - timedelta(hours=1)))
    first, second = (f"/leverancier/account/{secret_of(one, settings().secret)}" for one in offers())

    browser.post(second, filled())

    assert browser.get(first).status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"wachtwoord": "kort", "nogmaals": "kort"}, "12 tekens"),
        ({"wachtwoord": ADDRESS, "nogmaals": ADDRESS}, "te makkelijk te raden"),
        ({"nogmaals": "iets heel anders dan dat"}, "niet gelijk"),
        ({"naam": ""}, "ul"),
    ],
)
def test_the_password_follows_the_rules_of_every_account(
    browser: Browser, mailed: str, changes: dict[str, str], said: str
) -> None:
    answer = browser.post(mailed, filled(**changes))

    assert answer.status_code == 400
    assert said in answer.text
    assert somebody_at(ADDRESS) is None


def test_an_address_with_an_account_gets_the_same_answer_and_no_second_one(
    browser: Browser, supplier: Browser, world: World, mailed: str
) -> None:
    with sessions().begin() as session:
        session.execute(update(Person).where(Person.id == world.people["other_reporter"]).values(email=ADDRESS))

    answer = browser.post(mailed, filled())

    assert answer.status_code == 409
    assert "al een account" in answer.text
    known = somebody_at(ADDRESS)
    assert known
    assert known.id == world.people["other_reporter"]


def test_no_holder_or_province_finds_the_account(
    browser: Browser, mailed: str, reporter: Browser, functional_manager: Browser, linked: Linked, world: World
) -> None:
    pages = [
        (reporter, f"/rapportages/{world.reports['oost']}/uitvraag/{linked.ask}"),
        (reporter, f"/rapportages/{world.reports['oost']}/verloop"),
        (functional_manager, "/mensen"),
        (functional_manager, "/mensen/uitnodigen"),
        (functional_manager, "/beheer/organisaties"),
    ]
    before = [who.get(page).text for who, page in pages]

    browser.post(mailed, filled())

    assert [_without_tokens(who.get(page).text) for who, page in pages] == [_without_tokens(one) for one in before]


def test_closing_asks_for_the_password(browser: Browser, mailed: str) -> None:
    browser.post(mailed, filled())
    signs_in(browser)

    answer = browser.post("/leverancier/account-sluiten", {"wachtwoord": "niet het goede"})

    assert answer.status_code == 400
    assert somebody_at(ADDRESS)


def test_a_closed_account_lets_nobody_in_keeps_no_name_and_frees_the_address(
    browser: Browser, supplier: Browser, mailed: str, linked: Linked
) -> None:
    browser.post(mailed, filled())
    signs_in(browser)

    browser.post("/leverancier/account-sluiten", {"wachtwoord": PASSWORD})

    assert browser.get("/leverancier").status_code == 303
    assert signs_in(browser) == 400
    assert somebody_at(ADDRESS) is None
    with reading() as session:
        assert session.scalars(select(Person).where(Person.name == "Tim Taxi")).first() is None
    assert supplier.get(linked.address).status_code == 303


def _without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf_token" not in line)
