"""A holder asks a supplier in a browser: chosen, questions looked at, the mail read and sent, and the mail has one link."""

from __future__ import annotations

from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.walking import REPORTER
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

# A supplier of the demo that nobody asked yet, for each language its own.
FIRMS = {Language.NL: "Fabelmijn Nikkel", Language.EN: "Sprookjeskobalt"}
POSTED_WITHIN = 30.0


@pytest.mark.parametrize("language", [Language.NL, Language.EN])
def test_a_supplier_is_asked_and_gets_a_mail_with_a_link(browser: Browser, site: Site, language: Language) -> None:
    firm, address = FIRMS[language], f"ketenvragen-{language}@leverancier.example"
    with a_page(browser, site.address) as page:
        choose(page, language, firm)
        fill_in(page, language, address)
        send(page, language, firm)
        assert arrived(page, address)


def choose(page: Page, language: Language, firm: str) -> None:
    sign_in(page, REPORTER, language)
    page.goto("/concessies")
    page.get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
    page.get_by_role("link", name=said("Leveranciers vragen, met wie al antwoordde", language)).click()
    page.get_by_label(firm, exact=True).check()
    page.get_by_role("button", name=said("Vragen kiezen voor wie is aangevinkt", language)).click()


def fill_in(page: Page, language: Language, address: str) -> None:
    page.get_by_label(said("E-mailadres", language)).fill(address)
    page.get_by_label("Nederlands" if language is Language.NL else "English", exact=True).last.check()
    page.get_by_role("button", name=said("Mails bekijken", language)).click()
    expect(page.get_by_role("heading", name=said("Mails bekijken", language))).to_be_visible()


def send(page: Page, language: Language, firm: str) -> None:
    page.get_by_role("button", name=said("%(num)s mail versturen", language, num=1)).click()
    expect(page.get_by_text(said("%(num)s leverancier krijgt een mail.", language, num=1))).to_be_visible()
    line = page.get_by_role("row").filter(has_text=firm)
    expect(line.get_by_text(said("gevraagd", language), exact=True)).to_be_visible()


def arrived(page: Page, address: str) -> bool:
    """Whether the mail came, with its link in it; the worker is given some time."""
    until = monotonic() + POSTED_WITHIN
    while monotonic() < until:
        page.goto("/demo/post")
        mail = page.get_by_role("row").filter(has_text=address)
        if mail.count():
            with page.expect_event("load"):
                mail.get_by_role("link").first.click()
            return "/antwoord/" in page.content()
        page.wait_for_timeout(500)
    return False
