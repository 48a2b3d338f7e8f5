"""The page of a check over uploads and years: what was carried over, what lapsed, and doing something about it."""

from __future__ import annotations

from uuid import UUID

import pytest

from schemas.store import Explanation, reading
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.earlier_years import WINTER, answers_of_this_year, explained_last_year
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload


@pytest.fixture
def page(world: World) -> str:
    """The address of the first version's page."""
    return f"/rapportages/{world.reports['oost']}/versies/1"


def a_version(world: World, value: str = "18900", **more: int) -> UUID:
    made = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(made.id, [a_finding(0, value=value, **more)])
    return made.id


def test_an_answer_of_last_year_says_so_with_who_and_when(reporter: Browser, world: World, page: str) -> None:
    explained_last_year(world)
    a_version(world)

    shown = reporter.get(page).text

    assert WINTER in shown
    assert "overgenomen van 2025" in shown
    assert "reporter, " in shown
    assert "Toelichtingen: 1 overgenomen van 2025." in shown


def test_an_answer_of_last_year_is_confirmed_with_one_button(reporter: Browser, world: World, page: str) -> None:
    carried = explained_last_year(world)
    a_version(world)

    reporter.post(f"{page}/toelichting", {"plaats": "0", "toelichting": WINTER})

    shown = reporter.get(page).text
    assert "overgenomen van 2025 en bevestigd door reporter" in shown
    assert "Klopt nog: bevestigen" not in shown
    assert [(one.follows, one.text) for one in answers_of_this_year(world)] == [(carried, WINTER)]


def test_an_answer_of_last_year_can_be_withdrawn_here(reporter: Browser, world: World, page: str) -> None:
    carried = explained_last_year(world)
    a_version(world)

    answer = reporter.post(f"{page}/toelichtingen/{carried}/weg")

    assert answer.status_code == 303
    assert "1 toe te lichten" in reporter.get(page).text
    with reading() as session:
        assert session.get_one(Explanation, carried).withdrawn_at is None


def test_an_answer_that_lapsed_lies_ready_with_the_reason(reporter: Browser, world: World, page: str) -> None:
    explained_last_year(world)
    a_version(world, "24000")

    shown = reporter.get(page).text

    assert "1 toelichting is vervallen omdat de waarde is veranderd." in shown
    assert "De waarde was 18900 en is nu 24000." in shown
    assert "Opnieuw gebruiken" in shown


def test_old_words_that_were_used_again_are_not_offered_any_more(reporter: Browser, world: World, page: str) -> None:
    explained_last_year(world)
    a_version(world, "24000")

    reporter.post(f"{page}/toelichting", {"plaats": "0", "toelichting": WINTER})

    shown = reporter.get(page).text
    assert "Opnieuw gebruiken" not in shown
    assert "Opnieuw toegelicht:" in shown
    assert "Toelichtingen: 1 nieuwe toelichting." in shown


def test_an_answer_that_nothing_asks_for_is_told_without_a_question(reporter: Browser, world: World, page: str) -> None:
    explained_last_year(world)
    made = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(made.id)

    shown = reporter.get(page).text

    assert "1 toelichting is niet meer nodig: de vraag komt niet meer voor." in shown
    assert "Opnieuw gebruiken" not in shown


def test_a_rule_that_was_revised_asks_again(reporter: Browser, world: World, page: str) -> None:
    explained_last_year(world)
    a_version(world, revision=2)

    shown = reporter.get(page).text

    assert "1 toelichting is vervallen omdat de regel is herzien." in shown


def test_an_answer_to_a_whole_rule_lies_ready_when_it_finds_more(reporter: Browser, world: World, page: str) -> None:
    a_version(world)
    reporter.post(f"{page}/toelichtingen", {"regel": "ENE-003", "toelichting": "Alle meters zijn nieuw."})
    made = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(made.id, [a_finding(0), a_finding(1)])

    shown = reporter.get(page.replace("/versies/1", "/versies/2")).text

    assert "Het waren er 1, nu zijn het er 2." in shown
    assert "Opnieuw gebruiken" in shown


def test_a_signatory_sees_what_lapsed_and_cannot_change_it(signatory: Browser, world: World, page: str) -> None:
    explained_last_year(world)
    a_version(world, "24000")

    shown = signatory.get(page).text

    assert WINTER in shown
    assert "Opnieuw gebruiken" not in shown
