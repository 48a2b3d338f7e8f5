"""Explaining: an answer sticks to what was asked, to one finding or to a whole rule."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from portal.refusals import NotYours, Refused
from portal.use_cases import explain, explain_rule, withdraw_explanation
from portal.use_cases.explaining import NO_WARNING
from schemas.judgement import Severity
from schemas.store import Explanation, Report, reading, sessions, unanswered_warnings
from tests.unit.portal.browsing import World
from tests.unit.portal.earlier_years import answers_of_this_year, explained_last_year
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload


@pytest.fixture
def version(world: World) -> UUID:
    """A version with two warnings of one rule, an error, and a warning on the whole."""
    made = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(
        made.id,
        [
            a_finding(0),
            a_finding(1),
            a_finding(2, rule="KEY-001", severity=Severity.ERROR),
            a_finding(3, rule="REP-003", entity=None, column=None, value=None, row=None, sheet="report", raw={}),
        ],
    )
    return made.id


def open_questions(world: World, version: UUID) -> int:
    with reading() as session:
        return unanswered_warnings(session, session.get_one(Report, world.reports["oost"]), version)


def answer(world: World, version: UUID, position: int, text: str = "De meter telt twee laadpunten.") -> Explanation:
    with sessions().begin() as session:
        return explain(
            session, world.reports["oost"], version, position=position, text=text, by=world.people["reporter"]
        )


def test_an_answer_closes_one_question(world: World, version: UUID) -> None:
    answer(world, version, 0)

    assert open_questions(world, version) == 2


def test_a_second_answer_takes_the_place_of_the_first(world: World, version: UUID) -> None:
    answer(world, version, 0)

    answer(world, version, 0, "Beter uitgelegd.")

    with reading() as session:
        counts = session.scalars(select(Explanation).where(Explanation.withdrawn_at.is_(None))).all()
    assert [one.text for one in counts] == ["Beter uitgelegd."]


def test_one_answer_closes_all_questions_of_a_rule(world: World, version: UUID) -> None:
    with sessions().begin() as session:
        explain_rule(session, world.reports["oost"], version, rule="ENE-003", text="Ja.", by=world.people["reporter"])

    assert open_questions(world, version) == 1


def test_a_question_on_the_whole_report_can_be_answered(world: World, version: UUID) -> None:
    answer(world, version, 3)

    assert open_questions(world, version) == 2


def test_an_answer_of_last_year_closes_the_same_question(world: World) -> None:
    explained_last_year(world)

    version = this_year(world)

    assert open_questions(world, version) == 0
    assert answers_of_this_year(world) == []


def test_an_answer_of_last_year_that_is_taken_back_asks_again(world: World) -> None:
    carried = explained_last_year(world)
    version = this_year(world)

    for _ in range(2):
        take_back(world, carried)

    assert open_questions(world, version) == 1
    [kept] = answers_of_this_year(world)
    assert (kept.follows, kept.withdrawn_at, kept.by) == (carried, kept.at, world.people["reporter"])


def test_an_answer_of_last_year_is_still_there_for_last_year_when_it_is_taken_back(world: World) -> None:
    carried = explained_last_year(world)
    this_year(world)

    take_back(world, carried)

    with reading() as session:
        assert session.get_one(Explanation, carried).withdrawn_at is None


def test_a_new_answer_follows_the_one_of_last_year(world: World) -> None:
    carried = explained_last_year(world)

    given = answer(world, this_year(world), 0)

    assert given.follows == carried


def test_an_answer_that_takes_the_place_of_one_of_this_year_follows_that(world: World) -> None:
    explained_last_year(world)
    version = this_year(world)
    first = answer(world, version, 0)

    second = answer(world, version, 0, "Beter uitgelegd.")

    assert second.follows == first.id


def test_an_answer_takes_the_place_of_one_that_lapsed_with_a_revised_rule(world: World, version: UUID) -> None:
    first = answer(world, version, 0)
    revised = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(revised.id, [a_finding(0, revision=2)])

    second = answer(world, revised.id, 0)

    assert second.follows == first.id


def test_an_answer_of_another_concession_cannot_be_taken_back(world: World) -> None:
    explained_last_year(world)
    this_year(world)

    with pytest.raises(NotYours):
        take_back(world, UUID(int=1))


def this_year(world: World, *, value: str = "18900") -> UUID:
    """A version of this year whose check asks about the vehicle that was explained last year."""
    made = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(made.id, [a_finding(0, value=value)])
    return made.id


def take_back(world: World, explanation: UUID) -> None:
    with sessions().begin() as session:
        withdraw_explanation(session, world.reports["oost"], explanation, by=world.people["reporter"])


def test_an_error_takes_no_answer(world: World, version: UUID) -> None:
    with pytest.raises(Refused) as refused:
        answer(world, version, 2)

    assert refused.value.reason == NO_WARNING


def test_an_answer_taken_back_opens_the_question_again(world: World, version: UUID) -> None:
    given = answer(world, version, 0)

    for _ in range(2):
        with sessions().begin() as session:
            withdraw_explanation(session, world.reports["oost"], given.id, by=world.people["reporter"])

    assert open_questions(world, version) == 3


def test_a_finding_of_another_report_is_not_there(world: World, version: UUID) -> None:
    with pytest.raises(NotYours), sessions().begin() as session:
        explain(session, world.reports["kust"], version, position=0, text="Ja.", by=world.people["other_reporter"])
