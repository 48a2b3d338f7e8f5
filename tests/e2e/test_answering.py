"""A supplier's form in a browser, from the link to done: how many clicks and fields it takes, with and without a script."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import now, today
from schemas.questions import FieldKind, Question, usual_for
from schemas.report.code_lists import ChainRole
from schemas.store import Ask, AskLink, Concession, Report, engine_of
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from tests.e2e.visiting import a_page
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

USUAL = usual_for(ChainRole.SUBCONTRACTOR)
TYPED = {FieldKind.NUMBER: "1250", FieldKind.DATE: "2027-06-30", FieldKind.TEXT: "4.0/2"}
SPLIT = "Een derde van onze kilometers"


@dataclass
class Effort:
    """What a supplier had to do, counted while it is done."""

    page: Page
    clicks: int = 0
    fields: int = 0
    answers: list[str] = field(default_factory=list)

    def press(self, button: str) -> None:
        """Press a button or follow a link of this name."""
        self.page.get_by_role("button", name=button).or_(self.page.get_by_role("link", name=button, exact=True)).click()
        self.clicks += 1

    def fill(self, label: str, text: str) -> None:
        """Fill in a field; what stands in it already need not be typed."""
        at = self.page.get_by_label(label)
        if at.input_value() != text:
            at.fill(text)
            self.fields += 1

    def choose(self) -> None:
        """Choose the first of what can be chosen."""
        self.page.get_by_role("radio").first.check()
        self.clicks += 1


@pytest.mark.parametrize(
    ("questions", "script"), [(USUAL, True), (USUAL[:3], False)], ids=["all usual questions", "no-script"]
)
def test_a_supplier_answers_from_its_link_to_the_receipt(
    browser: Browser, site: Site, questions: tuple[Question, ...], script: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    link = a_link(site, questions)
    with a_page(browser, site.address, java_script_enabled=script, viewport={"width": 320, "height": 640}) as page:
        page.goto(link)
        effort = Effort(page)
        effort.press("Beginnen")
        for number, question in enumerate(questions, start=1):
            expect(page.get_by_text(f"Vraag {number} van {len(questions)}")).to_be_visible()
            answer(effort, question)
        effort.press("Versturen aan")
        expect(page.get_by_role("heading", name="Dank u wel")).to_be_visible()
        assert link.rsplit("/", 1)[1] not in page.url

    with capsys.disabled():
        print(f"\n{len(questions)} questions from link to done: {effort.clicks} clicks, {effort.fields} fields.")  # noqa: T201


def answer(effort: Effort, question: Question) -> None:
    if question.field in {FieldKind.YES_NO, FieldKind.CODE}:
        effort.choose()
    else:
        effort.fill("Uw antwoord", TYPED[question.field])
    effort.page.wait_for_load_state()
    if effort.page.get_by_label("Hoe komt u aan het deel").count():
        effort.fill("Hoe komt u aan het deel", SPLIT)
    effort.press("Volgende")


def a_link(site: Site, questions: tuple[Question, ...]) -> str:
    """A taxi firm of the demo is asked; gives the address in its mail."""
    ask, link = uuid4(), uuid4()
    secret = secret_of(link, (site.home / "secret_key").read_text())
    due = today() + timedelta(days=20)
    with Session(engine_of(f"sqlite:///{site.home / 'ketenspiegel.db'}")) as session:
        query = select(Report.id).join(Concession, Concession.id == Report.concession)
        report = session.scalars(query.where(Concession.code == "OV-WEST").order_by(Report.report_year.desc())).first()
        session.add(
            Ask(
                id=ask,
                report=report,
                supplier_id=f"T-{ask}",
                supplier_name="Taxi Denkbeeld",
                email=f"{ask}@leverancier.example",
                language=Language.NL,
                role=ChainRole.SUBCONTRACTOR,
                tier=1,
                employees=12,
                questions=[one.id for one in questions],
                due=due,
                asked_at=now(),
                idempotency_key=uuid4(),
            )
        )
        session.add(AskLink(id=link, ask=ask, token_hash=hash_of(secret), made_at=now(), valid_until=due))
        session.commit()
    return f"/antwoord/{secret}"
