"""The public pages: read by anybody, only what was published, each edition kept, and gone when it is withdrawn."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from portal.use_cases.publishing import (
    Choosing,
    announce_publication,
    choose,
    release,
    view_publication,
    withdraw_publication,
)
from schemas.clock import today
from schemas.events import ReportPublished, read
from schemas.publication.grounds import Ground
from schemas.store import Outbox, PublicationNotice, PublicationRelease, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.publishing_seeds import REASON, a_decided_report
from workers.publishing import Publish

PAGE = "/openbaar/VB-OOST/2026"


@pytest.fixture
def report(world: World) -> UUID:
    """A report that was decided on."""
    return a_decided_report(world)


def publish(world: World, report: UUID, *choices: Choosing) -> None:
    """As people do it, and the worker after them."""
    officer = world.people["publication_officer"]
    with sessions().begin() as session:
        choose(session, report, choices, by=officer)
        announce_publication(session, report, by=officer)
    with sessions().begin() as session:
        notice = session.scalars(select(PublicationNotice.id).order_by(PublicationNotice.at.desc())).first()
        assert notice
        view_publication(session, report, notice, text="Akkoord.", by=world.people["reporter"])
    with sessions().begin() as session:
        release(session, report, by=officer)
    make_files()


def make_files() -> None:
    with reading() as session:
        wanted = session.scalars(select(PublicationRelease.event).order_by(PublicationRelease.at.desc())).first()
        bodies = session.scalars(select(Outbox.body)).all()
    [event] = [one for one in map(read, bodies) if isinstance(one, ReportPublished) and one.id == wanted]
    worker = Publish()
    made = worker.work(event)
    with sessions().begin() as session:
        worker.keep(session, event, made)


def withheld(item: str) -> Choosing:
    return Choosing(item=item, public=False, ground=Ground.COMPETITION)


def test_anybody_reads_what_was_published(browser: Browser, world: World, report: UUID) -> None:
    publish(world, report)

    pages = {path: browser.get(path) for path in ("/openbaar", "/openbaar/VB-OOST", PAGE)}

    assert {path: page.status_code for path, page in pages.items()} == dict.fromkeys(pages, 200)
    assert "46 van de 55 bussen rijden zonder uitstoot" in pages[PAGE].text
    assert "1 van de 1 normen gehaald" in pages["/openbaar"].text


def test_in_english_the_numbers_are_english(browser: Browser, world: World, report: UUID) -> None:
    publish(world, report)

    shown = browser.get(PAGE, headers={"Accept-Language": "en"}).text

    assert "46 of the 55 buses run without emissions" in shown
    assert "83.6" in shown


def test_nothing_is_there_before_it_is_published(browser: Browser, report: UUID) -> None:
    assert [browser.get(path).status_code for path in (PAGE, "/openbaar/VB-OOST")] == [404, 404]
    assert "Er is nog niets openbaar" in browser.get("/openbaar").text


def test_names_and_free_texts_stay_out(browser: Browser, world: World, report: UUID) -> None:
    publish(world, report)

    page, data = browser.get(PAGE).text, browser.get(f"{PAGE}/uitgaven/1/gegevens.json").text

    for text in (REASON, "Jansen", "41000000", *(name for name in world.people)):
        assert text not in data
        assert text not in page
    assert "5.1.1c" in page


def test_a_part_that_is_kept_back_takes_another_with_it(browser: Browser, world: World, report: UUID) -> None:
    publish(world, report, withheld("figure:FLT-01:drivetrain=bev"))

    published = json.loads(browser.get(f"{PAGE}/uitgaven/1/gegevens.json").text)

    there = {(one["indicator"], one["part"]) for one in published["figures"]}
    assert ("FLT-01", "total") in there
    assert not there & {("FLT-01", "drivetrain=bev"), ("FLT-01", "drivetrain=diesel")}
    assert "bussen rijden zonder uitstoot" not in browser.get(PAGE).text


def test_a_later_edition_takes_the_place_and_the_earlier_one_stays(
    browser: Browser, world: World, report: UUID
) -> None:
    publish(world, report)
    publish(world, report, withheld("figure:FLT-02:total"))

    newest, first = browser.get(PAGE).text, browser.get(f"{PAGE}/uitgaven/1").text

    assert "83,6" not in newest
    assert "83,6" in first
    assert "Dit is een eerdere uitgave" in first


def test_what_is_withdrawn_is_gone_with_its_reason(browser: Browser, world: World, report: UUID) -> None:
    publish(world, report)
    with sessions().begin() as session:
        withdraw_publication(session, report, reason="Er stond een fout in.", by=world.people["publication_officer"])

    page, file = browser.get(PAGE), browser.get(f"{PAGE}/uitgaven/1/gegevens.csv")

    assert (page.status_code, file.status_code) == (410, 410)
    assert "Er stond een fout in." in page.text
    assert "VB-OOST/2026" not in browser.get("/openbaar").text


def test_a_file_is_the_same_each_time_it_is_asked(browser: Browser, world: World, report: UUID) -> None:
    publish(world, report)

    table = browser.get(f"{PAGE}/uitgaven/1/gegevens.csv")

    assert table.mimetype == "text/csv"
    assert table.data == browser.get(f"{PAGE}/uitgaven/1/gegevens.csv").data
    assert browser.get(f"{PAGE}/uitgaven/1/iets.csv").status_code == 404


def test_after_its_time_the_holder_is_not_waited_for(
    world: World, report: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = world.people["publication_officer"]
    with sessions().begin() as session:
        announce_publication(session, report, by=officer)
    later = today() + timedelta(days=30)
    monkeypatch.setenv("KETENSPIEGEL_NOW", f"{later}T09:00:00+00:00")

    with sessions().begin() as session:
        release(session, report, by=officer)
        released = session.scalars(select(PublicationRelease)).one()

    assert released.at.date() == later
