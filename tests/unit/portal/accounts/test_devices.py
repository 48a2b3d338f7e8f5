"""A browser is told in words that its owner knows."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.accounts.devices import device

ENGINE = "AppleWebKit/537.36 (KHTML, like Gecko)"


@pytest.mark.parametrize(
    ("agent", "says"),
    [
        (f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {ENGINE} Chrome/129.0 Safari/537.36 Edg/129.0", "Edge op Windows"),
        (f"Mozilla/5.0 (X11; Linux x86_64) {ENGINE} Chrome/129.0 Safari/537.36", "Chrome op Linux"),
        (f"Mozilla/5.0 (Linux; Android 14) {ENGINE} Chrome/129.0 Mobile Safari/537.36", "Chrome op Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14.6; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox op macOS"),
        (
            f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) {ENGINE} Version/17.6 Safari/604",
            "Safari op iPhone",
        ),
        ("curl/8.9", "een onbekend apparaat"),
    ],
)
def test_a_device_is_told_in_words(app: Flask, agent: str, says: str) -> None:
    with app.test_request_context():
        assert device(agent) == says
