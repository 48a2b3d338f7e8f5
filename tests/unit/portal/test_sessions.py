"""A session lives on the server: what ends there is ended, however many copies of the cookie there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from portal.visitor import cookie_name
from schemas.clock import now
from schemas.settings import settings
from schemas.store import WebSession, reading
from schemas.tokens import hash_of
from tests.unit.portal.browsing import PASSWORD, Browser, World


def cookie_of(browser: Browser) -> str:
    cookie = browser.client.get_cookie(cookie_name(settings()))
    assert cookie
    return cookie.value


def with_cookie(app: Flask, secret: str) -> Browser:
    copy = Browser(app.test_client())
    copy.client.set_cookie(cookie_name(settings()), secret)
    return copy


def is_signed_in(browser: Browser) -> bool:
    return browser.get("/account").status_code == 200


def sign_in(browser: Browser, email: str = "reporter@voorbeeld.nl", password: str = PASSWORD) -> int:
    return browser.post("/inloggen", {"e-mail": email, "wachtwoord": password}).status_code


def test_the_right_password_signs_in(browser: Browser, world: World) -> None:
    status = sign_in(browser)

    assert status == 303
    assert is_signed_in(browser)


def test_only_the_hash_of_the_cookie_is_kept(browser: Browser, world: World) -> None:
    sign_in(browser)

    with reading() as session:
        kept = session.scalars(select(WebSession.token_hash)).all()
    assert kept == [hash_of(cookie_of(browser))]


def test_each_sign_in_gets_a_session_of_its_own(browser: Browser, world: World, app: Flask) -> None:
    sign_in(browser)
    first = cookie_of(browser)
    browser.post("/uitloggen")

    sign_in(browser)

    assert cookie_of(browser) != first
    assert not is_signed_in(with_cookie(app, first))


def test_a_cookie_that_was_planted_before_signing_in_is_not_taken_over(app: Flask, world: World) -> None:
    planted = with_cookie(app, "planted-by-somebody-else")

    sign_in(planted)

    assert cookie_of(planted) != "planted-by-somebody-else"
    assert not is_signed_in(with_cookie(app, "planted-by-somebody-else"))


def test_signing_out_ends_every_copy_of_the_cookie(app: Flask, reporter: Browser) -> None:
    copy = with_cookie(app, cookie_of(reporter))
    assert is_signed_in(copy)

    reporter.post("/uitloggen")

    assert not is_signed_in(copy)


def test_a_new_password_ends_the_sessions_elsewhere(browser_of: Callable[[str], Browser]) -> None:
    here, elsewhere = browser_of("reporter"), browser_of("reporter")
    new = "nog vier andere woorden"

    answer = here.post("/account/wachtwoord", {"huidig": PASSWORD, "wachtwoord": new, "nogmaals": new})

    assert answer.status_code == 303
    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)


def test_other_sessions_can_be_ended(browser_of: Callable[[str], Browser]) -> None:
    here, elsewhere = browser_of("reporter"), browser_of("reporter")

    here.post("/account/sessies")

    assert is_signed_in(here)
    assert not is_signed_in(elsewhere)


def test_other_roles_end_the_sessions(functional_manager: Browser, reporter: Browser, world: World) -> None:
    path = f"/mensen/{world.people['reporter']}/rollen"

    answer = functional_manager.post(path, {"rollen": ["contributor"], "wachtwoord": PASSWORD})

    assert answer.status_code == 303
    assert not is_signed_in(reporter)


def test_closed_access_ends_the_sessions_at_once(functional_manager: Browser, reporter: Browser, world: World) -> None:
    functional_manager.post(f"/mensen/{world.people['reporter']}/toegang", {"toegang": "false"})

    assert not is_signed_in(reporter)
    assert sign_in(reporter) == 400


def later(monkeypatch: pytest.MonkeyPatch, **after: int) -> None:
    monkeypatch.setenv("KETENSPIEGEL_NOW", (now() + timedelta(**after)).isoformat())


def test_a_session_that_is_not_used_ends(reporter: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, minutes=31)

    assert not is_signed_in(reporter)


def test_a_session_that_is_used_goes_on(reporter: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    later(monkeypatch, minutes=20)
    assert is_signed_in(reporter)

    later(monkeypatch, minutes=20)

    assert is_signed_in(reporter)


def test_a_page_that_asks_by_itself_does_not_keep_a_session_open(
    reporter: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(monkeypatch, minutes=20)
    reporter.get("/account", headers={"X-Requested-With": "fetch"})

    later(monkeypatch, minutes=20)

    assert not is_signed_in(reporter)


def test_a_session_ends_after_half_a_day_however_much_it_is_used(
    reporter: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(28):
        later(monkeypatch, minutes=25)
        assert is_signed_in(reporter)

    later(monkeypatch, minutes=25)

    assert not is_signed_in(reporter)


def test_nothing_about_the_person_stands_in_a_cookie(reporter: Browser, world: World) -> None:
    reporter.get("/account")

    cookies = " ".join(cookie.value for cookie in reporter.client._cookies.values())  # type: ignore[union-attr]

    assert str(world.people["reporter"]) not in cookies
    assert "reporter" not in cookies
