"""A case in a browser, from opening to the ruling on an objection, in Dutch and in English: each step by who takes it."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from schemas.clock import today
from schemas.norms import NORM
from schemas.shortfall_subjects import NOT_CORRECTED, NOT_HANDED_IN
from schemas.texts import Bilingual, Language
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
# Earlier years whose report was sent back and did not come again: one for each language.
SENT_BACK = {Language.NL: 2024, Language.EN: 2023}
TERM = "2026-06-19"
LAST_YEAR = """
SELECT r.id, v.id FROM versions v JOIN reports r ON r.id = v.report JOIN decisions d ON d.version = v.id WHERE r.report_year = 2025
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
        for year in SENT_BACK.values():
            send_back(database, year)
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


@pytest.mark.parametrize("language", list(Language))
def test_a_correction_that_never_came_is_a_case_too(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        walk = Walk(page, language)
        walk.open_a_case_about_a_correction(SENT_BACK[language])
        walk.take("Waarschuwen")
        walk.second()
        walk.holder_goes_to_hand_in_again(SENT_BACK[language])


def send_back(database: sqlite3.Connection, year: int) -> None:
    """A report of an earlier year, like last year's, that was sent back until a term that is past."""
    report, version, decision = (uuid4().hex for _ in range(3))
    last = database.execute(LAST_YEAR).fetchone()
    [tom] = database.execute("SELECT id FROM people WHERE email = ?", (SECOND_READER,)).fetchone()
    _copy(database, "reports", ("id", last[0]), id=report, report_year=year)
    _copy(database, "versions", ("id", last[1]), id=version, report=report, idempotency_key=uuid4().hex)
    _copy(database, "checks", ("version", last[1]), version=version)
    _copy(database, "signatures", ("version", last[1]), id=decision, version=version, idempotency_key=uuid4().hex)
    _copy(database, "reviews", ("version", last[1]), version=version)
    sent_back = {"outcome": "sent_back", "term": TERM, "idempotency_key": uuid4().hex}
    made = _copy(database, "decisions", ("version", last[1]), id=decision, version=version, **sent_back)
    confirmed = (decision, True, "", tom, made["at"])
    database.execute(
        'INSERT INTO confirmations (decision, confirmed, reason, "by", at) VALUES (?, ?, ?, ?, ?)', confirmed
    )


def _copy(database: sqlite3.Connection, table: str, of: tuple[str, str], **other: object) -> dict[str, object]:
    """A row that is as another one but for these values."""
    found = database.execute(f"SELECT * FROM {table} WHERE {of[0]} = ?", of[1:])
    row = dict(zip([name for name, *_ in found.description], found.fetchone(), strict=True)) | other
    names, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    database.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", tuple(row.values()))
    return row


class Walk:
    """One case as the people on both sides walk through it, in one language."""

    def __init__(self, page: Page, language: Language) -> None:
        self.page, self.language, self.case = page, language, ""

    def said(self, text: str, **filled: object) -> str:
        """A text in the language of the walk."""
        return said(text, self.language, **filled)

    def late(self, days: int) -> str:
        """How many days something is too late, as the desk writes it."""
        return f"{days} dagen te laat" if self.language is Language.NL else f"{days} days late"

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
        self._enter(MANAGER, "/bureau?jaar=2026")
        self._open_about(self._on_the_desk(2026), missing=NOT_HANDED_IN)

    def open_a_case_about_a_correction(self, year: int) -> None:
        """The manager sees at the desk that its term is past, and goes on from there."""
        self._enter(MANAGER, f"/bureau?jaar={year}")
        line = self._on_the_desk(year)
        late = (today() - date.fromisoformat(TERM)).days
        expect(line).to_contain_text(self.late(late))
        self._open_about(line, missing=NOT_CORRECTED)

    def _on_the_desk(self, year: int) -> Locator:
        named = self.page.get_by_role("link", name="Voorbeeld-Oost", exact=True)
        return self.page.locator("tr", has_text=str(year)).filter(has=named).first

    def _open_about(self, line: Locator, *, missing: Bilingual) -> None:
        page = self.page
        line.get_by_role("link", name="Voorbeeld-Oost", exact=True).click()
        page.get_by_role("link", name=self.said("Dossier openen")).click()
        page.get_by_label(self.said("Waarom opent u dit dossier?")).fill("Er kwam niets.")
        page.get_by_role("button", name=self.said("Dossier openen")).click()
        expect(page.get_by_text(missing.in_(self.language)).first).to_be_visible()
        self.case = page.url
        self._leave()

    def holder_goes_to_hand_in_again(self, year: int) -> None:
        """The signatory finds it at home, reads what came back until when, and goes to where the report is handed in."""
        page = self.page
        self._enter(SIGNATORY, "/concessies")
        page.get_by_role("link", name=re.compile(f"{year}-T1: {NOT_CORRECTED.in_(self.language)}")).click()
        expect(page.get_by_text(self.said("Laatste dag van het verbeterde rapport"))).to_be_visible()
        expect(page.get_by_role("link", name=self.said("Brief (pdf)"))).to_be_visible()
        page.get_by_role("link", name=self.said("Naar het rapport"), exact=True).click()
        expect(page.get_by_role("heading", name=self.said("Nieuwe versie uploaden"))).to_be_visible()
        self._leave()

    def holder_finds_it_at_home(self) -> None:
        """The signatory sees it where each visit begins, and reads until when the report may still come."""
        page = self.page
        self._enter(SIGNATORY, "/concessies")
        page.get_by_role("link", name=re.compile(f": {NOT_HANDED_IN.in_(self.language)}")).click()
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
