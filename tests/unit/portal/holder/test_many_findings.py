"""The page of a check with two hundred thousand findings: exact counts, paged rows, and no more questions to the database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from uuid import UUID

import pytest
from sqlalchemy import update

from schemas.store import RuleResult, sessions
from tests.statements import statements
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.rule_sets import a_rule_set
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload

RULES = ("ENE-003", "ENE-005", "ACT-002", "FLT-007", "RID-001", "KEY-002", "FMT-007")
LISTED, EACH = 1000, 30_000


def with_many(world: World, rules: Sequence[str] = RULES) -> UUID:
    """A checked version in which these rules each find thirty thousand times, a thousand of which are listed."""
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version, [a_finding(place, rule=rules[place // LISTED]) for place in range(LISTED * len(rules))])
    with sessions().begin() as session:
        session.execute(update(RuleResult).where(RuleResult.version == version).values(count=EACH))
    return version


def with_few(world: World) -> UUID:
    """A checked version with twenty findings of one rule."""
    version = an_upload(world.reports["kust"], world.people["other_reporter"]).id
    a_check(version, [a_finding(place) for place in range(20)])
    return version


@pytest.fixture
def many(world: World) -> str:
    """The page of the version with many."""
    with_many(world)
    return f"/rapportages/{world.reports['oost']}/versies/1"


def test_it_asks_the_database_as_often_as_with_twenty(browser_of, world: World, many: str) -> None:
    with_few(world)
    few = f"/rapportages/{world.reports['kust']}/versies/1"
    large, small = browser_of("reporter"), browser_of("other_reporter")
    for browser, page in ((large, many), (small, few)):
        browser.get(page)

    with statements() as with_twenty:
        small.get(few)
    with statements() as with_many_more:
        large.get(many)

    assert len(with_many_more) == len(with_twenty)


def test_counts_are_exact_and_say_how_many_are_listed(reporter: Browser, many: str) -> None:
    shown = reporter.get(many).text

    assert shown.count("30.000") >= len(RULES)
    assert "Hier staan de eerste 1.000 van 30.000." in shown


def test_each_rule_shows_its_first_page_alone(reporter: Browser, many: str) -> None:
    shown = reporter.get(many).text

    first = {rule * LISTED for rule in range(len(RULES))}
    assert all(f'id="v{place + 49}"' in shown and f'id="v{place + 50}"' not in shown for place in first)


def test_one_rule_is_turned_over_and_the_others_stay(reporter: Browser, many: str) -> None:
    shown = reporter.get(f"{many}?regel={RULES[1]}&bladzijde=20").text

    assert f'id="v{LISTED + 999}"' in shown
    assert (f'id="v{LISTED}"' in shown, 'id="v0"' in shown) == (False, True)


def test_a_page_past_the_last_is_the_last(reporter: Browser, many: str) -> None:
    assert f'id="v{LISTED + 999}"' in reporter.get(f"{many}?regel={RULES[1]}&bladzijde=99").text


def test_a_rule_that_is_not_wholly_listed_is_answered_in_bulk(reporter: Browser, many: str) -> None:
    reporter.post(f"{many}/toelichtingen", {"regel": RULES[0], "toelichting": "Strenge winter."})

    shown = reporter.get(many).text

    assert "Strenge winter." in shown
    assert shown.count("30.000 toe te lichten") == len(RULES) - 1


def test_two_versions_are_compared_by_number_where_not_every_place_is_known(
    reporter: Browser, world: World, many: str
) -> None:
    with_many(world)

    shown = reporter.get(many.replace("/versies/1", "/versies/2")).text

    assert "Sinds versie 1: 0 opgelost, 0 nieuw, 210.000 gebleven." in shown


def test_numbers_have_separators_in_the_sentence_and_in_the_counts(reporter: Browser, many: str) -> None:
    shown = reporter.get(many).text

    assert ("210.000 vragen" in shown, "7.000 vragen" in shown) == (True, True)


def test_a_sheet_tells_how_many_findings_it_has_and_not_how_many_are_listed(reporter: Browser, world: World) -> None:
    a_rule_set()
    with_many(world, rules=("ENE-003",))

    assert tallies_of(reporter, world) == ["30.000"]


def test_beside_rules_that_may_look_at_more_sheets_it_tells_how_many_there_are_at_least(
    reporter: Browser, world: World
) -> None:
    a_rule_set()
    with_many(world)

    assert tallies_of(reporter, world) == ["36.000+"]


def tallies_of(reporter: Browser, world: World) -> list[str]:
    shown = reporter.get(f"/rapportages/{world.reports['oost']}/versies/1").text
    return re.findall(r'<span class="tally">([^<]*)</span>', shown)


def test_a_rule_of_one_sheet_keeps_its_number_under_the_filter_of_that_sheet(reporter: Browser, many: str) -> None:
    assert "Hier staan de eerste 1.000 van 30.000." in reporter.get(f"{many}?blad=energy").text


def test_a_rule_is_told_by_the_set_that_the_version_was_judged_by(reporter: Browser, world: World) -> None:
    a_rule_set("2026.1", of_use="Het verbruik is aannemelijk.")
    with_many(world, rules=("ENE-003",))
    a_rule_set("2027.1", of_use="Het verbruik is gemeten.")

    shown = reporter.get(f"/rapportages/{world.reports['oost']}/versies/1").text

    assert "Het verbruik is aannemelijk." in shown
    assert "Het verbruik is gemeten." not in shown
