"""The pages for everybody answer, in both languages."""

from __future__ import annotations

import pytest

from tests.unit.portal.browsing import Browser

PAGES = (
    "/",
    "/inloggen",
    "/wachtwoord-vergeten",
    "/toegankelijkheid",
    "/begrippen",
    "/regels",
    "/gegevenswoordenboek",
    "/gegevenswoordenboek/energy",
    "/gegevenswoordenboek/report",
    "/json-schema",
    "/gezond",
    "/.well-known/security.txt",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_for_everybody_answers(browser: Browser, path: str) -> None:
    page = browser.get(path)

    assert page.status_code == 200, page.text
    assert page.content_type
