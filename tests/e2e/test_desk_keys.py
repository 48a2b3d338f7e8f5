"""A manager works through the norms of a report with three keys: j and k move, e establishes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from deploy.demo.workbook import workbook
from schemas.texts import Language
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.visiting import Entry, a_page, upload
from tests.e2e.walking import MANAGER, REPORTER, SIGNATORY, Walk, add_evidence, explain_everything, sign
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

CODE = "VB-TOETS"


@dataclass(frozen=True)
class Review:
    """Where the review of these tests stands, and the manager who is signed in."""

    address: str
    entry: Entry


@pytest.fixture(scope="module")
def review(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Review:
    """A report without faults whose review begins."""
    name = a_new_duty(site, CODE, tmp_path_factory.mktemp("duty"))
    with a_page(browser, site.address) as page:
        hand_in_at_once(Walk(page, Language.NL, name))
        begin_review(Walk(page, Language.NL, name))
        return Review(page.url, page.context.storage_state())


@pytest.fixture
def page(browser: Browser, site: Site, review: Review) -> Iterator[Page]:
    """The review as its manager opens it."""
    with a_page(browser, site.address, storage_state=review.entry) as opened:
        opened.goto(review.address)
        yield opened


@pytest.fixture
def norms(page: Page) -> Locator:
    """The list of norms of a page that is whole: from then on it hears keys."""
    page.wait_for_load_state()
    return page.locator("[data-key-item]")


def test_norms_are_chosen_with_j_and_k_and_established_with_e(page: Page, norms: Locator) -> None:
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


def test_a_letter_that_is_typed_in_a_reason_stays_a_letter(page: Page, norms: Locator) -> None:
    reason = page.get_by_label("Reden", exact=True)
    chosen = norms.and_(page.locator("[aria-current=true]"))
    before = name_of(chosen)

    reason.press_sequentially("jeek")

    expect(reason).to_have_value("jeek")
    assert name_of(chosen) == before
    expect_chosen(page, chosen)


def test_a_norm_that_is_on_its_way_is_not_established_in_place_of_the_one_that_still_stands_there(
    page: Page, norms: Locator
) -> None:
    held = holding(page, norms.nth(5))
    posted: list[str] = []
    page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    norms.nth(4).click()
    expect_chosen(page, norms.nth(4))

    norms.nth(4).press("j")
    page.keyboard.press("e")
    release(page, held)

    expect_chosen(page, norms.nth(5))
    assert posted == []


def test_who_goes_on_quickly_sees_the_norm_that_was_chosen_last(page: Page, norms: Locator) -> None:
    held = holding(page, norms.nth(5))

    norms.nth(5).click()
    norms.nth(6).click()
    expect_chosen(page, norms.nth(6))
    release(page, held)

    expect_chosen(page, norms.nth(6))


def test_what_is_typed_while_a_norm_is_on_its_way_is_not_lost(page: Page, norms: Locator) -> None:
    norms.nth(4).click()
    expect_chosen(page, norms.nth(4))
    held = holding(page, norms.nth(5))

    norms.nth(5).click()
    page.get_by_label("Reden", exact=True).fill("Nog even nagaan.")
    with page.expect_event("dialog") as asked:
        held[0].continue_()
    assert asked.value.type == "beforeunload"
    asked.value.dismiss()

    expect_chosen(page, norms.nth(4))
    expect(page.get_by_label("Reden", exact=True)).to_have_value("Nog even nagaan.")


def hand_in_at_once(walk: Walk) -> None:
    """A report without faults, with its evidence, explained and signed."""
    book = a_book(CODE)
    walk.enter(REPORTER)
    add_evidence(walk, book)
    upload(walk.page, workbook(book))
    walk.await_check(1)
    explain_everything(walk)
    walk.leave()
    walk.enter(SIGNATORY)
    sign(walk)
    walk.leave()


def begin_review(walk: Walk) -> None:
    """The manager begins."""
    walk.enter(MANAGER)
    walk.press("Beoordeling beginnen")
    expect(walk.page.locator("[data-key-item]").first).to_be_visible()


def holding(page: Page, norm: Locator) -> list[Route]:
    """What asks for this norm from now on is held, as on a slow line."""
    held: list[Route] = []
    page.route(str(norm.evaluate("link => link.href.split('#')[0]")), lambda route: held.append(route))
    return held


def release(page: Page, held: list[Route]) -> None:
    """Let what is held go, and wait until its answer came and was dealt with."""
    assert len(held) == 1
    with page.expect_event("requestfinished"):
        held[0].continue_()
    page.evaluate("() => new Promise((done) => setTimeout(done))")


def expect_chosen(page: Page, norm: Locator) -> None:
    """The list marks this norm, and the pane shows it; the keys are heard from the moment that the page is whole."""
    page.wait_for_load_state()
    expect(norm).to_have_attribute("aria-current", "true")
    expect(page.locator("#gekozen").get_by_role("heading").first).to_have_text(name_of(norm))


def name_of(norm: Locator) -> str:
    return norm.locator("span").first.inner_text()
