"""Answers of suppliers in the draft: accepted with their source, never over what stands there, questioned by mail, or declared missing."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.drafting import check_draft
from portal.use_cases.drafts import draft_of, rows_of_draft
from schemas.clock import now, today
from schemas.report.code_lists import ChainRole
from schemas.report.sheet_text import Cells, text_of
from schemas.store import (
    Answer,
    AnswersSent,
    AnswerTaken,
    Ask,
    AskLink,
    Part,
    Report,
    SheetSource,
    files,
    reading,
    sessions,
)
from schemas.texts import Language
from schemas.words import AnswerKind, SourceKind
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.chain.chains import a_firm, hold_chain
from tests.unit.portal.use_cases.seeding import a_check, an_upload

LADDER, BATTERY_CO2, EMBODIED = "Q-SUP-03", "Q-BAT-02", "Q-VEH-01"


@pytest.fixture
def page(world: World) -> str:
    return f"/rapportages/{world.reports['oost']}/keten"


def a_chain(world: World, *rows: Cells) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id)
    hold_chain(version.id, *rows)


def asked(world: World, questions: list[str], *, number: str = "A1", role: ChainRole = ChainRole.BATTERY) -> UUID:
    """A supplier that was asked, with a link that works."""
    ask = Ask(
        id=uuid4(),
        report=world.reports["oost"],
        supplier_id=number,
        supplier_name=f"Firma {number}",
        email="lena@proefcel.example",
        language=Language.NL,
        role=role,
        tier=1,
        employees=40,
        questions=questions,
        due=today() + timedelta(days=10),
        asked_by=world.people["reporter"],
        asked_at=now(),
        idempotency_key=uuid4(),
    )
    link = AskLink(ask=ask.id, token_hash=uuid4().hex * 2, made_at=now(), valid_until=today() + timedelta(days=24))
    with sessions().begin() as session:
        session.add_all([ask, link])
        return ask.id


def answered(ask: UUID, question: str, value: str | None, **more: Any) -> UUID:
    """An answer that counts, of a supplier that is done."""
    answer = Answer(
        **{"id": uuid4(), "ask": ask, "question": question, "kind": AnswerKind.GIVEN, "value": value, "split": ""}
        | {"confidential": False, "answered_at": now(), **more}
    )
    with sessions().begin() as session:
        session.add_all([answer, AnswersSent(ask=ask, sent_at=now(), sha256="0" * 64)])
        return answer.id


def a_bus(number: str, maker: str = "M1", admitted: str = "", **more: Any) -> Cells:
    """A row of the fleet."""
    known: Cells = {"vehicle_id": number, "manufacturer_id": maker, "bus_class": "bus_12m", "drivetrain": "battery"}
    return {**known, "first_admission": admitted, "embodied_kg_co2e": None, **more}


def a_fleet(world: World, *buses: Cells) -> UUID:
    """A version that holds these vehicles, and their maker that was asked what one took to make."""
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id)
    hold_chain(version.id, a_firm("M1", role="vehicle_maker"))
    sha256 = files().keep_bytes(text_of("vehicles", buses).encode()).sha256
    with sessions().begin() as session:
        held = SheetSource(version=version.id, position=0, sheet="vehicles", rows=len(buses), used=True)
        held.rows_sha256 = sha256
        session.add(held)
    ask = asked(world, [EMBODIED], number="M1", role=ChainRole.VEHICLE_MAKER)
    answered(ask, EMBODIED, "62000")
    return ask


def this_year(world: World) -> str:
    with reading() as session:
        return f"{session.get_one(Report, world.reports['oost']).report_year}-05-01"


def rows(world: World, sheet: str) -> list[Cells]:
    with reading() as session:
        return rows_of_draft(draft_of(session, session.get_one(Report, world.reports["oost"])), sheet) or []


def test_the_report_says_for_how_many_it_waits(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"), a_firm("A2"))
    asked(world, [LADDER])
    answered(asked(world, [LADDER], number="A2"), LADDER, '"3.1/5"')

    for address in (page, f"{page}/antwoorden", "/concessies", page.removesuffix("/keten")):
        assert "Wacht op 1 van 2 leveranciers." in reporter.get(address).text


def test_an_accepted_answer_goes_into_its_cell_with_its_source(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [LADDER])
    answer = answered(ask, LADDER, '"3.1/5"')

    reporter.post(f"{page}/antwoorden/{ask}", {f"oordeel-{answer}": "aanvaarden"})

    assert rows(world, "suppliers")[0]["co2_ladder"] == "3.1/5"
    with reading() as session:
        taken = session.get_one(AnswerTaken, answer)
        assert (taken.sheet, taken.row, taken.column) == ("suppliers", "A1", "co2_ladder")


def test_a_version_with_answers_says_that_they_are_its_source(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [LADDER])
    answered(ask, LADDER, '"3.1/5"')
    reporter.post(f"{page}/antwoorden/{ask}/aanvaarden")

    with sessions().begin() as session:
        version = check_draft(session, world.reports["oost"], key=uuid4(), by=world.people["reporter"]).id

    with reading() as session:
        kinds = session.scalars(select(Part.source_kind).where(Part.version == version, Part.sheet == "suppliers"))
        assert kinds.all() == [SourceKind.ANSWER]


def test_an_answer_without_a_row_makes_one(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [BATTERY_CO2])
    answered(ask, BATTERY_CO2, "148750.5")

    reporter.post(f"{page}/antwoorden/{ask}/aanvaarden")

    [row] = rows(world, "chain_emissions")
    assert (row["supplier_id"], row["kg_co2e"], row["method"]) == ("A1", Decimal("148750.5"), "supplier_specific")


def test_an_answer_about_a_bus_goes_to_every_bus_that_its_maker_delivered_this_year(
    reporter: Browser, world: World, page: str
) -> None:
    new = this_year(world)
    buses = (
        a_bus("B1", admitted=new),
        a_bus("B2", admitted=new),
        a_bus("B3", admitted="2020-01-01"),
        a_bus("B4", "M2", new),
    )
    ask = a_fleet(world, *buses)

    reporter.post(f"{page}/antwoorden/{ask}/aanvaarden")

    figures = {row["vehicle_id"]: row["embodied_kg_co2e"] for row in rows(world, "vehicles")}
    assert figures == {"B1": 62000, "B2": 62000, "B3": None, "B4": None}


def test_answers_among_the_vehicles_can_be_taken_away_again(reporter: Browser, world: World, page: str) -> None:
    ask = a_fleet(world, a_bus("B1", admitted=this_year(world)))
    reporter.post(f"{page}/antwoorden/{ask}/aanvaarden")
    parts = page.replace("/keten", "/onderdelen")

    assert "Met antwoorden van leveranciers, nog niet gecontroleerd" in reporter.get(parts).text
    reporter.post(f"{parts}/vehicles/weg")

    assert [row["embodied_kg_co2e"] for row in rows(world, "vehicles")] == [None]


@pytest.mark.parametrize(
    ("buses", "said"),
    [
        ([("B1", "bus_12m"), ("B2", "bus_18m")], "voertuigen van meer dan één klasse"),
        ([], "noemt dit bedrijf als fabrikant"),
    ],
)
def test_an_answer_that_cannot_be_placed_says_why_and_leads_to_the_place(
    reporter: Browser, world: World, page: str, buses: list[tuple[str, str]], said: str
) -> None:
    new = this_year(world)
    ask = a_fleet(world, *(a_bus(number, admitted=new, bus_class=kind) for number, kind in buses))

    shown = reporter.get(f"{page}/antwoorden").text
    reporter.post(f"{page}/antwoorden/{ask}/aanvaarden")

    assert said in shown
    assert "/onderdelen#vehicles" in shown
    assert {row["embodied_kg_co2e"] for row in rows(world, "vehicles")} <= {None}


def test_an_answer_without_a_column_says_so(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    answered(asked(world, ["Q-CHN-02"]), "Q-CHN-02", '"Kobalt uit Congo"')

    assert "Hiervoor heeft het rapport geen kolom" in reporter.get(f"{page}/antwoorden").text


def test_nothing_that_stands_there_gives_way_unasked(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1", co2_ladder="3.1/3"))
    ask = asked(world, [LADDER])
    answer = answered(ask, LADDER, '"3.1/5"')

    assert "In uw concept staat: 3.1/3" in reporter.get(f"{page}/antwoorden").text
    reporter.post(f"{page}/antwoorden/{ask}/aanvaarden")
    refused = reporter.post(f"{page}/antwoorden/{ask}", {f"oordeel-{answer}": "aanvaarden"})

    assert refused.status_code == 409
    assert rows(world, "suppliers")[0]["co2_ladder"] == "3.1/3"


def test_the_holder_may_let_the_answer_take_its_place(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1", co2_ladder="3.1/3"))
    ask = asked(world, [LADDER])
    answer = answered(ask, LADDER, '"3.1/5"')

    reporter.post(f"{page}/antwoorden/{ask}", {f"oordeel-{answer}": "vervangen"})

    assert rows(world, "suppliers")[0]["co2_ladder"] == "3.1/5"


def test_a_confidential_figure_is_not_shown_and_goes_nowhere(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [BATTERY_CO2])
    answered(ask, BATTERY_CO2, "148750", confidential=True, split="de helft van 297500")

    reporter.post(f"{page}/antwoorden/{ask}/aanvaarden")
    shown = reporter.get(f"{page}/antwoorden").text

    section = shown.replace("\u00a0", "").split('id="' + str(ask))[1].split("</section>")[0]
    assert not re.search(r"\b148[.,]?(750)?\b", section)
    assert rows(world, "chain_emissions") == []


def changing(ask: UUID, question: str, value: str) -> None:
    """The supplier types another answer and has not sent it yet."""
    with sessions().begin() as session:
        session.add(Answer(ask=ask, question=question, kind=AnswerKind.GIVEN, value=value, answered_at=now()))


def test_what_a_supplier_is_changing_is_not_shown_before_it_is_sent(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [LADDER])
    answered(ask, LADDER, '"3.1/5"')

    changing(ask, LADDER, '"4.0/3"')

    shown = reporter.get(f"{page}/antwoorden").text
    assert ("3.1/5" in shown, "4.0/3" in shown) == (True, False)


def test_what_was_sent_can_be_accepted_while_the_supplier_changes_it(
    reporter: Browser, world: World, page: str
) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [LADDER])
    answer = answered(ask, LADDER, '"3.1/5"')
    changing(ask, LADDER, '"4.0/3"')

    reporter.post(f"{page}/antwoorden/{ask}", {f"oordeel-{answer}": "aanvaarden"})

    assert rows(world, "suppliers")[0]["co2_ladder"] == "3.1/5"


def test_a_questioned_answer_stays_awaited_until_the_supplier_sends_again(
    reporter: Browser, world: World, page: str
) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [LADDER])
    answer = answered(ask, LADDER, '"5"')
    reporter.post(f"{page}/antwoorden/{ask}", {f"oordeel-{answer}": "vragen", f"opmerking-{answer}": "Welke versie?"})

    changing(ask, LADDER, '"4.0/3"')

    assert "Wacht op 1 van 1 leveranciers." in reporter.get(page).text


def test_a_question_back_mails_a_new_link_and_is_awaited(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [LADDER])
    answer = answered(ask, LADDER, '"5"')

    reporter.post(
        f"{page}/antwoorden/{ask}", {f"oordeel-{answer}": "vragen", f"opmerking-{answer}": "Welke versie is dit?"}
    )

    with reading() as session:
        assert len(session.scalars(select(AskLink).where(AskLink.ask == ask)).all()) == 2
    assert "Wacht op 1 van 1 leveranciers." in reporter.get(page).text


def test_a_question_back_without_words_is_refused(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    ask = asked(world, [LADDER])
    answer = answered(ask, LADDER, '"5"')

    refused = reporter.post(f"{page}/antwoorden/{ask}", {f"oordeel-{answer}": "vragen"})

    assert "Schrijf wat u wilt weten" in refused.text


def test_a_declared_gap_is_awaited_no_longer_and_can_be_taken_back(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))
    asked(world, [LADDER])

    reporter.post(f"{page}/gaten", {"leverancier": "A1", "reden": "De firma is failliet."})
    shown = reporter.get(page).text

    assert "Alle 1 gevraagde leveranciers hebben gereageerd." in shown
    assert "De firma is failliet." in shown
    address = reporter.get(f"{page}/antwoorden").text.split("/keten/gaten/")[1].split("/")[0]
    reporter.post(f"{page}/gaten/{address}/intrekken")
    assert "De firma is failliet." not in reporter.get(page).text


def test_a_gap_needs_a_reason_and_somebody_who_was_asked(reporter: Browser, world: World, page: str) -> None:
    a_chain(world, a_firm("A1"))

    without = reporter.post(f"{page}/gaten", {"leverancier": "A1", "reden": ""})
    nobody = reporter.post(f"{page}/gaten", {"leverancier": "A1", "reden": "Weg."})

    assert (without.status_code, nobody.status_code) == (400, 409)


def test_an_ask_of_another_report_is_not_found(reporter: Browser, world: World, page: str) -> None:
    assert reporter.post(f"{page}/antwoorden/{uuid4()}/aanvaarden").status_code == 404
