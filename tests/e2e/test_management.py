"""Management in a browser: an organisation, a concession, a calendar, a factor list and a norm, in Dutch and in English."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, FilePayload, Page, Route, expect

from schemas.texts import Language
from tests.e2e.visiting import CHECKED_WITHIN, a_page, sign_in
from tests.e2e.words import said
from tests.factor_lists import csv_of
from tests.running import Site
from workers.reference import own_yardsticks

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

OPERATOR = "fien@voorbeeld.example"
LANGUAGES = pytest.mark.parametrize("language", list(Language), ids=str)


def manage(page: Page, section: str, language: Language) -> None:
    sign_in(page, OPERATOR, language)
    page.goto("/beheer")
    page.get_by_role("main").get_by_role("link", name=said(section, language), exact=True).click()


def fill(page: Page, language: Language, **fields: str) -> None:
    for label, value in fields.items():
        page.get_by_label(said(label.replace("_", " "), language), exact=True).fill(value)


def press(page: Page, name: str, language: Language) -> None:
    page.get_by_role("button", name=said(name, language), exact=True).click()


@LANGUAGES
def test_a_holder_and_its_concession_are_added(browser: Browser, site: Site, language: Language) -> None:
    name, code = f"Bedachte Bus {language.upper()}", f"VB-{language.upper()}"
    with a_page(browser, site.address) as page:
        manage(page, "Organisaties", language)
        page.get_by_role("link", name=said("Organisatie toevoegen", language)).click()
        page.get_by_role("radio", name=said("concessiehouder", language).capitalize()).check()
        kvk = f"{uuid4().int % 10**8:08}"
        page.get_by_label(said("KvK-nummer", language)).fill(kvk)
        fill(page, language, Naam=name, Reden="Wint de aanbesteding.")
        press(page, "Toevoegen", language)
        expect(
            page.get_by_text(said("De organisatie is toegevoegd. Nodig nu haar mensen uit.", language))
        ).to_be_visible()

        page.goto("/beheer/concessies/nieuw")
        fill(page, language, Code=code, Naam=f"Voorbeeld {language}", Reden="Gegund.")
        page.get_by_label(said("Houder", language), exact=True).select_option(label=name)
        fill(page, language, Eerste_dag="2026-12-13", Laatste_dag="2036-12-13")
        press(page, "Toevoegen", language)
        expect(
            page.get_by_text(said("De concessie is toegevoegd. Zij heeft nog geen voorwaarden.", language))
        ).to_be_visible()
        expect(page.get_by_text("Gegund.")).to_be_visible()


def test_what_waits_for_its_script_has_its_place_before_that_script_is_there(browser: Browser, site: Site) -> None:
    waiting: list[Route] = []

    def hold(script: Route) -> None:
        waiting.append(script)

    with a_page(browser, site.address) as page:
        manage(page, "Concessies", Language.NL)
        expect(page.get_by_role("link", name="Voorbeeld-Oost", exact=True)).to_be_visible()
        page.route("**/*.js", hold)
        page.reload(wait_until="commit")
        expect(page.get_by_label("Zoeken")).to_be_visible()
        assert waiting
        page.unroute("**/*.js", hold)
        page.wait_for_load_state()
        page.get_by_label("Zoeken").fill("Oost")
        expect(page.get_by_text("getoond: 1 /")).to_be_visible()


@LANGUAGES
def test_other_days_show_what_moves_before_they_are_saved(browser: Browser, site: Site, language: Language) -> None:
    day = {Language.NL: "2027-06-05", Language.EN: "2027-06-12"}[language]
    with a_page(browser, site.address, java_script_enabled=language is Language.NL) as page:
        manage(page, "Concessies", language)
        page.get_by_role("link", name="Voorbeeld-Oost", exact=True).click()
        page.get_by_role("link", name=said("Kalender", language), exact=True).click()
        page.get_by_role("link", name=re.compile("2026")).click()
        fill(page, language, Indienen=day, Volledigheid_getoetst="2027-06-30", Besluit="2027-08-02", Reden="Later.")
        press(page, "Bekijken wat er verschuift", language)
        moved = said("leveranciers in de keten", language)
        expect(page.get_by_role("table")).to_contain_text("7" if language is Language.NL else "14")
        expect(page.get_by_role("table")).not_to_contain_text(moved)
        press(page, "Kalender opslaan", language)
        expect(page.get_by_text(said("Kalender gewijzigd", language)).first).to_be_visible()


@LANGUAGES
def test_a_factor_list_is_offered_tried_and_switched_on(browser: Browser, site: Site, language: Language) -> None:
    name = f"official-2026.{language}"
    content = csv_of(name, own_yardsticks().factor_sets[2026], grey="0.9")
    with a_page(browser, site.address) as page:
        manage(page, "Factorlijsten", language)
        offer(page, content.replace(b",0.9,", b",veel,"), language)
        fault = {Language.NL: "‘veel’ is geen factor.", Language.EN: "‘veel’ is no factor."}[language]
        expect(page.get_by_text(fault)).to_be_visible(timeout=CHECKED_WITHIN)
        page.get_by_role("link", name=said("Verbeterd bestand aanbieden", language)).click()
        offer(page, content, language)
        page.get_by_role("link", name=name, exact=True).click(timeout=CHECKED_WITHIN)
        press(page, "Op eerdere rapporten proberen", language)
        again = page.get_by_role("button", name=said("Opnieuw proberen", language))
        expect(again).to_be_visible(timeout=CHECKED_WITHIN)
        fill(page, language, Reden="Betere bronnen.")
        page.get_by_role("checkbox").check()
        press(page, "Inschakelen", language)
        holds = said("geldt voor %(years)s", language, years="2026")
        expect(page.get_by_text(holds).first).to_be_visible()
        expect(page.get_by_text("Betere bronnen.").first).to_be_visible()


def offer(page: Page, content: bytes, language: Language) -> None:
    file: FilePayload = {"name": "factoren.csv", "mimeType": "text/csv", "buffer": content}
    page.get_by_label(said("Bestand", language), exact=True).set_input_files(file)
    press(page, "Lijst aanbieden", language)


@LANGUAGES
def test_a_norm_is_proposed_tried_and_adopted(browser: Browser, site: Site, language: Language) -> None:
    value = {Language.NL: "2026: 99", Language.EN: "2026: 98"}[language]
    with a_page(browser, site.address) as page:
        manage(page, "Concessies", language)
        page.get_by_role("link", name="Voorbeeld-Oost", exact=True).click()
        page.get_by_role("link", name=said("Voorwaarden", language), exact=True).click()
        page.get_by_role("main").get_by_role("table").first.get_by_role("link").nth(2).click()
        page.get_by_label(said("Drempel per jaar", language)).fill(value)
        fill(page, language, Reden="Afgesproken.")
        press(page, "Voorstellen en proberen", language)
        heading = page.get_by_role("heading", name=said("Wat er verandert in de voorwaarden", language))
        expect(heading).to_be_visible(timeout=CHECKED_WITHIN)
        page.get_by_label(said("Reden", language), exact=True).first.fill("Besloten in het overleg.")
        page.get_by_role("checkbox").check()
        press(page, "Voorwaarden aannemen", language)
        told = said("De voorwaarden zijn aangenomen. Plichten die hierna openen, krijgen ze.", language)
        expect(page.get_by_text(told)).to_be_visible()
        expect(page.get_by_text("Besloten in het overleg.").first).to_be_visible()
