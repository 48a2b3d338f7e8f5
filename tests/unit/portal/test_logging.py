"""A log line is JSON with facts in fields, and never holds a secret."""

from __future__ import annotations

import json
import logging

import pytest
from flask import Flask

from portal.logging import JsonLines
from tests.unit.portal.browsing import PASSWORD, Browser, World


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [json.loads(JsonLines().format(record)) for record in caplog.records if record.name == "portal.app"]


def test_a_request_is_one_line_with_its_route_and_person(
    reporter: Browser, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        reporter.get("/account")

    [line] = lines(caplog)
    assert (line["method"], line["route"], line["status"]) == ("GET", "/account", 200)
    assert line["person"] == str(world.people["reporter"])


def test_no_password_token_or_cookie_is_ever_in_the_log(
    browser: Browser, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        browser.post("/inloggen", {"e-mail": "reporter@voorbeeld.nl", "wachtwoord": PASSWORD})
        browser.get("/wachtwoord/canary-of-a-token")

    cookie = browser.client.get_cookie("ketenspiegel")
    assert cookie
    assert not any(
        secret in caplog.text for secret in (PASSWORD, "canary-of-a-token", cookie.value, "reporter@voorbeeld.nl")
    )


def test_a_line_break_in_a_value_makes_no_second_line() -> None:
    record = logging.makeLogRecord({"msg": "Refused", "who": "a\r\nb"})

    assert "\n" not in JsonLines().format(record)


def test_the_id_of_the_request_stands_on_its_error_page_too(
    app: Flask, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    from portal.access import for_everyone

    app.add_url_rule("/kapot", "breaks", for_everyone(lambda: str(1 // 0)))

    page = browser.get("/kapot").text

    broken = next(line for line in lines(caplog) if line["message"] == "Answered a request" and line["status"] == 500)
    assert broken
    assert "kenmerk" in page
