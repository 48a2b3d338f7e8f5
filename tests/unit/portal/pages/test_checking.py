"""Anybody can see whether a document is authentic and the newest, and learns nothing that does not stand in it."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from werkzeug.test import TestResponse

from portal.app import create_app
from schemas.clock import now
from schemas.settings import Settings, settings
from schemas.shortfalls import StepKind
from schemas.store import Document, Shortfall, ShortfallLetter, ShortfallStep, Signature, Version, sessions
from schemas.texts import Language
from schemas.words import DocumentKind, Edition
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import an_upload

REPORT = b"%PDF-1.7 a report as it was issued"


def a_document(
    world: World,
    content: bytes = REPORT,
    *,
    edition: Edition = Edition.PROVISIONAL,
    days: int = 0,
    at: datetime | None = None,
) -> Version:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    document = Document(
        report=version.report,
        version=version.id,
        kind=DocumentKind.COMPLIANCE_REPORT,
        edition=edition,
        language=Language.NL,
        media_type="application/pdf",
        file_name="rapport.pdf",
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        made_at=(at or now()) + timedelta(days=days),
        for_event=uuid4(),
    )
    with sessions().begin() as session:
        session.add(document)
    return version


def dropped(browser: Browser, content: bytes = REPORT, name: str = "rapport.pdf") -> TestResponse:
    return browser.post("/controleren", {"bestand": (BytesIO(content), name)}, content_type="multipart/form-data")


def test_the_address_in_the_reports_is_that_of_the_page(browser: Browser) -> None:
    address = settings().check_address

    assert browser.get(address.removeprefix(settings().base_url)).status_code == 200


def test_a_document_as_it_was_issued_is_authentic_and_the_newest(browser: Browser, world: World) -> None:
    a_document(world)

    page = dropped(browser).text

    assert "Echt, en het nieuwste" in page
    assert "Nalevingsrapport, voorlopig (pdf, Nederlands)" in page
    assert "VB-OOST" in page
    assert hashlib.sha256(REPORT).hexdigest() in page


def test_a_newer_one_is_told_of_without_a_word_about_it(browser: Browser, world: World) -> None:
    a_document(world)
    a_document(world, b"%PDF-1.7 decided", edition=Edition.DECIDED, days=1)

    page = dropped(browser).text

    assert "Echt, maar er is een nieuwer" in page
    assert "vastgesteld" not in page


def test_what_is_decided_in_the_same_moment_is_the_newer_one(browser: Browser, world: World) -> None:
    moment = now()
    a_document(world, at=moment)
    a_document(world, b"%PDF-1.7 decided", edition=Edition.DECIDED, at=moment)

    assert "Echt, maar er is een nieuwer" in dropped(browser).text
    assert "Echt, en het nieuwste" in dropped(browser, b"%PDF-1.7 decided").text


def test_what_is_decided_stays_the_newest_beside_a_draft(browser: Browser, world: World) -> None:
    a_document(world, edition=Edition.DECIDED)
    a_document(world, b"%PDF-1.7 a draft", edition=Edition.DRAFT, days=1)

    assert "Echt, en het nieuwste" in dropped(browser).text


def test_of_a_hand_in_that_was_taken_back_it_says_so(browser: Browser, world: World) -> None:
    version = a_document(world)
    signature = Signature(
        version=version.id,
        by=world.people["signatory"],
        statement="Naar waarheid.",
        at=now(),
        withdrawn_at=now(),
        idempotency_key=uuid4(),
    )
    with sessions().begin() as session:
        session.add(signature)

    assert "Echt, maar ingetrokken" in dropped(browser).text


def test_a_document_that_was_changed_is_not_ours(browser: Browser, world: World) -> None:
    a_document(world)

    page = dropped(browser, REPORT + b" ").text

    assert "Niet hier uitgebracht, of veranderd" in page
    assert "VB-OOST" not in page


def test_it_names_nobody(browser: Browser, world: World) -> None:
    a_document(world)

    page = dropped(browser).text

    assert not [name for name in world.people if f">{name}<" in page]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello"])
def test_what_is_no_pdf_is_refused_with_a_reason(browser: Browser, world: World, content: bytes) -> None:
    answer = dropped(browser, content)

    assert answer.status_code == 400
    assert "Dit is geen pdf" in answer.text


def test_without_a_file_the_form_says_so(browser: Browser, world: World) -> None:
    answer = browser.post("/controleren", {}, content_type="multipart/form-data")

    assert answer.status_code == 400
    assert "Kies eerst een bestand." in answer.text


def test_nothing_of_the_file_is_kept(browser: Browser, world: World, portal_home: Path) -> None:
    dropped(browser)

    assert not [file for file in portal_home.rglob("*") if file.is_file() and REPORT in file.read_bytes()]


def test_a_form_of_another_site_is_refused(browser: Browser, world: World) -> None:
    data = {"bestand": (BytesIO(REPORT), "rapport.pdf")}

    assert browser.client.post("/controleren", data=data).status_code == 400


def test_who_checks_too_often_has_to_wait(browser: Browser, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_DOCUMENT_CHECKS_PER_ADDRESS", "2")
    settings.cache_clear()

    answers = [dropped(browser).status_code for _ in range(3)]

    assert answers == [200, 200, 429]


def test_a_document_that_is_too_large_is_refused(portal_home: Path, world: World) -> None:
    small = Browser(create_app(Settings(document_limit_bytes=10)).test_client())

    answer = dropped(small, REPORT + b"x" * 1_100_000)

    assert answer.status_code == 413


def a_letter(world: World, edition: Edition) -> None:
    """The letter of a warning, in a case over the report of concession Oost."""
    version = an_upload(world.reports["oost"], world.people["reporter"])
    case = Shortfall(
        id=uuid4(),
        report=version.report,
        version=version.id,
        number=1,
        norms=["N-RENEWABLE"],
        reason="Het aandeel bleef te laag.",
        by=world.people["manager"],
        at=now(),
        idempotency_key=uuid4(),
    )
    step = ShortfallStep(
        id=uuid4(),
        shortfall=case.id,
        kind=StepKind.WARNING,
        reason="Herstel dit.",
        by=world.people["manager"],
        at=now(),
        idempotency_key=uuid4(),
    )
    letter = ShortfallLetter(
        id=uuid4(),
        step=step.id,
        edition=edition,
        language=Language.NL,
        file_name="waarschuwing.pdf",
        sha256=hashlib.sha256(REPORT).hexdigest(),
        size=len(REPORT),
        made_at=now(),
    )
    with sessions().begin() as session:
        session.add_all([case, step, letter])


def test_the_letter_of_a_step_in_a_case_is_known_by_what_it_is_and_no_more(browser: Browser, world: World) -> None:
    a_letter(world, Edition.NONE)

    page = dropped(browser).text

    assert "Echt, en het nieuwste" in page
    assert "Brief: waarschuwing (pdf, Nederlands)" in page
    assert "Herstel dit." not in page


def test_a_concept_of_a_letter_was_never_issued(browser: Browser, world: World) -> None:
    a_letter(world, Edition.CONCEPT)

    assert "Niet hier uitgebracht, of veranderd" in dropped(browser).text
