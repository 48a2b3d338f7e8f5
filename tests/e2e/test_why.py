"""Why behind every number, asked by each side in its language: with scripts the fold is filled where it stands, without by its link."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.walking import REPORTER
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


def judgements(page: Page, language: Language) -> None:
    """Go to the verdicts and figures of last year's report."""
    sign_in(page, REPORTER, language)
    page.goto("/concessies")
    page.get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
    page.get_by_role("link", name=re.compile("2025")).last.click()
    page.get_by_role("link", name=said("Oordelen en cijfers", language)).first.click()


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("script", [True, False])
def test_a_figure_and_a_norm_say_why(browser: Browser, site: Site, language: Language, script: bool) -> None:
    with a_page(browser, site.address, java_script_enabled=script) as page:
        judgements(page, language)
        for fold, link in (
            (page.locator("#N-WTW-PKM"), "Waarom, en hoe het verder gaat"),
            (page.locator("#cijfer-GHG-04"), "Waarom, en in delen"),
        ):
            fold.locator("summary").click()
            if not script:
                fold.get_by_role("link", name=said(link, language)).click()

            expect(fold.get_by_role("table", name=said("Wat erin ging", language)).first).to_be_visible()
