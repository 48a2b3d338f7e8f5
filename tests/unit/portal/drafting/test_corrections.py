"""Forms in a correction of some sheets: those may change, and the others stay as they were handed in."""

from __future__ import annotations

from uuid import UUID

from tests.unit.portal.browsing import Browser
from tests.unit.portal.drafting.filling import DRIVERS, fill_in
from tests.unit.portal.drafting.test_draft import newest_parts, read_by_the_check
from tests.unit.portal.reopenings.test_reopening import report

__all__ = ["report"]


def test_a_sheet_that_was_not_sent_back_is_read_and_not_changed(reporter: Browser, draft: str, report: UUID) -> None:
    read_by_the_check(newest_parts()[0].version, (0, "energy", 12))
    page = reporter.get(f"{draft}/workforce").text

    answer = fill_in(reporter, f"{draft}/workforce", **DRIVERS)

    assert "De provincie vroeg dit blad niet te verbeteren." in page
    assert answer.status_code == 409
