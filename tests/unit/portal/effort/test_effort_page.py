"""Holder and manager read what suppliers were asked and what came of it; who has nothing to do with the report does not."""

from __future__ import annotations

from markupsafe import escape

from schemas.clock import now
from schemas.questions import QUESTIONS
from schemas.store import sessions
from tests.asks import a_link, an_ask
from tests.unit.portal.browsing import Browser, World


def page_of(world: World) -> str:
    return f"/rapportages/{world.reports['oost']}/inspanning"


def asked(world: World) -> None:
    ask = an_ask(world.reports["oost"], at=now())
    with sessions().begin() as session:
        session.add_all([ask, a_link(ask.id, at=now())])


def test_without_an_ask_the_page_says_so(reporter: Browser, world: World) -> None:
    assert "Voor dit rapport is nog geen leverancier gevraagd." in reporter.get(page_of(world)).text


def test_both_sides_read_what_was_asked_without_the_address(reporter: Browser, manager: Browser, world: World) -> None:
    asked(world)

    for browser in (reporter, manager):
        page = browser.get(page_of(world)).text
        assert "Voorbeeldaccu" in page
        assert "Gevraagd, te beantwoorden uiterlijk 1 april 2027" in page
        assert "inkoop@accu" not in page


def test_many_questions_are_counted_and_can_be_unfolded(reporter: Browser, world: World) -> None:
    ask = an_ask(world.reports["oost"], at=now())
    ask.questions = [one.id for one in QUESTIONS[:4]]
    with sessions().begin() as session:
        session.add_all([ask, a_link(ask.id, at=now())])

    page = reporter.get(page_of(world)).text

    assert "Gevraagd, te beantwoorden uiterlijk 1 april 2027: 4 vragen" in page
    assert all(f"<li>{escape(one.text.nl)}</li>" in page for one in QUESTIONS[:4])


def test_the_history_of_the_report_leads_to_it(manager: Browser, world: World) -> None:
    page = manager.get(f"/rapportages/{world.reports['oost']}/verloop").text

    assert page_of(world) in page


def test_a_report_of_others_is_not_found(reporter: Browser, world: World) -> None:
    assert reporter.get(f"/rapportages/{world.reports['kust']}/inspanning").status_code == 404
