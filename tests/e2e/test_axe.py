"""Every page, for every role and in every state, passes axe's WCAG 2.2 AA rules and never scrolls sideways at 320 px."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from portal.app import create_app
from schemas.settings import Settings
from tests.look.staging import Visitors, a_stage
from tests.look.visits import Visit, read_plan, unvisited, visits

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

AXE = Path(__file__).parents[2] / "deploy" / "assets" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async tags => (await axe.run(document, {runOnly: tags})).violations
    .map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)"""


@pytest.fixture(scope="module")
def seen(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visitors, list[Visit]]]:
    home = tmp_path_factory.mktemp("stage") / "home"
    with a_stage(home) as site:
        yield Visitors(browser, site), list(visits(read_plan(home)))


def test_no_page_is_forgotten(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path, demo=True))

    assert unvisited(app) == []


def test_no_page_breaks_a_rule_or_scrolls_sideways(seen: tuple[Visitors, list[Visit]]) -> None:
    visitors, all_visits = seen

    wrong = [f"{visit.name}: {trouble}" for visit in all_visits for trouble in troubles(visitors.visit(visit))]

    assert wrong == []


def troubles(page: Page) -> list[str]:
    page.set_viewport_size({"width": 320, "height": 900})
    sideways = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, TAGS)
    page.close()
    return found + ["scrolls sideways at 320 px"] * bool(sideways)
