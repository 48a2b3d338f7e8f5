"""The language is the person's choice, then the browser's memory, then what the browser asks, then Dutch."""

from __future__ import annotations

import pytest

from tests.unit.portal.browsing import Browser, World


def language_of(browser: Browser, **headers: str) -> str:
    page = browser.get("/begrippen", headers={name.replace("_", "-"): value for name, value in headers.items()}).text
    return page.split('<html lang="')[1][:2]


@pytest.mark.parametrize(
    ("asked", "given"), [("", "nl"), ("en-GB,en;q=0.9", "en"), ("fr", "nl"), ("fr,en;q=0.5", "en"), ("nl,en", "nl")]
)
def test_the_browser_is_asked(browser: Browser, asked: str, given: str) -> None:
    assert language_of(browser, Accept_Language=asked) == given


def test_a_choice_is_remembered(browser: Browser) -> None:
    browser.post("/taal", {"language": "en", "next": "/begrippen"})

    assert language_of(browser, Accept_Language="nl") == "en"


def test_the_choice_of_a_person_goes_along(reporter: Browser) -> None:
    reporter.post("/taal", {"language": "en", "next": "/begrippen"})
    reporter.client.delete_cookie("ketenspiegel-taal")

    assert language_of(reporter, Accept_Language="nl") == "en"


def test_choosing_leads_back_to_the_page_and_nowhere_else(browser: Browser) -> None:
    here = browser.post("/taal", {"language": "en", "next": "/regels?x=1"})
    elsewhere = browser.post("/taal", {"language": "en", "next": "//evil.example"})

    assert (here.headers["Location"], elsewhere.headers["Location"]) == ("/regels?x=1", "/")


def test_after_a_refused_form_choosing_leads_back_to_the_page_that_it_stands_on(
    reporter: Browser, world: World
) -> None:
    page = f"/rapportages/{world.reports['oost']}"

    refused = reporter.post(f"{page}/versies", {"sleutel": "x"})

    assert f'name="next" value="{page}"' in refused.text


def test_there_are_two_languages(browser: Browser) -> None:
    assert browser.post("/taal", {"language": "fr", "next": "/"}).status_code == 400
