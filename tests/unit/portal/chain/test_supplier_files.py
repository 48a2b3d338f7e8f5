"""Files of suppliers: the holder reads what is not confidential, the province what was handed in, and they go beside the report."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from portal.use_cases.answering import Given, answer, send
from portal.use_cases.drafts import draft_of, rows_of_draft
from schemas.clock import now
from schemas.report.sheet_text import Cells
from schemas.store import AnswerFile, Audit, EvidenceFile, Report, Signature, reading, sessions
from schemas.words import AnswerKind
from tests.unit.portal.answering.asks import EMPLOYEES, Linked, an_ask, opened
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import an_upload

DECLARATION = "Q-EVI-01"
NAME, BYTES = "verklaring.pdf", b"%PDF-1.7 wij verklaren"


@pytest.fixture
def page(world: World) -> str:
    return f"/rapportages/{world.reports['oost']}/keten/antwoorden"


@pytest.fixture
def linked(world: World) -> Linked:
    """A taxi firm that is asked its size and a declaration."""
    return an_ask(world.reports["oost"], world.people["reporter"], questions=[EMPLOYEES, DECLARATION])


@pytest.fixture
def supplier(app: Flask, linked: Linked) -> Browser:
    return opened(app, linked)


def gives(supplier: Browser, *, confidential: bool = False, name: str = NAME) -> UUID:
    mark = {"vertrouwelijk": "1"} if confidential else {}
    supplier.post("/antwoord/bestand/bewijs", {"bewijs": (BytesIO(BYTES), name)} | mark)
    with reading() as session:
        return session.scalars(select(AnswerFile.id).order_by(AnswerFile.added_at.desc())).first() or uuid4()


def sends(supplier: Browser) -> None:
    supplier.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})
    supplier.post(f"/antwoord/vraag/{DECLARATION}", {"doe": "volgende"})
    supplier.post("/antwoord/versturen")


def handed_in(world: World) -> None:
    report, by = world.reports["oost"], world.people["signatory"]
    version = an_upload(report, by)
    with sessions().begin() as session:
        session.add(Signature(version=version.id, by=by, at=now(), statement="", idempotency_key=uuid4()))


def evidence_rows(world: World) -> list[Cells]:
    with reading() as session:
        return rows_of_draft(draft_of(session, session.get_one(Report, world.reports["oost"])), "evidence") or []


def test_the_holder_downloads_what_was_sent_as_it_was_given(supplier: Browser, reporter: Browser) -> None:
    file = gives(supplier)
    sends(supplier)

    answer = reporter.get(f"/leveranciersbestanden/{file}")

    assert answer.data == BYTES
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert "attachment" in answer.headers["Content-Disposition"]
    with reading() as session:
        subjects = session.scalars(select(Audit.subject)).all()
    assert f"answer_file/{file}" in subjects


def test_what_was_not_sent_yet_is_not_there(supplier: Browser, reporter: Browser) -> None:
    file = gives(supplier)

    assert reporter.get(f"/leveranciersbestanden/{file}").status_code == 404


def test_what_was_taken_away_after_sending_is_there_until_the_supplier_sends_again(
    supplier: Browser, reporter: Browser
) -> None:
    file = gives(supplier)
    sends(supplier)
    supplier.post(f"/antwoord/bestand/bewijs/{file}/weg")
    before = reporter.get(f"/leveranciersbestanden/{file}").status_code

    supplier.post("/antwoord/versturen")

    assert (before, reporter.get(f"/leveranciersbestanden/{file}").status_code) == (200, 404)


def test_a_file_that_comes_after_sending_can_be_sent(supplier: Browser, reporter: Browser) -> None:
    gives(supplier)
    sends(supplier)
    later = gives(supplier, name="certificaat.pdf")

    supplier.post("/antwoord/versturen")

    assert reporter.get(f"/leveranciersbestanden/{later}").status_code == 200


def test_another_holder_finds_no_file(supplier: Browser, browser_of: object) -> None:
    file = gives(supplier)
    sends(supplier)

    assert browser_of("other_reporter").get(f"/leveranciersbestanden/{file}").status_code == 404  # type: ignore[operator]


def test_a_confidential_file_is_the_provinces_once_it_was_handed_in(
    supplier: Browser, reporter: Browser, manager: Browser, world: World, page: str
) -> None:
    file = gives(supplier, confidential=True)
    sends(supplier)
    before = manager.get(f"/leveranciersbestanden/{file}").status_code

    handed_in(world)

    assert (before, manager.get(f"/leveranciersbestanden/{file}").status_code) == (404, 200)
    assert reporter.get(f"/leveranciersbestanden/{file}").status_code == 404
    assert "1 bestand dat alleen de provincie mag zien" in reporter.get(page).text
    for address in (page, page.replace("keten/antwoorden", "leveranciersantwoorden")):
        assert NAME not in reporter.get(address).text


@pytest.mark.parametrize(("beside", "status"), [(True, 200), (False, 404)])
def test_the_province_reads_another_file_only_as_evidence_of_what_was_handed_in(
    supplier: Browser,
    reporter: Browser,
    manager: Browser,
    world: World,
    page: str,
    linked: Linked,
    beside: bool,
    status: int,
) -> None:
    file = gives(supplier)
    sends(supplier)
    if beside:
        reporter.post(f"{page}/{linked.ask}/bestanden")

    handed_in(world)

    assert manager.get(f"/leveranciersbestanden/{file}").status_code == status
    listed = manager.get(page.replace("keten/antwoorden", "leveranciersantwoorden")).text
    assert (NAME in listed) is beside


def test_an_accepted_declaration_lies_beside_the_report_with_its_row(
    supplier: Browser, reporter: Browser, world: World, page: str, linked: Linked
) -> None:
    gives(supplier)
    sends(supplier)

    reporter.post(f"{page}/{linked.ask}/aanvaarden")

    [row] = evidence_rows(world)
    assert (row["file_name"], row["kind"], row["issued_by"]) == (f"S1 {NAME}", "declaration", "Taxi Denkbeeld")
    with reading() as session:
        assert session.scalars(select(EvidenceFile.file_name)).all() == [f"S1 {NAME}"]
    assert "ligt bij uw rapport" in reporter.get(page).text


def test_accepting_twice_lays_a_file_once(
    supplier: Browser, reporter: Browser, world: World, page: str, linked: Linked
) -> None:
    gives(supplier)
    sends(supplier)

    for _time in range(2):
        reporter.post(f"{page}/{linked.ask}/bestanden")

    assert len(evidence_rows(world)) == 1


def test_a_file_that_no_question_asked_for_goes_beside_the_report_by_its_button(
    app: Flask, reporter: Browser, world: World, page: str
) -> None:
    other = an_ask(world.reports["oost"], world.people["reporter"], supplier_id="S2", questions=[EMPLOYEES])
    gives(opened(app, other))
    with sessions().begin() as session:
        answer(session, other.ask, EMPLOYEES, Given(kind=AnswerKind.UNKNOWN))
    with sessions().begin() as session:
        send(session, other.ask)

    assert "Bij uw rapport leggen" in reporter.get(page).text
    reporter.post(f"{page}/{other.ask}/bestanden")

    assert [row["file_name"] for row in evidence_rows(world)] == [f"S2 {NAME}"]


def test_a_confidential_file_goes_nowhere(
    supplier: Browser, reporter: Browser, world: World, page: str, linked: Linked
) -> None:
    gives(supplier, confidential=True)
    sends(supplier)

    reporter.post(f"{page}/{linked.ask}/aanvaarden")

    assert evidence_rows(world) == []
