"""A browser, and embedded installations as real processes: the demo is loaded once and copied for each module."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.visiting import a_page
from tests.running import Site, a_site


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of an installation that started once, with its demo data."""
    home = tmp_path_factory.mktemp("first") / "home"
    with a_site(home, "run"):
        pass
    return home


@pytest.fixture(scope="module")
def site(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An installation of this module's own, with the demo data."""
    home = tmp_path_factory.mktemp("site") / "home"
    shutil.copytree(demo_home, home)
    with a_site(home, "run") as running:
        yield running


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Chromium."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A new visitor in Dutch; what the browser refuses or throws fails the test."""
    with a_page(browser, site.address) as opened:
        yield opened
