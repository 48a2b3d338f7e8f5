"""Answered once: what a firm sent before is offered to it and to nobody else, and confirmed once."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from portal.use_cases.answering import Given, answer, send
from schemas.answered import value_of
from schemas.store import Answer, reading, sessions
from schemas.words import AnswerKind
from tests.unit.portal.answering.asks import EMPLOYEES, KILOMETRES, LADDER, Linked, an_ask, opened
from tests.unit.portal.browsing import Browser, World

SIGNED = "Q-SUP-02"


def answered_before(world: World, **facts: Any) -> Linked:
    """The same firm answered another holder."""
    questions = [EMPLOYEES, KILOMETRES, LADDER, SIGNED]
    linked = an_ask(world.reports["kust"], world.people["other_reporter"], **{"questions": questions} | facts)
    given = {
        EMPLOYEES: Given(kind=AnswerKind.GIVEN, value=Decimal(1234), confidential=True),
        KILOMETRES: Given(kind=AnswerKind.GIVEN, value=Decimal(900), split="een deel"),
        LADDER: Given(kind=AnswerKind.GIVEN, value="4.0/2"),
        SIGNED: Given(kind=AnswerKind.GIVEN, value=True),
    }
    with sessions().begin() as session:
        for question, one in given.items():
            answer(session, linked.ask, question, one)
    with sessions().begin() as session:
        send(session, linked.ask)
    return linked


@pytest.fixture
def asked_now(world: World) -> Linked:
    """What holder Rijnbus asks of the firm now."""
    questions = [EMPLOYEES, KILOMETRES, LADDER, SIGNED]
    return an_ask(world.reports["oost"], world.people["reporter"], questions=questions)


def test_what_holds_for_every_customer_is_offered_and_a_share_is_not(
    app: Flask, world: World, asked_now: Linked
) -> None:
    answered_before(world)
    supplier = opened(app, asked_now)

    page = supplier.get("/antwoord/eerder").text

    assert [one for one in (EMPLOYEES, KILOMETRES, LADDER, SIGNED) if f'value="{one}"' in page] == [EMPLOYEES, LADDER]
    assert "4.0/2" in page
    assert not re.search(r"\b1234\b", page.replace(".", ""))
    assert "/antwoord/eerder" in supplier.get("/antwoord").text


def test_one_confirmation_takes_all_of_it_over_and_tells_where_it_came_from(
    app: Flask, world: World, asked_now: Linked
) -> None:
    answered_before(world)

    opened(app, asked_now).post("/antwoord/eerder", {"vragen": [EMPLOYEES, LADDER, KILOMETRES]})

    with reading() as session:
        kept = {one.question: one for one in session.scalars(select(Answer).where(Answer.ask == asked_now.ask))}
        sources = {one.id: value_of(one.value) for one in session.scalars(select(Answer))}
    assert {question: value_of(one.value) for question, one in kept.items()} == {EMPLOYEES: 1234, LADDER: "4.0/2"}
    assert kept[EMPLOYEES].confidential
    assert [sources[one.reused_from] for one in kept.values() if one.reused_from] == [1234, "4.0/2"]


@pytest.mark.parametrize("other", [{"email": "info@ander.example"}, {"supplier_name": "Ander Bedrijf"}])
def test_the_answers_of_another_firm_are_offered_to_nobody(
    app: Flask, world: World, asked_now: Linked, other: dict[str, str]
) -> None:
    answered_before(world, **other)

    page = opened(app, asked_now).get("/antwoord/eerder").text

    assert "Niets om over te nemen" in page


@pytest.mark.parametrize(
    ("earlier", "now", "offered"),
    [
        ({"registration": "11112222"}, {"registration": "1111 2222"}, True),
        ({"registration": "11112222", "supplier_name": "Taxi Denkbeeld B.V."}, {"registration": "11112222"}, True),
        ({"registration": "11112222"}, {"registration": "33334444"}, False),
        ({"registration": "11112222"}, {}, True),
        ({}, {"registration": "11112222"}, True),
        ({"supplier_name": "Ander Bedrijf"}, {"registration": "11112222"}, False),
    ],
)
def test_where_both_have_a_registration_number_it_tells_whether_it_is_the_same_firm(
    app: Flask, world: World, earlier: dict[str, str], now: dict[str, str], *, offered: bool
) -> None:
    answered_before(world, **earlier)
    asked = an_ask(world.reports["oost"], world.people["reporter"], questions=[EMPLOYEES, LADDER], **now)

    page = opened(app, asked).get("/antwoord/eerder").text

    assert (f'value="{LADDER}"' in page) is offered


def test_what_was_never_sent_is_not_offered(app: Flask, world: World, asked_now: Linked) -> None:
    earlier = an_ask(world.reports["kust"], world.people["other_reporter"], questions=[LADDER])
    with sessions().begin() as session:
        answer(session, earlier.ask, LADDER, Given(kind=AnswerKind.GIVEN, value="4.0/2"))

    assert "Niets om over te nemen" in opened(app, asked_now).get("/antwoord/eerder").text


def test_nothing_chosen_is_said(app: Flask, world: World, asked_now: Linked) -> None:
    answered_before(world)
    supplier: Browser = opened(app, asked_now)

    answer_ = supplier.post("/antwoord/eerder")

    assert answer_.status_code == 400
    assert "Kies ten minste één antwoord" in answer_.text
