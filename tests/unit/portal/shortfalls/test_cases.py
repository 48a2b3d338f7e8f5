"""A case from warning to ruling: each side takes its own steps, and what burdens the holder needs two people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from schemas.clock import today
from schemas.events import Event, ShortfallOpened, ShortfallStepProposed, ShortfallStepRefused, ShortfallStepTaken, read
from schemas.store import Outbox, Shortfall, ShortfallStep, reading
from schemas.store.sweep import named_files
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.plan.test_plan import TITLE, proposed
from tests.unit.portal.shortfalls.casework import (
    MET,
    MISSED,
    a_missed_norm,
    opened,
    page_of_case,
    seconded,
    stepped,
    warned,
    with_consequences,
)

AMOUNT = "250.000"
PDF = b"%PDF-1.7 a letter as far as its first bytes tell"


@pytest.fixture
def report(world: World) -> UUID:
    """A decided report with a norm that was not met."""
    return a_missed_norm(world)


@pytest.fixture
def warned_case(report: UUID, manager: Browser, second_reader: Browser) -> UUID:
    """A case in which the holder was warned."""
    assert [opened(manager, report), warned(manager), seconded(second_reader)] == [303, 303, 303]
    return report


@pytest.fixture
def decided_case(warned_case: UUID, manager: Browser, second_reader: Browser, reporter: Browser) -> UUID:
    """A case in which an amount was decided on."""
    steps = [
        stepped(manager, "voornemen", bedrag=AMOUNT),
        seconded(second_reader),
        stepped(reporter, "zienswijze", toelichting="Wij zien dit anders."),
        stepped(manager, "besluit", bedrag="200000"),
        seconded(second_reader),
    ]
    assert steps == [303] * 5
    return warned_case


def told() -> list[type[Event]]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    kinds = (ShortfallOpened, ShortfallStepProposed, ShortfallStepRefused, ShortfallStepTaken)
    return [type(event) for event in map(read, bodies) if isinstance(event, kinds)]


def test_a_case_is_opened_on_a_norm_that_was_not_met(report: UUID, manager: Browser) -> None:
    assert opened(manager, report) == 303

    assert "Het aandeel bleef te laag." in manager.get(page_of_case()).text
    assert told() == [ShortfallOpened]


@pytest.mark.parametrize("norms", [[], [MET], ["N-ANDERS"]])
def test_a_norm_that_was_met_is_no_case(report: UUID, manager: Browser, norms: list[str]) -> None:
    assert opened(manager, report, normen=norms) == 400


def test_over_a_norm_one_case_is_open_at_a_time(report: UUID, manager: Browser) -> None:
    key = str(uuid4())

    answers = [opened(manager, report, sleutel=key), opened(manager, report, sleutel=key), opened(manager, report)]

    assert answers == [303, 303, 409]
    with reading() as session:
        assert len(session.scalars(select(Shortfall.id)).all()) == 1


def test_a_report_that_is_not_decided_has_no_case(world: World, manager: Browser) -> None:
    assert opened(manager, world.reports["oost"]) == 409
    assert "nog niet besloten" in manager.get(f"/rapportages/{world.reports['oost']}/tekortkomingen/nieuw").text


def test_the_holder_knows_nothing_until_a_second_person_confirms(
    report: UUID, manager: Browser, second_reader: Browser, reporter: Browser
) -> None:
    opened(manager, report)
    warned(manager)
    before = reporter.get(page_of_case()).status_code

    seconded(second_reader)

    assert before == 404
    assert "U bent aan zet: herstel wat niet voldoet" in reporter.get(page_of_case()).text
    assert told() == [ShortfallOpened, ShortfallStepProposed, ShortfallStepTaken]


def test_what_is_not_confirmed_goes_back_and_can_be_proposed_again(
    report: UUID, manager: Browser, second_reader: Browser, reporter: Browser
) -> None:
    opened(manager, report)
    warned(manager)
    without_reason = seconded(second_reader, confirmed=False)

    refused = seconded(second_reader, confirmed=False, reason="De termijn is te kort.")

    assert (without_reason, refused) == (400, 303)
    assert "De termijn is te kort." in manager.get(page_of_case()).text
    assert reporter.get(page_of_case()).status_code == 404
    assert warned(manager) == 303
    assert ShortfallStepRefused in told()


def test_nobody_confirms_the_own_proposal(
    report: UUID, manager: Browser, browser_of: Callable[[str], Browser], world: World
) -> None:
    opened(manager, report)
    warned(manager)

    assert seconded(browser_of("manager")) == 403


def test_a_term_in_the_past_is_refused(report: UUID, manager: Browser) -> None:
    opened(manager, report)

    assert stepped(manager, "waarschuwing", termijn=str(today())) == 400
    assert stepped(manager, "waarschuwing") == 400


def test_a_plan_needs_no_second_reader_and_is_told_at_once(
    report: UUID, manager: Browser, reporter: Browser, world: World
) -> None:
    opened(manager, report)

    assert stepped(manager, "verbeterplan", termijn=str(today() + timedelta(days=20))) == 303
    assert "stuur een verbeterplan" in reporter.get(page_of_case()).text
    assert f"/concessies/{world.concessions['oost']}/plan" in reporter.get(page_of_case()).text


def test_an_intention_comes_after_a_warning(report: UUID, manager: Browser) -> None:
    opened(manager, report)

    assert stepped(manager, "voornemen", bedrag=AMOUNT) == 409


def test_the_same_step_twice_is_one(report: UUID, manager: Browser) -> None:
    opened(manager, report)
    key, term = str(uuid4()), str(today() + timedelta(days=40))

    assert [stepped(manager, "waarschuwing", sleutel=key, termijn=term) for _ in range(2)] == [303, 303]
    with reading() as session:
        assert len(session.scalars(select(ShortfallStep.id)).all()) == 1


def test_deciding_waits_for_the_view(
    warned_case: UUID, manager: Browser, second_reader: Browser, reporter: Browser
) -> None:
    stepped(manager, "voornemen", bedrag=AMOUNT)
    seconded(second_reader)
    before = stepped(manager, "besluit", bedrag=AMOUNT)

    stepped(reporter, "zienswijze", toelichting="Wij zien dit anders.")

    assert before == 409
    assert stepped(manager, "besluit", bedrag=AMOUNT) == 303


def test_a_view_with_its_file_is_shown_to_both_and_not_swept(
    warned_case: UUID, manager: Browser, second_reader: Browser, reporter: Browser
) -> None:
    stepped(manager, "voornemen", bedrag=AMOUNT)
    seconded(second_reader)
    stepped(reporter, "zienswijze", toelichting="Wij zien dit anders.", bewijs=(BytesIO(PDF), "brief.pdf"))

    with reading() as session:
        view = session.scalars(select(ShortfallStep).order_by(ShortfallStep.at.desc())).first()
        assert view
        assert view.sha256 in named_files(session)
    file = f"{page_of_case()}/stappen/{view.id}/bestand"
    assert all("Wij zien dit anders." in one.get(page_of_case()).text for one in (manager, reporter))
    assert manager.get(file).data == reporter.get(file).data == PDF


def test_only_a_signatory_objects(decided_case: UUID, reporter: Browser, signatory: Browser) -> None:
    assert [stepped(one, "bezwaar") for one in (reporter, signatory)] == [404, 303]


def test_an_objection_by_post_counts_by_the_day_of_receipt(decided_case: UUID, manager: Browser) -> None:
    too_late = str(today() + timedelta(days=60))

    assert stepped(manager, "bezwaar", dag=too_late) == 409
    assert stepped(manager, "bezwaar", dag=str(today())) == 303


def test_from_objection_to_ruling(
    decided_case: UUID, manager: Browser, second_reader: Browser, signatory: Browser
) -> None:
    steps = [
        stepped(signatory, "bezwaar", toelichting="Het bedrag is te hoog."),
        stepped(manager, "hoorzitting", dag=str(today() + timedelta(days=10))),
        stepped(manager, "beslissing-op-bezwaar", uitspraak="deels-gegrond", bedrag="61.234"),
    ]
    before = signatory.get(page_of_case()).text
    seconded(second_reader)
    after = signatory.get(page_of_case()).text

    assert steps == [303] * 3
    assert "61.234" not in before
    assert "Deels gegrond" in after
    assert "61.234" in after


@pytest.mark.parametrize(
    ("form", "status"),
    [({}, 400), ({"gevolg": "boete", "bedrag": "500.001"}, 400), ({"gevolg": "boete", "bedrag": "500.000"}, 303)],
)
def test_what_follows_is_what_the_terms_allow(
    warned_case: UUID, manager: Browser, form: dict[str, str], status: int
) -> None:
    with_consequences()

    assert stepped(manager, "voornemen", **form) == status


@pytest.mark.parametrize("amount", ["veel", "-1", "1,234"])
def test_an_amount_that_cannot_be_read_is_asked_again(warned_case: UUID, manager: Browser, amount: str) -> None:
    form = {"sleutel": str(uuid4()), "toelichting": "Omdat.", "bedrag": amount}

    answer = manager.post(f"{page_of_case()}/stap/voornemen", form)

    assert (answer.status_code, "Geef een bedrag in euro" in answer.text) == (
        (303, False) if amount == "1,234" else (400, True)
    )


def test_a_case_is_closed_early_with_its_reason(warned_case: UUID, manager: Browser, reporter: Browser) -> None:
    assert stepped(manager, "sluiting", waarom="hersteld") == 303

    assert "Hersteld" in reporter.get(page_of_case()).text
    assert warned(manager) == 409


def test_a_case_that_the_holder_never_heard_of_stays_unknown_when_it_is_closed(
    report: UUID, manager: Browser, reporter: Browser
) -> None:
    opened(manager, report)
    stepped(manager, "sluiting", waarom="overmacht")

    assert reporter.get(page_of_case()).status_code == 404


def test_another_holder_and_another_province_see_nothing(
    decided_case: UUID, browser_of: Callable[[str], Browser], world: World
) -> None:
    years = f"/concessies/{world.concessions['oost']}/tekortkomingen"
    strangers = [browser_of(one) for one in ("other_reporter", "other_manager")]

    assert {one.get(page).status_code for one in strangers for page in (page_of_case(), years)} == {404}
    assert stepped(strangers[1], "sluiting", waarom="hersteld") == 404


def test_the_years_stand_beside_each_other_with_the_amount_for_who_may_see_it(
    warned_case: UUID, manager: Browser, reporter: Browser, second_reader: Browser, world: World
) -> None:
    years = f"/concessies/{world.concessions['oost']}/tekortkomingen"
    stepped(manager, "voornemen", bedrag=AMOUNT)

    before = [AMOUNT in one.get(years).text for one in (manager, second_reader, reporter)]
    seconded(second_reader)

    assert before == [True, True, False]
    assert AMOUNT in reporter.get(years).text


def test_the_steps_stand_in_the_history_of_the_report(decided_case: UUID, manager: Browser, reporter: Browser) -> None:
    history = f"/rapportages/{decided_case}/verloop"

    for one in (manager, reporter):
        text = one.get(history).text
        assert text.index("Besluit") < text.index("Zienswijze") < text.index("Waarschuwing")


def test_a_case_stands_on_the_desk_of_who_has_to_act_and_on_the_home_of_the_holder(
    report: UUID, manager: Browser, second_reader: Browser, reporter: Browser
) -> None:
    def shown() -> list[bool]:
        pages = ((manager, "/bureau"), (second_reader, "/bureau"), (reporter, "/concessies"))
        return [page_of_case() in person.get(path).text for person, path in pages]

    opened(manager, report)
    when_opened = shown()
    warned(manager)
    when_proposed = shown()
    seconded(second_reader)

    assert when_opened == [True, False, False]
    assert when_proposed == [False, True, False]
    assert shown() == [False, False, True]


@pytest.fixture
def ruled_case(decided_case: UUID, manager: Browser, second_reader: Browser, signatory: Browser) -> UUID:
    """A case in which an objection was rejected."""
    steps = [
        stepped(signatory, "bezwaar", toelichting="Het bedrag is te hoog."),
        stepped(manager, "beslissing-op-bezwaar", uitspraak="ongegrond"),
        seconded(second_reader),
    ]
    assert steps == [303] * 3
    return decided_case


def test_after_the_ruling_only_a_signatory_tells_of_an_appeal(
    ruled_case: UUID, reporter: Browser, signatory: Browser, manager: Browser
) -> None:
    before = signatory.get(page_of_case()).text

    answers = [stepped(one, "beroep") for one in (reporter, signatory)]

    assert "U kunt in beroep gaan bij de rechtbank, tot en met" in before
    assert answers == [404, 303]
    assert "De houder ging in beroep." in manager.get(page_of_case()).text


def test_an_appeal_that_the_court_told_of_counts_by_its_own_day(ruled_case: UUID, manager: Browser) -> None:
    too_late = str(today() + timedelta(days=60))

    assert stepped(manager, "beroep", dag=too_late) == 409
    assert stepped(manager, "beroep", dag=str(today())) == 303


def test_before_a_ruling_there_is_no_appeal(decided_case: UUID, signatory: Browser) -> None:
    assert stepped(signatory, "beroep") == 409


def test_a_text_that_names_an_amount_under_embargo_is_asked_about_at_the_door(
    warned_case: UUID, manager: Browser, second_reader: Browser, reporter: Browser
) -> None:
    stepped(manager, "voornemen", bedrag=AMOUNT)
    seconded(second_reader, confirmed=False, reason="Te hoog.")
    text = {"waarom": "hersteld", "toelichting": "Wij dachten aan € 250.000,-, maar het is hersteld."}

    asked = manager.post(f"{page_of_case()}/stap/sluiting", {"sleutel": str(uuid4()), **text})
    ticked = stepped(manager, "sluiting", noemt_bedrag="1", **text)

    assert asked.status_code == 400
    assert "geldt geheimhouding" in asked.text
    assert "Wij dachten aan" in asked.text
    assert ticked == 303


def test_the_own_amount_of_a_step_may_stand_in_its_text(warned_case: UUID, manager: Browser) -> None:
    assert stepped(manager, "voornemen", bedrag=AMOUNT, toelichting="Wij vinden € 250.000 passend.") == 303


def test_the_measures_that_answer_a_shortfall_stand_in_its_case_with_their_state(
    warned_case: UUID, manager: Browser, reporter: Browser, world: World
) -> None:
    stepped(manager, "verbeterplan", termijn=str(today() + timedelta(days=20)))
    plan = f"/concessies/{world.concessions['oost']}/plan"
    before = reporter.get(page_of_case()).text
    proposed(reporter, plan, norm=MISSED, vanwege="demand")
    proposed(reporter, plan, norm=MET, maatregel="Iets anders")

    after = manager.get(page_of_case()).text

    assert "nog geen maatregel bij deze normen" in before
    assert f"{plan}/nieuw?norm={MISSED}&amp;vanwege=demand" in before
    assert TITLE in after
    assert "wacht op de provincie" in after
    assert "Iets anders" not in after
