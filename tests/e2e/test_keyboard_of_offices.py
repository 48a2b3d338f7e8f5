"""The work of a manager, of a holder with a plan, and of the offices with the keyboard alone; every stop is seen."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from schemas.norms import NORM
from tests.e2e.keyboard import enter, follow, press, write
from tests.running import Site, a_site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

ROOS, MARA = "roos@denkbeeldigvervoer.example", "mara@voorbeeld.example"
PAULA, FIEN = "paula@voorbeeld.example", "fien@voorbeeld.example"
MISSED, NAME = "N-RENEWABLE", "Voorbeeld-Oost"
MISS = "UPDATE established SET established_verdict = 'does_not_meet', reason = 'Het viel af.' WHERE norm = ?"


@pytest.fixture(scope="module")
def site(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The portal of the demo, in which last year a norm was established as not met; no worker is needed."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(demo_home, home)
    with closing(sqlite3.connect(home / "ketenspiegel.db")) as database, database:
        database.execute(MISS, (MISSED,))
    with a_site(home, "portal") as running:
        yield running


def test_a_manager_goes_from_the_desk_to_a_case_and_proposes_a_step(page: Page) -> None:
    enter(page, MARA)
    page.goto("/bureau")
    last_year = page.get_by_role("row").filter(has_text="2025")
    follow(page, last_year.get_by_role("link", name=NAME, exact=True))
    follow(page, page.get_by_role("link", name="Tekortkomingen"))
    follow(page, page.get_by_role("link", name="Dossier openen over 2025"))
    press(page, page.get_by_role("checkbox", name=NORM[MISSED].name.nl), key="Space")
    write(page, page.get_by_label("Waarom opent u dit dossier?"), "Het aandeel bleef te laag.")
    follow(page, page.get_by_role("button", name="Dossier openen"))

    follow(page, page.get_by_role("link", name="Waarschuwen"))
    write(page, page.get_by_label("Toelichting"), "Omdat dit zo is vastgesteld.")
    follow(page, page.get_by_role("button", name="Aan de tweede lezer voorleggen"))

    expect(page.get_by_text("Uw voorstel ligt bij de tweede lezer. De houder weet er nog niet van.")).to_be_visible()


def test_a_holder_proposes_a_measure_of_the_plan(page: Page) -> None:
    enter(page, ROOS)
    page.goto("/concessies")
    follow(page, page.get_by_role("link", name=NAME, exact=True))
    follow(page, page.get_by_role("link", name="Verbeterplan", exact=True))
    follow(page, page.get_by_role("link", name="Maatregel voorstellen"))
    write(page, page.get_by_label("Wat gaat u doen?"), "Tien bussen erbij")
    write(page, page.get_by_label("Wie is ervan?"), "Hoofd materieel")
    write(page, page.get_by_label("Wanneer is het klaar?"), "01032031")
    follow(page, page.get_by_role("button", name="Voorstellen aan de provincie"))

    expect(page.get_by_text("Uw voorstel ligt bij de provincie. Zij krijgt bericht.")).to_be_visible()


def test_the_officer_keeps_a_theme_back_and_tells_the_holder(page: Page) -> None:
    enter(page, PAULA)
    page.goto("/openbaarmaken")
    follow(page, page.get_by_role("link", name=NAME, exact=True))
    follow(page, page.get_by_role("link", name=re.compile("Wagenpark")))
    write(page, page.get_by_label("Grond voor het hele thema"), "5.1.2f")
    follow(page, page.get_by_role("button", name="Niets openbaar"))
    follow(page, page.get_by_role("button", name="Houder laten weten"))

    expect(page.get_by_text("De houder krijgt bericht en kan een zienswijze geven.")).to_be_visible()


def test_a_refused_organisation_is_mended_from_the_summary(page: Page) -> None:
    enter(page, FIEN)
    page.goto("/beheer")
    follow(page, page.get_by_role("main").get_by_role("link", name="Organisaties", exact=True))
    follow(page, page.get_by_role("link", name="Organisatie toevoegen"))
    follow(page, page.get_by_role("button", name="Toevoegen"))
    expect(page.get_by_role("alert")).to_be_focused()

    press(page, page.get_by_role("alert").get_by_role("link").filter(has_text="Naam"))

    expect(page.get_by_label("Naam", exact=True)).to_be_focused()
