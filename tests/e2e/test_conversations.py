"""A question at a figure in a browser, from asking to closing, in Dutch, in English, and with script switched off."""

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

ANSWER = "Remise Noord sloot in maart; de bussen laden sindsdien in Zuid."
LAST_YEAR = re.compile(r"2025")


@pytest.mark.parametrize(
    ("language", "script"),
    [(Language.NL, True), (Language.EN, True), (Language.NL, False)],
    ids=["nl", "en", "no-script"],
)
def test_a_question_at_a_norm_is_answered_asked_on_and_closed(
    browser: Browser, site: Site, language: Language, script: bool
) -> None:
    question = f"Waarom laadt remise Noord niet meer? ({language}, {script})"
    with a_page(browser, site.address, java_script_enabled=script) as page:
        ask_at_a_norm(page, language, question)
        answer_from_home(page, language, question)
        read_and_ask_on(page, language, question)
        answer_from_home(page, language, f"{question} Sinds wanneer?")
        close(page, language)


def ask_at_a_norm(page: Page, language: Language, question: str) -> None:
    sign_in(page, MANAGER, language)
    page.goto("/bureau")
    page.get_by_label(said("Jaar", language), exact=True).select_option("2025")
    page.get_by_role("button", name=said("Tonen", language), exact=True).click()
    page.get_by_role("row").filter(has_text=LAST_YEAR).get_by_role("link", name="Voorbeeld-Oost", exact=True).click()
    page.get_by_role("link", name=said("De houder een vraag stellen", language)).click()
    fill_question(page, language, question)
    expect(page.get_by_text(said("Uw vraag is gesteld. De houder krijgt bericht.", language))).to_be_visible()
    sign_out(page, language)


def answer_from_home(page: Page, language: Language, question: str) -> None:
    sign_in(page, REPORTER, language)
    page.goto("/concessies")
    card = page.get_by_role("region").filter(has_text=question)
    card.get_by_role("link", name=said("Beantwoorden", language)).click()
    expect(page.get_by_text(question, exact=True)).to_be_visible()
    page.get_by_label(said("Uw antwoord", language)).fill(ANSWER)
    page.get_by_role("button", name=said("Antwoord versturen", language)).click()
    sent = said("Uw antwoord is verstuurd. De provincie krijgt bericht.", language)
    expect(page.get_by_text(sent)).to_be_visible()
    sign_out(page, language)


def read_and_ask_on(page: Page, language: Language, question: str) -> None:
    sign_in(page, MANAGER, language)
    page.goto("/bureau")
    page.get_by_role("link", name=re.compile(said("%(num)s antwoord om te lezen", language, num=1))).click()
    page.get_by_role("region").filter(has_text=ANSWER).get_by_role("link").first.click()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    fill_question(page, language, f"{question} Sinds wanneer?")
    expect(page.get_by_text(said("Uw vraag is gesteld. De houder krijgt bericht.", language))).to_be_visible()
    sign_out(page, language)


def close(page: Page, language: Language) -> None:
    sign_in(page, MANAGER, language)
    page.goto("/bureau")
    page.get_by_role("link", name=re.compile(said("%(num)s antwoord om te lezen", language, num=1))).click()
    page.get_by_role("region").filter(has_text=ANSWER).get_by_role("link").first.click()
    page.get_by_role("button", name=said("Gesprek sluiten", language)).click()
    expect(page.get_by_text(said("Gesprek gesloten", language), exact=True)).to_be_visible()
    page.get_by_role("link", name=LAST_YEAR).click()
    page.get_by_role("link", name=said("Verloop van dit rapport", language)).click()
    expect(page.get_by_role("listitem").filter(has_text=ANSWER).first).to_be_visible()
    sign_out(page, language)


def fill_question(page: Page, language: Language, question: str) -> None:
    page.get_by_label(said("Uw vraag", language)).fill(question)
    page.get_by_role("button", name=said("Vraag stellen", language), exact=True).click()
