"""A stage that is built in a process of its own, and the portal on it: without workers, so that every state stays."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.visiting import sign_in
from tests.look.visits import Visit
from tests.running import Site, a_site, environment


@contextmanager
def a_stage(home: Path) -> Iterator[Site]:
    """Build the stage at home and open the portal on it."""
    quick = environment(home) | {"KETENSPIEGEL_WORK_IN_CHILD_PROCESS": "false"}
    subprocess.run([sys.executable, "-m", "tests.look.stage"], env=quick, check=True)
    with a_site(home, "portal") as site:
        yield site


class Visitors:
    """The people of the visits, each signed in once."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self._browser, self._site = browser, site
        self._known: dict[str | None, BrowserContext] = {}

    def visit(self, visit: Visit) -> Page:
        """The page that this visit sees."""
        page = self._context(visit.who).new_page()
        page.goto(visit.address)
        for field, value in visit.typed:
            page.locator(f'[name="{field}"]').first.evaluate("(field, value) => { field.value = value; }", value)
        if visit.press:
            page.get_by_role("button", name=visit.press, exact=True).first.click()
            page.wait_for_load_state()
        return page

    def _context(self, who: str | None) -> BrowserContext:
        if who not in self._known:
            context = self._browser.new_context(base_url=self._site.address, locale="nl-NL")
            self._known[who] = context
            if who and who.startswith("/"):
                context.new_page().goto(who)
            elif who:
                sign_in(context.new_page(), who)
        return self._known[who]
