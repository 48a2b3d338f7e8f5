"""Numbers and dates are written as the reader of the page writes them: no English points on Dutch pages, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.look.staging import Visitors, a_stage
from tests.look.visits import Visit, read_plan, visits

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]

# What is quoted as somebody wrote it, and what machines read, is not ours to format.
QUOTED = "code, pre, .said, .mail, .letter, .wrong-value, .as-written, input, textarea, select, [lang]:not(html), script, style"
TEXT = """quoted => {
  const copy = document.querySelector('main').cloneNode(true);
  copy.querySelectorAll(quoted).forEach(e => e.remove());
  copy.querySelectorAll('td, th, li, p, dt, dd, h1, h2, h3, summary, text, title, desc, option, br, div').forEach(e => e.append(' ¶ '));
  return copy.textContent;
}"""
# Articles, versions and standards are names, not numbers; 16.42 uur is how Dutch writes a time.
NAMES = re.compile(
    r"(?i)(art(ikel|icle|\.)?|versi(on|e)|wcag|woo,|iso|vsme|esrs|skao|regel|rule|lijst|list|niveau|level|scope|python|b)\s*[\d.]+\w*"
    r"|\d+(\.\d+){2,}|\b\d{1,2}\.\d{2} uur|\b\d{4}\.\d\b|\d+\.\d+/\d|4\.0 \(trede|[\w-]+\.(xlsx|csv|json|pdf|zip|eml|example)\b|\d+\.\d+[a-z]"
)
POINT = re.compile(r"(?<![\w.,/-])\d{1,3}\.(\d{1,2}|\d{4,})(?![\w.,/-]*\d)\b")
COMMA = re.compile(r"(?<![\w.,/-])\d+,(\d{1,2}|\d{4,})(?![\d,])\b")
MONTHS = {
    Language.NL: re.compile(r"\b\d{1,2} (January|February|March|May|June|July|August|October) \d{4}"),
    Language.EN: re.compile(r"\b\d{1,2} (januari|februari|maart|mei|juni|juli|augustus|oktober) \d{4}"),
}


@pytest.fixture(scope="module")
def pages(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, dict[str, str]]]:
    """The text of every page in Dutch, and then in English."""
    home = tmp_path_factory.mktemp("stage") / "home"
    with a_stage(home) as site:
        visitors, asked = Visitors(browser, site), [one for one in visits(read_plan(home)) if not one.press]
        yield {language: read(visitors, asked, language) for language in Language}


def read(visitors: Visitors, asked: list[Visit], language: Language) -> dict[str, str]:
    """What each page says; the first time that somebody looks, the pages are put into the language."""
    found = {}
    for visit in asked:
        page = visitors.visit(visit)
        put_into(page, language)
        found[visit.name] = NAMES.sub(" ", page.evaluate(TEXT, QUOTED))
        page.close()
    return found


def put_into(page: Page, language: Language) -> None:
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name="English" if language is Language.EN else "Nederlands", exact=True).click()
        expect(page.locator("html")).to_have_attribute("lang", language)


def written(pages: dict[str, str], *forms: re.Pattern[str]) -> list[str]:
    return [f"{name}: {hit.group()}" for name, text in pages.items() for form in forms for hit in form.finditer(text)]


def test_dutch_pages_have_no_english_numbers_or_dates(pages: dict[Language, dict[str, str]]) -> None:
    assert written(pages[Language.NL], POINT, MONTHS[Language.NL]) == []


def test_english_pages_have_no_dutch_numbers_or_dates(pages: dict[Language, dict[str, str]]) -> None:
    assert written(pages[Language.EN], COMMA, MONTHS[Language.EN]) == []
