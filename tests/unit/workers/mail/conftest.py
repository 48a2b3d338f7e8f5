"""Fixtures of mail: an installation that posts to a real SMTP server."""

from __future__ import annotations

import pytest

from schemas.settings import Settings, settings
from tests.mail_server import MailServer
from tests.unit.workers.mailing import BASE_URL


@pytest.fixture
def posting(installation: Settings, monkeypatch: pytest.MonkeyPatch, smtp_server: MailServer) -> MailServer:
    """An installation that posts to a server that takes mail from anybody."""
    values = {"SMTP_HOST": smtp_server.host, "SMTP_PORT": str(smtp_server.port), "SMTP_STARTTLS": "false"}
    for name, value in {**values, "BASE_URL": BASE_URL, "MAIL_FROM": "ketenspiegel@voorbeeld.example"}.items():
        monkeypatch.setenv(f"KETENSPIEGEL_{name}", value)
    monkeypatch.setenv("APP_ENV", "test")
    settings.cache_clear()
    return smtp_server
