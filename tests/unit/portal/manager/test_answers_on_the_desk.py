"""What a manager sees of explanations: which are new, which were carried over, which lapsed, and no drafts."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from portal.use_cases import Declaration, explain, hand_in
from portal.use_cases.deciding import Deciding, decide, second
from portal.use_cases.reviewing import begin_review
from schemas.clock import today
from schemas.store import sessions
from schemas.words import DecisionOutcome
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.earlier_years import WINTER, explained_last_year
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload


@pytest.fixture
def page(world: World) -> str:
    """The address of the report's page."""
    return f"/beoordelingen/{world.reports['oost']}"


@pytest.fixture
def handed_in(world: World) -> UUID:
    """A report in which last year's answer lapsed, and two questions were answered over two uploads."""
    explained_last_year(world)
    report, person = world.reports["oost"], world.people["reporter"]
    first = an_upload(report, person).id
    a_check(first, [a_finding(0, value="24000"), a_finding(1)])
    answer(world, first, 1, "De bus reed in de heuvels.")
    version = an_upload(report, person).id
    a_check(version, [a_finding(0, value="24000"), a_finding(1)])
    answer(world, version, 0, "Er is een tweede laadpunt.")
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    with sessions().begin() as session:
        hand_in(session, report, declaration, by=world.people["signatory"])
    return version


def answer(world: World, version: UUID, position: int, text: str) -> None:
    with sessions().begin() as session:
        explain(session, world.reports["oost"], version, position=position, text=text, by=world.people["reporter"])


def test_new_carried_and_lapsed_are_told_apart(manager: Browser, handed_in: UUID, page: str) -> None:
    shown = manager.get(page).text

    assert "Toelichtingen: 1 nieuwe toelichting, 1 overgenomen van een eerdere upload." in shown
    assert "1 toelichting is vervallen omdat de waarde is veranderd." in shown
    assert "De waarde was 18900 en is nu 24000." in shown
    assert WINTER in shown


def test_a_manager_changes_no_answer(manager: Browser, handed_in: UUID, page: str) -> None:
    shown = manager.get(page).text

    assert "Opnieuw gebruiken" not in shown
    assert "Wijzigen" not in shown


def test_what_the_holder_drafts_after_it_came_back_is_not_shown(
    manager: Browser, world: World, handed_in: UUID, page: str
) -> None:
    report = world.reports["oost"]
    term = today() + timedelta(days=30)
    with sessions().begin() as session:
        begin_review(session, report, by=world.people["manager"])
        back = Deciding(
            outcome=DecisionOutcome.SENT_BACK, reason="Nog eens.", term=term, key=uuid4(), unheard="Gevraagd."
        )
        decide(session, report, back, by=world.people["manager"])
        second(session, report, confirmed=True, reason="", by=world.people["second_reader"])

    answer(world, handed_in, 0, "Concept van de houder.")

    shown = manager.get(page).text
    assert "Concept van de houder." not in shown
    assert "Er is een tweede laadpunt." in shown
