"""A manager works through the norms of a report with three keys: j and k move, e establishes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from deploy.demo.workbook import workbook
from schemas.texts import Language
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.visiting import a_page, upload
from tests.e2e.walking import MANAGER, REPORTER, SIGNATORY, Walk, add_evidence, explain_everything, sign
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CODE = "VB-TOETS"


def test_norms_are_chosen_with_j_and_k_and_established_with_e(browser: Browser, site: Site, tmp_path: Path) -> None:
    name = a_new_duty(site, CODE, tmp_path)
    with a_page(browser, site.address) as page:
        walk = Walk(page, Language.NL, name)
        hand_in_at_once(walk)
        norms = begin_review(walk)
        names = [name_of(one) for one in norms.all()[:3]]

        norms.first.focus()
        page.keyboard.press("j")
        expect_chosen(page, norms.nth(1))
        page.keyboard.press("k")
        expect_chosen(page, norms.nth(0))
        page.keyboard.press("e")
        expect(page.get_by_role("status").first).to_contain_text(f"{names[0]}: vastgesteld.")
        expect_chosen(page, norms.nth(1))

        page.keyboard.press("e")
        expect(page.get_by_role("status").first).to_contain_text(f"{names[1]}: vastgesteld.")
        expect_chosen(page, norms.nth(2))


def test_a_letter_that_is_typed_in_a_reason_stays_a_letter(browser: Browser, site: Site, tmp_path: Path) -> None:
    name = a_new_duty(site, f"{CODE}-2", tmp_path)
    with a_page(browser, site.address) as page:
        walk = Walk(page, Language.NL, name)
        hand_in_at_once(walk, code=f"{CODE}-2")
        begin_review(walk)
        reason = page.get_by_label("Reden", exact=True)
        chosen = page.locator("[data-key-item][aria-current=true]")
        before = name_of(chosen)

        reason.press_sequentially("jeek")

        expect(reason).to_have_value("jeek")
        assert name_of(chosen) == before
        expect_chosen(page, chosen)


def hand_in_at_once(walk: Walk, code: str = CODE) -> None:
    """A report without faults, with its evidence, explained and signed."""
    book = a_book(code)
    walk.enter(REPORTER)
    add_evidence(walk, book)
    upload(walk.page, workbook(book))
    walk.await_check(1)
    explain_everything(walk)
    walk.leave()
    walk.enter(SIGNATORY)
    sign(walk)
    walk.leave()


def begin_review(walk: Walk) -> Locator:
    """The list of norms of a report whose review begins, on a page that is whole: from then on it hears keys."""
    walk.enter(MANAGER)
    walk.press("Beoordeling beginnen")
    norms = walk.page.locator("[data-key-item]")
    expect(norms.first).to_be_visible()
    walk.page.wait_for_load_state()
    return norms


def expect_chosen(page: Page, norm: Locator) -> None:
    """The list marks this norm, and the pane shows it; the keys are heard from the moment that the page is whole."""
    page.wait_for_load_state()
    expect(norm).to_have_attribute("aria-current", "true")
    expect(page.locator("#gekozen").get_by_role("heading").first).to_have_text(name_of(norm))


def name_of(norm: Locator) -> str:
    return norm.locator("span").first.inner_text()
