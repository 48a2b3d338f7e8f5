"""Reminders in a browser, in Dutch and in English: being away, a mail that is for somebody else, and the calendar of a report."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest
from babel.dates import format_date
from playwright.sync_api import Browser, expect

from schemas.clock import today
from schemas.reminding.duties import REPORT
from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.walking import REPORTER
from tests.e2e.words import said
from tests.running import Site, environment

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

LANGUAGES = pytest.mark.parametrize("language", list(Language), ids=str)
# The demo's report is due on 3 May 2027; five working days before it its people are reminded for the last time.
LAST_STEP = "2027-04-23"
LINKS = """
from sqlalchemy import select
from schemas.reminding.marks import REMINDER, not_me_secret
from schemas.settings import settings
from schemas.store import Mail, reading
with reading() as session:
    for mail in session.scalars(select(Mail).where(Mail.template == REMINDER).order_by(Mail.recipient)):
        print(mail.recipient, f"/herinneringen/{mail.id}/{not_me_secret(mail.id, settings().secret)}")
"""


def links(site: Site) -> list[tuple[str, str]]:
    """To whom a mail with reminders is written, and the link in it by which they say that it is not for them."""
    site.ketenspiegel("remind", "--today", LAST_STEP)
    done = subprocess.run(
        [sys.executable, "-c", LINKS], env=environment(site.home), capture_output=True, text=True, check=True
    )
    found = (line.split() for line in done.stdout.splitlines() if "/herinneringen/" in line)
    return [(recipient, link) for recipient, link in found]


@LANGUAGES
def test_somebody_is_away_for_a_while_and_back_again(browser: Browser, site: Site, language: Language) -> None:
    until = today() + timedelta(days=9)
    with a_page(browser, site.address) as page:
        sign_in(page, REPORTER, language)
        page.goto("/account")
        day = page.get_by_label(said("Afwezig tot en met", language))
        form = page.locator("form").filter(has=day)
        day.fill(until.isoformat())
        page.get_by_label(said("Wie krijgt uw herinneringen zolang", language)).select_option(index=1)
        form.get_by_role("button", name=said("Opslaan", language)).click()
        told = format_date(until, "d MMMM y", locale={Language.NL: "nl_NL", Language.EN: "en_GB"}[language])
        expect(
            page.get_by_text(said("Tot en met %(day)s krijgt u geen herinneringen.", language, day=told))
        ).to_be_visible()

        day.fill("")
        form.get_by_role("button", name=said("Opslaan", language)).click()
        expect(page.get_by_text(said("U krijgt weer herinneringen.", language))).to_be_visible()


@LANGUAGES
def test_a_reader_without_an_account_says_that_it_is_for_somebody_else(
    browser: Browser, site: Site, language: Language
) -> None:
    recipient, link = links(site)[list(Language).index(language)]
    with a_page(browser, site.address) as page:
        page.goto(link)
        # The page speaks the language of the mail that led to it.
        if page.locator("html").get_attribute("lang") != language:
            page.get_by_role("button", name="English" if language is Language.EN else "Nederlands").click()
        expect(page.get_by_role("heading", name=said("Dit is niet voor mij", language))).to_be_visible()
        expect(page.get_by_text(recipient)).to_be_visible()
        page.get_by_label(said("Voor wie is het dan?", language)).fill("Kim van Inkoop.")
        page.get_by_role("button", name=said("Melden dat dit niet voor mij is", language)).click()
        thanks = "Dank u. U krijgt hierover geen herinneringen meer; wie u vroeg, ziet dat het niet voor u is."
        expect(page.get_by_text(said(thanks, language))).to_be_visible()


@LANGUAGES
def test_the_calendar_tells_what_comes_as_long_as_nothing_is_done(
    browser: Browser, site: Site, language: Language
) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, REPORTER, language)
        page.goto("/concessies")
        page.get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
        page.get_by_role("link", name=said("Herinneringen bij dit rapport", language)).first.click()
        expect(page.get_by_role("heading", name=said("Wat nog komt", language))).to_be_visible()
        coming = page.get_by_role("table", name=said("Herinneringen die nog komen", language))
        expect(coming).to_contain_text(REPORT.name.in_(language))
