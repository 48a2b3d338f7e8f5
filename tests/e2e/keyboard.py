"""Going through pages with the keyboard alone: from stop to stop, and every stop that is used is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from deploy.demo.accounts import PASSWORD

MOST_STOPS = 150
IS_SEEN = "e => e === document.activeElement && getComputedStyle(e).outlineStyle !== 'none'"


def reach(page: Page, target: Locator) -> None:
    """Go from stop to stop until the target has the focus, and see that it shows."""
    expect(target).to_be_attached()
    for _ in range(MOST_STOPS):
        if target.evaluate("e => e === document.activeElement"):
            assert target.evaluate(IS_SEEN), f"The focus on {target} is not seen."
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{target} cannot be reached by keyboard.")


def press(page: Page, target: Locator, *, key: str = "Enter") -> None:
    """Go to a link, button or box and press it."""
    reach(page, target.first)
    page.keyboard.press(key)


def follow(page: Page, target: Locator) -> None:
    """Go to a link or button that leads to another page, press it, and wait until that page is there."""
    with page.expect_event("load"):
        press(page, target)


def write(page: Page, field: Locator, text: str) -> None:
    """Go to a field and type."""
    reach(page, field.first)
    page.keyboard.type(text)


def choose(page: Page, field: Locator, chosen: list[FilePayload]) -> None:
    """Go to a file field, have it ask for files, and choose them."""
    # A page that still loads can take the focus away between reaching the field and pressing the key.
    page.wait_for_load_state("networkidle")
    # The browser hears of the wish to answer its dialog beside the keys: told right before the last key, it can come too late.
    with page.expect_file_chooser() as asked:
        reach(page, field.first)
        page.keyboard.press("Enter")
    asked.value.set_files(chosen)


def enter(page: Page, email: str) -> None:
    """Sign in."""
    page.goto("/inloggen")
    write(page, page.get_by_label("E-mailadres"), email)
    write(page, page.get_by_label("Wachtwoord", exact=True), PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
