"""The holder's main job with the keyboard alone: upload, read and explain what was found, sign; every stop is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from deploy.demo.accounts import PASSWORD
from deploy.demo.papers import paper
from deploy.demo.workbook import workbook
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.keyboard import choose, enter, follow, press, write
from tests.e2e.visiting import XLSX, wait_for_check
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CODE = "VB-TOETS"
ROOS, DIRK = "roos@denkbeeldigvervoer.example", "dirk@denkbeeldigvervoer.example"


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
