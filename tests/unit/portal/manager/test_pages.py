"""The manager's pages: the desk, a report from hand-in to decision, and what others do not see."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from portal.use_cases import Declaration, hand_in
from schemas.clock import now, today
from schemas.judgement import Outcome
from schemas.state import Standing, state_of
from schemas.store import Check, DeclaredGap, NormVerdict, facts_of, reading, sessions
from tests.unit.portal.answering.asks import Linked, an_ask
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, a_parked_event, an_upload, stop_the_check


@pytest.fixture
def page(world: World) -> str:
    """The address of the report's page."""
    return f"/beoordelingen/{world.reports['oost']}"


@pytest.fixture
def handed_in(world: World) -> UUID:
    """A version with a verdict and an explained warning that is handed in."""
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    with sessions().begin() as session:
        session.add(
            NormVerdict(
                version=version,
                norm="N-ZE-FLEET",
                verdict=Outcome.DOES_NOT_MEET,
                value="70.5",
                threshold="75",
                reason_nl="<b>70,5 %</b> is minder dan 75 %.",
                reason_en="70.5 % is less than 75 %.",
            )
        )
        hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])
    return version


def standing(world: World) -> Standing:
    with reading() as session:
        return state_of(facts_of(session, world.reports["oost"])).standing


def test_what_is_handed_in_lies_on_the_desk(manager: Browser, handed_in: UUID) -> None:
    desk = manager.get("/bureau").text

    assert "Ingediend. Begin met beoordelen" in desk
    assert "Er ligt nu niets bij u" not in desk


def test_a_draft_stays_with_the_holder(manager: Browser, world: World, page: str) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version, [a_finding()])

    shown = manager.get(page).text

    assert "Er is nog niets ingediend" in shown
    assert "Bevindingen en toelichtingen" not in shown


def test_a_mail_leads_the_manager_to_the_review(manager: Browser, world: World, page: str) -> None:
    answer = manager.get(f"/rapportages/{world.reports['oost']}")

    assert (answer.status_code, answer.location) == (303, page)


def test_a_report_goes_from_hand_in_to_decision(manager: Browser, world: World, handed_in: UUID, page: str) -> None:
    begun = manager.post(f"{page}/begin")
    established = manager.post(
        f"{page}/normen",
        {"norm": "N-ZE-FLEET", "oordeel": "meets", "toelichting": "Overmacht: levering te laat, besluit 2026-14."},
    )
    decided = manager.post(
        f"{page}/besluit", {"sleutel": str(uuid4()), "besluit": "accepted_with_remarks", "toelichting": "Goed werk."}
    )
    shown = manager.get(page).text

    assert [begun.status_code, established.status_code, decided.status_code] == [303, 303, 303]
    assert standing(world) is Standing.DECIDED
    assert "Aanvaard met opmerkingen" in shown
    assert "Overmacht: levering te laat" in shown
    assert "&lt;b&gt;70,5 %&lt;/b&gt;" in shown


def test_departing_without_a_reason_is_refused_at_the_norm(manager: Browser, handed_in: UUID, page: str) -> None:
    manager.post(f"{page}/begin")

    answer = manager.post(f"{page}/normen", {"norm": "N-ZE-FLEET", "oordeel": "meets", "toelichting": ""})

    assert answer.status_code == 400
    assert "U wijkt af van de berekening. Schrijf op waarom." in answer.text


def test_a_proposal_to_send_back_is_confirmed_by_another(
    manager: Browser, second_reader: Browser, reporter: Browser, world: World, handed_in: UUID, page: str
) -> None:
    term = (today() + timedelta(days=30)).strftime("%d-%m-%Y")
    manager.post(f"{page}/begin")
    manager.post(
        f"{page}/besluit",
        {
            "sleutel": str(uuid4()),
            "besluit": "sent_back",
            "toelichting": "De buurtbus ontbreekt.",
            "termijn": term,
            "ongehoord": "De houder vroeg er zelf om.",
        },
    )

    before = reporter.get(f"/rapportages/{world.reports['oost']}").text
    read = second_reader.get(page).text
    answer = second_reader.post(f"{page}/tweede-lezing", {"bevestigd": "true", "toelichting": ""})
    after = reporter.get(f"/rapportages/{world.reports['oost']}").text

    assert "De buurtbus ontbreekt." in read
    assert "De buurtbus ontbreekt." not in before
    assert "De buurtbus ontbreekt." in after
    assert answer.status_code == 303
    assert standing(world) is Standing.DRAFT


def test_the_sheets_to_mend_are_chosen_and_the_holder_reads_which(
    manager: Browser, second_reader: Browser, reporter: Browser, world: World, handed_in: UUID, page: str
) -> None:
    term = (today() + timedelta(days=30)).strftime("%d-%m-%Y")
    manager.post(f"{page}/begin")
    back = {"sleutel": str(uuid4()), "besluit": "sent_back", "toelichting": "Vul aan.", "termijn": term}
    back |= {"ongehoord": "De houder vroeg er zelf om."}
    manager.post(f"{page}/besluit", back | {"bladen": ["energy", "vehicles"]})
    second_reader.post(f"{page}/tweede-lezing", {"bevestigd": "true", "toelichting": ""})

    shown = reporter.get(f"/rapportages/{world.reports['oost']}").text

    assert "Het gaat om: Energie, Wagenpark. De andere bladen blijven zoals ze zijn." in shown


def test_a_sheet_that_does_not_exist_cannot_be_sent_back(manager: Browser, handed_in: UUID, page: str) -> None:
    manager.post(f"{page}/begin")
    wrong = {"sleutel": str(uuid4()), "besluit": "sent_back", "toelichting": "Vul aan.", "bladen": ["loonlijst"]}

    assert manager.post(f"{page}/besluit", wrong).status_code == 400


def test_sheets_that_changed_unasked_are_told_to_both(
    manager: Browser, reporter: Browser, world: World, handed_in: UUID, page: str
) -> None:
    with sessions().begin() as session:
        session.get_one(Check, handed_in).changed_sheets = ["workforce"]

    told_to_holder = reporter.get(f"/rapportages/{world.reports['oost']}/versies/1").text
    told_to_manager = manager.get(page).text

    assert "U veranderde ook bladen die in orde waren" in told_to_holder
    assert "Personeel" in told_to_holder
    assert "De houder veranderde ook bladen waar u niet om vroeg: Personeel." in told_to_manager


def test_establishing_goes_on_to_what_is_chosen_and_says_which_norm(
    manager: Browser, handed_in: UUID, page: str
) -> None:
    manager.post(f"{page}/begin")

    answer = manager.post(f"{page}/normen", {"norm": "N-ZE-FLEET", "oordeel": "does_not_meet", "toelichting": ""})

    assert answer.location == f"{page}?norm=N-ZE-FLEET#gekozen"
    assert "Wagenpark zero-emissie: vastgesteld." in manager.get(answer.location).text


def test_work_that_got_stuck_is_told_with_what_an_operator_needs(
    manager: Browser, world: World, handed_in: UUID, page: str
) -> None:
    parked = a_parked_event(world.reports["oost"], worker="publish", reason="file_missing")
    with sessions().begin() as session:
        session.add(parked)
        session.flush()
        reference = parked.id

    shown = manager.get(page).text

    assert "Het maken van de documenten staat stil" in shown
    assert str(reference) in shown


def test_of_another_province_the_answer_is_that_of_nothing(manager: Browser, world: World) -> None:
    foreign = manager.get(f"/beoordelingen/{world.reports['kust']}")
    missing = manager.get(f"/beoordelingen/{uuid4()}")

    assert foreign.status_code == missing.status_code == 404


def test_the_second_reader_cannot_decide_alone(second_reader: Browser, handed_in: UUID, page: str) -> None:
    answer = second_reader.post(f"{page}/besluit", {"sleutel": str(uuid4()), "besluit": "accepted"})

    assert answer.status_code == 403


def test_what_was_handed_in_and_then_not_checked_says_so_and_who_acts(
    manager: Browser, world: World, page: str
) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    with sessions().begin() as session:
        declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
        hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])
    stop_the_check(world.reports["oost"], reason="died")

    shown, desk = manager.get(page).text, manager.get("/bureau").text

    assert "De controle van het ingediende rapport is gestopt." in shown
    assert "De controle is gestopt: de houder uploadt het rapport opnieuw, uiterlijk" in desk
    assert standing(world) is Standing.DRAFT


def asked(world: World, number: str) -> Linked:
    return an_ask(world.reports["oost"], world.people["reporter"], supplier_id=number, supplier_name=f"Firma {number}")


def a_gap(world: World, number: str) -> None:
    gap = {"supplier_id": number, "supplier_name": f"Firma {number}", "reason": "De firma is failliet."}
    with sessions().begin() as session:
        session.add(DeclaredGap(report=world.reports["oost"], by=world.people["reporter"], at=now(), **gap))


@pytest.fixture
def gaps(world: World) -> None:
    """One supplier that the holder declares as missing, and one that did not answer."""
    asked(world, "S1")
    asked(world, "S2")
    a_gap(world, "S1")


@pytest.mark.usefixtures("gaps", "handed_in")
def test_the_gaps_of_the_chain_stand_beside_the_verdicts_with_the_proof_of_effort(
    manager: Browser, world: World, page: str
) -> None:
    beside, pane = manager.get(page).text, manager.get(f"{page}?toon=keten").text

    assert "In de keten zijn 2 gaten" in beside
    assert "De firma is failliet." in pane
    assert "Firma S2" in pane
    assert f"/rapportages/{world.reports['oost']}/inspanning" in pane


def test_a_gap_that_is_declared_after_signing_is_not_in_what_is_reviewed(
    manager: Browser, world: World, page: str, gaps: None, handed_in: UUID
) -> None:
    a_gap(world, "S2")

    assert manager.get(f"{page}?toon=keten").text.count("De firma is failliet.") == 1
