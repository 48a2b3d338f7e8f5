"""The holder's home in a browser: a finding goes to a colleague and back, the year is at hand, and the alarm is raised."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in, sign_out
from tests.e2e.walking import REPORTER, SIGNATORY
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ONLY_SIGNATORY = "wim@fictievelijnen.example"
ALONE = "Alleen %(who)s kan nu indienen namens %(name)s"
MANAGER_OF_PEOPLE = "fien@voorbeeld.example"
WIM = {"who": "Wim Westlijn", "name": "Fictieve Lijnen B.V."}


@pytest.mark.parametrize(
    ("language", "script"),
    [(Language.NL, True), (Language.EN, True), (Language.NL, False)],
    ids=["nl", "en", "no-script"],
)
def test_a_row_is_shown_as_written_and_marked_for_a_colleague_who_settles_it(
    browser: Browser, site: Site, language: Language, script: bool
) -> None:
    note = f"Klopt deze meter? ({language}, {script})"
    with a_page(browser, site.address, java_script_enabled=script) as page:
        sign_in(page, REPORTER, language)
        open_the_row(page, language)
        mark_it(page, language, note)
        sign_out(page, language)
        settle_it(page, language, note)


def open_the_row(page: Page, language: Language) -> None:
    page.goto("/concessies")
    page.get_by_role("link", name=said("Verbeteren en toelichten", language)).click()
    group = page.locator("#ENE-003")
    group.locator("summary").first.click()
    group.get_by_role("link", name=said("Toon rij %(row)s zoals ik hem schreef", language, row=26)).click()
    heading = page.get_by_role("heading", name=said("Rij %(row)s zoals u hem schreef", language, row=26))
    expect(heading).to_be_visible()
    whole = page.get_by_role("table", name=said("De hele rij", language))
    expect(whole.get_by_role("row").filter(has_text="8293.4")).to_be_visible()


def mark_it(page: Page, language: Language, note: str) -> None:
    page.get_by_text(said("Voor een collega markeren", language)).click()
    page.get_by_label(said("Wie kijkt ernaar?", language)).select_option("Dirk Directeur")
    page.get_by_label(said("Wat vraagt u?", language)).fill(note)
    page.get_by_role("button", name=said("Markeren", language), exact=True).click()
    told = said("Gemarkeerd voor %(name)s, die krijgt een mail.", language, name="Dirk Directeur")
    expect(page.get_by_text(told)).to_be_visible()


def settle_it(page: Page, language: Language, note: str) -> None:
    sign_in(page, SIGNATORY, language)
    page.goto("/concessies")
    mine = page.get_by_role("region", name=said("Voor u", language))
    mine.get_by_role("listitem").filter(has_text=note).get_by_role("link").click()
    expect(page.get_by_text(note)).to_be_visible()
    page.get_by_role("button", name=said("Klaar", language), exact=True).first.click()
    expect(page.get_by_text(said("Klaar. Uw collega's zien dat ook.", language))).to_be_visible()
    page.goto("/concessies")
    expect(page.get_by_text(note)).to_have_count(0)


@pytest.mark.parametrize("language", list(Language))
def test_the_year_of_a_report_is_one_step_from_home(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, REPORTER, language)
        page.goto("/concessies")

        page.get_by_role("link", name=re.compile(said("Het hele jaar bekijken", language))).first.click()

        steps = page.get_by_role("table", name=said("Alle stappen, van opening tot besluit", language))
        now = steps.get_by_role("row").filter(has_text=said("Uploaden, verbeteren en toelichten", language))
        expect(now).to_contain_text(said("nu", language))
        expect(steps.get_by_role("row")).to_have_count(7)


@pytest.mark.parametrize("language", list(Language))
def test_too_few_signatories_are_seen_at_home_and_on_the_report(
    browser: Browser, site: Site, language: Language
) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, ONLY_SIGNATORY, language)
        page.goto("/concessies")
        expect(page.get_by_text(said(ALONE, language, **WIM))).to_be_visible()
        page.get_by_role("link", name="Overzicht-West", exact=True).click()
        expect(page.get_by_text(said(ALONE, language, **WIM))).to_be_visible()


@pytest.mark.parametrize("language", list(Language))
def test_closing_the_access_of_the_second_signatory_raises_the_alarm_among_the_people(
    browser: Browser, site: Site, language: Language
) -> None:
    alarm = said(ALONE, language, who="Dirk Directeur", name="Denkbeeldig Vervoer B.V.")
    with a_page(browser, site.address) as page:
        sign_in(page, MANAGER_OF_PEOPLE, language)
        change_access_of_tess(page, language, "Toegang sluiten", told="De toegang is gesloten.")
        expect(page.get_by_text(alarm)).to_be_visible()
        closed = said("De toegang van %(who)s is gesloten.", language, who="Tess Tekenbevoegd")
        expect(page.get_by_text(closed)).to_be_visible()

        change_access_of_tess(page, language, "Toegang openen", told="De toegang is geopend.")
        expect(page.get_by_text(alarm)).to_have_count(0)


def change_access_of_tess(page: Page, language: Language, name: str, *, told: str) -> None:
    page.goto("/mensen")
    page.get_by_role("link", name="Tess Tekenbevoegd").click()
    page.get_by_role("button", name=said(name, language)).click()
    expect(page.get_by_text(said(told, language)).first).to_be_visible()
    page.goto("/mensen")
