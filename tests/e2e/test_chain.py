"""The chain in a browser: the map leads to the table, and an answer goes from the supplier's mail into the draft."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.walking import REPORTER
from tests.e2e.words import said
from tests.running import Site

# A supplier of the demo that answered, for each language its own.
FIRMS = {Language.NL: "Voorbeeldtaxi Oost", Language.EN: "Windpark Nergenshuizen"}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    ("language", "script"), [(Language.NL, True), (Language.EN, False)], ids=["nl", "en-no-script"]
)
def test_a_firm_on_the_map_leads_to_its_row_and_its_answers_are_judged(
    browser: Browser, site: Site, language: Language, script: bool
) -> None:
    with a_page(browser, site.address, java_script_enabled=script) as page:
        sign_in(page, REPORTER, language)
        page.goto("/concessies")
        page.get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
        page.get_by_role("link", name=said("De keten: wie levert aan wie, en wat nog niet bekend is", language)).click()
        firm = page.get_by_role("link", name=re.compile("^Verzonnen Busfabriek,"))
        firm.focus()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"#rij-\d+$"))
        page.get_by_role("link", name=said("Antwoorden lezen en overnemen", language)).click()
        expect(page.get_by_role("heading", level=1, name=said("Antwoorden beoordelen", language))).to_be_visible()
        accept(page, FIRMS[language], language)


def accept(page: Page, firm: str, language: Language) -> None:
    """Take over all that a supplier answered, but for what the draft says otherwise."""
    card = page.locator("section", has=page.get_by_role("heading", name=firm, exact=True))
    with page.expect_navigation():
        card.get_by_role("button", name=said("Alles aanvaarden wat nergens mee botst", language)).click()
    card.locator("summary").filter(has_text=re.compile(r"^\s*\d+")).click()
    expect(card.get_by_text(said("aanvaard", language), exact=True).first).to_be_visible()
