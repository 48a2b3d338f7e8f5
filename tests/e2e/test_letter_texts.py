"""The text of a reminder in a browser, in Dutch and in English: refused, read with an example, mailed as a proof, and kept."""

from __future__ import annotations

from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from schemas.texts import Language
from tests.e2e.visiting import a_page, sign_in
from tests.e2e.words import said
from tests.running import Site

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

POSTED_WITHIN = 60
OPERATOR = "fien@voorbeeld.example"
KIND = {Language.NL: "Rapport verbeteren, uiterlijk", Language.EN: "Correct the report by"}
WRONG = "U verbetert {report} vóór {due}."
RIGHT = "Kijkt u naar het rapport over {year} voor {concession} vóór {due}?"
SHOWN = "Kijkt u naar het rapport over 2026 voor Voorbeeld Oost vóór 1 oktober 2027?"
PROOF = "Proef: Rapport verbeteren, uiterlijk 1 oktober 2027: Voorbeeld Oost"


def write(page: Page, text: str, deed: str, language: Language) -> None:
    page.get_by_label(f"{said('Eerste regel', language)} (nl)").fill(text)
    page.get_by_role("button", name=said(deed, language), exact=True).click()


def arrived(page: Page, subject: str) -> bool:
    """Whether a mail came; the worker is given some time."""
    until = monotonic() + POSTED_WITHIN
    while monotonic() < until:
        page.goto("/demo/post")
        if page.get_by_role("link", name=subject).count():
            return True
        page.wait_for_timeout(500)
    return False


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_a_text_is_refused_tried_mailed_and_kept(browser: Browser, site: Site, language: Language) -> None:
    with a_page(browser, site.address) as page:
        sign_in(page, OPERATOR, language)
        page.goto("/beheer/brieven")
        page.get_by_role("link", name=KIND[language]).click()
        write(page, WRONG, "Voorbeeld bekijken", language)
        expect(page.get_by_role("alert").get_by_text("{report}")).to_be_visible()

        write(page, RIGHT, "Voorbeeld bekijken", language)
        expect(page.get_by_text(SHOWN)).to_be_visible()

        write(page, RIGHT, "Mail mij een proef", language)
        sent = said("De proef is onderweg naar uw mailadres, in beide talen. Er is nog niets gewijzigd.", language)
        expect(page.get_by_text(sent)).to_be_visible()

        page.get_by_label(said("Reden", language), exact=True).first.fill("Vriendelijker.")
        write(page, RIGHT, "Bewaren", language)
        expect(page.get_by_text(said("De tekst is bewaard. Nieuwe mails krijgen haar.", language))).to_be_visible()

        assert arrived(page, PROOF)
