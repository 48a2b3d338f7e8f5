"""A case in a browser, from opening to the ruling on an objection, in Dutch and in English: each step by who takes it."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.norms import NORM
from schemas.shortfall_subjects import NOT_HANDED_IN
from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in, sign_out
from tests.e2e.walking import MANAGER
from tests.e2e.words import said
from tests.running import Site, a_site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

SECOND_READER, SIGNATORY = "tom@voorbeeld.example", "dirk@denkbeeldigvervoer.example"
MISSED = {Language.NL: "N-RENEWABLE", Language.EN: "N-SROI"}
# The last day of handing in this year's report is long past.
PAST_DAYS = """
INSERT INTO calendar_changes
    (id, concession, report_year, opens, suppliers_answer_by, hand_in_by, completeness_by, feedback_by, reason, "by", at)
SELECT c.id, c.id, 2026, '2026-01-05', '2026-02-02', '2026-03-02', '2026-03-30', '2026-06-01', 'Eerder.', p.id, '2026-01-01'
FROM concessions c, people p WHERE c.name = 'Voorbeeld-Oost' AND p.email = 'fien@voorbeeld.example'
"""
AMOUNT = {Language.NL: "250.000", Language.EN: "250,000"}


@pytest.fixture(scope="module")
def site(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, in which last year two norms were established as not met."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(demo_home, home)
    with closing(sqlite3.connect(home / "ketenspiegel.db")) as database, database:
        database.executemany(
            "UPDATE established SET established_verdict = 'does_not_meet', reason = 'Drie contracten vielen af.' WHERE norm = ?",
            [(norm,) for norm in MISSED.values()],
        )
        database.execute(PAST_DAYS)
    with a_site(home, "run") as running:
        yield running


@pytest.mark.parametrize("language", list(Language))
def test_a_case_goes_from_warning_to_ruling(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        walk = Walk(page, language)
        walk.open_a_case()
        walk.take("Waarschuwen")
        walk.second()
        walk.take("Voorgenomen besluit", follows=True)
        walk.holder_does_not_see_the_amount()
        walk.second()
        walk.answer("Zienswijze geven", "Uw zienswijze", sees=AMOUNT[language])
        walk.take("Besluit nemen", follows=True)
        walk.second()
        walk.answer("Bezwaar maken", "Uw bezwaar", sees=AMOUNT[language])
        walk.take("Op het bezwaar beslissen", rules="Ongegrond: het besluit blijft")
        walk.second()
        walk.holder_reads("Ongegrond: het besluit blijft")


@pytest.mark.parametrize("language", list(Language))
def test_a_report_that_never_came_is_a_case_too(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        walk = Walk(page, language)
        walk.open_a_case_about_nothing()
        walk.take("Waarschuwen")
        walk.second()
        walk.holder_finds_it_at_home()
        walk.close()


class Walk:
    """One case as the people on both sides walk through it, in one language."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page, self.language, self.case = page, language, ""

    def said(self, text: str, **filled: object) -> str:
        """A text in the language of the walk."""
        return said(text, self.language, **filled)

    def open_a_case(self) -> None:
        """The manager goes from the report to the years, and opens a case about one norm."""
        page = self.page
        self._enter(MANAGER, "/bureau")
        page.locator("tr", has_text="2025").get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
        page.get_by_role("link", name=self.said("Tekortkomingen")).first.click()
        page.get_by_role("link", name=self.said("Dossier openen over %(year)s", year=2025)).click()
        page.get_by_role("checkbox", name=NORM[MISSED[self.language]].name.in_(self.language)).check()
        page.get_by_label(self.said("Waarom opent u dit dossier?")).fill("Het aandeel bleef te laag.")
        page.get_by_role("button", name=self.said("Dossier openen")).click()
        expect(page.get_by_text(self.said("Het dossier is geopend. De houder weet er nog niet van."))).to_be_visible()
        self.case = page.url
        self._leave()

    def open_a_case_about_nothing(self) -> None:
        """The manager goes from the page of a report that did not come."""
        page = self.page
        self._enter(MANAGER, "/bureau?jaar=2026")
        page.locator("tr", has_text="2026").get_by_role("link", name="Voorbeeld-Oost", exact=True).first.click()
        page.get_by_role("link", name=self.said("Dossier openen")).click()
        page.get_by_label(self.said("Waarom opent u dit dossier?")).fill("Er kwam niets.")
        page.get_by_role("button", name=self.said("Dossier openen")).click()
        expect(page.get_by_text(NOT_HANDED_IN.in_(self.language)).first).to_be_visible()
        self.case = page.url
        self._leave()

    def holder_finds_it_at_home(self) -> None:
        """The signatory sees it where each visit begins, and reads until when the report may still come."""
        page = self.page
        self._enter(SIGNATORY, "/concessies")
        page.get_by_role("link", name=NOT_HANDED_IN.in_(self.language)).click()
        expect(page.get_by_text(self.said("Laatste dag van indienen"))).to_be_visible()
        expect(page.get_by_role("link", name=self.said("Brief (pdf)"))).to_be_visible()
        self._leave()

    def close(self) -> None:
        """The manager closes it, so that another can be opened."""
        page = self.page
        self._enter(MANAGER, self.case)
        page.get_by_role("link", name=self.said("Dossier sluiten")).click()
        page.get_by_role("radio", name=self.said("Hersteld")).check()
        page.get_by_label(self.said("Toelichting")).fill("Het rapport is er.")
        page.get_by_role("button", name=self.said("Versturen")).click()
        expect(page.get_by_text(self.said("Dit dossier is gesloten.")).first).to_be_visible()
        self._leave()

    def take(self, step: str, *, follows: bool = False, rules: str = "") -> None:
        """The manager proposes a step; the day is filled in as the concession gives it."""
        page = self.page
        self._enter(MANAGER, self.case)
        page.get_by_role("link", name=self.said(step)).click()
        if follows:
            page.get_by_role("radio", name="Boete" if self.language is Language.NL else "Fine").check()
            page.get_by_label(self.said("Bedrag in euro")).fill(AMOUNT[self.language])
        if rules:
            page.get_by_role("radio", name=self.said(rules)).check()
        page.get_by_label(self.said("Toelichting")).fill("Omdat dit zo is vastgesteld.")
        page.get_by_role("button", name=self.said("Aan de tweede lezer voorleggen")).click()
        sent = self.said("Uw voorstel ligt bij de tweede lezer. De houder weet er nog niet van.")
        expect(page.get_by_text(sent)).to_be_visible()
        self._leave()

    def second(self) -> None:
        """The second reader confirms."""
        page = self.page
        self._enter(SECOND_READER, self.case)
        page.get_by_role("radio", name=self.said("Ik bevestig het"), exact=True).check()
        page.get_by_role("button", name=self.said("Versturen")).click()
        confirmed = self.said("Bevestigd. De brief wordt gemaakt en de houder krijgt bericht.")
        expect(page.get_by_text(confirmed)).to_be_visible()
        self._leave()

    def answer(self, step: str, label: str, *, sees: str) -> None:
        """The holder reads what it was told, with the amount, and answers."""
        page = self.page
        self._enter(SIGNATORY, self.case)
        expect(page.get_by_text(sees).first).to_be_visible()
        page.get_by_role("link", name=self.said(step)).click()
        page.get_by_label(self.said(label)).fill("Wij zien dit anders.")
        page.get_by_role("button", name=self.said("Versturen")).click()
        expect(page.get_by_text(self.said("Verstuurd. De provincie krijgt bericht."))).to_be_visible()
        self._leave()

    def holder_does_not_see_the_amount(self) -> None:
        """Between the proposal and its confirmation."""
        self._enter(SIGNATORY, self.case)
        expect(self.page.get_by_text(self.said("Waarschuwing")).first).to_be_visible()
        assert AMOUNT[self.language] not in self.page.content()
        self._leave()

    def holder_reads(self, outcome: str) -> None:
        """The outcome, from the page of all years."""
        self._enter(SIGNATORY, self.case)
        expect(self.page.get_by_text(self.said(outcome)).first).to_be_visible()
        self.page.get_by_role("link", name=self.said("Alle jaren naast elkaar")).click()
        expect(self.page.get_by_role("heading", name="2025", exact=True)).to_be_visible()
        expect(self.page.get_by_text(self.said("Beslissing op bezwaar")).first).to_be_visible()
        self._leave()

    def _enter(self, who: str, address: str) -> None:
        sign_in(self.page, who, self.language)
        self.page.goto(address)

    def _leave(self) -> None:
        sign_out(self.page, self.language)
