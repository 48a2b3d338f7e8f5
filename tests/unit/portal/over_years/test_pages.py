"""The figures of a concession through the years: what each side sees of them, and what the charts say."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

import pytest

from schemas.judgement import Outcome, Status
from schemas.store import IndicatorValue, sessions
from tests.statements import statements
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.many_years import Year, a_concession
from tests.unit.portal.use_cases.seeding import a_check, an_upload

FIGURES = {
    ("FLT-01", "total"): 60,
    ("FLT-01", "drivetrain=bev"): 45,
    ("FLT-01", "drivetrain=diesel"): 15,
    ("FLT-02", "total"): 75,
    ("GHG-05", "total"): 60,
    ("GHG-06", "total"): 700,
    ("DD-01", "role=battery"): 40,
    ("DD-01", "role=energy"): 90,
}


def a_year(year: int, stand: str = "decided", **changed: int) -> Year:
    more = {("GHG-05", "total"): changed.get("grams", 60), ("FLT-02", "total"): changed.get("share", 75)}
    return Year(year, FIGURES | more, {"N-ZE-FLEET": Outcome.MEETS}, stand)


@pytest.fixture
def dal(world: World) -> UUID:
    return a_concession(world, "Dal", [a_year(2025, grams=80, share=50), a_year(2026)])


def test_the_titles_say_what_changed(manager: Browser, dal: UUID) -> None:
    page = manager.get(f"/concessies/{dal}/cijfers").text

    assert "Het aandeel bussen zonder uitstoot steeg van 50\u00a0% in 2025 naar 75\u00a0% in 2026." in page
    assert "CO2e per reizigerskilometer daalde van 80\u00a0g in 2025 naar 60\u00a0g in 2026." in page
    assert "Het minst in kaart in 2026: K4 Batterijleverancier, met 40\u00a0%." in page
    assert "In 2026 zijn 1 van de 1 normen gehaald; in 2025 waren het er 1 van de 1." in page


def test_the_holder_sees_the_same_figures(reporter: Browser, dal: UUID) -> None:
    assert "steeg van 50\u00a0% in 2025" in reporter.get(f"/concessies/{dal}/cijfers").text


@pytest.mark.parametrize("person", ["other_manager", "other_reporter"])
def test_others_find_nothing(browser_of: Callable[[str], Browser], dal: UUID, person: str) -> None:
    assert browser_of(person).get(f"/concessies/{dal}/cijfers").status_code == 404


def test_a_draft_is_for_its_holder_alone(reporter: Browser, manager: Browser, world: World) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    with_figures(version)
    page = f"/concessies/{world.concessions['oost']}/cijfers"

    theirs, ours = reporter.get(page).text, manager.get(page).text

    assert "(concept)" in theirs
    assert "Het aandeel bussen zonder uitstoot was 75" in theirs
    assert "Er zijn nog geen cijfers" in ours


def with_figures(version: UUID) -> None:
    with sessions().begin() as session:
        session.add_all(
            IndicatorValue(
                version=version, indicator=of, part=part, value=Decimal(value), unit="%", status=Status.MEASURED, why={}
            )
            for (of, part), value in FIGURES.items()
        )


def test_more_years_take_as_many_queries(manager: Browser, world: World, dal: UUID) -> None:
    long = a_concession(world, "Berg", [a_year(year) for year in range(2019, 2027)])

    few, many = (asked_for(manager, f"/concessies/{one}/cijfers") for one in (dal, long))

    assert few == many


def asked_for(browser: Browser, page: str) -> int:
    browser.get(page)
    with statements() as sent:
        browser.get(page)
    return len(sent)


def test_each_chart_has_its_table_and_eight_years_stay_a_light_page(manager: Browser, world: World) -> None:
    long = a_concession(world, "Berg", [a_year(year) for year in range(2019, 2027)])

    answer = manager.get(f"/concessies/{long}/cijfers")

    assert answer.text.count("Cijfers bij deze grafiek") == 4
    assert 'style="' not in answer.text
    assert len(answer.data) < 150_000
