"""A link opens one ask for a short time, and nothing else; every other door stays closed, in words."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from schemas.clock import now, today
from schemas.events import SupplierAsked
from schemas.store import AnswerVisit, Ask, AskLink, Audit, Outbox, reading, sessions
from tests.unit.portal.answering.asks import EMPLOYEES, Linked, a_link, an_ask, opened
from tests.unit.portal.browsing import Browser, World


def test_a_link_leads_to_who_asks_what_and_by_when_without_the_secret_in_the_address(
    browser: Browser, linked: Linked
) -> None:
    answer = browser.get(linked.address)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/antwoord")
    page = browser.get("/antwoord").text
    assert "Rijnbus vraagt u 3 dingen" in page
    assert "ongeveer 5 minuten" in page


def test_the_first_page_says_whom_to_turn_to_with_an_own_question(supplier: Browser) -> None:
    page = supplier.get("/antwoord").text

    assert "Hebt u zelf een vraag?" in page
    assert "mailto:" in page


def test_no_other_site_learns_the_secret(browser: Browser, linked: Linked) -> None:
    answer = browser.get(linked.address)

    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_secret_stands_in_no_row_and_no_log_line(
    browser: Browser, linked: Linked, caplog: pytest.LogCaptureFixture
) -> None:
    browser.get(linked.address)

    with reading() as session:
        audited = str([one.details for one in session.scalars(select(Audit).order_by(Audit.at))])
    assert linked.secret not in audited + caplog.text


def test_a_link_that_was_copied_in_half_says_so(browser: Browser, linked: Linked) -> None:
    answer = browser.get(linked.address[:-4])

    assert answer.status_code == 404
    assert "Deze link kennen wij niet" in answer.text


def test_a_link_that_was_revoked_opens_nothing_and_ends_a_visit_that_runs(
    app: Flask, supplier: Browser, linked: Linked
) -> None:
    with sessions().begin() as session:
        session.execute(update(AskLink).values(revoked_at=now()))

    again, there = opened(app, linked).get(linked.address), supplier.get("/antwoord")

    assert (again.status_code, there.status_code) == (410, 410)
    assert "heeft de vraag ingetrokken" in again.text


def test_an_ask_that_was_taken_back_opens_nothing(app: Flask, supplier: Browser) -> None:
    with sessions().begin() as session:
        session.execute(update(Ask).values(revoked_at=now()))

    assert supplier.get("/antwoord/overzicht").status_code == 410


def test_a_link_works_on_its_last_day_and_not_after(browser: Browser, linked: Linked) -> None:
    _link, last = a_link(linked.ask, valid_until=today())
    _link, over = a_link(linked.ask, valid_until=today() - timedelta(days=1))

    answers = [browser.get(f"/antwoord/{secret}") for secret in (last, over)]

    assert [one.status_code for one in answers] == [303, 410]
    assert "verlopen" in answers[1].text


def test_a_visit_ends_by_itself_and_says_what_to_do(supplier: Browser) -> None:
    with sessions().begin() as session:
        session.execute(update(AnswerVisit).values(ends_at=now() - timedelta(seconds=1)))

    answer = supplier.get("/antwoord")

    assert answer.status_code == 401
    assert "Open de link in de mail nog eens" in answer.text


def test_who_stops_has_to_open_the_link_again(supplier: Browser, linked: Linked) -> None:
    supplier.post("/antwoord/sluiten")

    assert supplier.get("/antwoord").status_code == 401
    assert supplier.get(linked.address).status_code == 303


def test_a_visit_shows_only_its_own_ask(supplier: Browser, world: World) -> None:
    an_ask(world.reports["kust"], world.people["other_reporter"], questions=["Q-SUP-02"])

    assert "Rijnbus" in supplier.get("/antwoord").text
    assert supplier.get("/antwoord/vraag/Q-SUP-02").status_code == 404


def test_a_link_that_was_passed_on_after_an_answer_does_not_open_in_another_browser(
    app: Flask, supplier: Browser, linked: Linked
) -> None:
    supplier.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})
    other = Browser(app.test_client())

    answer = other.get(linked.address)

    assert answer.status_code == 409
    assert "al geantwoord in een andere browser" in answer.text
    assert other.get("/antwoord").status_code == 401


def test_before_an_answer_a_link_opens_in_every_browser_as_scanners_of_mail_open_it_too(
    app: Flask, supplier: Browser, linked: Linked
) -> None:
    assert Browser(app.test_client()).get(linked.address).status_code == 303


def test_the_browser_that_answered_opens_the_link_again(supplier: Browser, linked: Linked) -> None:
    supplier.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})

    assert supplier.get(linked.address).status_code == 303


def test_opening_a_link_is_noted(browser: Browser, linked: Linked) -> None:
    browser.get(linked.address)

    with reading() as session:
        assert session.get_one(AskLink, linked.link).opened_at is not None
        noted = session.scalars(select(Audit.subject).where(Audit.action == "answer_link_opened")).all()
    assert noted == [f"ask/{linked.ask}"]


def test_a_new_link_goes_to_the_address_of_the_ask_and_not_twice_in_a_few_minutes(
    app: Flask, supplier: Browser, linked: Linked
) -> None:
    supplier.post(f"/antwoord/vraag/{EMPLOYEES}", {"antwoord": "12", "doe": "volgende"})
    with sessions().begin() as session:
        session.execute(update(AskLink).values(made_at=now() - timedelta(hours=1)))
    other = Browser(app.test_client())

    answers = [other.post(linked.address).headers["Location"] for _time in range(2)]

    assert set(answers) == {"/antwoord/nieuwe-link"}
    with reading() as session:
        asked = session.scalars(select(Outbox.body).where(Outbox.type == SupplierAsked.TYPE)).all()
    assert len(asked) == 1
