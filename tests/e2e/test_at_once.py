"""What comes at once: a second upload during a check, a double click on signing, and a signature that comes too late."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from deploy.demo.accounts import PASSWORD
from deploy.demo.reports import with_faults
from deploy.demo.workbook import workbook
from tests.e2e.duties import a_book, a_new_duty
from tests.e2e.visiting import CHECKED_WITHIN, Entry, a_page, entered, upload, wait_for_check
from tests.running import Site, a_site, at_work

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

ROOS, DIRK = "roos@denkbeeldigvervoer.example", "dirk@denkbeeldigvervoer.example"


@pytest.fixture(scope="module")
def site(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A portal without workers, so that a check waits for as long as a test wants."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(demo_home, home)
    with a_site(home, "portal") as running:
        yield running


@pytest.fixture(scope="module")
def entries(browser: Browser, site: Site) -> dict[str, Entry]:
    """The two people of these tests, each signed in once."""
    return {who: entered(browser, site, who) for who in (ROOS, DIRK)}


@pytest.fixture
def roos(browser: Browser, site: Site, entries: dict[str, Entry]) -> Iterator[Page]:
    """The reporting officer."""
    with a_page(browser, site.address, storage_state=entries[ROOS]) as page:
        yield page


@pytest.fixture
def dirk(browser: Browser, site: Site, entries: dict[str, Entry]) -> Iterator[Page]:
    """The signatory."""
    with a_page(browser, site.address, storage_state=entries[DIRK]) as page:
        yield page


def test_a_second_upload_during_the_check_of_the_first_loses_neither(roos: Page, site: Site, tmp_path: Path) -> None:
    report = opened(roos, a_new_duty(site, "VB-TWEE", tmp_path))
    send(roos, workbook(with_faults(a_book("VB-TWEE"))), 1)

    roos.goto(report)
    send(roos, workbook(a_book("VB-TWEE")), 2)

    with at_work(site):
        wait_for_check(roos, 2)
        roos.goto(f"{report}/versies/1")
        wait_for_check(roos, 1)
    expect(roos.get_by_text("Dit is niet de nieuwste versie.")).to_be_visible()


def test_a_hand_in_while_errors_are_open_says_so_and_hands_in_nothing(
    roos: Page, dirk: Page, site: Site, tmp_path: Path
) -> None:
    report = opened(roos, a_new_duty(site, "VB-LAAT", tmp_path))
    send(roos, workbook(with_faults(a_book("VB-LAAT"))), 1)
    ready_to_sign(dirk, report)
    with at_work(site):
        wait_for_check(roos, 1)

    dirk.get_by_role("button", name="Ondertekenen en indienen").click()

    expect(dirk.get_by_role("alert")).to_contain_text("fouten. Verbeter ze in uw bestand en upload een nieuwe versie.")
    expect(dirk.get_by_role("alert")).to_contain_text("Er is niets ingediend.")
    expect(dirk.get_by_text("U kunt nu nog niet indienen.")).to_be_visible()
    assert signatures(site, report) == 0


def test_a_signature_under_a_version_that_was_overtaken_is_refused(
    roos: Page, dirk: Page, site: Site, tmp_path: Path
) -> None:
    report = opened(roos, a_new_duty(site, "VB-INGEHAALD", tmp_path))
    send(roos, workbook(a_book("VB-INGEHAALD")), 1)
    ready_to_sign(dirk, report)
    roos.goto(report)
    send(roos, workbook(with_faults(a_book("VB-INGEHAALD"))), 2)

    dirk.get_by_role("button", name="Ondertekenen en indienen").click()

    expect(dirk.get_by_role("alert")).to_contain_text("Er is intussen een nieuwere versie.")
    assert signatures(site, report) == 0


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_double_click_on_signing_signs_once(
    browser: Browser, roos: Page, site: Site, entries: dict[str, Entry], tmp_path: Path, script: bool
) -> None:
    code = "VB-DUBBEL" if script else "VB-DUBBEL-0"
    report = opened(roos, a_new_duty(site, code, tmp_path))
    send(roos, workbook(a_book(code)), 1)
    with a_page(browser, site.address, storage_state=entries[DIRK], java_script_enabled=script) as dirk:
        ready_to_sign(dirk, report)

        dirk.get_by_role("button", name="Ondertekenen en indienen").dblclick()

        expect(dirk.get_by_text("Bewaar dit bewijs.")).to_be_visible(timeout=CHECKED_WITHIN)
    assert signatures(site, report) == 1


def opened(page: Page, name: str) -> str:
    """Open the report of the concession of this name; gives its address."""
    page.goto("/")
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url("**/rapportages/*")
    return page.url


def send(page: Page, content: bytes, number: int) -> None:
    """Upload a version and see that it waits for its check."""
    upload(page, content)
    expect(page.get_by_role("heading", name=f"Versie {number} wordt gecontroleerd")).to_be_visible()


def ready_to_sign(page: Page, report: str) -> None:
    """Fill in all that signing asks."""
    page.goto(f"{report}/indienen")
    page.get_by_role("checkbox").check()
    page.get_by_label("Uw wachtwoord, nog eens").fill(PASSWORD)


def signatures(site: Site, report: str) -> int:
    """How many signatures stand under a report."""
    query = "SELECT count(*) FROM signatures s JOIN versions v ON v.id = s.version WHERE v.report = ?"
    with closing(sqlite3.connect(site.home / "ketenspiegel.db")) as database:
        return int(database.execute(query, (report.rsplit("/", 1)[-1].replace("-", ""),)).fetchone()[0])
