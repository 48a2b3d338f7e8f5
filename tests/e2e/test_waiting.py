"""What a holder sees between uploading and signing: an honest wait, a rehearsal, and the gaps that are declared, in both languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from deploy.demo.workbook import workbook
from schemas.report.sheets import BY_NAME
from schemas.texts import Language
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.visiting import CHECKED_WITHIN, a_page, upload
from tests.e2e.walking import REPORTER, SIGNATORY, Walk
from tests.running import Site, a_site, at_work

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

UNTOLD = "materials"


@pytest.fixture(scope="module")
def site(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A portal without workers, so that a check waits for as long as a test wants."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(demo_home, home)
    with a_site(home, "portal") as running:
        yield running


@pytest.mark.parametrize("language", list(Language))
def test_a_check_waits_honestly_is_rehearsed_and_leads_to_what_is_declared(
    browser: Browser, site: Site, tmp_path: Path, language: Language
) -> None:
    code = f"VB-RIJ-{language.upper()}"
    with a_page(browser, site.address) as page:
        walk = Walk(page, language, a_new_duty(site, code, tmp_path))
        walk.enter(REPORTER)
        report = page.url
        upload(page, workbook(a_book(code) | {UNTOLD: []}), language=language)
        waits_its_turn(walk)
        rehearse(walk, report)
        waits_behind_another(walk)
        with at_work(site):
            is_seen_as_a_rehearsal(walk)
        walk.leave()
        declares_its_gaps(walk)


def waits_its_turn(walk: Walk) -> None:
    """First in the queue: how long it usually takes, and that nothing is lost by leaving."""
    expect(walk.page.get_by_role("heading", name=wait_of(walk, 1))).to_be_visible()
    walk.expect_text("Uw rapport is als eerste aan de beurt.")
    usual = walk.say("De laatste controles duurden meestal %(usual)s.", usual="X").split("X")[0]
    expect(walk.page.get_by_role("main")).to_contain_text(re.compile(re.escape(usual) + r"\d+ "))
    walk.expect_text("U kunt deze pagina sluiten: er gaat niets verloren. U krijgt een mail als de controle klaar is.")


def rehearse(walk: Walk, report: str) -> None:
    walk.page.goto(f"{report}/onderdelen")
    walk.press("Proefcontrole")


def waits_behind_another(walk: Walk) -> None:
    expect(walk.page.get_by_role("heading", name=wait_of(walk, 2))).to_be_visible()
    expect(walk.page.get_by_role("main")).to_contain_text(
        walk.say("Er staat %(number)s controle voor de uwe.", number=1)
    )


def is_seen_as_a_rehearsal(walk: Walk) -> None:
    """The page goes on by itself to what was found, and says that nobody else sees it."""
    heading = walk.say("Proefcontrole (versie %(number)s)", number=2)
    expect(walk.page.get_by_role("heading", name=heading)).to_be_visible(timeout=CHECKED_WITHIN)
    walk.expect_text("Dit is een proef")


def declares_its_gaps(walk: Walk) -> None:
    """The sheet that was left empty stands, by its name, in what the signatory declares as missing."""
    walk.enter(SIGNATORY)
    walk.page.goto(f"{walk.page.url}/indienen")
    expect(walk.page.get_by_role("heading", name=walk.say("Wat u verklaart dat ontbreekt"))).to_be_visible()
    sheet = BY_NAME[UNTOLD].label.in_(walk.language)
    walk.page.get_by_role("group").filter(has_text=sheet).locator("summary").click()
    expect(walk.page.get_by_role("listitem").filter(has_text=sheet)).to_be_visible()


def wait_of(walk: Walk, number: int) -> str:
    return walk.say("Versie %(number)s wordt gecontroleerd", number=number)
