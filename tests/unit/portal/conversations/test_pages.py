"""The pages of a conversation: asking where something stands, answering, and what others do not see."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases import Declaration, explain_rule, hand_in
from schemas.judgement import Outcome, Status
from schemas.store import Conversation, IndicatorValue, NormVerdict, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.rule_sets import a_rule_set
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload

ASKED = "Waarom is remise Noord leeg?"
ANSWERED = "Remise Noord is sinds maart gesloten."


@pytest.fixture
def page(world: World) -> str:
    """The address of the conversations about the report."""
    return f"/rapportages/{world.reports['oost']}/gesprekken"


@pytest.fixture
def handed_in(world: World) -> UUID:
    """A version with a figure, a verdict and explained warnings, handed in."""
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version, [a_finding(0), a_finding(1)])
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    verdict = NormVerdict(
        version=version,
        norm="N-ZE-FLEET",
        verdict=Outcome.MEETS,
        value="90",
        threshold="75",
        reason_nl="",
        reason_en="",
    )
    figure = IndicatorValue(
        version=version, indicator="ENE-01", part="total", value=Decimal(3), unit="MWh", status=Status.MEASURED, why={}
    )
    with sessions().begin() as session:
        session.add_all([verdict, figure])
    with sessions().begin() as session:
        report = world.reports["oost"]
        explain_rule(session, report, version, rule="ENE-003", text="Nagekeken.", by=world.people["reporter"])
        hand_in(session, report, declaration, by=world.people["signatory"])
    return version


def a_question(**changes: str) -> dict[str, str]:
    return {"sleutel": str(uuid4()), "vraag": ASKED, "dagen": "14"} | changes


def the_conversation() -> UUID:
    with reading() as session:
        return session.scalars(select(Conversation.id)).one()


PLACES = [
    ({}, "Het hele rapport"),
    ({"over": "norm", "code": "N-ZE-FLEET"}, "Norm: "),
    ({"over": "cijfer", "code": "ENE-01", "deel": "total"}, "Cijfer: "),
    ({"over": "bevinding", "code": "ENE-003"}, "Bevinding ENE-003"),
    ({"over": "bevinding", "code": "ENE-003", "plaats": "1"}, "Bevinding ENE-003, blad Energie, rij 313"),
]


@pytest.mark.parametrize(("place", "words"), PLACES, ids=["whole", "norm", "figure", "rule", "row"])
def test_a_manager_asks_at_a_place_and_the_holder_sees_it_at_home(
    manager: Browser, reporter: Browser, page: str, handed_in: UUID, place: dict[str, str], words: str
) -> None:
    shown = manager.get(f"{page}/nieuw", query_string=place).text
    answer = manager.post(f"{page}/nieuw", a_question(**place))

    assert words in shown
    assert answer.status_code == 303
    home = reporter.get("/concessies").text
    assert words in home
    assert ASKED in home
    assert "U bent aan zet: beantwoord deze vraag, uiterlijk" in home


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ({}, ""),
        ({"over": "norm", "code": "N-ZE-FLEET"}, "/versies/1/oordeel"),
        ({"over": "cijfer", "code": "ENE-01", "deel": "total"}, "/versies/1/oordeel"),
        ({"over": "bevinding", "code": "ENE-003"}, "/versies/1"),
    ],
    ids=["whole", "norm", "figure", "finding"],
)
def test_a_question_stands_where_it_is_about(
    manager: Browser, reporter: Browser, world: World, page: str, handed_in: UUID, place: dict[str, str], where: str
) -> None:
    manager.post(f"{page}/nieuw", a_question(**place))

    shown = reporter.get(f"/rapportages/{world.reports['oost']}{where}").text

    assert ASKED in shown
    assert f"{page}/{the_conversation()}" in shown


def test_a_rule_is_called_as_the_set_of_its_version_says_it(
    manager: Browser, reporter: Browser, page: str, handed_in: UUID
) -> None:
    a_rule_set(of_use="Zo heette de regel toen.")
    a_rule_set("2027.1", of_use="Zo heet de regel nu.")

    manager.post(f"{page}/nieuw", a_question(over="bevinding", code="ENE-003"))

    home = reporter.get("/concessies").text
    assert "Zo heette de regel toen." in home
    assert "Zo heet de regel nu." not in home


def test_the_holder_answers_and_the_manager_reads_it_and_closes(
    manager: Browser, signatory: Browser, page: str, handed_in: UUID
) -> None:
    manager.post(f"{page}/nieuw", a_question())
    one = f"{page}/{the_conversation()}"

    signatory.post(f"{one}/antwoord", {"sleutel": str(uuid4()), "antwoord": ANSWERED})
    desk, read = manager.get("/bureau").text, manager.get(one).text
    manager.post(f"{one}/sluiten", {"sleutel": str(uuid4()), "gezien": "2"})

    assert "1 antwoord om te lezen" in desk
    assert ANSWERED in read
    assert "signatory, Rijnbus" in read
    assert "Gesloten op" in signatory.get(one).text
    assert "Antwoord versturen" not in signatory.get(one).text


@pytest.mark.parametrize("person", ["other_reporter", "other_manager"])
@pytest.mark.parametrize("where", ["", "/{}"])
def test_of_another_concession_there_is_nothing(
    browser_of: Callable[[str], Browser], manager: Browser, page: str, handed_in: UUID, person: str, where: str
) -> None:
    manager.post(f"{page}/nieuw", a_question())

    assert browser_of(person).get(page + where.format(the_conversation())).status_code == 404


def test_another_holder_cannot_answer(
    browser_of: Callable[[str], Browser], manager: Browser, world: World, page: str, handed_in: UUID
) -> None:
    manager.post(f"{page}/nieuw", a_question())
    own = f"/rapportages/{world.reports['kust']}/gesprekken"
    form = {"sleutel": str(uuid4()), "antwoord": ANSWERED}

    answers = [
        browser_of("other_reporter").post(f"{at}/{the_conversation()}/antwoord", form).status_code for at in (page, own)
    ]

    assert answers == [404, 404]


def test_a_place_that_is_not_there_is_not_found(manager: Browser, page: str, handed_in: UUID) -> None:
    assert manager.get(f"{page}/nieuw?over=norm&code=N-NIETS").status_code == 404
    assert manager.post(f"{page}/nieuw", a_question(over="norm", code="N-NIETS")).status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"vraag": ""}, "Vul dit in."),
        ({"dagen": "0"}, "Geef een aantal dagen van 1 tot en met 90"),
        ({"dagen": "twee weken"}, "Geef een aantal dagen van 1 tot en met 90"),
    ],
)
def test_what_does_not_fit_is_asked_again_at_the_same_place(
    manager: Browser, page: str, handed_in: UUID, changes: dict[str, str], said: str
) -> None:
    answer = manager.post(f"{page}/nieuw", a_question(over="norm", code="N-ZE-FLEET", **changes))

    assert answer.status_code == 400
    assert said in answer.text
    assert 'name="code" value="N-ZE-FLEET"' in answer.text


def test_an_empty_answer_is_asked_again(manager: Browser, reporter: Browser, page: str, handed_in: UUID) -> None:
    manager.post(f"{page}/nieuw", a_question())

    answer = reporter.post(f"{page}/{the_conversation()}/antwoord", {"sleutel": str(uuid4()), "antwoord": " "})

    assert answer.status_code == 400
    assert "Vul dit in." in answer.text


def test_closing_over_an_answer_that_just_came_shows_that_answer(
    manager: Browser, reporter: Browser, page: str, handed_in: UUID
) -> None:
    manager.post(f"{page}/nieuw", a_question())
    one = f"{page}/{the_conversation()}"
    reporter.post(f"{one}/antwoord", {"sleutel": str(uuid4()), "antwoord": ANSWERED})

    answer = manager.post(f"{one}/sluiten", {"sleutel": str(uuid4()), "gezien": "1"})

    assert answer.status_code == 409
    assert "Er is intussen iets bijgeschreven." in answer.text
    assert ANSWERED in answer.text


def test_a_reader_of_the_province_who_does_not_ask_sees_no_form(
    manager: Browser, second_reader: Browser, page: str, handed_in: UUID
) -> None:
    manager.post(f"{page}/nieuw", a_question())

    shown = second_reader.get(f"{page}/{the_conversation()}").text

    assert ASKED in shown
    assert "<textarea" not in shown


def test_what_was_asked_and_answered_stands_in_the_history_of_the_report(
    manager: Browser, reporter: Browser, world: World, page: str, handed_in: UUID
) -> None:
    manager.post(f"{page}/nieuw", a_question())
    reporter.post(f"{page}/{the_conversation()}/antwoord", {"sleutel": str(uuid4()), "antwoord": ANSWERED})

    shown = [one.get(f"/rapportages/{world.reports['oost']}/verloop").text for one in (manager, reporter)]

    for history in shown:
        assert history.index("Vraag beantwoord. Het hele rapport") < history.index("Vraag gesteld. Het hele rapport")
        assert "manager, Provincie Vlietland" in history
        assert "Versie 1 is ingediend." in history


def test_a_draft_stays_out_of_what_the_province_reads(
    manager: Browser, reporter: Browser, world: World, handed_in: UUID
) -> None:
    history = f"/rapportages/{world.reports['oost']}/verloop"

    assert "Versie 1 is geüpload." in reporter.get(history).text
    assert "Versie 1 is geüpload." not in manager.get(history).text


def test_what_people_wrote_is_shown_as_they_wrote_it(
    manager: Browser, reporter: Browser, page: str, handed_in: UUID
) -> None:
    manager.post(f"{page}/nieuw", a_question(vraag="<script>alert(1)</script>"))

    shown = reporter.get(f"{page}/{the_conversation()}").text

    assert "&lt;script&gt;alert(1)" in shown
