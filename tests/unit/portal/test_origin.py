"""Another site cannot make a browser change anything here."""

from __future__ import annotations

import pytest

from tests.unit.portal.browsing import Browser


def change(browser: Browser, **headers: str) -> int:
    """Change a name with the form's token, and these headers."""
    return browser.post("/account", {"naam": "Anders", "taal": "nl"}, headers=headers).status_code


def test_our_own_form_is_taken(reporter: Browser) -> None:
    assert change(reporter, **{"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}) == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    ],
)
def test_a_form_on_another_site_is_refused(reporter: Browser, headers: dict[str, str]) -> None:
    assert change(reporter, **headers) == 403


def test_a_form_without_its_token_is_shown_again_and_changes_nothing(reporter: Browser) -> None:
    answer = reporter.client.post("/account", data={"naam": "Anders", "taal": "nl"})

    assert answer.status_code == 400
    assert "stond te lang open" in answer.text
    assert "Anders" not in reporter.get("/account").text


def test_the_token_of_another_visitor_does_not_serve(reporter: Browser, manager: Browser) -> None:
    answer = reporter.client.post("/account", data={"naam": "Anders", "taal": "nl", "csrf_token": manager.token()})

    assert answer.status_code == 400


def test_a_request_for_another_host_is_refused_where_hosts_are_known(
    portal_home: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    from portal.app import create_app
    from schemas.settings import settings

    monkeypatch.setenv("KETENSPIEGEL_TRUSTED_HOSTS", '["ketenspiegel.example"]')
    settings.cache_clear()
    client = create_app(settings()).test_client()

    assert client.get("/begrippen", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/begrippen", headers={"Host": "ketenspiegel.example"}).status_code == 200
