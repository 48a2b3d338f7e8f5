"""The links of invitations and resets work once, for a while, and only for the person whose they are."""

from __future__ import annotations

import json
import re
import statistics
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import perf_counter
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from schemas.clock import now
from schemas.settings import settings
from schemas.store import Outbox, Person, Token, reading, sessions
from schemas.tokens import hash_of, secret_of
from tests.unit.portal.browsing import PASSWORD, Browser, World

KNOWN, UNKNOWN, NEW = "reporter@voorbeeld.nl", "niemand@voorbeeld.nl", "nog vier andere woorden"


def told() -> list[dict[str, object]]:
    """The events in the outbox, in order."""
    with reading() as session:
        return [json.loads(body) for body in session.scalars(select(Outbox.body).order_by(Outbox.position))]


def secret_in_the_mail() -> str:
    """The secret as the mailer derives it from the newest event."""
    data = told()[-1]["data"]
    assert isinstance(data, dict)
    return secret_of(UUID(data["token"]), settings().secret)


def ask_reset(browser: Browser, email: str = KNOWN) -> tuple[int, str]:
    answer = browser.post("/wachtwoord-vergeten", {"e-mail": email})
    return answer.status_code, re.sub(r'name="csrf_token" value="[^"]+"', "", answer.text)


def choose(browser: Browser, path: str, password: str = NEW) -> int:
    return browser.post(path, {"wachtwoord": password, "nogmaals": password}).status_code


def sign_in(browser: Browser, password: str, email: str = KNOWN) -> int:
    return browser.post("/inloggen", {"e-mail": email, "wachtwoord": password}).status_code


def test_asking_for_a_new_password_says_the_same_to_everybody(browser: Browser, world: World) -> None:
    assert ask_reset(browser, KNOWN) == ask_reset(browser, UNKNOWN)


def test_nobody_unknown_is_mailed(browser: Browser, world: World) -> None:
    ask_reset(browser, UNKNOWN)

    assert told() == []


def test_the_event_holds_no_secret_and_the_table_only_its_hash(browser: Browser, world: World) -> None:
    ask_reset(browser)

    secret = secret_in_the_mail()
    with reading() as session:
        [token] = session.scalars(select(Token)).all()
    assert secret not in json.dumps(told())
    assert token.hash == hash_of(secret)
    assert len(secret) >= 43


def test_a_reset_sets_the_password_and_ends_all_sessions(browser: Browser, reporter: Browser) -> None:
    ask_reset(browser)

    status = choose(browser, f"/wachtwoord/{secret_in_the_mail()}")

    assert status == 303
    assert reporter.get("/account").status_code == 303
    assert sign_in(browser, PASSWORD) == 400
    assert sign_in(browser, NEW) == 303


def test_a_link_works_once(browser: Browser, world: World) -> None:
    ask_reset(browser)
    path = f"/wachtwoord/{secret_in_the_mail()}"
    choose(browser, path)

    again = choose(browser, path, "en weer heel andere woorden")

    assert again == 404
    assert browser.get(path).status_code == 404
    assert sign_in(browser, NEW) == 303


def test_looking_at_a_link_does_not_use_it(browser: Browser, world: World) -> None:
    ask_reset(browser)
    path = f"/wachtwoord/{secret_in_the_mail()}"

    browser.get(path)

    assert choose(browser, path) == 303


@pytest.mark.parametrize(("minutes", "status"), [(59, 303), (61, 404)])
def test_a_reset_link_works_for_an_hour(
    browser: Browser, world: World, monkeypatch: pytest.MonkeyPatch, minutes: int, status: int
) -> None:
    ask_reset(browser)
    path = f"/wachtwoord/{secret_in_the_mail()}"

    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + timedelta(minutes=minutes)).isoformat())

    assert choose(browser, path) == status


def test_a_second_link_spends_the_first(browser: Browser, world: World) -> None:
    ask_reset(browser)
    first = secret_in_the_mail()

    ask_reset(browser)

    assert choose(browser, f"/wachtwoord/{first}") == 404
    assert choose(browser, f"/wachtwoord/{secret_in_the_mail()}") == 303


def test_a_reset_link_is_no_invitation(browser: Browser, world: World) -> None:
    ask_reset(browser)

    assert choose(browser, f"/uitnodiging/{secret_in_the_mail()}") == 404


def test_a_link_of_closed_access_is_dead(browser: Browser, world: World) -> None:
    ask_reset(browser)
    with sessions().begin() as session:
        session.get_one(Person, world.people["reporter"]).active = False

    assert choose(browser, f"/wachtwoord/{secret_in_the_mail()}") == 404


@pytest.mark.parametrize(
    "password",
    ["tekort", "wachtwoord123", "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "reporter@voorbeeld.nl", "WelkomWelkom"],
)
def test_a_password_that_is_easy_to_guess_is_refused_and_the_link_stays(
    browser: Browser, world: World, password: str
) -> None:
    ask_reset(browser)
    path = f"/wachtwoord/{secret_in_the_mail()}"

    assert choose(browser, path, password) == 400
    assert choose(browser, path) == 303


def test_a_long_password_of_any_kind_is_taken(browser: Browser, world: World) -> None:
    ask_reset(browser)
    long = "één zin die iemand onthoudt, " * 5

    assert choose(browser, f"/wachtwoord/{secret_in_the_mail()}", long) == 303
    assert sign_in(browser, long) == 303


def test_two_different_passwords_are_shown_again_in_english(browser: Browser, world: World) -> None:
    ask_reset(browser)
    browser.post("/taal", {"language": "en", "next": "/"})

    answer = browser.post(f"/wachtwoord/{secret_in_the_mail()}", {"wachtwoord": NEW, "nogmaals": "iets anders"})

    assert answer.status_code == 400
    assert "The two passwords differ." in answer.text


def test_of_many_who_use_one_link_at_once_one_succeeds(app: Flask, browser: Browser, world: World) -> None:
    ask_reset(browser)
    path = f"/wachtwoord/{secret_in_the_mail()}"
    rivals = [Browser(app.test_client()) for _ in range(6)]
    tokens = [rival.token() for rival in rivals]

    def use(rival: Browser, token: str) -> int:
        form = {"csrf_token": token, "wachtwoord": NEW, "nogmaals": NEW}
        return rival.client.post(path, data=form).status_code

    with ThreadPoolExecutor(6) as pool:
        statuses = list(pool.map(use, rivals, tokens))

    assert sorted(statuses)[0] == 303
    assert statuses.count(303) == 1


def test_asking_takes_as_long_for_nobody_as_for_somebody(
    browser: Browser, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_LOGIN_ATTEMPTS_PER_ACCOUNT", "1000")
    monkeypatch.setenv("KETENSPIEGEL_LOGIN_ATTEMPTS_PER_ADDRESS", "1000")
    settings.cache_clear()

    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for _ in range(20):
        for email in times:
            begun = perf_counter()
            ask_reset(browser, email)
            times[email].append(perf_counter() - begun)

    known, unknown = (statistics.median(times[email]) for email in (KNOWN, UNKNOWN))
    assert known == pytest.approx(unknown, rel=0.5)
