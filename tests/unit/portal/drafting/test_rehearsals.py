"""The rehearsal: a check of the draft as it is, that is no step of the procedure and that the province never sees."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.use_cases import Declaration, hand_in
from schemas.state import Standing, state_of
from schemas.store import Version, facts_of, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.drafting.filling import DRIVERS, fill_in
from tests.unit.portal.drafting.test_draft import check
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload


def rehearse(browser: Browser, draft: str) -> Any:
    return browser.post(f"{draft}/proef", {"sleutel": str(uuid4())})


def standing(report: UUID) -> Standing:
    with reading() as session:
        return state_of(facts_of(session, report)).standing


def rehearsed() -> UUID:
    with reading() as session:
        return session.scalars(select(Version.id).where(Version.rehearsal.is_(True))).one()


def test_a_rehearsal_leaves_the_report_as_it_was(reporter: Browser, draft: str, world: World) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)

    rehearse(reporter, draft)

    assert standing(world.reports["oost"]) is Standing.OPEN
    assert "Formulier, nog niet gecontroleerd" in reporter.get(draft).text


def test_a_rehearsal_shows_what_would_be_found_and_says_that_it_is_one(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    page = rehearse(reporter, draft).headers["Location"]
    a_check(rehearsed(), [a_finding()])

    shown = reporter.get(page).text

    assert "Proefcontrole (versie 1)" in shown
    assert "De provincie ziet dit niet, en u kunt het niet indienen." in shown
    assert "ENE-003" in shown


def test_a_report_that_is_ready_stays_ready_after_a_rehearsal(reporter: Browser, draft: str, world: World) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id)

    rehearse(reporter, draft)

    assert standing(world.reports["oost"]) is Standing.READY


def test_after_a_rehearsal_the_draft_is_checked_for_real(reporter: Browser, draft: str, world: World) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    rehearse(reporter, draft)

    answer = check(reporter, draft)

    assert answer.headers["Location"].endswith("/versies/2")
    assert standing(world.reports["oost"]) is Standing.BEING_CHECKED


def test_a_rehearsal_that_cannot_be_read_leads_back_to_the_draft(reporter: Browser, draft: str) -> None:
    fill_in(reporter, f"{draft}/workforce", **DRIVERS)
    page = rehearse(reporter, draft).headers["Location"]
    a_check(rehearsed(), unreadable_nl="Kapot.", unreadable_en="Broken.")

    assert "Verder met het concept" in reporter.get(page).text


def test_the_province_never_sees_a_rehearsal(
    reporter: Browser, browser_of: Callable[[str], Browser], draft: str, world: World
) -> None:
    report, manager = world.reports["oost"], browser_of("manager")
    version = an_upload(report, world.people["reporter"])
    a_check(version.id)
    rehearse(reporter, draft)
    with sessions().begin() as session:
        declaration = Declaration(version=version.id, statement="Naar waarheid.", key=uuid4())
        hand_in(session, report, declaration, by=world.people["signatory"])

    pages = [manager.get(f"/beoordelingen/{report}{more}").text for more in ("", "?toon=stukken")]
    history = manager.get(f"/rapportages/{report}/verloop").text

    assert not any("Versie 2" in page or "versie 2" in page for page in (*pages, history))
    assert manager.get(f"/rapportages/{report}/versies/2").status_code == 403
    assert manager.get(f"/bronnen/{rehearsed()}/0").status_code == 404
