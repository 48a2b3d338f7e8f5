"""The holder chooses whom to ask what, reads the mails, sends them, and sees how far each supplier is."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import update
from werkzeug.datastructures import MultiDict

from schemas.clock import now, today
from schemas.letters.texts import usual_text
from schemas.store import AskLink, LetterTextSet, SheetTask, sessions
from tests.unit.portal.asking.asked import (
    CELLS,
    FACTORY,
    OTHER_TAXI,
    SMALL_FACTORY,
    TAXI,
    a_supplier,
    asks,
    form,
    hold_suppliers,
    mail_came_back,
    sends,
    the_ask,
)
from tests.unit.portal.browsing import Browser, World

NUMBERS = re.compile(r"\s+")


def text(page: str) -> str:
    return NUMBERS.sub(" ", unescape(re.sub(r"<[^>]+>", " ", page)))


def test_without_a_chain_the_page_says_what_to_fill_in_first(reporter: Browser, world: World) -> None:
    page = reporter.get(f"/rapportages/{world.reports['oost']}/uitvraag")

    assert "Er staan nog geen leveranciers in uw concept" in page.text


def test_every_supplier_of_the_draft_stands_on_the_list(reporter: Browser, world: World) -> None:
    page = reporter.get(hold_suppliers(world, TAXI, FACTORY)).text

    assert page.count('name="wie"') == 2
    assert "U hebt nog geen leverancier iets gevraagd." in page


def test_the_list_is_narrowed_to_a_role_and_a_tier(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI, FACTORY, CELLS)

    of_role = reporter.get(f"{address}?schakel=battery").text
    of_tier = reporter.get(f"{address}?niveau=1").text

    assert re.findall(r'name="wie" value="(\w+)"', of_role) == ["L5"]
    assert re.findall(r'name="wie" value="(\w+)"', of_tier) == ["L1", "L3"]


def test_the_usual_questions_of_a_role_are_ticked_and_the_others_are_not(reporter: Browser, world: World) -> None:
    page = reporter.get(f"{hold_suppliers(world, TAXI)}/nieuw?wie=L1").text

    assert re.search(r'value="Q-GHG-01" checked', page)
    assert re.search(r'value="Q-WRK-13">', page)
    assert 'value="Q-BAT-01"' not in page


def test_the_day_is_that_of_the_calendar(reporter: Browser, world: World) -> None:
    page = reporter.get(f"{hold_suppliers(world, TAXI)}/nieuw?wie=L1").text

    assert 'name="uiterlijk" type="date" value="2027-04-01"' in page


def test_a_foreign_firm_is_asked_in_english_unless_the_holder_knows_better(reporter: Browser, world: World) -> None:
    page = reporter.get(f"{hold_suppliers(world, FACTORY)}/nieuw?wie=L3").text

    assert re.search(r'name="taal-0" value="en" checked', page)


def test_each_question_shows_its_ground_its_place_under_the_cap_and_the_right_to_refuse(
    reporter: Browser, world: World
) -> None:
    page = text(reporter.get(f"{hold_suppliers(world, TAXI)}/nieuw?wie=L1").text)

    assert "Concessievoorwaarde · buiten de grens van (EU) 2026/1560 · moet worden beantwoord" in page
    assert "CSRD-uitvraag van de houder · binnen de grens van (EU) 2026/1560 (VSME B9 41(a)) · moet worden" in page
    assert "Vrijwillig · buiten de grens van (EU) 2026/1560 · mag worden geweigerd" in page


def test_outside_the_cap_a_small_firm_is_asked_as_voluntary_and_a_large_one_as_a_duty(
    reporter: Browser, world: World
) -> None:
    page = text(reporter.get(f"{hold_suppliers(world, FACTORY, SMALL_FACTORY)}/nieuw?wie=L3&wie=L4").text)

    assert "CSRD-uitvraag van de houder · buiten de grens van (EU) 2026/1560 · vrijwillig voor Firma L4" in page


def test_the_mail_is_read_before_it_is_sent(reporter: Browser, world: World) -> None:
    page = sends(reporter, f"{hold_suppliers(world, TAXI)}/voorbeeld", form("L1"))

    assert page.status_code == 200
    assert "Rijnbus vraagt Firma L1 om 2 vragen over 2026 te beantwoorden" in page.text
    assert asks() == []


def test_the_mail_is_shown_in_the_language_of_the_supplier(reporter: Browser, world: World) -> None:
    page = sends(reporter, f"{hold_suppliers(world, TAXI)}/voorbeeld", form("L1", changes={"taal-0": "en"}))

    assert "Rijnbus asks Firma L1 to answer 2 questions on 2026" in page.text


def test_the_mail_is_shown_in_the_words_that_somebody_gave_it(reporter: Browser, world: World) -> None:
    usual = usual_text("supplier_asked")
    other = usual.model_copy(update={"nl": usual.nl.model_copy(update={"subject": "Vraag voor {supplier}, kort"})})
    given = {"template": "supplier_asked", "number": 1, "body": other.model_dump(mode="json"), "reason": "Korter."}
    with sessions().begin() as session:
        session.add(LetterTextSet(**given, by=world.people["functional_manager"], at=now()))

    page = sends(reporter, f"{hold_suppliers(world, TAXI)}/voorbeeld", form("L1"))

    assert "Vraag voor Firma L1, kort" in page.text


def test_sending_asks_each_supplier_what_belongs_to_its_role(reporter: Browser, world: World) -> None:
    chosen = {"subcontractor": ["Q-GHG-01"], "vehicle_maker": ["Q-VEH-01", "Q-CHN-01"]}
    address = hold_suppliers(world, TAXI, FACTORY)

    answer = sends(reporter, f"{address}/versturen", form("L1", "L3", questions=chosen))

    assert answer.status_code == 303
    assert {one.supplier_id: one.questions for one in asks()} == {"L1": ["Q-GHG-01"], "L3": ["Q-CHN-01", "Q-VEH-01"]}


def deviating(*who: str, own: list[str]) -> MultiDict[str, str]:
    """A form on which the first supplier is asked something else than its role."""
    filled = form(*who, changes={"anders": "0"})
    filled.setlist("vragen-van-0", own)
    return filled


def test_one_supplier_is_asked_something_else_than_the_others_of_its_role(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI, OTHER_TAXI)

    sends(reporter, f"{address}/versturen", deviating("L1", "L2", own=["Q-SUP-01", "Q-GHG-01"]))

    assert {one.supplier_id: one.questions for one in asks()} == {
        "L1": ["Q-SUP-01", "Q-GHG-01"],
        "L2": ["Q-GHG-01", "Q-WRK-07"],
    }


def test_the_questions_of_one_supplier_begin_with_those_of_its_role(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI, OTHER_TAXI)

    page = sends(reporter, f"{address}/vragen?voor=1", form("L1", "L2")).text

    assert "Vragen voor Firma L2" in page
    assert re.search(r'name="vragen-van-1" value="Q-WRK-07" checked', page)
    assert re.search(r'name="vragen-van-1" value="Q-WRK-01"(?! checked)', page)
    assert '<input type="hidden" name="email-0" value="l1@firma.example">' in page


def test_the_mails_show_who_is_asked_questions_of_its_own(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI, OTHER_TAXI)

    page = sends(reporter, f"{address}/voorbeeld", deviating("L1", "L2", own=["Q-SUP-01"])).text

    assert text(page).count("Eigen vragen: anders dan voor de schakel is gekozen.") == 1
    assert "Rijnbus vraagt Firma L1 om 1 vraag over 2026 te beantwoorden" in page


def test_a_supplier_can_go_back_to_the_questions_of_its_role(reporter: Browser, world: World) -> None:
    address, filled = hold_suppliers(world, TAXI, OTHER_TAXI), deviating("L1", "L2", own=["Q-SUP-01"])
    filled["zoals"] = "0"

    page = sends(reporter, f"{address}/voorbeeld", filled).text

    assert "Eigen vragen: anders" not in page
    assert "vragen-van-0" not in page


def test_a_supplier_without_any_question_of_its_own_is_named_and_can_be_put_right(
    reporter: Browser, world: World
) -> None:
    address = hold_suppliers(world, TAXI, OTHER_TAXI)

    page = sends(reporter, f"{address}/voorbeeld", deviating("L1", "L2", own=[]))

    assert page.status_code == 400
    assert "Kies ten minste één vraag voor Firma L1." in page.text
    assert "Eigen vragen: 0 gekozen" in page.text


def test_a_place_that_is_not_on_the_form_is_refused(reporter: Browser, world: World) -> None:
    assert sends(reporter, f"{hold_suppliers(world, TAXI)}/vragen?voor=7", form("L1")).status_code == 409


def test_sixty_suppliers_fit_on_pages_that_stay_light(reporter: Browser, world: World) -> None:
    numbers = [f"L{number}" for number in range(60)]
    address = hold_suppliers(world, *(a_supplier(number) for number in numbers))

    choosing = reporter.get(f"{address}/nieuw?" + "&".join(f"wie={number}" for number in numbers)).text
    own = sends(reporter, f"{address}/vragen?voor=3", form(*numbers)).text

    assert choosing.count('type="checkbox"') < 60
    assert own.count('type="checkbox"') < 60


def test_sending_the_same_form_twice_asks_once(reporter: Browser, world: World) -> None:
    address, filled = hold_suppliers(world, TAXI), form("L1")

    for _turn in range(2):
        assert sends(reporter, f"{address}/versturen", filled.copy()).status_code == 303

    assert len(asks()) == 1


def test_from_the_mails_one_goes_back_with_all_that_was_typed(reporter: Browser, world: World) -> None:
    page = sends(reporter, f"{hold_suppliers(world, TAXI)}/nieuw", form("L1")).text

    assert 'value="l1@firma.example"' in page
    assert re.search(r'value="Q-WRK-07" checked', page)
    assert not re.search(r'value="Q-WRK-01" checked', page)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"email-0": "geen adres"}, "E-mailadres van Firma L1"),
        ({"uiterlijk": "2020-01-01"}, "Kies een dag na vandaag."),
        ({"taal-0": "xx"}, "Taal van Firma L1"),
    ],
)
def test_a_refused_form_says_at_which_field_and_keeps_what_was_typed(
    changes: dict[str, str], said: str, reporter: Browser, world: World
) -> None:
    page = sends(reporter, f"{hold_suppliers(world, TAXI)}/voorbeeld", form("L1", changes=changes))

    assert page.status_code == 400
    assert said in page.text
    assert re.search(r'value="Q-WRK-07" checked', page.text)


def test_without_a_question_nobody_is_mailed(reporter: Browser, world: World) -> None:
    page = sends(
        reporter, f"{hold_suppliers(world, TAXI)}/voorbeeld", form("L1", questions={"vehicle_maker": ["Q-VEH-01"]})
    )

    assert page.status_code == 400
    assert "Kies ten minste één vraag voor Firma L1." in page.text


def test_a_question_that_is_not_in_the_catalogue_is_refused(reporter: Browser, world: World) -> None:
    page = sends(
        reporter, f"{hold_suppliers(world, TAXI)}/voorbeeld", form("L1", questions={"subcontractor": ["Q-XXX-01"]})
    )

    assert page.status_code == 400


def test_who_was_asked_is_waited_for_and_cannot_be_ticked_again(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI, FACTORY)
    sends(reporter, f"{address}/versturen", form("L1"))

    page = reporter.get(address).text

    assert "U wacht op 1 van de 1 gevraagde leveranciers." in page
    assert re.findall(r'name="wie" value="(\w+)"', page) == ["L3"]


def test_the_address_of_last_time_is_filled_in(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI)
    sends(reporter, f"{address}/versturen", form("L1"))
    reporter.post(f"{address}/{the_ask()}/intrekken")

    page = reporter.get(f"{address}/nieuw?wie=L1").text

    assert 'value="l1@firma.example"' in page


def test_the_page_of_an_ask_tells_what_was_asked_and_what_happened(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI)
    sends(reporter, f"{address}/versturen", form("L1"))
    with sessions().begin() as session:
        session.execute(update(AskLink).values(opened_at=now()))

    page = text(reporter.get(f"{address}/{the_ask()}").text)

    assert "geopend" in page
    assert "Link geopend." in page
    assert "nog geen antwoord" in page


def test_asking_again_mails_a_new_link(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI)
    sends(reporter, f"{address}/versturen", form("L1"))
    later = (today() + timedelta(days=40)).isoformat()

    reporter.post(f"{address}/{the_ask()}/opnieuw", {"email": "ander@firma.example", "uiterlijk": later})

    [one] = asks()
    assert (one.email, one.due.isoformat()) == ("ander@firma.example", later)


def test_what_is_taken_back_says_so_and_can_be_asked_anew(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI)
    sends(reporter, f"{address}/versturen", form("L1"))

    reporter.post(f"{address}/{the_ask()}/intrekken")

    assert "ingetrokken" in reporter.get(f"{address}/{the_ask()}").text
    assert re.findall(r'name="wie" value="(\w+)"', reporter.get(address).text) == ["L1"]


def test_an_expired_link_is_for_the_holder_to_mend(reporter: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI)
    sends(reporter, f"{address}/versturen", form("L1"))
    with sessions().begin() as session:
        session.execute(update(AskLink).values(valid_until=today() - timedelta(days=1)))

    page = text(reporter.get(address).text)

    assert "Hier bent u aan zet Firma L1 : link verlopen" in page


def test_a_mail_that_came_back_is_for_the_holder_to_mend_with_what_the_server_said(
    reporter: Browser, world: World
) -> None:
    address = hold_suppliers(world, TAXI)
    sends(reporter, f"{address}/versturen", form("L1"))
    mail_came_back("l1@firma.example", "No such user")

    page = text(reporter.get(f"{address}/{the_ask()}").text)

    assert "Hier bent u aan zet Firma L1 : mail kwam niet aan" in text(reporter.get(address).text)
    assert "De mail kwam niet aan: No such user" in page


def test_a_signatory_reads_and_cannot_ask(signatory: Browser, world: World) -> None:
    address = hold_suppliers(world, TAXI)

    assert 'name="wie"' not in signatory.get(address).text
    assert sends(signatory, f"{address}/versturen", form("L1")).status_code == 403


def test_a_contributor_who_was_given_other_sheets_cannot_ask(
    browser_of: Callable[[str], Browser], world: World
) -> None:
    contributor, address = browser_of("contributor"), hold_suppliers(world, TAXI)
    task = SheetTask(
        concession=world.concessions["oost"],
        sheet="workforce",
        person=world.people["contributor"],
        by=world.people["reporter"],
        at=now(),
    )
    with sessions().begin() as session:
        session.add(task)

    assert 'name="wie"' not in contributor.get(address).text
    assert sends(contributor, f"{address}/versturen", form("L1")).status_code == 403
    assert asks() == []


def test_another_holder_sees_and_asks_nothing(browser_of: Callable[[str], Browser], world: World) -> None:
    address, other = hold_suppliers(world, TAXI), browser_of("other_reporter")

    assert other.get(address).status_code == 404
    assert sends(other, f"{address}/versturen", form("L1")).status_code == 404
