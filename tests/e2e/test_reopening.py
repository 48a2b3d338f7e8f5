"""A report that is sent back in part, unheard but with a reason: what lies outside that part waits until it is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from deploy.demo.workbook import workbook
from schemas.report.sheets import BY_NAME
from schemas.texts import Language
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.visiting import a_page, upload
from tests.e2e.walking import (
    MANAGER,
    REPORTER,
    SIGNATORY,
    Walk,
    confirm,
    propose_to_send_back,
    sign,
    upload_until_ready,
)
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

WHY = "Een bus reed dit jaar niet mee."


@pytest.mark.parametrize("language", list(Language))
def test_only_what_was_sent_back_changes_until_the_province_opens_more(
    browser: Browser, site: Site, tmp_path: Path, language: Language
) -> None:
    code = f"VB-DEEL-{language.upper()}"
    name = a_new_duty(site, code, tmp_path)
    with a_page(browser, site.address) as page:
        walk = Walk(page, language, name)
        upload_until_ready(walk, code)
        hand_in(walk)
        send_back_unheard(walk)
        offer_more_than_is_open(walk, code)
        open_more(walk)
        walk.enter(REPORTER)
        expect(page.get_by_role("main")).to_contain_text(
            walk.say("U kunt alleen deze bladen veranderen: %(sheets)s", sheets=f"{vehicles(walk)}, ").strip()
        )
        walk.leave()


def hand_in(walk: Walk) -> None:
    walk.enter(SIGNATORY)
    sign(walk)
    walk.leave()


def send_back_unheard(walk: Walk) -> None:
    walk.enter(MANAGER)
    walk.press("Beoordeling beginnen")
    propose_to_send_back(walk)
    why = walk.page.get_by_label(walk.say("Waarom stuurt u terug zonder de houder te horen?"))
    expect(why).to_have_attribute("aria-invalid", "true")
    why.fill("De houder vroeg er zelf om.")
    walk.press("Besluit nemen")
    walk.expect_text("Uw voorstel ligt bij de tweede lezer.")
    walk.leave()
    confirm(walk)


def offer_more_than_is_open(walk: Walk, code: str) -> None:
    book = a_book(code)
    walk.enter(REPORTER)
    upload(walk.page, workbook(book | {"vehicles": book["vehicles"][:-1]}), language=walk.language)
    walk.await_check(3)
    walk.expect_text("Niet alles uit uw bestand is overgenomen")
    expect(walk.page.get_by_role("main")).to_contain_text(vehicles(walk))
    walk.follow("Vraag om deze bladen te openen")
    walk.page.get_by_role("checkbox", name=vehicles(walk), exact=True).check()
    walk.page.get_by_label(walk.say("Waarom?")).fill(WHY)
    walk.press("Vragen om te openen")
    walk.expect_text("Uw verzoek is verstuurd. De provincie krijgt bericht.")
    walk.leave()


def open_more(walk: Walk) -> None:
    walk.enter(MANAGER)
    walk.page.goto("/bureau")
    walk.follow("De houder vraagt om meer te openen")
    walk.expect_text("Opent u deze bladen?")
    expect(walk.page.get_by_text(WHY).first).to_be_visible()
    walk.page.get_by_role("radio", name=walk.say("Ja"), exact=True).check()
    walk.page.get_by_label(walk.say("Waarom?")).fill("Dat is redelijk.")
    walk.press("Antwoord versturen")
    walk.expect_text("Uw antwoord op het verzoek om bladen te openen is verstuurd.")
    walk.leave()


def vehicles(walk: Walk) -> str:
    """The sheet that is closed, as its reader knows it."""
    return BY_NAME["vehicles"].label.in_(walk.language)
