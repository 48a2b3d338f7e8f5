"""The main job step by step, as the people do it: from a faulty workbook to a decision and its documents."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from time import monotonic
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect
from pypdf import PdfReader

from deploy.demo.accounts import PASSWORD
from deploy.demo.papers import paper
from deploy.demo.reports import with_faults
from deploy.demo.workbook import workbook
from schemas.clock import today
from schemas.report.sheets import BY_NAME
from schemas.texts import Language
from tests.e2e.duties import a_book
from tests.e2e.visiting import CHECKED_WITHIN, sign_in, sign_out, upload, wait_for_check
from tests.e2e.words import said

REPORTER, SIGNATORY = "roos@denkbeeldigvervoer.example", "dirk@denkbeeldigvervoer.example"
MANAGER, SECOND_READER = "mara@voorbeeld.example", "tom@voorbeeld.example"
ANSWER = "Nagekeken bij de remise: dit klopt."
VIEW = "De facturen van het najaar komen in juni."
VIEW_TOO = "En de meter van remise Zuid is in oktober vervangen."
PAPERS_WITHIN = 60_000


@dataclass(frozen=True)
class Walk:
    """Somebody's way through the year of one concession, in one language."""

    page: Page
    language: Language
    concession: str
    script: bool = True

    def say(self, text: str, **filled: Any) -> str:
        return said(text, self.language, **filled)

    def press(self, text: str) -> None:
        self.page.get_by_role("button", name=self.say(text), exact=True).first.click()

    def follow(self, text: str) -> None:
        self.page.get_by_role("link", name=self.say(text), exact=True).first.click()

    def expect_text(self, text: str) -> None:
        expect(self.page.get_by_text(self.say(text)).first).to_be_visible(timeout=PAPERS_WITHIN)

    def enter(self, email: str) -> None:
        sign_in(self.page, email, self.language)
        self.page.goto("/")
        home = self.page.url
        self.page.get_by_role("link", name=self.concession, exact=True).first.click()
        expect(self.page).not_to_have_url(home)

    def leave(self) -> None:
        sign_out(self.page, self.language)

    def await_check(self, number: int) -> None:
        """Without a script nothing goes on by itself: the page has a link to look again."""
        within = monotonic() + CHECKED_WITHIN / 1000
        waits = self.page.get_by_role("link", name=self.say("Kijk of de controle klaar is"))
        checked = self.page.get_by_role("heading", name=self.say("Controle van versie %(number)s", number=number))
        if not self.script:
            expect(waits.or_(checked).first).to_be_visible(timeout=CHECKED_WITHIN)
        while not self.script and waits.count():
            assert monotonic() < within, f"Version {number} was not checked."
            with self.page.expect_navigation():
                waits.click()
        wait_for_check(self.page, number, self.language)


def upload_until_ready(walk: Walk, code: str) -> None:
    book = a_book(code)
    walk.enter(REPORTER)
    report_page = walk.page.url
    add_evidence(walk, book)
    upload(walk.page, workbook(with_faults(book)), language=walk.language)
    walk.await_check(1)
    expect(walk.page.get_by_text("twaalf").first).to_be_attached()
    walk.page.goto(report_page)
    upload(walk.page, workbook(book), language=walk.language)
    walk.await_check(2)
    explain_everything(walk)
    expect(walk.page.get_by_text(walk.say("Geen fouten. Uw ondertekenaar kan indienen.").split(".")[0])).to_be_visible()
    walk.leave()


def hand_in_and_take_back_once(walk: Walk) -> None:
    walk.enter(SIGNATORY)
    sign(walk)
    walk.press("Rapport intrekken")
    walk.expect_text("Uw rapport is ingetrokken. U kunt het verbeteren en opnieuw indienen.")
    sign(walk)
    receipt = walk.page.url
    walk.leave()
    walk.enter(MANAGER)
    walk.press("Beoordeling beginnen")
    expect(walk.page.get_by_role("button", name=walk.say("Beoordeling beginnen"))).to_have_count(0)
    walk.leave()
    walk.enter(SIGNATORY)
    walk.page.goto(receipt)
    expect(walk.page.get_by_role("button", name=walk.say("Rapport intrekken"))).to_have_count(0)
    walk.leave()


def hear_the_holder(walk: Walk) -> None:
    walk.enter(MANAGER)
    walk.follow("Besluiten")
    walk.page.get_by_text(walk.say("Eerst een voornemen aankondigen")).click()
    walk.page.get_by_label(walk.say("Wat wilt u besluiten, en waarom?")).fill("Terugsturen: het najaar ontbreekt.")
    walk.press("Voornemen aankondigen")
    walk.expect_text("Voornemen om het rapport terug te sturen")
    walk.leave()
    walk.enter(SIGNATORY)
    walk.follow("Zienswijze geven")
    with a_second_view(walk):
        walk.page.get_by_label(walk.say("Uw zienswijze"), exact=True).fill(VIEW)
        letter: FilePayload = {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": paper("brief.pdf")}
        walk.page.get_by_label(walk.say("Bestand erbij"), exact=True).set_input_files(letter)
        walk.press("Zienswijze versturen")
        walk.expect_text("Uw zienswijze is verstuurd en blijft bij het rapport bewaard. De provincie krijgt bericht.")
    walk.leave()


@contextmanager
def a_second_view(walk: Walk) -> Iterator[None]:
    """The same form is open elsewhere, and is sent after the one that is sent in between: both are kept."""
    other = replace(walk, page=walk.page.context.new_page())
    other.page.goto(walk.page.url)
    other.page.get_by_label(walk.say("Uw zienswijze"), exact=True).fill(VIEW_TOO)
    yield
    other.press("Zienswijze versturen")
    other.expect_text("Een collega gaf al een zienswijze. De uwe is ernaast bewaard; de provincie krijgt bericht.")
    other.page.close()


def send_back_with_a_second_reader(walk: Walk) -> None:
    walk.enter(MANAGER)
    expect(walk.page.get_by_text(VIEW)).to_be_visible()
    expect(walk.page.get_by_text(VIEW_TOO)).to_be_visible()
    expect(walk.page.get_by_role("link", name="brief.pdf")).to_be_visible()
    propose_to_send_back(walk)
    walk.expect_text("Uw voorstel ligt bij de tweede lezer.")
    walk.leave()
    confirm(walk)


def propose_to_send_back(walk: Walk) -> None:
    """Fill in the decision that sends only energy back."""
    walk.follow("Besluiten")
    walk.page.get_by_role("radio", name=walk.say("Terugsturen")).check()
    walk.page.get_by_label(walk.say("Toelichting"), exact=True).fill("De facturen van het najaar ontbreken.")
    walk.page.get_by_label(walk.say("Termijn"), exact=True).fill(str(today() + timedelta(days=30)))
    walk.page.get_by_role("checkbox", name=energy(walk), exact=True).check()
    walk.press("Besluit nemen")


def confirm(walk: Walk) -> None:
    walk.enter(SECOND_READER)
    walk.page.get_by_role("radio", name=walk.say("Ik bevestig het"), exact=True).check()
    walk.press("Versturen")
    walk.expect_text("Bevestigd. De houder krijgt bericht.")
    walk.leave()


def mend_and_hand_in_again(walk: Walk, code: str) -> None:
    walk.enter(REPORTER)
    expect(walk.page.get_by_role("main")).to_contain_text(walk.say("Het gaat om: %(sheets)s", sheets=energy(walk)))
    upload(walk.page, workbook(a_book(code)), language=walk.language)
    walk.await_check(3)
    explain_everything(walk)
    walk.leave()
    walk.enter(SIGNATORY)
    sign(walk)
    walk.leave()


def accept(walk: Walk) -> None:
    walk.enter(MANAGER)
    walk.press("Beoordeling beginnen")
    walk.press("Berekening bevestigen bij alle overige normen")
    expect(
        walk.page.get_by_role("button", name=walk.say("Berekening bevestigen bij alle overige normen"))
    ).to_have_count(0)
    walk.follow("Besluiten")
    walk.page.get_by_role("radio", name=walk.say("Aanvaarden"), exact=True).check()
    walk.press("Besluit nemen")
    walk.expect_text("Het besluit is genomen. De houder krijgt bericht.")
    walk.leave()


def sign(walk: Walk) -> None:
    walk.follow("Indienen")
    walk.page.get_by_role("checkbox").check()
    walk.page.get_by_label(walk.say("Uw wachtwoord, nog eens")).fill(PASSWORD)
    walk.press("Ondertekenen en indienen")
    walk.expect_text("Bewaar dit bewijs.")


def explain_everything(walk: Walk) -> None:
    """Answer every question: a whole rule at once where that is offered."""
    asks = walk.say("%(num)s toe te lichten", num="").strip()
    questions = walk.page.locator("#groepen > details", has_text=asks)
    while left := questions.count():
        form = questions.last.locator("form:has(textarea[name=toelichting])").last
        open_around(form)
        form.get_by_role("textbox").fill(ANSWER)
        form.get_by_role("button").click()
        expect(questions).to_have_count(left - 1)


def open_around(form: Locator) -> None:
    """Open what a form is folded in, from the outside in."""
    for fold in form.locator("xpath=ancestor::details[not(@open)]").all():
        fold.locator("summary").first.click()


def energy(walk: Walk) -> str:
    """The sheet that is sent back, as its reader knows it."""
    return BY_NAME["energy"].label.in_(walk.language)


def open_decided_reports(walk: Walk) -> None:
    """The decided compliance report can be downloaded in both languages; each opens and says on every page which edition it is."""
    wanted = f"{walk.say('Nalevingsrapport')}, {walk.say('vastgesteld')}"
    await_link(walk, wanted)
    marks = {"vastgesteld", "established", "decided"}
    links = walk.page.get_by_role("link", name=wanted).all()
    assert links
    for link in links:
        with walk.page.expect_download() as given:
            link.click()
        pages = PdfReader(io.BytesIO(given.value.path().read_bytes())).pages
        assert len(pages) > 3
        assert all(any(mark in page.extract_text().lower() for mark in marks) for page in pages)


def await_link(walk: Walk, name: str) -> None:
    """Look again, as the page asks, until a document is there."""
    link = walk.page.get_by_role("link", name=name)
    within = monotonic() + PAPERS_WITHIN / 1000
    while not link.count():
        assert monotonic() < within, f"{name} was not made."
        walk.page.reload()


def add_evidence(walk: Walk, book: dict[str, list[dict[str, object]]]) -> None:
    papers: list[FilePayload] = [
        {"name": name, "mimeType": "application/pdf", "buffer": paper(name)}
        for name in (str(row["file_name"]) for row in book["evidence"])
    ]
    walk.page.get_by_label(walk.say("Bewijs toevoegen"), exact=True).set_input_files(papers)
    walk.press("Toevoegen")
    expect(walk.page.get_by_role("status").first).to_contain_text(str(len(papers)))
