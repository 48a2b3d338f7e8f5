"""How somebody visits: pages that listen for trouble, signing in, uploading, and waiting for a check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, FilePayload, Page, StorageState, expect

from deploy.demo.accounts import PASSWORD
from schemas.texts import Language
from tests.e2e.words import said
from tests.running import Site

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# A refusal is an answer with 4xx, which Chromium also writes to the console.
EXPECTED = re.compile(r"the server responded with a status of 4\d\d")
CHECKED_WITHIN = 60_000
# On a machine that does more at the same time a page can take long; a page that is wrong then fails later, and no less.
SHOWN_WITHIN = 30_000
Entry = StorageState


@contextmanager
def a_page(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page of a new visitor. Whatever the content policy blocks, and every error of a script, fails at the end."""
    expect.set_options(timeout=SHOWN_WITHIN)
    context = browser.new_context(base_url=address, **{"locale": "nl-NL", **options})
    trouble: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: trouble.extend(_told(message)))
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    yield opened
    context.close()
    assert trouble == []


def sign_in(page: Page, email: str, language: Language = Language.NL) -> None:
    """Sign in with the demo's password; the page is put in the reader's language first."""
    page.goto("/inloggen")
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name="English" if language is Language.EN else "Nederlands").click()
    page.get_by_label(said("E-mailadres", language)).fill(email)
    page.get_by_label(said("Wachtwoord", language), exact=True).fill(PASSWORD)
    page.get_by_role("button", name=said("Inloggen", language)).click()
    other = page.get_by_role("button", name="English" if language is Language.EN else "Nederlands", exact=True)
    inside = page.get_by_role("button", name=said("Uitloggen", language))
    expect(inside.or_(other).first).to_be_visible()
    if other.count():
        other.click()
        expect(inside).to_be_visible()
    # The header is there before the rest: who counts what stands below it has to wait for the whole page.
    page.wait_for_load_state()


def entered(browser: Browser, site: Site, email: str, language: Language = Language.NL) -> Entry:
    """What the browser keeps of somebody who signed in: a page that is opened with it needs no password."""
    with a_page(browser, site.address) as page:
        sign_in(page, email, language)
        return page.context.storage_state()


def sign_out(page: Page, language: Language = Language.NL) -> None:
    """Sign out."""
    page.get_by_role("button", name=said("Uitloggen", language)).click()
    expect(page.get_by_text(said("U bent uitgelogd.", language))).to_be_visible()


def upload(page: Page, content: bytes, *, name: str = "rapport.xlsx", language: Language = Language.NL) -> None:
    """Choose a file on the page of a report and send it."""
    file: FilePayload = {"name": name, "mimeType": XLSX, "buffer": content}
    page.get_by_label(said("Uw bestand", language), exact=True).set_input_files(file)
    page.get_by_role("button", name=said("Uploaden en laten controleren", language)).click()


def wait_for_check(page: Page, number: int, language: Language = Language.NL) -> None:
    """Stay on the page of the check, which goes on by itself to what was found."""
    heading = said("Controle van versie %(number)s", language, number=number)
    expect(page.get_by_role("heading", name=heading)).to_be_visible(timeout=CHECKED_WITHIN)
    page.wait_for_load_state()


def _told(message: ConsoleMessage) -> list[str]:
    is_trouble = message.type in {"error", "warning"} and not EXPECTED.search(message.text)
    return [f"{message.type}: {message.text}"] * is_trouble
