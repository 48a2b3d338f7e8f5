"""Signing in tells nobody who has an account, and cannot be tried without end."""

from __future__ import annotations

import re
import statistics
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import perf_counter

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts import confirm_password
from portal.refusals import Refused, TooManyAttempts
from portal.visitor import SignedIn
from schemas.clock import now
from schemas.settings import settings
from schemas.store import Audit, LoginAttempt, Person, reading, sessions
from schemas.texts import Language
from schemas.words import OrganisationKind, Role
from tests.unit.portal.browsing import PASSWORD, Browser, World

KNOWN, UNKNOWN, CLOSED = "reporter@voorbeeld.nl", "niemand@voorbeeld.nl", "contributor@voorbeeld.nl"


def attempt(browser: Browser, email: str, password: str = "dit is het niet", **options: object) -> tuple[int, str]:
    """A status and the page without what was typed and its tokens."""
    answer = browser.post("/inloggen", {"e-mail": email, "wachtwoord": password}, **options)
    return answer.status_code, re.sub(r'name="csrf_token" value="[^"]+"', "", answer.text.replace(email, ""))


def test_a_known_an_unknown_and_a_closed_account_get_the_same_answer(browser: Browser, world: World) -> None:
    with sessions().begin() as session:
        session.get_one(Person, world.people["contributor"]).active = False

    answers = [attempt(browser, email) for email in (KNOWN, UNKNOWN, CLOSED)]

    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == 400


def test_the_right_password_of_a_closed_account_is_refused_in_the_same_words(browser: Browser, world: World) -> None:
    with sessions().begin() as session:
        session.get_one(Person, world.people["contributor"]).active = False

    assert attempt(browser, CLOSED, PASSWORD) == attempt(browser, UNKNOWN)


def test_it_takes_as_long_for_nobody_as_for_somebody(
    browser: Browser, world: World, portal_home: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_LOGIN_ATTEMPTS_PER_ACCOUNT", "1000")
    monkeypatch.setenv("KETENSPIEGEL_LOGIN_ATTEMPTS_PER_ADDRESS", "1000")
    settings.cache_clear()

    times: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for _ in range(12):
        for email in times:
            begun = perf_counter()
            attempt(browser, email)
            times[email].append(perf_counter() - begun)

    known, unknown = (statistics.median(times[email]) for email in (KNOWN, UNKNOWN))
    assert unknown == pytest.approx(known, rel=0.5)


def test_after_ten_failures_an_account_has_to_wait(browser: Browser, world: World) -> None:
    for _ in range(10):
        attempt(browser, KNOWN)

    answer = browser.post("/inloggen", {"e-mail": KNOWN, "wachtwoord": PASSWORD})

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 301


def test_an_unknown_account_has_to_wait_in_the_same_words(
    browser: Browser, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_NOW", now().isoformat())
    for _ in range(5):
        attempt(browser, KNOWN)
        attempt(browser, UNKNOWN)

    assert attempt(browser, KNOWN) == attempt(browser, UNKNOWN)


def test_waiting_ends_by_itself(browser: Browser, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(10):
        attempt(browser, KNOWN)

    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + timedelta(minutes=6)).isoformat())

    assert attempt(browser, KNOWN, PASSWORD)[0] == 303


def test_an_address_is_limited_over_all_accounts(app: Flask, browser: Browser, world: World) -> None:
    for number in range(10):
        attempt(browser, f"naam{number}@voorbeeld.nl")

    from_here = attempt(browser, KNOWN, PASSWORD)[0]
    from_elsewhere = attempt(browser, KNOWN, PASSWORD, environ_base={"REMOTE_ADDR": "192.0.2.7"})[0]

    assert (from_here, from_elsewhere) == (429, 303)


def test_everybody_together_is_limited(
    browser: Browser, world: World, portal_home: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sessions().begin() as session:
        session.add_all(
            LoginAttempt(kind="login", account_hash=f"{number:064}", address=f"a{number}", at=now(), succeeded=False)
            for number in range(1000)
        )

    assert attempt(browser, KNOWN, PASSWORD)[0] == 429


def test_a_forged_forwarded_address_does_not_get_around_the_limit(browser: Browser, world: World) -> None:
    statuses = [
        attempt(browser, f"naam{number}@voorbeeld.nl", headers={"X-Forwarded-For": f"192.0.2.{number}"})[0]
        for number in range(11)
    ]

    assert statuses[-1] == 429


def test_succeeding_does_not_count_as_trying(browser: Browser, world: World) -> None:
    statuses = []
    for _ in range(12):
        statuses.append(attempt(browser, KNOWN, PASSWORD)[0])
        browser.post("/uitloggen")

    assert set(statuses) == {303}


def test_signing_in_and_failing_to_are_noted_without_address_or_password(browser: Browser, world: World) -> None:
    attempt(browser, KNOWN)
    attempt(browser, UNKNOWN)
    attempt(browser, KNOWN, PASSWORD)

    with reading() as session:
        rows = session.scalars(select(Audit).order_by(Audit.n)).all()
    person = f"person/{world.people['reporter']}"
    assert [(row.action, row.subject) for row in rows] == [
        ("sign_in_refused", person),
        ("sign_in_refused", "person/unknown"),
        ("signed_in", person),
    ]
    assert KNOWN not in str([vars(row) for row in rows])


def the_signatory(world: World) -> SignedIn:
    return SignedIn(
        id=world.people["signatory"],
        name="signatory",
        language=Language.NL,
        organisation=world.organisations["rijnbus"],
        organisation_name="Rijnbus",
        kind=OrganisationKind.HOLDER,
        roles=frozenset({Role.SIGNATORY}),
        session="",
    )


def test_saying_the_password_again_lets_one_go_on(app: Flask, world: World) -> None:
    with app.test_request_context():
        confirm_password(the_signatory(world), PASSWORD)


def test_a_wrong_password_does_not_and_is_limited(app: Flask, world: World) -> None:
    with app.test_request_context():
        for _ in range(10):
            with pytest.raises(Refused):
                confirm_password(the_signatory(world), "dit is het niet")

        with pytest.raises(TooManyAttempts):
            confirm_password(the_signatory(world), PASSWORD)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("/account", "/account"),
        ("/begrippen?x=1", "/begrippen?x=1"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/\t/evil.example", "/"),
        ("/%0d%0aSet-Cookie:x", "/%0d%0aSet-Cookie:x"),
        ("", "/"),
    ],
)
def test_one_goes_on_to_a_page_of_this_site_only(browser: Browser, world: World, wanted: str, given: str) -> None:
    answer = browser.post("/inloggen", {"e-mail": KNOWN, "wachtwoord": PASSWORD, "next": wanted})

    assert answer.headers["Location"] == given


def test_twenty_attempts_at_once_are_twenty(app: Flask, world: World) -> None:
    rivals = [Browser(app.test_client()) for _ in range(20)]
    tokens = [rival.token() for rival in rivals]

    def try_it(rival: Browser, token: str) -> int:
        form = {"csrf_token": token, "e-mail": KNOWN, "wachtwoord": "dit is het niet"}
        return rival.client.post("/inloggen", data=form).status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(try_it, rivals, tokens))

    assert (statuses.count(400), statuses.count(429)) == (10, 10)
