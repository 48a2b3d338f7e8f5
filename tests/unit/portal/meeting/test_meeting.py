"""The page for the meeting: verdicts and figures of the last report, the path ahead, and all that is open."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from portal.use_cases import Declaration, hand_in
from portal.use_cases.conversing import Place, Writing, ask
from portal.use_cases.planning import Proposing, propose_measure
from portal.use_cases.reviewing import begin_review
from schemas.clock import today
from schemas.judgement import Outcome, Status
from schemas.store import IndicatorValue, NormVerdict, Report, reading, sessions
from schemas.words import MeasureOrigin
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.shortfalls.casework import a_missed_norm, opened, seconded, warned
from tests.unit.portal.use_cases.seeding import a_check, an_upload

YES_OR_NO = "N-RISK"
FORECAST = {
    "norm": "N-ZE-KM",
    "points": [{"year": 2030, "value": 93}],
    "meets_from": None,
    "says": {"nl": "Niet gehaald in 2030.", "en": "Not met in 2030."},
    "assumes": {"nl": "Zoals het nu gaat.", "en": "As it goes now."},
}


@pytest.fixture
def page(world: World) -> str:
    """The address of the page of concession Oost."""
    with reading() as session:
        return f"/concessies/{session.get_one(Report, world.reports['oost']).concession}/overleg"


@pytest.fixture
def version(world: World) -> UUID:
    """A version with a verdict and a figure, still a draft."""
    made: UUID = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(made)
    with sessions().begin() as session:
        session.add(
            NormVerdict(
                version=made,
                norm="N-ZE-KM",
                verdict=Outcome.DOES_NOT_MEET,
                value="74",
                threshold="81",
                reason_nl="",
                reason_en="",
                forecast=FORECAST,
            )
        )
        session.add(
            IndicatorValue(
                version=made,
                indicator="GHG-06",
                part="total",
                value=Decimal(912),
                unit="g/vkm",
                status=Status.MEASURED,
                why={},
            )
        )
    return made


def handed_in(world: World, version: UUID) -> None:
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    with sessions().begin() as session:
        hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])
        begin_review(session, world.reports["oost"], by=world.people["manager"])


def test_both_sides_read_the_verdicts_the_figures_and_the_path(
    manager: Browser, reporter: Browser, world: World, page: str, version: UUID
) -> None:
    handed_in(world, version)

    for text in (manager.get(page).text, reporter.get(page).text):
        assert "74 %" in text
        assert "912" in text
        assert "Niet gehaald in 2030." in text


def test_a_draft_is_on_no_table(manager: Browser, reporter: Browser, page: str, version: UUID) -> None:
    shown = [manager.get(page).text, reporter.get(page).text]

    assert all("Er is nog geen rapport ingediend." in text and not re.search(r"\b912\b", text) for text in shown)


def test_what_is_open_and_what_runs_stands_on_it(manager: Browser, world: World, page: str, version: UUID) -> None:
    handed_in(world, version)
    proposing = Proposing(key=uuid4(), title="Tien bussen erbij", owner="Materieel", due=today() + timedelta(days=90))
    with sessions().begin() as session:
        concession = session.get_one(Report, world.reports["oost"]).concession
        by = world.people["reporter"]
        propose_measure(session, concession, proposing, origin=MeasureOrigin.FREE, norm=None, by=by)
        question = Writing(key=uuid4(), text="Waarom laadt remise Noord niet?", days=14)
        ask(session, world.reports["oost"], Place(), question, by=world.people["manager"])

    shown = manager.get(page).text

    assert "Tien bussen erbij" in shown
    assert "Waarom laadt remise Noord niet?" in shown
    assert "Antwoord op de vraag over" in shown
    assert "Besluit over het rapport" in shown


def test_the_term_of_a_shortfall_stands_on_it_once_the_holder_was_told(
    manager: Browser, second_reader: Browser, world: World, page: str
) -> None:
    opened(manager, a_missed_norm(world))
    warned(manager)
    proposed = manager.get(page).text

    seconded(second_reader)

    assert "De houder herstelt wat niet voldoet" not in proposed
    assert "De houder herstelt wat niet voldoet (tekortkoming 2026-T1" in manager.get(page).text


def test_what_is_asked_of_a_norm_of_yes_or_no_is_said_once(
    manager: Browser, world: World, page: str, version: UUID
) -> None:
    with sessions().begin() as session:
        verdict = NormVerdict(version=version, norm=YES_OR_NO, verdict=Outcome.MEETS, value="1", threshold="1")
        verdict.reason_nl = verdict.reason_en = ""
        session.add(verdict)
    handed_in(world, version)

    text = manager.get(page).text

    assert 'data-label="Gevraagd"><span class="cell">ja</span>' in text


def test_others_find_nothing(browser_of: Callable[[str], Browser], page: str) -> None:
    assert [browser_of(who).get(page).status_code for who in ("other_reporter", "other_manager")] == [404, 404]
