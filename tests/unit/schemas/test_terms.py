"""The terms: norms that end, are succeeded and come back under another article, and what is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import ValidationError

from tests.builders import terms


def asking(*norms):
    return terms(norms=[{"article": "art. 1", **norm} for norm in norms])


def test_a_norm_holds_up_to_and_including_its_last_year():
    [norm] = asking({"norm": "N-WTW-VKM", "path": {"2024": 800}, "last_year": 2026}).norms

    assert [norm.threshold(year) for year in (2023, 2024, 2026, 2027)] == [None, Decimal(800), Decimal(800), None]


def test_a_norm_that_comes_back_is_read_by_the_article_of_the_year():
    both = asking(
        {"norm": "N-CHAIN", "article": "art. 8.1", "path": {"2024": 80}, "last_year": 2026},
        {"norm": "N-CHAIN", "article": "art. 8.4", "path": {"2028": 100}},
    )

    found = {year: both.norm("N-CHAIN", year) for year in (2023, 2026, 2027, 2028)}

    assert {year: asked.article for year, asked in found.items() if asked} == {
        2023: "art. 8.1",
        2026: "art. 8.1",
        2027: "art. 8.1",
        2028: "art. 8.4",
    }


@pytest.mark.parametrize(
    ("norms", "says"),
    [
        ([{"norm": "N-ZE", "path": {"2024": 1}}], "N-ZE is geen norm"),
        ([{"norm": "N-CHAIN", "path": {"2024": 1}, "successor": "N-OLD"}], "N-OLD is geen norm"),
        ([{"norm": "N-CHAIN", "path": {"2024": 1, "2028": 2}, "last_year": 2027}], "vóór het laatste jaar van het pad"),
        ([{"norm": "N-CHAIN", "path": {}}], "path"),
        (
            [{"norm": "N-CHAIN", "path": {"2024": 1}}, {"norm": "N-CHAIN", "path": {"2026": 2}}],
            "gelden allebei in / hold both in 2026",
        ),
    ],
)
def test_terms_that_contradict_themselves_are_refused_with_the_norm_and_the_year(norms, says):
    with pytest.raises(ValidationError, match=says):
        asking(*norms)


@pytest.mark.parametrize(
    ("month_day", "usable"), [("02-30", "02-28"), ("02-29", "02-28"), ("04-31", "04-30"), ("11-31", "11-30")]
)
def test_a_day_that_does_not_come_every_year_is_refused_with_one_that_does(month_day, usable):
    calendar = {**terms().calendar.model_dump(), "hand_in_by": month_day}

    with pytest.raises(ValidationError, match=f"{month_day} bestaat niet in elk jaar; kies {usable} of eerder"):
        terms(calendar=calendar)


@pytest.mark.parametrize("month_day", ["02-28", "04-30", "12-31"])
def test_the_last_day_of_a_month_that_every_year_has_is_taken(month_day):
    calendar = {**terms().calendar.model_dump(), "hand_in_by": month_day}

    assert terms(calendar=calendar).calendar.hand_in_by == month_day
