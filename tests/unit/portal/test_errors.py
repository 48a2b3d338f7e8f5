"""Every error is a plain page that says what to do, in the reader's language, and nothing of what broke."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.typing import ResponseReturnValue
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from portal.access import for_everyone, for_role, for_signed_in
from portal.refusals import Refused
from portal.sizes import FORM_BYTES, takes_files
from schemas.settings import settings
from schemas.store import sessions
from schemas.web import Said
from schemas.words import Role
from tests.unit.portal.browsing import Browser


@pytest.fixture(autouse=True)
def broken(app: Flask) -> None:
    """Pages that break in several ways."""

    def breaks() -> ResponseReturnValue:
        raise RuntimeError("SELECT secret FROM people")

    def loses_the_database() -> ResponseReturnValue:
        raise OperationalError("SELECT secret FROM people", {}, Exception("connection refused"))

    def form() -> ResponseReturnValue:
        return "the form"

    def takes() -> ResponseReturnValue:
        raise Refused(Said("Dat kan nu niet.", "Not now."), status=409)

    app.add_url_rule("/kapot", "breaks", for_everyone(breaks))
    app.add_url_rule("/weg", "loses", for_everyone(loses_the_database))
    app.add_url_rule("/formulier", "form", for_everyone(form))
    app.add_url_rule("/formulier", "takes", for_everyone(takes), methods=["POST"])
    app.add_url_rule("/zonder-pagina", "pageless", for_everyone(lambda: takes()), methods=["POST"])
    app.add_url_rule("/bestand", "file_form", for_signed_in(lambda: "the form"))
    app.add_url_rule(
        "/bestand", "file", for_signed_in(takes_files("evidence_limit_bytes")(lambda: "taken")), methods=["POST"]
    )
    app.add_url_rule("/ondertekenen", "signing", for_role(Role.SIGNATORY)(lambda: "sign"))


def test_what_breaks_gets_a_reference_and_no_inside(browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    answer = browser.get("/kapot")

    reference = re.search(r"<code>([0-9a-f]{16})</code>", answer.text)
    assert answer.status_code == 500
    assert reference
    assert not any(word in answer.text for word in ("Traceback", "RuntimeError", "SELECT", "Werkzeug", "Python"))
    assert "A request broke" in caplog.text


def test_a_page_that_broke_speaks_both_languages(browser: Browser) -> None:
    page = browser.get("/kapot").text

    assert "De storing ligt bij ons." in page
    assert "The fault is ours." in page


def test_a_database_that_is_away_says_when_to_come_back(browser: Browser) -> None:
    answer = browser.get("/weg")

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "30"
    assert "SELECT" not in answer.text


def test_a_database_that_fails_before_anybody_is_known_is_said_too(reporter: Browser) -> None:
    with sessions().begin() as session:
        session.execute(text("ALTER TABLE web_sessions RENAME TO gone"))

    answer = reporter.get("/account")

    assert answer.status_code == 503
    assert "De storing ligt bij ons." in answer.text


def test_what_stands_in_a_statement_stays_out_of_the_log(browser: Browser, caplog: pytest.LogCaptureFixture) -> None:
    with sessions().begin() as session:
        session.execute(text("ALTER TABLE people RENAME TO gone"))

    browser.post("/inloggen", {"e-mail": "canary@voorbeeld.nl", "wachtwoord": "x"})

    assert "no such table" in caplog.text
    assert "canary" not in caplog.text


@pytest.mark.parametrize(("language", "words"), [("nl", "Deze pagina is er niet"), ("en", "This page is not there")])
def test_what_is_not_there_is_said_in_the_readers_language(browser: Browser, language: str, words: str) -> None:
    answer = browser.get("/nergens", headers={"Accept-Language": language})

    assert answer.status_code == 404
    assert words in answer.text
    assert f'<html lang="{language}"' in answer.text


def test_another_method_is_told_which_ones_there_are(browser: Browser) -> None:
    answer = browser.client.put("/begrippen")

    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_a_refusal_shows_the_form_again_with_its_status(browser: Browser) -> None:
    answer = browser.post("/formulier")

    assert (answer.status_code, answer.text) == (409, "the form")


def test_a_refusal_without_a_form_is_a_plain_page(browser: Browser) -> None:
    answer = browser.post("/zonder-pagina")

    assert answer.status_code == 409
    assert "Er is intussen iets veranderd" in answer.text


def test_too_large_a_form_is_refused(browser: Browser) -> None:
    answer = browser.post("/inloggen", {"e-mail": "a@b.nl", "wachtwoord": "x" * (FORM_BYTES + 1)})

    assert answer.status_code == 413
    assert "Wat er al stond, is ongewijzigd." in answer.text


def test_a_visitor_cannot_send_a_large_file_at_all(browser: Browser) -> None:
    answer = browser.client.post("/bestand", environ_overrides={"CONTENT_LENGTH": str(10**12)})

    assert answer.status_code == 303


def test_a_view_that_takes_files_takes_up_to_its_limit(reporter: Browser) -> None:
    announced = settings().evidence_limit_bytes + FORM_BYTES

    too_much = reporter.client.post(
        "/bestand",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(announced + 1)},
    )

    assert too_much.status_code == 413


def test_a_file_larger_than_a_form_is_taken_there(reporter: Browser) -> None:
    from io import BytesIO

    file = (BytesIO(b"x" * (FORM_BYTES * 2)), "bewijs.pdf")

    assert reporter.post("/bestand", {"bestand": file}).text == "taken"


def test_too_many_parts_are_refused(reporter: Browser) -> None:
    many = {f"veld{number}": "x" for number in range(1001)}

    answer = reporter.post("/account", many, content_type="multipart/form-data")

    assert answer.status_code == 413


def test_a_page_for_another_role_is_refused_in_words(reporter: Browser) -> None:
    answer = reporter.get("/ondertekenen")

    assert answer.status_code == 403
    assert "U mag hier niet bij" in answer.text


def test_a_visitor_is_asked_to_sign_in_and_comes_back(browser: Browser) -> None:
    answer = browser.get("/ondertekenen?blad=2")

    assert answer.status_code == 303
    assert answer.headers["Location"] == "/inloggen?next=/ondertekenen?blad%3D2"
