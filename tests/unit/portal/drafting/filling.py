"""Filling in a form as a browser does: with the stamp of the page that was opened."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.test import TestResponse

from tests.unit.portal.browsing import Browser

STAMP = re.compile(r'name="stempel" value="([0-9a-f]{64})"')
DRIVERS = {"r2.staff_group": "drivers", "r2.headcount": "120", "r2.fte": "98,5"}


def stamp_of(page: str) -> str:
    """The stamp that stands in the page of a form: the rows that it builds on."""
    found = STAMP.search(page)
    assert found
    return found.group(1)


def fill_in(browser: Browser, form: str, stamp: str | None = None, **cells: Any) -> TestResponse:
    """Send a form with these cells; ``stamp`` is that of a page opened earlier."""
    sent = {"stempel": stamp or stamp_of(browser.get(form).text), "taal": "nl", "doe": "bewaren", **cells}
    return browser.post(form, sent)
