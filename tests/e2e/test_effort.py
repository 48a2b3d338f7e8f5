"""The proof of effort in a browser: from the gaps beside the verdicts to each step, and the same as an annex of the PDF."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.walking import MANAGER
from tests.e2e.words import said
from tests.running import Site

# A supplier of the demo that was asked twice for last year's report, and did not answer.
SILENT = "Kwasistaal Plaat"
ANNEX = {Language.NL: "Inspanning om antwoord te krijgen", Language.EN: "Proof of effort"}

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    ("language", "script"), [(Language.NL, True), (Language.EN, False)], ids=["nl", "en-no-script"]
)
def test_a_manager_weighs_a_gap_by_what_was_done_to_get_an_answer(
    browser: Browser, site: Site, language: Language, script: bool
) -> None:
    with a_page(browser, site.address, java_script_enabled=script) as page:
        sign_in(page, MANAGER, language)
        last_year(page, language)
        page.get_by_role("link", name=said("Gaten in de keten", language)).click()
        expect(page.get_by_role("listitem").filter(has_text=SILENT)).to_be_visible()
        page.locator("#gekozen").get_by_role("link", name=said("Inspanning om antwoord te krijgen", language)).click()
        expect(page.get_by_role("heading", level=2).filter(has_text=SILENT)).to_be_visible()
        again = "Opnieuw gevraagd" if language is Language.NL else "Asked again"
        expect(page.get_by_text(re.compile(again)).first).to_be_visible()


@pytest.mark.parametrize("language", [Language.NL, Language.EN])
def test_the_report_of_last_year_has_the_proof_of_effort_as_an_annex(
    browser: Browser, site: Site, language: Language
) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, MANAGER, language)
        last_year(page, language)
        page.get_by_role("link", name=re.compile(said("Bewijs en documenten", language))).click()
        with page.expect_download() as download:
            page.locator("#gekozen").get_by_role(
                "link", name=re.compile(f"^{said('Nalevingsrapport', language)}.*pdf")
            ).first.click()
        pages = PdfReader(download.value.path()).pages

    text = " ".join(" ".join(one.extract_text() for one in pages).split())
    assert ANNEX[language] in text
    assert f"{SILENT} (" in text


def last_year(page: Page, language: Language) -> None:
    """The review of last year's report of the demo."""
    page.get_by_label(said("Jaar", language), exact=True).select_option("2025")
    page.get_by_role("button", name=said("Tonen", language), exact=True).click()
    expect(page).to_have_url(re.compile("jaar=2025"))
    page.get_by_role("table").get_by_role("link", name="Voorbeeld-Oost", exact=True).click()
