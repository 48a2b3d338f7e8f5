"""Every page, for every role and in every state: WCAG 2.2 AA, narrow, with large text, to hit, with the focus in sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.app import create_app
from schemas.settings import Settings
from tests.e2e.measuring import broken_rules, hard_to_hit, lost_focus, sideways, too_heavy, unread_summary
from tests.look.stage import SCENES
from tests.look.staging import Visitors, a_stage
from tests.look.visits import read_plan, unvisited, visits

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]

Found = dict[str, list[str]]


@pytest.fixture(scope="module")
def found(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    """The troubles of all pages by kind; each page is opened once."""
    home = tmp_path_factory.mktemp("stage") / "home"
    with a_stage(home) as site:
        yield measured(Visitors(browser, site), home)


def measured(visitors: Visitors, home: Path) -> Found:
    """Open every page and measure it; the rules last, as they look at it closest."""
    kinds = {"focus": lost_focus, "width": sideways, "targets": hard_to_hit, "rules": broken_rules}
    found: Found = {kind: [] for kind in (*kinds, "summary", "weight")}
    for visit in visits(read_plan(home)):
        page = visitors.visit(visit)
        if visit.refused:
            found["summary"] += [f"{visit.name}: {told}" for told in unread_summary(page)]
        for kind, measure in kinds.items():
            found[kind] += [f"{visit.name}: {told}" for told in measure(page)]
        if not visit.press:
            found["weight"] += [f"{visit.name}: {told}" for told in too_heavy(page)]
        page.close()
    return found


def test_no_page_is_forgotten(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path, demo=True))

    assert unvisited(app) == []


def test_a_route_without_a_recipe_is_found(tmp_path: Path) -> None:
    app = create_app(Settings(home=tmp_path, demo=True))

    app.add_url_rule("/nieuw", "new.page", lambda: "new")

    assert unvisited(app) == ["new.page"]


def test_each_state_has_a_concession_of_its_own() -> None:
    codes = [scene.code for scene in SCENES]

    assert sorted(set(codes)) == sorted(codes)


def test_no_page_breaks_a_rule(found: Found) -> None:
    assert found["rules"] == []


def test_no_page_scrolls_sideways_or_cuts_off_text_of_twice_the_size(found: Found) -> None:
    assert found["width"] == []


def test_every_target_is_large_enough_to_hit(found: Found) -> None:
    assert found["targets"] == []


def test_the_focus_is_always_seen(found: Found) -> None:
    assert found["focus"] == []


def test_the_summary_of_errors_takes_the_focus_of_every_refused_form(found: Found) -> None:
    assert found["summary"] == []


def test_a_first_view_of_any_page_is_under_150_kb(found: Found) -> None:
    assert found["weight"] == []
