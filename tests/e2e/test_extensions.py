"""More time in a browser, from asking to the moved term, in Dutch and in English."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in, sign_out
from tests.e2e.walking import MANAGER, REPORTER
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

WHY = "De facturen van het najaar komen later."


@pytest.mark.parametrize(
    ("language", "script", "until"),
    [
        (Language.NL, True, date(2027, 6, 15)),
        (Language.EN, True, date(2027, 7, 15)),
        (Language.NL, False, date(2027, 8, 13)),
    ],
    ids=["nl", "en", "no-script"],
)
def test_more_time_is_asked_and_granted(
    browser: Browser, site: Site, language: Language, script: bool, until: date
) -> None:
    with a_page(browser, site.address, java_script_enabled=script) as page:
        address = ask(page, language, until)
        grant(page, language, until)
        sign_in(page, REPORTER, language)
        page.goto(address)
        expect(page.get_by_text(str(until.day)).first).to_be_visible()
        expect(page.get_by_text("Dat is redelijk.").first).to_be_visible()
        sign_out(page, language)


def ask(page: Page, language: Language, until: date) -> str:
    sign_in(page, REPORTER, language)
    page.goto("/concessies")
    page.get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
    page.wait_for_url("**/rapportages/*")
    address = page.url
    page.get_by_role("link", name=said("Uitstel vragen", language)).click()
    page.get_by_label(said("Tot wanneer vraagt u uitstel?", language)).fill(until.isoformat())
    page.get_by_label(said("Waarom?", language)).fill(WHY)
    page.get_by_role("button", name=said("Uitstel vragen", language)).click()
    sent = said("Uw verzoek om uitstel is verstuurd. De provincie krijgt bericht.", language)
    expect(page.get_by_text(sent)).to_be_visible()
    sign_out(page, language)
    return address


def grant(page: Page, language: Language, until: date) -> None:
    sign_in(page, MANAGER, language)
    page.goto("/bureau")
    page.get_by_role("link", name=said("De houder vraagt uitstel", language)).click()
    expect(page.get_by_text(WHY).first).to_be_visible()
    page.get_by_role("radio", name=said("Ja", language), exact=True).check()
    page.get_by_label(said("Waarom?", language)).fill("Dat is redelijk.")
    page.get_by_role("button", name=said("Antwoord versturen", language)).click()
    expect(page.get_by_text(said("Uw antwoord op het verzoek om uitstel is verstuurd.", language))).to_be_visible()
    expect(page.get_by_text(str(until.year)).first).to_be_visible()
    sign_out(page, language)
