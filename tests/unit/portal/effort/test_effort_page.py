"""Holder and manager read what suppliers were asked and what came of it; who has nothing to do with the report does not."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from schemas.clock import now
from schemas.report.code_lists import ChainRole
from schemas.store import sessions
from schemas.store.asking import Ask, AskLink
from schemas.texts import Language
from tests.unit.portal.browsing import Browser, World


def page_of(world: World) -> str:
    return f"/rapportages/{world.reports['oost']}/inspanning"


def an_ask(world: World) -> None:
    ask = Ask(
        id=uuid4(),
        report=world.reports["oost"],
        supplier_id="S1",
        supplier_name="Voorbeeldaccu",
        email="inkoop@accu.voorbeeld.example",
        language=Language.NL,
        role=ChainRole.BATTERY,
        tier=2,
        questions=["Q-FIRM-NAME"],
        due=date(2027, 4, 1),
        asked_at=now(),
        idempotency_key=uuid4(),
    )
    link = AskLink(ask=ask.id, token_hash="a" * 64, made_at=now(), valid_until=date(2027, 4, 15))
    with sessions().begin() as session:
        session.add_all([ask, link])


def test_without_an_ask_the_page_says_so(reporter: Browser, world: World) -> None:
    assert "Voor dit rapport is nog geen leverancier gevraagd." in reporter.get(page_of(world)).text


def test_both_sides_read_what_was_asked_without_the_address(reporter: Browser, manager: Browser, world: World) -> None:
    an_ask(world)

    for browser in (reporter, manager):
        page = browser.get(page_of(world)).text
        assert "Voorbeeldaccu" in page
        assert "Gevraagd, te beantwoorden uiterlijk 1 april 2027" in page
        assert "inkoop@accu" not in page


def test_the_history_of_the_report_leads_to_it(manager: Browser, world: World) -> None:
    page = manager.get(f"/rapportages/{world.reports['oost']}/verloop").text

    assert page_of(world) in page


def test_a_report_of_others_is_not_found(reporter: Browser, world: World) -> None:
    assert reporter.get(f"/rapportages/{world.reports['kust']}/inspanning").status_code == 404
