"""Explanations and waivers in a browser: what is carried over, what lapses, what is waived, and where both are read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from deploy.demo.reports import Book
from deploy.demo.workbook import workbook
from schemas.texts import Language
from tests.e2e.duties import a_book, a_new_duty, thrifty
from tests.e2e.visiting import Entry, a_page, entered, upload, wait_for_check
from tests.e2e.walking import MANAGER, REPORTER, SIGNATORY, Walk, add_evidence, await_link, sign
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

RULE = "ENE-003"
WINTER, HILLS = "De winter was zacht.", "Deze lijn is vlak."
REASON = "De laadpalen kwamen later."
Visit = Callable[[str], Page]


@pytest.fixture(scope="module")
def entries(browser: Browser, site: Site) -> dict[str, Entry]:
    """The people of these tests, each signed in once."""
    return {who: entered(browser, site, who) for who in (REPORTER, SIGNATORY, MANAGER)}


@pytest.fixture
def visit(browser: Browser, site: Site, entries: dict[str, Entry]) -> Iterator[Visit]:
    """A page of somebody who is signed in; all are closed at the end."""
    with ExitStack() as opened:
        yield lambda who: opened.enter_context(a_page(browser, site.address, storage_state=entries[who]))


def test_an_explanation_is_carried_over_and_another_lapses_and_the_manager_sees_both(
    visit: Visit, site: Site, tmp_path: Path
) -> None:
    code = "VB-UITLEG"
    name = a_new_duty(site, code, tmp_path)
    roos = walk(visit(REPORTER), name)
    add_evidence(roos, a_book(code))
    send(roos, thrifty(a_book(code), {"E001": "0.5", "E002": "0.5"}), 1)
    explain(roos.page, "E001", WINTER)
    explain(roos.page, "E002", HILLS)

    roos.page.goto(home(roos.page))
    send(roos, thrifty(a_book(code), {"E001": "0.49", "E002": "0.4"}), 2)

    shown = roos.page.get_by_role("main")
    expect(shown).to_contain_text("Toelichtingen: 1 overgenomen van een eerdere upload.")
    expect(shown).to_contain_text("1 toelichting is vervallen omdat de waarde is veranderd.")
    expect(of_vehicle(roos.page, "E001")).to_contain_text("overgenomen van een eerdere upload")
    expect(of_vehicle(roos.page, "E002")).to_contain_text("De waarde was")

    of_vehicle(roos.page, "E002").get_by_role("button", name="Opnieuw gebruiken").click()
    expect(group(roos.page)).to_contain_text("toegelicht")
    hand_in(visit, name)
    mara = at_the_report(visit(MANAGER), name)
    mara.get_by_role("link", name="Bevindingen en toelichtingen").click()

    seen = mara.get_by_role("main")
    expect(seen).to_contain_text("1 overgenomen van een eerdere upload")
    expect(seen).to_contain_text("1 toelichting is vervallen omdat de waarde is veranderd.")
    expect(seen).to_contain_text("Opnieuw toegelicht: Deze lijn is vlak.")


def test_a_waiver_is_recorded_by_the_manager_and_read_by_the_holder_and_in_the_report(
    visit: Visit, site: Site, tmp_path: Path
) -> None:
    code = "VB-ONTHEF"
    name = a_new_duty(site, code, tmp_path)
    roos = walk(visit(REPORTER), name)
    add_evidence(roos, a_book(code))
    send(roos, thrifty(a_book(code), {"E001": "0.5", "E002": "0.5"}), 1)
    expect(group(roos.page)).to_contain_text("2 toe te lichten")

    mara = at_the_waivers(visit(MANAGER), name)
    record(mara, {"besluit": "2026-118", "alleen": "E001", "van": "2026-01-01", "tot-en-met": "2027-06-30"})

    expect(mara.get_by_role("status").first).to_contain_text("De ontheffing is vastgelegd.")
    roos.page.reload()
    expect(group(roos.page)).to_contain_text("1 toe te lichten")
    expect(of_vehicle(roos.page, "E001")).to_contain_text("Ontheven: besluit 2026-118, t/m 30 juni 2027")
    of_vehicle(roos.page, "E001").get_by_role("link", name="Ontheffingen bekijken").click()
    for said in ("2026-118", REASON, "alleen E001", "1 januari 2026 t/m 30 juni 2027"):
        expect(roos.page.get_by_role("main")).to_contain_text(said)

    roos.page.go_back()
    explain(roos.page, "E002", HILLS)
    hand_in(visit, name)
    text = provisional_report(walk(visit(REPORTER), name))
    assert all(said in text for said in ("2026-118", REASON, "E001"))


def test_a_waiver_that_ended_before_the_report_year_answers_nothing(visit: Visit, site: Site, tmp_path: Path) -> None:
    code = "VB-VOORBIJ"
    name = a_new_duty(site, code, tmp_path)
    mara = at_the_waivers(visit(MANAGER), name)
    record(mara, {"besluit": "2024-7", "van": "2024-01-01", "tot-en-met": "2025-12-31"})
    expect(mara.get_by_role("main")).to_contain_text("afgelopen")

    roos = walk(visit(REPORTER), name)
    send(roos, thrifty(a_book(code), {"E001": "0.5"}), 1)

    expect(group(roos.page)).to_contain_text("1 toe te lichten")
    expect(roos.page.get_by_text("Ontheven: besluit 2024-7")).to_have_count(0)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"besluit": ""}, "Nummer van het besluit: vul dit in."),
        ({"tot-en-met": "2025-12-31"}, "Laatste dag: de laatste dag ligt vóór de eerste dag."),
        ({"van": ""}, "Eerste dag: vul dit in."),
        ({"waarvan": "norm:N-TEMP", "alleen": "E001"}, "Een norm geldt voor de hele concessie."),
    ],
    ids=["no decision", "backwards", "no first day", "a norm of one bus"],
)
def test_a_waiver_that_does_not_fit_is_asked_again_with_what_was_typed(
    visit: Visit, typed: dict[str, str], said: str
) -> None:
    mara = at_the_waivers(visit(MANAGER), "Voorbeeld-Oost")

    record(mara, {"besluit": "2026-9", "van": "2026-01-01", "tot-en-met": "2026-12-31", **typed})

    expect(mara.get_by_role("alert")).to_contain_text(said)
    expect(mara.get_by_label("Reden")).to_have_value(REASON)
    expect(mara.get_by_text("2026-9", exact=True)).to_have_count(0)


def walk(page: Page, name: str) -> Walk:
    """Somebody of the holder on the page of the report."""
    page.goto("/")
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url("**/rapportages/*")
    return Walk(page, Language.NL, name)


def send(of: Walk, book: Book, number: int) -> None:
    """Upload a version and wait for what was found."""
    upload(of.page, workbook(book))
    wait_for_check(of.page, number)


def home(page: Page) -> str:
    """The page of the report."""
    return page.url.split("/versies/")[0]


def group(page: Page) -> Locator:
    """What the rule found."""
    return page.locator(f"details#{RULE}")


def of_vehicle(page: Page, vehicle: str) -> Locator:
    """The finding on a vehicle, with its group opened."""
    if group(page).get_attribute("open") is None:
        group(page).locator("summary").first.click()
    return group(page).locator("tbody", has=page.get_by_text(f"Voertuig {vehicle} "))


def explain(page: Page, vehicle: str, text: str) -> None:
    asked = of_vehicle(page, vehicle)
    asked.get_by_label("Waarom klopt dit?").fill(text)
    asked.get_by_role("button", name="Toelichting bewaren").click()
    expect(of_vehicle(page, vehicle)).to_contain_text(text)


def hand_in(visit: Visit, name: str) -> None:
    sign(walk(visit(SIGNATORY), name))


def at_the_report(page: Page, name: str) -> Page:
    """The manager, on the page of a concession's report."""
    page.goto("/")
    page.get_by_role("link", name=name, exact=True).first.click()
    page.wait_for_url("**/beoordelingen/*")
    return page


def at_the_waivers(page: Page, name: str) -> Page:
    """The manager, on the page of a concession's waivers."""
    at_the_report(page, name).get_by_role("link", name="Ontheffingen en vrijstellingen").click()
    expect(page.get_by_role("heading", name="Ontheffing vastleggen")).to_be_visible()
    return page


def record(page: Page, typed: dict[str, str]) -> None:
    """Fill in the form and send it; a waiver of the rule, unless another scope is typed."""
    given = {"waarvan": f"rule:{RULE}", "reden": REASON, **typed}
    form = page.locator("form", has=page.get_by_role("button", name="Vastleggen", exact=True))
    form.locator("[name=waarvan]").select_option(given.pop("waarvan"))
    for field, text in given.items():
        form.locator(f"[name='{field}']").fill(text)
    form.get_by_role("button", name="Vastleggen", exact=True).click()


def provisional_report(of: Walk) -> str:
    """The text of the report that is made when it is handed in."""
    wanted = "Nalevingsrapport, voorlopig"
    await_link(of, wanted)
    with of.page.expect_download() as given:
        of.page.get_by_role("link", name=wanted).first.click()
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(given.value.path().read_bytes())).pages)
