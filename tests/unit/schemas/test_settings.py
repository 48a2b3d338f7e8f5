"""The settings: right for a first run on one machine, complete for production or refused."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from schemas.settings import PRODUCTION_MUST_SET, Settings


def test_a_first_run_needs_no_settings() -> None:
    found = Settings()

    assert found.database.startswith("sqlite:///")
    assert not found.apart


@pytest.mark.parametrize(("name", "value"), [("DATABASE_URL", "postgresql+psycopg://h/d"), ("LOG", "kafka")])
def test_production_names_everything_that_it_misses(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"KETENSPIEGEL_{name}", value)

    with pytest.raises(ValidationError) as refusal:
        Settings()

    assert all(f"KETENSPIEGEL_{missing.upper()}" in str(refusal.value) for missing in PRODUCTION_MUST_SET)


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    first, again = Settings(home=tmp_path), Settings(home=tmp_path)

    assert first.secret == again.secret
    assert len(first.secret) >= 64
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Settings(secret_key="canary-key", smtp_password="canary-password")

    assert "canary" not in repr(found)
