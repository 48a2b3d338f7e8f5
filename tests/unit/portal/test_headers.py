"""Every answer of every route carries the headers that keep a browser safe."""

from __future__ import annotations

import pytest
from flask import Flask
from sectxt import Parser  # type: ignore[import-untyped]

from portal.app import create_app
from schemas.settings import settings
from tests.unit.portal.browsing import Browser
from tests.unit.portal.routes import routes


def addresses(app: Flask) -> list[str]:
    """An address for every route that can be asked for."""
    return [route.address for route in routes(app) if route.method == "GET"]


def policy_of(header: str) -> dict[str, list[str]]:
    """A content security policy as directives with their sources."""
    return {parts[0]: parts[1:] for parts in (directive.split() for directive in header.split(";"))}


def test_every_route_has_a_strict_policy(app: Flask, browser: Browser, manager: Browser, reporter: Browser) -> None:
    for visitor in (browser, manager, reporter):
        for address in addresses(app):
            policy = policy_of(visitor.get(address).headers["Content-Security-Policy"])

            assert policy["default-src"] == ["'none'"]
            assert policy["frame-ancestors"] == ["'none'"]
            assert policy["base-uri"] == ["'none'"]
            assert policy["form-action"] == ["'self'"]
            assert {source for sources in policy.values() for source in sources} <= {"'none'", "'self'"}


def test_every_answer_says_its_type_and_is_not_kept(app: Flask, manager: Browser) -> None:
    for address in addresses(app):
        answer = manager.get(address)

        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "no-store" or address.startswith("/static/")
        assert "charset=" in answer.headers["Content-Type"] or "json" in answer.headers["Content-Type"]


@pytest.mark.parametrize("path", ["/begrippen", "/nergens", "/account", "/inloggen"])
def test_https_is_remembered_on_every_answer(portal_home: object, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setenv("KETENSPIEGEL_BASE_URL", "https://ketenspiegel.example")
    settings.cache_clear()
    client = create_app(settings()).test_client()

    answer = client.get(path, base_url="https://ketenspiegel.example")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_without_https_nothing_of_it_is_said(browser: Browser) -> None:
    assert "Strict-Transport-Security" not in browser.get("/begrippen").headers


def test_the_cookie_is_bound_to_the_host_on_https(portal_home: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_BASE_URL", "https://ketenspiegel.example")
    settings.cache_clear()
    client = create_app(settings()).test_client()

    cookie = client.get("/inloggen", base_url="https://ketenspiegel.example").headers["Set-Cookie"]

    assert cookie.startswith("__Host-")
    assert all(mark in cookie for mark in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    assert "Domain" not in cookie


def test_security_txt_is_valid(portal_home: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_BASE_URL", "https://ketenspiegel.example")
    monkeypatch.setenv("KETENSPIEGEL_SECURITY_CONTACT", "mailto:veiligheid@ketenspiegel.example")
    settings.cache_clear()
    client = create_app(settings()).test_client()

    answer = client.get("/.well-known/security.txt", base_url="https://ketenspiegel.example")

    parsed = Parser(answer.data, urls=["https://ketenspiegel.example/.well-known/security.txt"])
    assert answer.content_type == "text/plain; charset=utf-8"
    assert parsed.is_valid(), parsed.errors
