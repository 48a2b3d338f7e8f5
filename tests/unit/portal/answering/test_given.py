"""What suppliers answered: each side reads what it may, and a confidential figure never comes before the holder."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import uuid4

import pytest

from portal.use_cases.answering import Given, answer, send
from portal.use_cases.asking import revoke
from schemas.clock import now
from schemas.store import Ask, Signature, sessions
from schemas.words import AnswerKind
from tests.unit.portal.answering.asks import KILOMETRES, Linked, an_ask
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import an_upload

FIGURES = (111_111, 222_222, 333_333, 444_444)


@pytest.fixture
def page(world: World) -> str:
    """The page of the report of concession Oost."""
    return f"/rapportages/{world.reports['oost']}/leveranciersantwoorden"


def sent(world: World, number: int, figure: int, *, confidential: bool = True) -> Linked:
    """A supplier that sent its kilometres."""
    linked = an_ask(
        world.reports["oost"],
        world.people["reporter"],
        supplier_id=f"S{number}",
        supplier_name=f"Taxi {number}",
        questions=[KILOMETRES],
    )
    given = Given(kind=AnswerKind.GIVEN, value=Decimal(figure), split="een deel", confidential=confidential)
    with sessions().begin() as session:
        answer(session, linked.ask, KILOMETRES, given)
    with sessions().begin() as session:
        send(session, linked.ask)
    return linked


def handed_in(world: World) -> None:
    report, by = world.reports["oost"], world.people["signatory"]
    version = an_upload(report, by)
    with sessions().begin() as session:
        session.add(Signature(version=version.id, by=by, at=now(), statement="", idempotency_key=uuid4()))


def told(figure: int) -> str:
    return f"{figure:,}".replace(",", ".")


def test_the_holder_reads_what_was_not_given_in_confidence(reporter: Browser, world: World, page: str) -> None:
    sent(world, 1, FIGURES[0], confidential=False)

    text = reporter.get(page).text

    assert told(FIGURES[0]) in text
    assert "Taxi 1" in text


def test_the_holder_reads_no_confidential_figure_and_no_total_of_two(
    reporter: Browser, world: World, page: str
) -> None:
    for number, figure in enumerate(FIGURES[:2]):
        sent(world, number, figure)

    text = reporter.get(page).text

    assert [one for one in (*FIGURES[:2], sum(FIGURES[:2])) if told(one) in text or str(one) in text] == []
    assert "nog geen totaal" in text


def test_the_holder_reads_a_total_of_three_which_a_fourth_does_not_change(
    reporter: Browser, world: World, page: str
) -> None:
    for number, figure in enumerate(FIGURES):
        sent(world, number, figure)

    text = reporter.get(page).text

    assert told(sum(FIGURES[:3])) in text
    assert [one for one in (*FIGURES, sum(FIGURES)) if told(one) in text] == []


def corrects(linked: Linked, figure: int) -> None:
    """A supplier sends another figure in confidence."""
    given = Given(kind=AnswerKind.GIVEN, value=Decimal(figure), split="een deel", confidential=True)
    with sessions().begin() as session:
        answer(session, linked.ask, KILOMETRES, given)
    with sessions().begin() as session:
        send(session, linked.ask)


def test_a_correction_of_two_does_not_reach_the_holder_and_the_page_says_that_it_waits(
    reporter: Browser, world: World, page: str
) -> None:
    firms = [sent(world, number, figure) for number, figure in enumerate(FIGURES[:3])]

    for linked in firms[:2]:
        corrects(linked, 900_900)

    text = reporter.get(page).text
    assert told(sum(FIGURES[:3])) in text
    assert "Bij 2 leveranciers is sindsdien iets veranderd" in text


def test_a_correction_of_three_renews_the_total(reporter: Browser, world: World, page: str) -> None:
    firms = [sent(world, number, figure) for number, figure in enumerate(FIGURES[:3])]

    for linked in firms:
        corrects(linked, 900_900)

    text = reporter.get(page).text
    assert told(3 * 900_900) in text
    assert "is sindsdien iets veranderd" not in text


def test_an_ask_that_is_taken_back_leaves_the_total_as_it_was(reporter: Browser, world: World, page: str) -> None:
    firms = [sent(world, number, figure) for number, figure in enumerate(FIGURES[:3])]

    with sessions().begin() as session:
        revoke(session, session.get_one(Ask, firms[0].ask), by=world.people["reporter"])

    text = reporter.get(page).text
    assert told(sum(FIGURES[:3])) in text
    assert "Bij 1 leverancier is sindsdien iets veranderd" in text


def test_the_province_reads_its_own_total_at_once(manager: Browser, world: World, page: str) -> None:
    firms = [sent(world, number, figure) for number, figure in enumerate(FIGURES[:3])]
    corrects(firms[0], 900_900)

    handed_in(world)

    text = manager.get(page).text
    assert told(900_900 + FIGURES[1] + FIGURES[2]) in text
    assert "is sindsdien iets veranderd" not in text


def test_the_manager_reads_every_figure_once_it_was_handed_in(manager: Browser, world: World, page: str) -> None:
    sent(world, 1, FIGURES[0])
    before = manager.get(page).text

    handed_in(world)

    assert told(FIGURES[0]) not in before
    assert told(FIGURES[0]) in manager.get(page).text


def test_what_was_not_sent_is_read_by_nobody(reporter: Browser, world: World, page: str) -> None:
    linked = an_ask(world.reports["oost"], world.people["reporter"], questions=[KILOMETRES])
    with sessions().begin() as session:
        answer(session, linked.ask, KILOMETRES, Given(kind=AnswerKind.GIVEN, value=Decimal(FIGURES[0]), split="x"))

    assert told(FIGURES[0]) not in reporter.get(page).text


def test_another_holder_finds_nothing(browser_of: Callable[[str], Browser], world: World, page: str) -> None:
    sent(world, 1, FIGURES[0], confidential=False)

    assert browser_of("other_reporter").get(page).status_code == 404
