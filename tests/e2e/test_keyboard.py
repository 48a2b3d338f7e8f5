"""The holder's main job with the keyboard alone: upload, read and explain what was found, sign; every stop is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from deploy.demo.accounts import PASSWORD
from deploy.demo.papers import paper
from deploy.demo.workbook import workbook
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.visiting import XLSX, wait_for_check
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CODE = "VB-TOETS"
ROOS, DIRK = "roos@denkbeeldigvervoer.example", "dirk@denkbeeldigvervoer.example"
MOST_STOPS = 150
IS_SEEN = "e => e === document.activeElement && getComputedStyle(e).outlineStyle !== 'none'"


def test_uploading_explaining_and_signing_need_no_mouse(page: Page, site: Site, tmp_path: Path) -> None:
    name = a_new_duty(site, CODE, tmp_path)
    book = a_book(CODE) | {"ridership": a_book(CODE)["ridership"][:-1]}
    enter(page, ROOS)
    open_report(page, name)
    choose(page, page.get_by_label("Bewijs toevoegen", exact=True), papers(book))
    press(page, page.get_by_role("button", name="Toevoegen", exact=True))
    expect(page.get_by_role("status").first).to_contain_text("ontvangen")
    file: FilePayload = {"name": "rapport.xlsx", "mimeType": XLSX, "buffer": workbook(book)}
    choose(page, page.get_by_label("Uw bestand", exact=True), [file])
    press(page, page.get_by_role("button", name="Uploaden en laten controleren"))
    wait_for_check(page, 1)

    explain_everything(page)
    expect(page.get_by_text("Uw ondertekenaar kan indienen")).to_be_visible()
    follow(page, page.get_by_role("button", name="Uitloggen"))
    enter(page, DIRK)
    open_report(page, name)
    follow(page, page.get_by_role("link", name="Indienen", exact=True))
    press(page, page.get_by_role("checkbox"), key="Space")
    write(page, page.get_by_label("Uw wachtwoord, nog eens"), PASSWORD)
    page.keyboard.press("Enter")

    expect(page.get_by_text("Bewaar dit bewijs.")).to_be_visible()


def test_the_first_stop_leads_past_the_menu_to_the_page_itself(page: Page) -> None:
    page.goto("/begrippen")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


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
    reach(page, field.first)
    with page.expect_file_chooser() as asked:
        page.keyboard.press("Enter")
    asked.value.set_files(chosen)


def enter(page: Page, email: str) -> None:
    """Sign in."""
    page.goto("/inloggen")
    write(page, page.get_by_label("E-mailadres"), email)
    write(page, page.get_by_label("Wachtwoord", exact=True), PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()


def open_report(page: Page, name: str) -> None:
    """Open the report of the concession of this name, from the list of one's own."""
    follow(page, page.get_by_role("link", name=name, exact=True))
    expect(page).to_have_url(re.compile("/rapportages/"))


def explain_everything(page: Page) -> None:
    """Open each question and answer it."""
    questions = page.locator("#groepen > details", has_text="toe te lichten")
    while left := questions.count():
        question = questions.last
        if question.get_attribute("open") is None:
            press(page, question.locator("> summary"))
        write(page, question.get_by_role("textbox"), "Nagekeken: dit klopt.")
        follow(page, question.get_by_role("button", name=re.compile("bewaren")))
        expect(questions).to_have_count(left - 1)


def papers(book: dict[str, list[dict[str, object]]]) -> list[FilePayload]:
    """The evidence that a report names."""
    names = [str(row["file_name"]) for row in book["evidence"]]
    return [{"name": name, "mimeType": "application/pdf", "buffer": paper(name)} for name in names]
