"""The page for the meeting in a browser, by each side in its language; on paper it takes two sheets at most."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.walking import REPORTER
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.mark.parametrize("language", list(Language))
def test_the_meeting_has_one_page_that_prints_on_two_sheets(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, REPORTER, language)
        page.goto("/concessies")
        page.get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
        page.get_by_role("link", name=said("Voor het overleg", language), exact=True).click()
        for heading in ("Het pad tot 2030", "Open maatregelen", "Open vragen", "Lopende termijnen"):
            expect(page.get_by_role("heading", name=said(heading, language), exact=True)).to_be_visible()

        sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages

    assert len(sheets) <= 2
