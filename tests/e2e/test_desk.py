"""The desk in a browser: concessions chosen, sorted and taken away, and their figures looked at, in Dutch and in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

MANAGER = "mara@voorbeeld.example"
LANGUAGES = pytest.mark.parametrize("language", list(Language), ids=str)


@LANGUAGES
def test_concessions_are_chosen_sorted_and_taken_away(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address, java_script_enabled=language is Language.NL) as page:
        sign_in(page, MANAGER, language)
        listed = page.get_by_role("table").get_by_role("rowheader")
        everything = listed.count()

        page.get_by_label(said("Zoeken op naam", language)).fill("oost")
        page.get_by_role("button", name=said("Tonen", language), exact=True).click()
        expect(listed).to_have_count(1)
        expect(listed).to_contain_text("Voorbeeld-Oost")
        assert "voorbeeld-oost" in _taken(page, said("als CSV", language)).casefold()

        page.get_by_role("link", name=said("Alles tonen", language)).click()
        expect(listed).to_have_count(everything)
        heading = page.get_by_role("columnheader", name=said("Termijn", language))
        heading.get_by_role("link").click()
        expect(heading).to_have_attribute("aria-sort", "ascending")


@LANGUAGES
def test_the_figures_of_a_concession_are_read_from_its_charts(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, MANAGER, language)
        page.get_by_label(said("Jaar", language), exact=True).select_option("2025")
        page.get_by_role("button", name=said("Tonen", language), exact=True).click()
        expect(page).to_have_url(re.compile("jaar=2025"))
        page.get_by_role("table").get_by_role("link", name="Voorbeeld-Oost", exact=True).click()
        page.wait_for_url("**/beoordelingen/*")
        page.goto(page.url.split("?")[0] + "?thema=ENE")
        page.get_by_role("link", name=said("Cijfers door de jaren", language)).first.click()
        expect(page.get_by_role("heading", name=said("Cijfers door de jaren", language))).to_be_visible()

        chart = page.locator("figure.chart").filter(has=page.locator("[data-reading]")).first
        drawing, reading = chart.locator("svg[data-read]").first, chart.locator("[data-reading]").first
        expect(drawing).to_have_attribute("tabindex", "0")
        drawing.focus()
        expect(reading).to_contain_text("2030")
        newest = reading.inner_text()
        page.keyboard.press("ArrowLeft")
        expect(reading).not_to_have_text(newest)

        chart.get_by_text(said("Cijfers bij deze grafiek", language)).click()
        expect(chart.get_by_role("table")).to_be_visible()


@LANGUAGES
def test_concessions_are_compared_without_naming_others(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, MANAGER, language)
        page.get_by_role("link", name=said("Concessies vergelijken", language)).click()
        page.get_by_role("navigation", name=said("Jaar", language)).get_by_role("link", name="2025").click()

        expect(page.get_by_role("main")).to_contain_text("Voorbeeld-Oost")


def _taken(page: Page, link: str) -> str:
    """What a link gives to keep."""
    with page.expect_download() as taken:
        page.get_by_role("link", name=link, exact=True).click()
    return Path(taken.value.path()).read_text(encoding="utf-8-sig")
