"""Bad input in a browser: a clear message in the reader's language where the reader is, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.bad_files import AT_THE_DOOR, CODE, FAULTY, UNREADABLE, Bad, good, lying_dimension
from tests.e2e.duties import a_new_duty
from tests.e2e.visiting import CHECKED_WITHIN, Entry, a_page, entered, upload, wait_for_check
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

ROOS, TESS, WIM = "roos@denkbeeldigvervoer.example", "tess@denkbeeldigvervoer.example", "wim@fictievelijnen.example"
LANGUAGE = {ROOS: Language.NL, TESS: Language.EN}
OF_THE_MACHINE = ("Traceback", 'File "/', "sqlalchemy", "werkzeug", ".py")

FOCUS_AT_FIRST = """() => new MutationObserver((changes, watch) => {
  window.atFirst = document.activeElement.getAttribute("role");
  watch.disconnect();
}).observe(document.documentElement, { childList: true })"""


@dataclass(frozen=True)
class Place:
    """The report of these tests: its address, who is signed in, and what the check says of the good workbook."""

    address: str
    entries: dict[str, Entry]
    counts: str


@pytest.fixture(scope="module")
def place(browser: Browser, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A report with one good version."""
    name = a_new_duty(site, CODE, tmp_path_factory.mktemp("duty"))
    entries = {who: entered(browser, site, who, language) for who, language in [*LANGUAGE.items(), (WIM, Language.NL)]}
    with a_page(browser, site.address, storage_state=entries[ROOS]) as page:
        page.goto("/")
        page.get_by_role("link", name=name, exact=True).first.click()
        page.wait_for_url("**/rapportages/*")
        address = page.url
        upload(page, good())
        wait_for_check(page, 1)
        return Place(address=address, entries=entries, counts=counts(page))


@pytest.fixture
def roos(browser: Browser, site: Site, place: Place) -> Iterator[Page]:
    """The reporting officer, who reads Dutch, on the page of the report."""
    with a_page(browser, site.address, storage_state=place.entries[ROOS]) as page:
        page.goto(place.address)
        yield page


@pytest.fixture
def tess(browser: Browser, site: Site, place: Place) -> Iterator[Page]:
    """A colleague who reads English."""
    with a_page(browser, site.address, storage_state=place.entries[TESS], locale="en-GB") as page:
        page.goto(place.address)
        yield page


@pytest.mark.parametrize("case", AT_THE_DOOR)
@pytest.mark.parametrize("who", ["roos", "tess"])
def test_what_cannot_be_a_report_is_told_at_its_field(
    case: str, who: str, place: Place, request: pytest.FixtureRequest
) -> None:
    bad, page = AT_THE_DOOR[case], request.getfixturevalue(who)
    language = LANGUAGE[ROOS if who == "roos" else TESS]
    before = newest(page)

    upload(page, bad.made(), name=bad.name, language=language)

    told = page.get_by_role("alert")
    expect(told).to_contain_text(bad.said.in_(language))
    expect(told).to_contain_text(stays(page, before, language))
    expect(told).to_be_focused()
    assert nothing_of_the_machine(page)
    page.goto(place.address)
    assert newest(page) == before


def test_a_page_that_comes_after_an_upload_has_the_focus_as_soon_as_it_is_seen(roos: Page) -> None:
    bad = AT_THE_DOOR["no report"]
    roos.evaluate(FOCUS_AT_FIRST)

    upload(roos, bad.made(), name=bad.name)

    expect(roos.get_by_role("alert")).to_contain_text(bad.said.nl)
    assert roos.evaluate("window.atFirst") == "alert"


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_cannot_be_read_says_why_and_names_the_version_that_stays(
    case: str, roos: Page, tess: Page, place: Place
) -> None:
    bad, before = UNREADABLE[case], readable(roos)

    upload(roos, bad.made(), name=bad.name)

    expect(roos.get_by_role("heading", name="Wij kunnen dit bestand niet lezen")).to_be_visible(timeout=CHECKED_WITHIN)
    expect(roos.get_by_role("main")).to_contain_text(bad.said.nl)
    expect(roos.get_by_role("main")).to_contain_text(f"Versie {before} van")
    tess.goto(roos.url)
    expect(tess.get_by_role("main")).to_contain_text(bad.said.en)
    assert nothing_of_the_machine(roos)
    go_on_with(roos, before, place)


@pytest.mark.parametrize("case", FAULTY)
def test_what_is_wrong_in_a_cell_is_told_with_its_row(case: str, roos: Page, tess: Page, place: Place) -> None:
    bad, number = FAULTY[case], newest(roos) + 1
    assert bad.place

    upload(roos, bad.made(), name=bad.name)
    wait_for_check(roos, number)

    expect(finding(roos, bad, Language.NL)).to_contain_text(bad.place.nl)
    tess.goto(roos.url)
    expect(finding(tess, bad, Language.EN)).to_contain_text(bad.place.en)
    assert nothing_of_the_machine(roos)
    upload_well(roos, place)


def test_a_declared_dimension_that_lies_changes_nothing(roos: Page, place: Place) -> None:
    number = newest(roos) + 1

    upload(roos, lying_dimension())
    wait_for_check(roos, number)

    assert counts(roos) == place.counts


def test_somebody_elses_report_is_not_there(browser: Browser, site: Site, place: Place) -> None:
    with a_page(browser, site.address, storage_state=place.entries[WIM]) as page:
        for address in (place.address, f"{place.address}/versies/1", f"{place.address}/indienen"):
            answer = page.goto(address)

            assert answer
            assert answer.status == 404
            expect(page.get_by_role("heading", name="Deze pagina is er niet")).to_be_visible()
            assert CODE not in page.content()


def finding(page: Page, bad: Bad, language: Language):
    """The line of the list of findings that says this."""
    return page.locator("summary", has_text=bad.said.in_(language))


def newest(page: Page) -> int:
    """The number of the newest version, on the page of the report."""
    return len(page.locator("#versielijst tbody tr").all())


def readable(page: Page) -> int:
    """The number of the newest version that could be read, on the page of the report."""
    rows = page.locator("#versielijst tbody tr").all()
    read = (row for row in rows if "niet leesbaar" not in row.inner_text())
    return int(re.findall(r"\d+", next(read).get_by_role("link").first.inner_text())[0])


def stays(page: Page, number: int, language: Language) -> str:
    """What is said of the version that is left as it was."""
    del page
    return f"Versie {number} is ongewijzigd." if language is Language.NL else f"Version {number} is unchanged."


def counts(page: Page) -> str:
    """What the check found, as it stands on top of the page of a version."""
    return page.locator(".counts").first.inner_text()


def nothing_of_the_machine(page: Page) -> bool:
    """Whether the page tells nothing of how the portal is made."""
    text = page.get_by_role("main").inner_text()
    return not any(sign in text for sign in OF_THE_MACHINE)


def go_on_with(page: Page, number: int, place: Place) -> None:
    """Go on with the version that stays: the next one is judged as that one was."""
    page.get_by_role("button", name=f"Verder met versie {number}").click()
    expect(page.locator(".counts").first).to_have_text(re.compile(r"\d"), timeout=CHECKED_WITHIN)
    assert counts(page) == place.counts


def upload_well(page: Page, place: Place) -> None:
    """The next upload is judged as the first one was."""
    page.goto(place.address)
    number = newest(page) + 1
    upload(page, good())
    wait_for_check(page, number)
    assert counts(page) == place.counts
