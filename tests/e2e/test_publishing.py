"""A decided report is made public: the officer decides, the holder is heard, and anybody reads and downloads it, in both languages."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import CHECKED_WITHIN, a_page, sign_in, sign_out
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

OFFICER, HOLDER = "paula@voorbeeld.example", "roos@denkbeeldigvervoer.example"
NAME, PUBLIC = "Voorbeeld-Oost", "/openbaar/VB-OOST/2025"
VIEW = "De aantallen per aandrijving zijn gevoelig; laat die weg."
LANGUAGES = [Language.NL, Language.EN]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_officer_decides_is_what_anybody_reads(
    browser: Browser, site: Site, tmp_path: Path, language: Language
) -> None:
    locale = "nl-NL" if language is Language.NL else "en-GB"
    with a_page(browser, site.address, locale=locale) as page:
        keep_the_fleet_back(page, language)
        give_a_view(page, language)
        publish(page, language)

        wait_for_edition(page, language)
        expect(page.locator("#vloot")).to_have_count(0)
        expect(page.locator("#weg")).to_contain_text("5.1.2f")
        rows = downloaded(page, language, tmp_path)

    kept = {row["id"] for row in rows if row["kind"] == "withheld"}
    assert "figure:FLT-01:drivetrain=bev" in kept
    assert not any(row["id"] == "FLT-01" for row in rows)


def keep_the_fleet_back(page: Page, language: Language) -> None:
    """The officer keeps the whole theme of the fleet back with a ground, opens the rest again, and tells the holder."""
    sign_in(page, OFFICER, language)
    page.get_by_role("link", name=NAME, exact=True).click()
    page.get_by_role("link", name=re.compile(said("Wagenpark", language))).click()
    page.get_by_label(said("Grond voor het hele thema", language)).select_option("5.1.2f")
    page.get_by_role("button", name=said("Niets openbaar", language)).click()
    expect(page.get_by_text(said("Bewaard voor het hele thema.", language))).to_be_visible()
    page.get_by_role("button", name=said("Houder laten weten", language)).click()
    expect(page.get_by_text(said("De houder krijgt bericht en kan een zienswijze geven.", language))).to_be_visible()
    sign_out(page, language)


def give_a_view(page: Page, language: Language) -> None:
    """The holder looks at what becomes public and gives its view."""
    sign_in(page, HOLDER, language)
    page.goto("/concessies")
    report = page.get_by_role("link", name=re.compile("2025")).first
    address = report.get_attribute("href")
    assert address
    page.goto(f"{re.sub('[?#].*', '', address)}/openbaarmaking")
    page.get_by_label(said("Uw zienswijze", language)).fill(VIEW)
    page.get_by_role("button", name=said("Zienswijze versturen", language)).click()
    expect(page.get_by_text(said("De provincie leest uw zienswijze en beslist.", language))).to_be_visible()
    sign_out(page, language)


def publish(page: Page, language: Language) -> None:
    """The officer reads the view and publishes."""
    sign_in(page, OFFICER, language)
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_text(VIEW)).to_be_visible()
    page.get_by_role("button", name=said("Openbaar maken", language), exact=True).click()
    expect(
        page.get_by_text(said("Openbaar gemaakt. De bestanden staan er meestal binnen een minuut.", language))
    ).to_be_visible()
    sign_out(page, language)


def wait_for_edition(page: Page, language: Language) -> None:
    """Anybody asks for the page until the worker has made the files of this edition."""
    page.goto(PUBLIC)
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name="English" if language is Language.EN else "Nederlands").click()
        expect(page.locator("html")).to_have_attribute("lang", language)
    number = 2 if language is Language.NL else 3
    edition = page.get_by_text(re.compile(f"{said('Uitgave %(number)s', language, number=number)},"))
    page.set_default_timeout(CHECKED_WITHIN)
    while not edition.count():
        page.reload()
    expect(edition).to_be_visible()


def downloaded(page: Page, language: Language, tmp_path: Path) -> list[dict[str, str]]:
    """The rows of the table that anybody can download."""
    with page.expect_download() as download:
        page.get_by_role("link", name=said("Tabel (csv)", language)).click()
    kept = tmp_path / "gegevens.csv"
    download.value.save_as(kept)
    with kept.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
