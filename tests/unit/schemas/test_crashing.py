"""Crash points are for tests: outside them nothing starts that has one set, whichever way it is started."""

from __future__ import annotations

from threading import Event as Flag

import pytest
from click.testing import CliRunner

from deploy.cli import main
from portal.app import create_app
from schemas.crashing import CrashPointsRefused
from schemas.settings import Settings
from workers.running import run_relay, run_workers


@pytest.fixture(autouse=True)
def outside_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of an installation in which somebody left a crash point."""
    monkeypatch.setenv("CRASH_AT", "after_poll")
    monkeypatch.delenv("APP_ENV", raising=False)


def test_the_portal_refuses_to_start() -> None:
    with pytest.raises(CrashPointsRefused):
        create_app(Settings())


def test_the_workers_refuse_to_start() -> None:
    with pytest.raises(CrashPointsRefused):
        run_workers([], Settings(), stop=Flag())


def test_the_relay_refuses_to_start() -> None:
    with pytest.raises(CrashPointsRefused):
        run_relay(Settings(), stop=Flag())


@pytest.mark.parametrize("command", ["run", "portal", "worker", "relay"])
def test_the_command_line_says_what_to_do(command: str) -> None:
    said = CliRunner().invoke(main, [command])

    assert said.exit_code == 1
    assert "unset it" in said.output
