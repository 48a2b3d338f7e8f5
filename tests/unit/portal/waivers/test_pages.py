"""The page of waivers and exemptions: reading, recording, withdrawing, and what a waiver does on other pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases import Declaration, hand_in
from portal.use_cases.reviewing import begin_review
from schemas.clock import today
from schemas.judgement import Outcome
from schemas.store import Established, NormVerdict, Waiver, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.rule_sets import a_rule_set
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload


@pytest.fixture(autouse=True)
def rule_set(world: World) -> None:
    """A rule that asks and a rule that refuses."""
    a_rule_set()


@pytest.fixture
def page(world: World) -> str:
    """The address of the waivers of concession Oost."""
    return f"/concessies/{world.concessions['oost']}/ontheffingen"


def a_form(**changes: str) -> dict[str, str]:
    """A waiver of one norm over last year, this year and the next."""
    return {
        "sleutel": str(uuid4()),
        "besluit": "2026-118",
        "waarvan": "norm:N-TEMP",
        "alleen": "",
        "van": "2025-01-01",
        "tot-en-met": "31-12-2027",
        "reden": "De nieuwe bussen kwamen later.",
    } | changes


def waiver_id() -> UUID:
    with reading() as session:
        return session.scalars(select(Waiver.id)).one()


def test_a_manager_records_a_waiver_and_everybody_of_the_concession_reads_it(
    browser_of: Callable[[str], Browser], page: str
) -> None:
    answer = browser_of("manager").post(page, a_form())

    assert answer.status_code == 303
    for person in ("manager", "second_reader", "reporter", "signatory"):
        shown = browser_of(person).get(page).text
        assert "2026-118" in shown
        assert "1 januari 2025 t/m 31 december 2027" in shown


@pytest.mark.parametrize("person", ["second_reader", "reporter", "signatory"])
def test_who_does_not_record_sees_no_form(browser_of: Callable[[str], Browser], page: str, person: str) -> None:
    assert "Ontheffing vastleggen" not in browser_of(person).get(page).text


@pytest.mark.parametrize("person", ["other_manager", "other_reporter"])
def test_of_another_concession_there_is_nothing(browser_of: Callable[[str], Browser], page: str, person: str) -> None:
    assert browser_of(person).get(page).status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"besluit": ""}, "Nummer van het besluit: vul dit in."),
        ({"waarvan": "rule:KEY-001"}, "die wordt hersteld en niet ontheven"),
        ({"tot-en-met": "2024-12-31"}, "De laatste dag ligt vóór de eerste dag."),
        ({"van": "volgend jaar"}, "Geef een dag, zoals 2027-06-15"),
        ({"alleen": "V0001"}, "Een norm geldt voor de hele concessie."),
    ],
)
def test_what_does_not_fit_is_asked_again_with_what_was_typed(
    manager: Browser, page: str, changes: dict[str, str], said: str
) -> None:
    answer = manager.post(page, a_form(**changes))

    assert answer.status_code == 400
    assert said in answer.text
    assert "De nieuwe bussen kwamen later." in answer.text


def test_an_exemption_of_the_terms_stands_in_the_same_list(reporter: Browser, page: str) -> None:
    shown = reporter.get(page).text

    assert "vrijstelling in de voorwaarden" in shown


def test_a_waiver_that_is_withdrawn_stays_in_the_list(manager: Browser, page: str) -> None:
    manager.post(page, a_form())

    manager.post(f"{page}/{waiver_id()}/intrekken", {"reden": "De bussen zijn er."})

    shown = manager.get(page).text
    assert "ingetrokken" in shown
    assert "De bussen zijn er." in shown
    assert "Waarom trekt u deze in?" not in shown


def test_withdrawing_without_a_reason_is_asked_again_at_that_waiver(manager: Browser, page: str) -> None:
    manager.post(page, a_form())

    answer = manager.post(f"{page}/{waiver_id()}/intrekken", {"reden": ""})

    assert answer.status_code == 400
    assert answer.text.count('id="reden-error"') == 1


@pytest.mark.parametrize(("days", "stand"), [(0, "geldt"), (-1, "afgelopen")])
def test_a_waiver_holds_until_its_last_day_is_over(manager: Browser, page: str, days: int, stand: str) -> None:
    last = today() + timedelta(days=days)

    manager.post(page, a_form(**{"tot-en-met": last.isoformat()}))

    assert f"{stand}</span></td>" in manager.get(page).text


def test_the_questions_of_a_waived_rule_are_shown_as_waived(
    manager: Browser, reporter: Browser, world: World, page: str
) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version, [a_finding(0), a_finding(1)])
    manager.post(page, a_form(waarvan="rule:ENE-003", alleen="V0001"))

    shown = reporter.get(f"/rapportages/{world.reports['oost']}/versies/1").text

    assert "Ontheven: besluit 2026-118, t/m 31 december 2027" in shown
    assert "1 toe te lichten" in shown


def test_a_rule_that_is_waived_as_a_whole_asks_for_nothing(
    manager: Browser, reporter: Browser, world: World, page: str
) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version, [a_finding(0), a_finding(1)])
    manager.post(page, a_form(waarvan="rule:ENE-003"))

    shown = reporter.get(f"/rapportages/{world.reports['oost']}/versies/1").text

    assert "Toelichting bewaren" not in shown
    assert "U hoeft dit niet toe te lichten." in shown


def test_a_waiver_stands_beside_the_verdict_and_is_the_reason_to_depart_from_it(
    manager: Browser, world: World, page: str
) -> None:
    manager.post(page, a_form())
    review = f"/beoordelingen/{world.reports['oost']}"
    version = _in_review(world)
    before = manager.get(f"{review}?norm=N-TEMP").text

    manager.post(
        f"{review}/normen", {"norm": "N-TEMP", "oordeel": "meets", "ontheffing": str(waiver_id()), "toelichting": ""}
    )

    with reading() as session:
        said = session.get_one(Established, (version, "N-TEMP"))
    assert "Ontheven: besluit 2026-118, t/m 31 december 2027" in before
    assert said.machine_verdict is Outcome.DOES_NOT_MEET
    assert said.reason == (
        "Ontheffing bij besluit 2026-118, van 1 januari 2025 t/m 31 december 2027: De nieuwe bussen kwamen later."
    )


def _in_review(world: World) -> UUID:
    report = world.reports["oost"]
    version = an_upload(report, world.people["reporter"]).id
    a_check(version)
    verdict = NormVerdict(
        version=version,
        norm="N-TEMP",
        verdict=Outcome.DOES_NOT_MEET,
        value="12",
        threshold="0",
        reason_nl="12 voertuigdagen is meer dan 0.",
        reason_en="12 vehicle-days is more than 0.",
    )
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    with sessions().begin() as session:
        session.add(verdict)
        hand_in(session, report, declaration, by=world.people["signatory"])
        begin_review(session, report, by=world.people["manager"])
    return version
