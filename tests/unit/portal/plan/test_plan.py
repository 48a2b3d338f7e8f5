"""The improvement plan: the holder proposes, the province agrees, asks for a change or refuses, and progress is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.refusals import Refused
from portal.use_cases import Declaration, hand_in
from portal.use_cases.planning import TELL_PLAN
from schemas.clock import now, today
from schemas.events import Event, MeasureAnswered, MeasureProgressed, MeasureProposed, read
from schemas.judgement import Outcome
from schemas.store import (
    Measure,
    MeasureNote,
    MeasureProposal,
    NormVerdict,
    Outbox,
    Report,
    Terms,
    measures_of,
    reading,
    sessions,
)
from schemas.words import Progress
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, an_upload

TITLE = "Tien elektrische bussen erbij"
PDF = b"%PDF-1.7 proof"


@pytest.fixture
def page(world: World) -> str:
    """The address of the plan of concession Oost."""
    with reading() as session:
        return f"/concessies/{session.get_one(Report, world.reports['oost']).concession}/plan"


@pytest.fixture
def agreed(manager: Browser, reporter: Browser, page: str) -> str:
    """The address of a measure that both sides agreed on."""
    proposed(reporter, page)
    answered(manager, one(page), "agreed")
    return one(page)


def proposed(person: Browser, page: str, **changes: str) -> int:
    return person.post(f"{page}/nieuw", form(norm="N-ZE-KM", vanwege="norm") | changes).status_code


def changed(person: Browser, measure: str, **changes: str) -> int:
    return person.post(f"{measure}/voorstel", form(reden="De levering loopt uit.") | changes).status_code


def form(**more: str) -> dict[str, str]:
    known = {
        "sleutel": str(uuid4()),
        "maatregel": TITLE,
        "eigenaar": "Hoofd materieel",
        "klaar": (today() + timedelta(days=90)).isoformat(),
        "effect": "2,5",
        "vanaf": (today() + timedelta(days=100)).isoformat(),
        "verwachting": "",
        "reden": "",
    }
    return known | more


def answered(manager: Browser, measure: str, answer: str, reason: str = "") -> int:
    with reading() as session:
        query = select(MeasureProposal.id).order_by(MeasureProposal.number.desc()).limit(1)
        proposal = session.scalars(query).one()
    return manager.post(
        f"{measure}/antwoord", {"voorstel": str(proposal), "antwoord": answer, "toelichting": reason}
    ).status_code


def told_of(person: Browser, measure: str, stand: str = "busy", **more: object) -> int:
    said = {"sleutel": str(uuid4()), "stand": stand, "percentage": "40", "voortgang": "Vier bussen rijden."}
    return person.post(f"{measure}/voortgang", said | more).status_code


def one(page: str) -> str:
    with reading() as session:
        return f"{page}/{session.scalars(select(Measure.id)).one()}"


def told() -> list[type[Event]]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    kinds = MeasureProposed | MeasureAnswered | MeasureProgressed
    return [type(event) for event in map(read, bodies) if isinstance(event, kinds)]


def overdue_by_a_day() -> None:
    with sessions().begin() as session:
        for proposal in session.scalars(select(MeasureProposal)):
            proposal.due = today() - timedelta(days=1)


def test_a_measure_is_proposed_and_agreed_and_both_read_it(
    manager: Browser, reporter: Browser, page: str, agreed: str
) -> None:
    shown = [person.get(agreed).text for person in (manager, reporter)]

    assert all(TITLE in text and "afgesproken" in text and "+2,5" in text for text in shown)
    assert TITLE in manager.get(page).text
    assert told() == [MeasureProposed, MeasureAnswered]


def test_the_same_proposal_twice_is_one_measure(reporter: Browser, page: str) -> None:
    key = str(uuid4())

    answers = [proposed(reporter, page, sleutel=key) for _ in range(2)]

    assert answers == [303, 303]
    assert told() == [MeasureProposed]


def test_a_proposal_lies_on_the_desk_until_it_is_answered(manager: Browser, reporter: Browser, page: str) -> None:
    proposed(reporter, page)
    before = manager.get("/bureau").text

    answered(manager, one(page), "agreed")

    assert "1 maatregel om over te antwoorden" in before
    assert "maatregel om over te antwoorden" not in manager.get("/bureau").text


def test_a_change_that_is_asked_comes_back_on_the_home_and_is_proposed_anew(
    manager: Browser, reporter: Browser, page: str
) -> None:
    proposed(reporter, page)
    answered(manager, one(page), "change_asked", "Noem ook de laadpunten.")
    home = reporter.get("/concessies").text

    changed(reporter, one(page), maatregel="Tien bussen en vijf laadpunten")
    answered(manager, one(page), "agreed")

    assert "1 maatregel om aan te passen" in home
    assert "Tien bussen en vijf laadpunten" in reporter.get(page).text


def test_what_was_agreed_counts_until_a_change_is_agreed_and_the_page_shows_both(
    manager: Browser, reporter: Browser, agreed: str
) -> None:
    changed(reporter, agreed, maatregel="Acht elektrische bussen erbij")
    before = manager.get(agreed).text

    answered(manager, agreed, "agreed")

    assert f"<h1>{TITLE}</h1>" in before
    assert f"{TITLE} wordt Acht elektrische bussen erbij" in before
    assert "<h1>Acht elektrische bussen erbij</h1>" in manager.get(agreed).text


def test_a_refused_change_leaves_what_was_agreed(manager: Browser, reporter: Browser, agreed: str) -> None:
    changed(reporter, agreed, maatregel="Twee bussen")

    answered(manager, agreed, "refused", "Dat is te weinig.")

    shown = reporter.get(agreed).text
    assert f"<h1>{TITLE}</h1>" in shown
    assert "Dat is te weinig." in shown


@pytest.mark.parametrize("answer", ["change_asked", "refused"])
def test_who_does_not_agree_says_why(manager: Browser, reporter: Browser, page: str, answer: str) -> None:
    proposed(reporter, page)

    assert answered(manager, one(page), answer) == 400


def test_a_measure_is_dropped_only_together(manager: Browser, reporter: Browser, agreed: str) -> None:
    alone = told_of(reporter, agreed, "dropped")
    reporter.post(f"{agreed}/vervallen", {"sleutel": str(uuid4()), "waarom_vervalt": "De lijn stopt."})
    before = measure_progress()

    answered(manager, agreed, "agreed")

    assert (alone, before, measure_progress()) == (400, Progress.PLANNED, Progress.DROPPED)


def measure_progress() -> Progress:
    with reading() as session:
        return measures_of(session, session.scalars(select(Measure.concession)))[0].progress


def test_progress_is_dated_and_kept_with_its_evidence(manager: Browser, reporter: Browser, agreed: str) -> None:
    assert told_of(reporter, agreed, bewijs=(BytesIO(PDF), "foto.pdf")) == 303

    shown = manager.get(agreed).text
    with reading() as session:
        note = session.scalars(select(MeasureNote.id)).one()
    assert "bezig, 40 %" in shown
    assert manager.get(f"/voortgang/{note}/bestand").data == PDF


def test_progress_waits_for_an_agreement(reporter: Browser, page: str) -> None:
    proposed(reporter, page)

    assert told_of(reporter, one(page)) == 409


@pytest.mark.parametrize("changes", [{"maatregel": ""}, {"eigenaar": ""}, {"klaar": "2020-01-01"}, {"effect": "veel"}])
def test_what_does_not_fit_is_asked_again(reporter: Browser, page: str, changes: dict[str, str]) -> None:
    assert proposed(reporter, page, **changes) == 400


def test_an_overdue_measure_is_told_to_both_sides(manager: Browser, reporter: Browser, agreed: str) -> None:
    overdue_by_a_day()

    assert "1 maatregel is te laat" in reporter.get("/concessies").text
    assert "te laat" in manager.get(agreed).text


def test_from_a_norm_that_was_not_met_the_form_tells_what_was_asked(reporter: Browser, world: World, page: str) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    with sessions().begin() as session:
        session.add(
            NormVerdict(
                version=version,
                norm="N-ZE-KM",
                verdict=Outcome.DOES_NOT_MEET,
                value="74",
                threshold="81",
                reason_nl="",
                reason_en="",
            )
        )

    shown = reporter.get(f"{page}/nieuw?norm=N-ZE-KM").text

    assert "is niet gehaald" in shown
    assert "74 %" in shown


def test_the_next_report_opens_with_what_runs_and_signing_names_what_was_not_told(
    manager: Browser, reporter: Browser, signatory: Browser, world: World, agreed: str
) -> None:
    ready(world)
    reopened_today(world)
    sign = f"/rapportages/{world.reports['oost']}/indienen"
    before = signatory.get(sign).text

    told_of(reporter, agreed)

    assert "nog niet verteld hoe het staat" in before
    assert "nog niet verteld hoe het staat" not in signatory.get(sign).text


@pytest.mark.parametrize("demanded", [False, True])
def test_only_where_it_is_agreed_handing_in_waits_until_the_plan_is_told(
    world: World, agreed: str, demanded: bool
) -> None:
    version = ready(world)
    reopened_today(world)
    with sessions().begin() as session:
        for terms in session.scalars(select(Terms)):
            terms.body = terms.body | {"tells_plan_before_handing_in": demanded}

    assert refused_hand_in(world, version) == (str(TELL_PLAN) if demanded else None)


def refused_hand_in(world: World, version: UUID) -> str | None:
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    try:
        with sessions().begin() as session:
            hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])
    except Refused as refused:
        return refused.reason
    return None


def ready(world: World) -> UUID:
    version: UUID = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    return version


def reopened_today(world: World) -> None:
    """The duty of the report opened after the measure was agreed."""
    with sessions().begin() as session:
        measured = session.scalars(select(Measure)).one()
        session.get_one(Report, world.reports["oost"]).opened_at = measured.at + timedelta(microseconds=1)


def test_another_holder_and_another_province_find_nothing(
    browser_of: Callable[[str], Browser], page: str, agreed: str
) -> None:
    stranger, others = browser_of("other_reporter"), browser_of("other_manager")

    assert [person.get(agreed).status_code for person in (stranger, others)] == [404, 404]
    assert proposed(stranger, page) == told_of(stranger, agreed) == answered(others, agreed, "agreed") == 404


def test_a_day_in_the_past_is_told_in_its_field(reporter: Browser, page: str) -> None:
    answer = reporter.post(f"{page}/nieuw", form(norm="", klaar=date(2020, 1, 1).isoformat()))

    assert 'id="klaar-error"' in answer.text


def test_an_overdue_measure_stands_in_the_line_of_its_concession_on_the_desk(manager: Browser, agreed: str) -> None:
    before = manager.get("/bureau?maatregel=te-laat").text
    overdue_by_a_day()

    after = manager.get("/bureau?maatregel=te-laat").text

    assert "Geen concessie past bij deze keuze" in before
    assert "1 maatregel is te laat" in after


def test_every_step_of_a_measure_stands_in_the_history_of_the_report(
    manager: Browser, reporter: Browser, world: World, agreed: str
) -> None:
    told_of(reporter, agreed)

    history = manager.get(f"/rapportages/{world.reports['oost']}/verloop").text

    assert f"Maatregel ‘{TITLE}’: Voorgesteld" in history
    assert history.index("Vier bussen rijden.") < history.index(f"Maatregel ‘{TITLE}’: Voorgesteld")


def test_what_was_told_before_a_duty_opened_is_not_in_its_history(manager: Browser, world: World, agreed: str) -> None:
    with sessions().begin() as session:
        session.get_one(Report, world.reports["oost"]).opened_at = now() + timedelta(days=1)

    assert TITLE not in manager.get(f"/rapportages/{world.reports['oost']}/verloop").text
