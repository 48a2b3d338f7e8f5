"""The catalogue of questions: where answers land, the legal ground, and the words, held against the contract."""

from __future__ import annotations

import re

import pytest

from schemas.indicators import INDICATOR
from schemas.questions import QUESTION, QUESTIONS, FieldKind, Question, questions_for, usual_for
from schemas.report.code_lists import ChainRole, RequestGround
from schemas.report.columns import Kind
from schemas.report.sheets import column_named

KINDS = {
    FieldKind.NUMBER: {Kind.INTEGER, Kind.DECIMAL},
    FieldKind.DATE: {Kind.DATE},
    FieldKind.YES_NO: {Kind.BOOLEAN},
    FieldKind.CODE: {Kind.CODE},
    FieldKind.TEXT: {Kind.TEXT},
    FieldKind.FILE: {Kind.TEXT},
}


def each(questions: tuple[Question, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("question", questions, ids=lambda one: one.id)


each_question = each(QUESTIONS)
each_with_a_column = each(tuple(one for one in QUESTIONS if one.target))
each_with_an_indicator = each(tuple(one for one in QUESTIONS if one.indicator))
each_inside_the_cap = each(tuple(one for one in QUESTIONS if one.inside_cap))


def test_no_two_questions_share_an_id() -> None:
    assert len(QUESTION) == len(QUESTIONS)


@each_question
def test_an_id_is_short_and_can_be_said_aloud(question: Question) -> None:
    assert re.fullmatch(r"Q-[A-Z]{2,3}-\d{2}", question.id)


@each_question
def test_an_answer_lands_in_the_report_or_beside_an_indicator(question: Question) -> None:
    assert question.target or question.indicator in INDICATOR


@each_with_a_column
def test_what_is_filled_in_fits_the_column(question: Question) -> None:
    assert question.target
    assert column_named(question.target.sheet, question.target.column).kind in KINDS[question.field]


@each_with_a_column
def test_the_cells_beside_an_answer_are_columns_that_take_them(question: Question) -> None:
    assert question.target
    for name, value in question.target.row:
        column = column_named(question.target.sheet, name)

        assert column.codes is None or value in {str(code.value) for code in column.codes}


@each_with_an_indicator
def test_what_the_contract_calls_inside_the_cap_is_inside_and_nothing_else(question: Question) -> None:
    cap = INDICATOR[str(question.indicator)].cap

    assert question.inside_cap == (cap.startswith("inside") and "C5" not in cap)
    assert question.comprehensive == (cap == "comprehensive" or "C5" in cap)


@each_inside_the_cap
def test_a_question_inside_the_cap_names_its_datapoint(question: Question) -> None:
    assert question.vsme
    assert re.fullmatch(r"B\d+ \d+(\([a-z]+\))*", question.vsme.datapoint)


@each_question
def test_a_number_has_a_unit_and_nothing_else_has(question: Question) -> None:
    assert (question.unit is not None) == (question.field is FieldKind.NUMBER)


@each_question
def test_a_question_is_a_question_in_two_languages_and_has_an_example(question: Question) -> None:
    assert question.text.nl.endswith("?")
    assert question.text.en.endswith("?")
    assert question.example.nl
    assert question.example.en


@each_question
def test_a_question_speaks_to_the_reader_politely(question: Question) -> None:
    assert not re.search(r"\b(jij|je|jou|jouw|jullie)\b", f"{question.text.nl} {question.example.nl}", re.IGNORECASE)


@pytest.mark.parametrize("role", ChainRole)
def test_every_role_is_asked_something_and_never_more_than_fits_in_a_quarter_of_an_hour(role: ChainRole) -> None:
    assert 0 < len(usual_for(role)) <= 25


@pytest.mark.parametrize("role", ChainRole)
def test_a_role_is_asked_only_what_is_meant_for_it(role: ChainRole) -> None:
    assert all(role in one.roles for one in questions_for(role))


def test_a_question_about_a_code_offers_the_codes_of_its_column() -> None:
    codes = QUESTION["Q-CON-02"].codes

    assert codes
    assert "wind_nl" in {str(code.value) for code in codes}


def test_a_question_on_the_ground_of_the_concession_may_never_be_refused() -> None:
    assert not any(one.may_be_refused for one in QUESTIONS if one.ground is RequestGround.CONCESSION)
