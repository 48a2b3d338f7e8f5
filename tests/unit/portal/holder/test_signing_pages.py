"""Signing: the declaration with the password once more, the receipt, and back again."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases.marking import Marking, mark
from schemas.clock import now
from schemas.judgement import Severity, Status
from schemas.report.sheets import SHEETS
from schemas.store import IndicatorValue, Review, Signature, Version, reading, sessions
from tests.unit.portal.browsing import PASSWORD, Browser, World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload

KEY = re.compile(r'name="sleutel" value="([^"]+)"')


@pytest.fixture
def page(world: World) -> str:
    """The address of the report's page."""
    return f"/rapportages/{world.reports['oost']}"


@pytest.fixture
def version(world: World) -> Version:
    """A version that waits for its check."""
    return an_upload(world.reports["oost"], world.people["reporter"])


def declare(version: Version, *, key: str | None = None, **more: Any) -> dict[str, Any]:
    form = {"sleutel": key or str(uuid4()), "versie": str(version.id), "verklaring": "1", "wachtwoord": PASSWORD}
    return {**form, **more}


def signatures() -> list[Signature]:
    with reading() as session:
        return list(session.scalars(select(Signature)))


def test_signing_ends_at_a_receipt_that_can_be_kept(signatory: Browser, version: Version, page: str) -> None:
    a_check(version.id)
    key = KEY.search(signatory.get(f"{page}/indienen").text)
    assert key

    answer = signatory.post(f"{page}/indienen", declare(version, key=key.group(1)))
    receipt = signatory.get(answer.location).text

    assert answer.status_code == 303
    assert "Bewaar dit bewijs." in receipt
    assert version.manifest_sha256 in receipt
    assert "Dit is het rapport van concessie" in receipt


def test_a_double_click_leads_to_the_same_receipt(signatory: Browser, version: Version, page: str) -> None:
    a_check(version.id)
    form = declare(version)

    receipts = {signatory.post(f"{page}/indienen", form).location for _ in range(2)}

    assert len(receipts) == 1
    assert len(signatures()) == 1


def test_a_wrong_password_is_told_at_its_field(signatory: Browser, version: Version, page: str) -> None:
    a_check(version.id)

    answer = signatory.post(f"{page}/indienen", declare(version, wachtwoord="iets anders dan dat"))

    assert answer.status_code == 400
    assert 'id="wachtwoord-error"' in answer.text
    assert signatures() == []


def test_without_the_tick_nothing_is_signed(signatory: Browser, version: Version, page: str) -> None:
    a_check(version.id)
    form = declare(version)
    del form["verklaring"]

    answer = signatory.post(f"{page}/indienen", form)

    assert answer.status_code == 400
    assert "Zonder verklaring kunt u niet indienen." in answer.text


def test_with_errors_open_the_page_says_what_to_do_first(signatory: Browser, version: Version, page: str) -> None:
    a_check(version.id, [a_finding(place, severity=Severity.ERROR) for place in range(3)])

    answer = signatory.post(f"{page}/indienen", declare(version))

    assert answer.status_code == 409
    assert "Dit rapport heeft nog 3 fouten." in answer.text
    assert "Ondertekenen en indienen" not in answer.text
    assert signatures() == []


def test_what_is_open_and_what_is_declared_missing_stand_above_the_declaration(
    signatory: Browser, world: World, version: Version, page: str
) -> None:
    rows = {"report": 17, "vehicles": 4, "suppliers": 2, "incidents": 0}
    a_check(version.id, [a_finding()], rows=rows, refused_suppliers=["Accu Voorbeeld"])
    with sessions().begin() as session:
        session.add(figure(version.id, Status.NOT_ASSESSABLE))
        marking = Marking(key=uuid4(), rule="ENE-003", position=0, colleague=world.people["contributor"])
        mark(session, world.reports["oost"], version.id, marking, by=world.people["reporter"])

    shown = signatory.get(f"{page}/indienen").text

    for words in ("Gemarkeerd voor contributor", "1 cijfer is niet te berekenen", "14 bladen zijn leeg gelaten"):
        assert words in shown
    assert "1 leverancier weigerde te antwoorden" in shown
    assert "Accu Voorbeeld" in shown


def test_where_nothing_is_missing_that_is_said(signatory: Browser, version: Version, page: str) -> None:
    a_check(version.id, rows={model.sheet: 1 for model in SHEETS})

    assert "Er ontbreekt niets" in signatory.get(f"{page}/indienen").text


def figure(version: UUID, status: Status) -> IndicatorValue:
    return IndicatorValue(
        version=version, indicator="GHG-07", part="total", value=None, unit="kg", status=status, why={}
    )


def test_while_the_check_waits_signing_is_under_reservation(signatory: Browser, version: Version, page: str) -> None:
    assert "onder voorbehoud" in signatory.get(f"{page}/indienen").text

    signatory.post(f"{page}/indienen", declare(version))

    assert [one.under_reservation for one in signatures()] == [True]


def test_only_a_signatory_signs(reporter: Browser, version: Version, page: str) -> None:
    a_check(version.id)

    assert "Alleen een ondertekenaar" in reporter.get(f"{page}/indienen").text
    assert reporter.post(f"{page}/indienen", declare(version)).status_code == 403


def test_a_report_is_withdrawn_until_review_begins(
    signatory: Browser, world: World, version: Version, page: str
) -> None:
    a_check(version.id)
    receipt = signatory.post(f"{page}/indienen", declare(version)).location
    assert "Rapport intrekken" in signatory.get(receipt).text

    answer = signatory.post(f"{page}/intrekken")

    assert answer.status_code == 303
    assert "Deze indiening is ingetrokken" in signatory.get(receipt).text


def test_once_review_began_withdrawing_is_refused_where_the_user_is(
    signatory: Browser, world: World, version: Version, page: str
) -> None:
    a_check(version.id)
    receipt = signatory.post(f"{page}/indienen", declare(version)).location
    with sessions().begin() as session:
        session.add(Review(version=version.id, begun_at=now(), by=world.people["manager"]))

    answer = signatory.post(f"{page}/intrekken")

    assert answer.status_code == 409
    assert "De provincie is begonnen met beoordelen." in answer.text
    assert "Rapport intrekken" not in signatory.get(receipt).text


def test_a_receipt_belongs_to_its_report(signatory: Browser, version: Version, page: str) -> None:
    a_check(version.id)
    signatory.post(f"{page}/indienen", declare(version))

    assert signatory.get(f"{page}/bewijs/{UUID(int=0)}").status_code == 404


def test_before_the_first_upload_there_is_nothing_to_sign(signatory: Browser, page: str) -> None:
    answer = signatory.get(f"{page}/indienen")

    assert (answer.status_code, answer.location) == (303, page)
