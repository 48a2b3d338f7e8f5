"""Filling in together in a browser: forms and a workbook in one draft, and two people on one sheet, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from deploy.demo.workbook import workbook
from schemas.report.sheets import BY_NAME, column_named
from schemas.texts import Language
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.visiting import CHECKED_WITHIN, a_page, upload
from tests.e2e.walking import REPORTER, Walk
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

STAFF, DEPOT = "hanna@denkbeeldigvervoer.example", "daan@denkbeeldigvervoer.example"
BOTH = pytest.mark.parametrize("language", list(Language))
ALL_PARTS = "Alle onderdelen, met wie wat invult en waar het vandaan komt"


def label(walk: Walk, sheet: str, column: str | None = None) -> str:
    """A sheet or a column as this reader calls it."""
    said = column_named(sheet, column).label if column else BY_NAME[sheet].label
    return said.in_(walk.language)


def field(walk: Walk, sheet: str, column: str, row: int = 2) -> Locator:
    """The field of a cell, found by its row and the words of its column."""
    group = walk.page.get_by_role("group", name=walk.say("Rij %(row)s", row=row), exact=True)
    return group.get_by_label(label(walk, sheet, column)).first


def open_parts(walk: Walk, email: str) -> None:
    walk.enter(email)
    walk.follow(ALL_PARTS)


def open_form(walk: Walk, sheet: str) -> None:
    name = walk.say("%(sheet)s invullen", sheet=label(walk, sheet))
    walk.page.get_by_role("link", name=name, exact=True).click()
    expect(walk.page.get_by_role("heading", name=label(walk, sheet), exact=True)).to_be_visible()


def give(walk: Walk, name: str, *sheets: str) -> None:
    walk.page.get_by_text(walk.say("Bladen van %(name)s kiezen", name=name), exact=True).click()
    form = walk.page.locator("form").filter(
        has=walk.page.get_by_role("group", name=walk.say("Bladen van %(name)s", name=name))
    )
    for sheet in sheets:
        form.get_by_role("checkbox", name=label(walk, sheet), exact=True).check()
    form.get_by_role("button", name=walk.say("Bewaren")).click()
    expect(walk.page.get_by_text(walk.say("Bewaard wat %(name)s invult.", name=name))).to_be_visible()


def fill_in_staff(walk: Walk, headcount: str) -> None:
    field(walk, "workforce", "staff_group").select_option("drivers")
    field(walk, "workforce", "fte").fill("98")
    field(walk, "workforce", "headcount").fill(headcount)


@BOTH
def test_two_colleagues_and_a_workbook_make_one_version(
    browser: Browser, site: Site, tmp_path: Path, language: Language
) -> None:
    code = f"VB-DEEL-{language.upper()}"
    name = a_new_duty(site, code, tmp_path)
    with a_page(browser, site.address) as page:
        walk = Walk(page, language, name)
        open_parts(walk, REPORTER)
        walk.follow("Bladen verdelen over collega’s")
        give(walk, "Hanna Personeel", "workforce")
        give(walk, "Daan Depot", "materials")
        walk.leave()

        open_parts(walk, STAFF)
        expect(
            page.get_by_role("link", name=walk.say("%(sheet)s invullen", sheet=label(walk, "materials")))
        ).to_have_count(0)
        open_form(walk, "workforce")
        fill_in_staff(walk, "veel")
        kept = re.compile(re.escape(walk.say("Opgeslagen om %(time)s.", time="").removesuffix(".")))
        expect(page.get_by_role("status").filter(has_text=kept)).to_be_visible()
        walk.press("Bewaren")
        expect(page.get_by_role("alert")).to_be_focused()
        walk.leave()

        open_parts(walk, DEPOT)
        open_form(walk, "materials")
        field(walk, "materials", "flow_id").fill("S1")
        walk.press("Bewaren")
        expect(page).to_have_url(re.compile("nagekeken=1"), timeout=CHECKED_WITHIN)
        walk.leave()

        open_parts(walk, REPORTER)
        walk.press("Laten controleren")
        walk.await_check(1)
        page.goto(parts_of(page))
        upload(page, workbook(a_book(code)), language=language)
        walk.await_check(2)
        page.get_by_text(walk.say("Alles openen"), exact=True).click()
        page.get_by_role("link", name=walk.say("Naar het veld in het formulier")).first.click()
        expect(page).to_have_url(re.compile(r"/onderdelen/(workforce|materials)#r2\.\w+$"))

        page.goto(parts_of(page))
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=label(walk, "workforce")))
        expect(row.get_by_role("cell").first).to_contain_text(walk.say("Formulier"))
        other = page.get_by_role("row").filter(
            has=page.get_by_role("rowheader", name=label(walk, "vehicles"), exact=True)
        )
        expect(other.get_by_role("cell").first).to_contain_text("rapport.xlsx")


@BOTH
def test_the_second_on_a_sheet_sees_both_and_chooses(
    browser: Browser, site: Site, tmp_path: Path, language: Language
) -> None:
    name = a_new_duty(site, f"VB-SAMEN-{language.upper()}", tmp_path)
    with a_page(browser, site.address) as first, a_page(browser, site.address) as second:
        officer, staff = Walk(first, language, name), Walk(second, language, name)
        for walk, email in ((officer, REPORTER), (staff, STAFF)):
            open_parts(walk, email)
            open_form(walk, "workforce")

        fill_in_staff(officer, "120")
        officer.press("Bewaren")
        expect(first).to_have_url(re.compile("nagekeken=1"), timeout=CHECKED_WITHIN)
        fill_in_staff(staff, "130")
        staff.press("Bewaren")

        expect(second.get_by_role("alert")).to_contain_text(
            staff.say("%(who)s veranderde dit blad ook", who="Roos Rapporteur")
        )
        expect(field(staff, "workforce", "headcount")).to_have_value("130")
        expect(second.get_by_text(staff.say("%(who)s schreef:", who="Roos Rapporteur")).first).to_be_attached()
        staff.press("Bewaren")
        expect(second).to_have_url(re.compile("nagekeken=1"), timeout=CHECKED_WITHIN)
        first.reload()
        expect(field(officer, "workforce", "headcount")).to_have_value("130")


def parts_of(page: Page) -> str:
    """The address of the parts of the report that a page is about."""
    return "/".join(page.url.split("/")[:5]) + "/onderdelen"
