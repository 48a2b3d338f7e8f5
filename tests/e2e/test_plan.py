"""A measure of the improvement plan in a browser: proposed, changed on request, agreed, and its progress told."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in, sign_out
from tests.e2e.walking import MANAGER, REPORTER
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    ("language", "script"),
    [(Language.NL, True), (Language.EN, True), (Language.NL, False)],
    ids=["nl", "en", "no-script"],
)
def test_a_measure_is_agreed_and_its_progress_told(
    browser: Browser, site: Site, language: Language, script: bool
) -> None:
    title = f"Tien bussen erbij ({language}, {script})"
    with a_page(browser, site.address, java_script_enabled=script) as page:
        address = propose(page, language, title)
        ask_for_a_change(page, language, title)
        change(page, language, title)
        agree(page, language, address)
        tell(page, language, address)


def propose(page: Page, language: Language, title: str) -> str:
    sign_in(page, REPORTER, language)
    page.goto("/concessies")
    page.get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
    page.get_by_role("link", name=said("Verbeterplan", language), exact=True).click()
    page.get_by_role("link", name=said("Maatregel voorstellen", language), exact=True).click()
    page.get_by_label(said("Wat gaat u doen?", language)).fill(title)
    page.get_by_label(said("Wie is ervan?", language)).fill("Hoofd materieel")
    page.get_by_label(said("Wanneer is het klaar?", language)).fill("2031-03-01")
    page.get_by_label(said("Hoeveel verandert het cijfer?", language)).fill("2,5")
    page.get_by_role("button", name=said("Voorstellen aan de provincie", language)).click()
    expect(page.get_by_text(said("Uw voorstel ligt bij de provincie. Zij krijgt bericht.", language))).to_be_visible()
    address = page.url
    sign_out(page, language)
    return address


def ask_for_a_change(page: Page, language: Language, title: str) -> None:
    sign_in(page, MANAGER, language)
    page.goto("/bureau")
    waiting = said("%(num)s maatregel om over te antwoorden", language, num=1)
    page.get_by_role("link", name=re.compile(re.escape(waiting))).first.click()
    page.get_by_role("link", name=title).click()
    answer(page, language, "Aanpassing vragen", "Noem ook de laadpunten.")
    sign_out(page, language)


def change(page: Page, language: Language, title: str) -> None:
    sign_in(page, REPORTER, language)
    page.goto("/concessies")
    page.get_by_role("link", name=said("%(num)s maatregel om aan te passen", language, num=1)).click()
    page.get_by_role("link", name=title).click()
    expect(page.get_by_text("Noem ook de laadpunten.").first).to_be_visible()
    page.get_by_label(said("Wat gaat u doen?", language)).fill(f"{title} en vijf laadpunten")
    page.get_by_role("button", name=said("Voorstellen aan de provincie", language)).click()
    expect(page.get_by_text(said("Uw voorstel ligt bij de provincie. Zij krijgt bericht.", language))).to_be_visible()
    sign_out(page, language)


def agree(page: Page, language: Language, address: str) -> None:
    sign_in(page, MANAGER, language)
    page.goto(address)
    answer(page, language, "Akkoord", "")
    expect(page.get_by_text(said("afgesproken", language), exact=True).first).to_be_visible()
    sign_out(page, language)


def tell(page: Page, language: Language, address: str) -> None:
    sign_in(page, REPORTER, language)
    page.goto(address)
    page.get_by_role("radio", name=said("bezig", language), exact=True).check()
    page.get_by_label(said("Hoe ver bent u?", language)).fill("40")
    page.get_by_label(said("Wat is er gedaan?", language)).fill("Vier bussen rijden.")
    page.get_by_role("button", name=said("Voortgang bewaren", language)).click()
    expect(page.get_by_text("Vier bussen rijden.")).to_be_visible()
    expect(page.get_by_text("40 %").first).to_be_visible()
    sign_out(page, language)


def answer(page: Page, language: Language, choice: str, reason: str) -> None:
    page.get_by_role("radio", name=said(choice, language), exact=True).check()
    page.get_by_label(said("Toelichting", language), exact=True).fill(reason)
    page.get_by_role("button", name=said("Antwoord versturen", language)).click()
    expect(page.get_by_text(said("Uw antwoord is verstuurd. De houder krijgt bericht.", language))).to_be_visible()
