"""A supplier walks from the link of one ask to an account, and from there into that ask without a link, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.questions import QUESTION
from schemas.store import AccountOffer, Ask, AskLink, engine_of
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from tests.e2e.test_answering import a_link
from tests.e2e.visiting import a_page
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

PASSWORD = "vier losse woorden samen"


@pytest.mark.parametrize("language", list(Language))
def test_a_supplier_makes_an_account_and_answers_from_it_without_a_link(
    browser: Browser, site: Site, language: Language
) -> None:
    link = a_link(site, (QUESTION["Q-SUP-01"],))
    with a_page(browser, site.address, viewport={"width": 320, "height": 640}) as page:
        page.goto(link)
        if language is Language.EN:
            page.get_by_role("button", name="English").click()
        page.get_by_text(said("Vragen van meer dan één klant?", language)).click()
        page.get_by_role(
            "link", name=said("Maak een account voor %(supplier)s", language, supplier="Taxi Denkbeeld")
        ).click()
        page.get_by_role("button", name=said("Mail mij de link", language)).click()
        expect(page.get_by_role("heading", name=said("Kijk in de mail", language))).to_be_visible()

        address = make_account(page, site, link, language)
        signs_in(page, address, language)
        page.get_by_role("button", name=said("Beginnen", language)).click()
        page.get_by_role("link", name=said("Beginnen", language)).click()
        page.get_by_label(said("Uw antwoord", language)).fill("12")
        page.get_by_role("button", name=said("Volgende", language)).click()
        page.get_by_role("link", name=said("Vragen aan mij", language)).click()
        expect(page.get_by_text(said("Alles beantwoord, nog niet verstuurd", language))).to_be_visible()


def make_account(page: Page, site: Site, link: str, language: Language) -> str:
    """Go on by the link in the mail; gives the address of the account."""
    secret_key = (site.home / "secret_key").read_text()
    with Session(engine_of(f"sqlite:///{site.home / 'ketenspiegel.db'}")) as session:
        query = (
            select(Ask).join(AskLink, AskLink.ask == Ask.id).where(AskLink.token_hash == hash_of(link.split("/")[-1]))
        )
        ask = session.scalars(query).one()
        offer = session.scalars(select(AccountOffer.id).where(AccountOffer.ask == ask.id)).one()
        address = ask.email
    page.goto(f"/leverancier/account/{secret_of(offer, secret_key)}")
    page.get_by_label(said("Uw naam", language)).fill("Tim Taxi")
    page.get_by_label(said("Wachtwoord", language), exact=True).fill(PASSWORD)
    page.get_by_label(said("Nogmaals het wachtwoord", language)).fill(PASSWORD)
    page.get_by_role("button", name=said("Account maken", language)).click()
    expect(page.get_by_text(said("Uw account is gemaakt. U kunt nu inloggen.", language))).to_be_visible()
    return address


def signs_in(page: Page, address: str, language: Language) -> None:
    """Sign in, and come to the page of all asks."""
    page.get_by_label(said("E-mailadres", language)).fill(address)
    page.get_by_label(said("Wachtwoord", language), exact=True).fill(PASSWORD)
    page.get_by_role("button", name=said("Inloggen", language)).click()
    expect(page.get_by_role("heading", name=said("Vragen aan mij", language))).to_be_visible()
