"""The desk of the publication officer: one year at a time, and what is under way of the others always."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.earlier_years import an_accepted_last_year
from tests.unit.portal.publishing_seeds import a_decided_report

UNDER_WAY = "Van andere jaren, en nog niet klaar"


@pytest.fixture
def this_year(world: World) -> str:
    """The address at which the accepted report of 2026 is made public."""
    return f"/openbaarmaken/{a_decided_report(world)}"


@pytest.fixture
def last_year(world: World) -> str:
    """The same of 2025."""
    report: UUID = an_accepted_last_year(world)
    return f"/openbaarmaken/{report}"


def test_the_newest_year_comes_first(publication_officer: Browser, this_year: str, last_year: str) -> None:
    desk = publication_officer.get("/openbaarmaken").text

    assert this_year in desk
    assert last_year not in desk


def test_an_earlier_year_is_a_click_away(publication_officer: Browser, this_year: str, last_year: str) -> None:
    desk = publication_officer.get("/openbaarmaken?jaar=2025").text

    assert last_year in desk
    assert this_year not in desk


def test_what_is_under_way_of_another_year_is_always_there(
    publication_officer: Browser, this_year: str, last_year: str
) -> None:
    publication_officer.post(f"{this_year}/bericht")

    desk = publication_officer.get("/openbaarmaken?jaar=2025").text

    assert desk.index(UNDER_WAY) < desk.index(this_year) < desk.index(last_year)


def test_a_year_without_reports_shows_the_newest(publication_officer: Browser, this_year: str) -> None:
    assert this_year in publication_officer.get("/openbaarmaken?jaar=1999").text
