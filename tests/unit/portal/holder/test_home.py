"""The holder's home: a card for each concession, light however many years there are."""

from __future__ import annotations

import re

from schemas.judgement import Outcome
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.many_years import Year, a_concession


def a_year(year: int, stand: str) -> Year:
    return Year(year, {}, {"N-ZE-FLEET": Outcome.MEETS}, stand)


def test_earlier_years_that_wait_are_a_line_each_in_the_card_of_their_concession(
    reporter: Browser, world: World
) -> None:
    a_concession(world, "Berg", [a_year(2023, "decided"), a_year(2024, "in_review"), a_year(2025, "handed_in")])

    card = re.search(
        r'<section class="card"[^>]*>(?:(?!</section>).)*Berg.*?</section>', reporter.get("/concessies").text, re.S
    )

    assert card
    assert "Rapport over 2025" in card.group()
    assert ">2024</a>: De provincie beoordeelt uw rapport." in card.group()
    assert "Eerdere rapporten:" in card.group()


def test_many_years_that_all_wait_stay_a_light_page(reporter: Browser, world: World) -> None:
    for number in range(15):
        a_concession(world, f"Berg {number}", [a_year(year, "in_review") for year in range(2019, 2027)])

    assert len(reporter.get("/concessies").data) < 100_000
