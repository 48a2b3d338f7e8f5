"""The holder's home and report pages: where it stands, uploading, versions, evidence and downloads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.audit import Action
from schemas.clock import now
from schemas.events import VersionUploaded, read
from schemas.judgement import Severity
from schemas.store import (
    Audit,
    Document,
    EvidenceFile,
    NamedEvidence,
    Outbox,
    Version,
    files,
    note,
    reading,
    sessions,
)
from schemas.texts import Language
from schemas.words import DocumentKind
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.earlier_years import an_accepted_last_year
from tests.unit.portal.use_cases.seeding import WORKBOOK, a_check, a_finding, a_parked_event, an_upload

EVIL = "<img src=x onerror=alert(1)>.xlsx"


@pytest.fixture
def page(world: World) -> str:
    """The address of the report's page."""
    return f"/rapportages/{world.reports['oost']}"


def send(browser: Browser, page: str, *, name: str = "rapport.xlsx", content: bytes = WORKBOOK, **more: Any) -> Any:
    form = {"sleutel": str(uuid4()), "bestand": (BytesIO(content), name), **more}
    return browser.post(f"{page}/versies", form, content_type="multipart/form-data")


def versions() -> list[Version]:
    with reading() as session:
        return list(session.scalars(select(Version).order_by(Version.number)))


def test_home_says_whose_turn_it_is_and_by_when(reporter: Browser) -> None:
    home = reporter.get("/concessies").text

    assert "U bent aan zet: upload uw rapport over 2026, uiterlijk maandag 3 mei 2027." in home
    assert "u bent hier" in home
    assert "Du-Kust" not in home


def test_a_check_that_has_to_wait_is_not_said_to_take_a_minute(
    reporter: Browser, world: World, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_upload(world.reports["oost"], world.people["reporter"])
    at_first = reporter.get(page).text

    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + timedelta(minutes=2)).isoformat())
    later = reporter.get(page).text

    assert "Dat duurt meestal minder dan een minuut." in at_first
    assert "Uw rapport wacht op de controle." in later
    assert "minder dan een minuut" not in later


def test_the_decided_report_of_last_year_is_within_reach(reporter: Browser, world: World, page: str) -> None:
    before = f"/rapportages/{an_accepted_last_year(world)}"

    assert f'href="{before}"' in reporter.get("/concessies").text
    assert f'href="{before}"' in reporter.get(page).text
    assert f'href="{page}"' in reporter.get(before).text


def test_home_tells_what_changed_since_the_last_visit(reporter: Browser, world: World, page: str) -> None:
    actor = f"person/{world.people['reporter']}"
    with sessions().begin() as session:
        for _ in range(2):
            note(session, actor=actor, action=Action.SIGNED_IN, subject=actor)
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id, [a_finding()])

    assert "Versie 1 is gecontroleerd: 1 vraag." in reporter.get("/concessies").text


def test_an_upload_goes_on_to_the_page_of_its_check(reporter: Browser, page: str) -> None:
    answer = send(reporter, page)

    assert (answer.status_code, answer.location) == (303, f"{page}/versies/1")
    assert "Wij controleren uw rapport." in reporter.get(answer.location).text


def test_a_refused_file_is_told_at_its_field_and_nothing_is_lost(reporter: Browser, page: str) -> None:
    send(reporter, page)

    answer = send(reporter, page, name="rapport.pdf", content=b"%PDF-1.7")

    assert answer.status_code == 400
    assert 'id="bestand-error"' in answer.text
    assert "rapport.pdf is geen werkboek" in answer.text
    assert "Versie 1 is ongewijzigd." in answer.text
    assert len(versions()) == 1


def test_a_form_without_a_file_says_so(reporter: Browser, page: str) -> None:
    answer = reporter.post(f"{page}/versies", {"sleutel": str(uuid4())})

    assert answer.status_code == 400
    assert "Kies eerst een bestand." in answer.text


def test_what_the_form_does_not_offer_is_refused(reporter: Browser, page: str) -> None:
    answer = send(reporter, page, status="accepted")

    assert answer.status_code == 400
    assert versions() == []


def test_the_same_form_with_another_file_is_a_conflict(reporter: Browser, page: str) -> None:
    key = str(uuid4())
    send(reporter, page, sleutel=key)

    answer = send(reporter, page, sleutel=key, content=WORKBOOK + b"!")

    assert answer.status_code == 409
    assert "Dit formulier is al eerder verstuurd" in answer.text


def test_a_file_name_of_500_characters_does_not_stand_in_the_way(reporter: Browser, page: str) -> None:
    answer = send(reporter, page, name="a" * 500 + ".xlsx")

    assert answer.status_code == 303
    assert "a" * 190 in reporter.get(page).text


def test_a_file_name_is_text_and_never_markup(reporter: Browser, page: str) -> None:
    send(reporter, page, name=EVIL)

    shown = reporter.get(page).text
    assert EVIL not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;.xlsx" in shown


@pytest.mark.parametrize("who", ["other_reporter", "signatory"])
def test_only_the_holders_own_writers_upload(browser_of: Callable[[str], Browser], page: str, who: str) -> None:
    answer = send(browser_of(who), page)

    assert answer.status_code == (404 if who == "other_reporter" else 403)
    assert versions() == []
    assert list(files().lying()) == []


@pytest.mark.parametrize("path", ["", "/versies/1", "/versies/1/stand", "/versies/1/oordeel", "/indienen"])
def test_a_foreign_report_and_a_missing_one_are_the_same_404(
    browser_of: Callable[[str], Browser], world: World, page: str, path: str
) -> None:
    an_upload(world.reports["oost"], world.people["reporter"])
    stranger = browser_of("other_reporter")

    foreign, missing = stranger.get(f"{page}{path}"), stranger.get(f"/rapportages/{uuid4()}{path}")

    assert (foreign.status_code, missing.status_code) == (404, 404)
    assert foreign.text.split("<main")[1] == missing.text.split("<main")[1]


def test_versions_stand_beside_each_other_and_two_can_be_compared(reporter: Browser, world: World, page: str) -> None:
    report, by = world.reports["oost"], world.people["reporter"]
    first = an_upload(report, by)
    a_check(first.id, [a_finding(0), a_finding(1), a_finding(2, rule="KEY-001", severity=Severity.ERROR)])
    second = an_upload(report, by)
    a_check(second.id, [a_finding(0), a_finding(5)])

    shown = reporter.get(f"{page}?van=1&naar=2").text

    assert "Van versie 1 naar versie 2: 2 opgelost, 1 nieuw, 1 gebleven." in shown


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("too_much_memory", "Er was meer geheugen voor nodig dan is toegestaan."),
        ("file_missing", "Een bestand staat niet meer in onze opslag."),
        ("not_json", "De opdracht voor dit werk was niet te lezen."),
        ("something_new", "Er ging iets mis dat wij niet hadden voorzien."),
    ],
)
def test_a_check_that_is_parked_is_told_with_its_reason(
    reason: str, why: str, reporter: Browser, world: World, page: str
) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    with sessions().begin() as session:
        session.add(a_parked_event(world.reports["oost"], reason=reason))

    for path in (page, f"{page}/versies/{version.number}", f"{page}/versies/{version.number}/stand"):
        shown = reporter.get(path).text
        assert "De controle staat stil" in shown
        assert why in shown
        assert "A library said this" not in shown


def test_documents_whose_making_is_parked_are_told_to_holder_and_authority(
    reporter: Browser, browser_of: Callable[[str], Browser], world: World, page: str
) -> None:
    with sessions().begin() as session:
        session.add(a_parked_event(world.reports["oost"], worker="publish", reason="died"))

    for shown in (reporter.get(page).text, browser_of("manager").get(f"/beoordelingen/{world.reports['oost']}").text):
        assert "Het maken van de documenten staat stil" in shown
        assert "Het werk brak bij elke poging af." in shown


def test_the_same_work_that_stands_still_twice_for_the_same_reason_is_told_once(
    reporter: Browser, world: World, page: str
) -> None:
    with sessions().begin() as session:
        session.add_all([a_parked_event(world.reports["oost"]), a_parked_event(world.reports["oost"])])

    assert reporter.get(page).text.count("De controle staat stil") == 1


def test_what_was_replayed_or_given_up_is_told_no_more(reporter: Browser, world: World, page: str) -> None:
    with sessions().begin() as session:
        session.add(a_parked_event(world.reports["oost"], replayed_at=now()))
        session.add(a_parked_event(world.reports["oost"], discarded_at=now()))

    assert "staat stil" not in reporter.get(page).text


def names(version: UUID, evidence_id: str, file_name: str) -> None:
    with sessions().begin() as session:
        session.add(
            NamedEvidence(
                version=version, position=0, evidence_id=evidence_id, file_name=file_name, sha256=None, inside=False
            )
        )


def test_evidence_is_listed_and_what_the_report_names_but_is_missing_is_told(
    reporter: Browser, world: World, page: str
) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id, [])
    names(version.id, "B1", "hvo.pdf")

    before = reporter.get(page).text
    added = reporter.post(
        f"{page}/bewijs",
        {"bewijs": [(BytesIO(b"%PDF-1.7 a"), "HVO.pdf"), (BytesIO(b"%PDF-1.7 b"), "gvo.pdf")]},
        content_type="multipart/form-data",
    )
    after = reporter.get(page).text

    assert "1 bestand ontbreekt nog" in before
    assert added.status_code == 303
    assert "ontbreekt nog" not in after
    assert "Gevonden bij B1" in after
    assert "Ongebruikt: geen rij noemt dit bestand" in after
    assert "gvo.pdf" in after
    assert "Opnieuw controleren" in after


def test_evidence_that_we_do_not_take_is_refused_by_name(reporter: Browser, page: str) -> None:
    answer = reporter.post(
        f"{page}/bewijs", {"bewijs": (BytesIO(b"MZ"), "bewijs.exe")}, content_type="multipart/form-data"
    )

    assert answer.status_code == 400
    assert "bewijs.exe is geen bewijs dat wij aannemen." in answer.text


def test_checking_again_makes_a_new_version(reporter: Browser, world: World, page: str) -> None:
    send(reporter, page)
    reporter.post(f"{page}/bewijs", {"bewijs": (BytesIO(b"%PDF-1"), "a.pdf")}, content_type="multipart/form-data")

    answer = reporter.post(f"{page}/opnieuw")

    assert answer.location == f"{page}/versies/2"
    with reading() as session:
        told = [read(row.body) for row in session.scalars(select(Outbox).order_by(Outbox.position))]
    assert [event.version.number for event in told if isinstance(event, VersionUploaded)] == [1, 2]


def test_a_document_is_served_as_it_is_as_a_download(reporter: Browser, world: World) -> None:
    document = a_document(world.reports["oost"], name='rapport "2026" é.xlsx')

    answer = reporter.get(f"/documenten/{document}")

    assert answer.data == b"the document"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    with reading() as session:
        assert session.scalars(select(Audit).where(Audit.action == Action.DOWNLOADED)).one()


@pytest.mark.parametrize("who", ["other_reporter", "other_manager", "manager"])
def test_a_document_of_a_draft_is_for_its_holder_only(
    browser_of: Callable[[str], Browser], world: World, who: str
) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    document = a_document(world.reports["oost"], version=version.id)

    assert browser_of(who).get(f"/documenten/{document}").status_code == 404


def test_sources_and_evidence_are_never_shown_by_a_browser(reporter: Browser, world: World, page: str) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    reporter.post(f"{page}/bewijs", {"bewijs": (BytesIO(b"a;b"), "a.csv")}, content_type="multipart/form-data")
    with reading() as session:
        piece = session.scalars(select(EvidenceFile)).one()

    for path in (f"/bronnen/{version.id}/0", f"/bewijsstukken/{piece.id}"):
        answer = reporter.get(path)
        assert answer.status_code == 200
        assert answer.mimetype == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")


def a_document(report: UUID, *, version: UUID | None = None, name: str = "rapport.xlsx") -> UUID:
    kept = files().keep_bytes(b"the document")
    document = Document(
        id=uuid4(),
        report=report,
        version=version,
        kind=DocumentKind.FINDINGS if version else DocumentKind.TEMPLATE,
        language=Language.NL,
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        file_name=name,
        sha256=kept.sha256,
        size=kept.size,
        made_at=now(),
        for_event=uuid4(),
    )
    with sessions().begin() as session:
        session.add(document)
    return document.id
