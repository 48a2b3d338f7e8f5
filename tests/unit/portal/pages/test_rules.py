"""The pages of rules read the newest rule set, also one from before rules told why they matter."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from deploy.catalogues import upgrade
from schemas.clock import now
from schemas.settings import settings
from schemas.store import Adoption, RuleSet, sessions
from schemas.words import SetKind
from tests.unit.portal.browsing import Browser
from workers.domain.catalogue import catalogue

BRACES = re.compile(r"\{\w+\}")
ENGLISH = {"Accept-Language": "en"}


def a_rule(name: str, duty: str) -> dict[str, object]:
    def both(text: str) -> dict[str, str]:
        return {"nl": text, "en": f"EN {text}"}

    return {
        "rule": name,
        "revision": 2,
        "sheet": "activity",
        "at": "km_timetable",
        "severity": "error",
        "basis": "MIPOV",
        "obligation": both(duty),
        "message": both("{km_timetable} is te veel."),
        "expected": both("minder"),
        "mend": both("Kijk na."),
    }


@pytest.fixture
def rule_sets(portal_home: object) -> None:
    """An old rule set and a new one, which says more than the page needs."""
    with sessions().begin() as session:
        for number, duty in enumerate(("Oude plicht.", "Nieuwe plicht.")):
            body = {"rules": [a_rule("ACT-001", duty)], "ranges": {"x": 1}}
            at = now() + timedelta(minutes=number)
            session.add(RuleSet(id=f"set-{number}", sha256=f"{number:064}", body=body, written_at=at))


def test_the_newest_rule_set_is_shown(browser: Browser, rule_sets: None) -> None:
    page = browser.get("/regels").text

    assert "Nieuwe plicht." in page
    assert "Oude plicht." not in page
    assert 'href="/regels/ACT-001"' in page


def test_a_set_that_is_switched_on_goes_before_one_that_was_written_later(browser: Browser, rule_sets: None) -> None:
    with sessions().begin() as session:
        session.add(
            Adoption(kind=SetKind.RULE_SET, set_id="set-0", year=1990, at=now(), by="db upgrade", reason="Proef.")
        )

    assert "Oude plicht." in browser.get("/regels").text


def test_an_older_set_can_be_opened_by_its_name_and_says_that_it_is_not_of_now(
    browser: Browser, rule_sets: None
) -> None:
    pages = [browser.get(f"{path}?set=set-0").text for path in ("/regels", "/regels/alles", "/regels/ACT-001")]

    assert all("Oude plicht." in page for page in pages)
    assert all("U leest regelset set-0." in page for page in pages)
    assert 'href="/regels/ACT-001?set=set-0"' in pages[0]
    assert all(
        f'href="{path}"' in page for path, page in zip(("/regels/alles", "/regels/ACT-001"), pages[1:], strict=True)
    )


def test_the_set_of_now_by_its_name_is_the_page_of_now(browser: Browser, rule_sets: None) -> None:
    page = browser.get("/regels?set=set-1").text

    assert "Nieuwe plicht." in page
    assert "U leest regelset" not in page
    assert 'href="/regels/ACT-001"' in page


@pytest.mark.parametrize("name", ["nergens", "%00", "x" * 300])
def test_a_set_that_is_not_there_is_not_there(name: str, browser: Browser, rule_sets: None) -> None:
    assert browser.get(f"/regels?set={name}").status_code == 404


def test_a_rule_has_its_texts_in_the_readers_language(browser: Browser, rule_sets: None) -> None:
    page = browser.get("/regels/ACT-001", headers=ENGLISH).text

    assert all(text in page for text in ("EN Nieuwe plicht.", "EN {km_timetable} is te veel.", "EN Kijk na.", "MIPOV"))


def test_a_rule_that_is_not_there_is_not_there(browser: Browser, rule_sets: None) -> None:
    assert browser.get("/regels/ACT-999").status_code == 404


@pytest.fixture
def of_this_release(portal_home: object) -> None:
    """The rule set as ``db upgrade`` writes it."""
    upgrade(settings().database)


def test_a_rule_page_shows_an_example_with_its_values_filled_in(browser: Browser, of_this_release: None) -> None:
    page = browser.get("/regels/ENE-003").text

    assert "12-meterbus V0041: 1.900 kWh op 1.000 km" in page
    assert "Voertuig V0041 (12-meterbus) gebruikte 2,4 kWh/km over het jaar; gebruikelijk is 0,8 tot 1,9." in page
    assert not BRACES.search(page)


def test_an_example_of_the_second_severity_says_so(browser: Browser, of_this_release: None) -> None:
    sentence = "This example is more serious; so it is an error."

    assert sentence in browser.get("/regels/MAT-002", headers=ENGLISH).text
    assert sentence not in browser.get("/regels/MAT-001", headers=ENGLISH).text


def test_it_leads_to_its_column_and_to_the_rules_around_it(browser: Browser, of_this_release: None) -> None:
    page = browser.get("/regels/ENE-003").text

    for address in ("/gegevenswoordenboek/energy#quantity", "/regels/ENE-002", "/regels/ENE-004"):
        assert f'href="{address}"' in page


def test_the_dictionary_names_the_rules_on_a_column(browser: Browser, of_this_release: None) -> None:
    page = browser.get("/gegevenswoordenboek/activity").text

    assert [rule for rule in ("ACT-002", "ACT-003") if f'href="/regels/{rule}"' not in page] == []


def test_every_rule_has_a_page(browser: Browser, of_this_release: None) -> None:
    missing = [one.rule for one in catalogue().rules if browser.get(f"/regels/{one.rule}").status_code != 200]

    assert missing == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_book_leaves_no_rule_out(browser: Browser, of_this_release: None, language: str) -> None:
    page = browser.get("/regels/alles", headers={"Accept-Language": language}).text

    articles = re.findall(r'<article class="flow rule" id="([A-Z]{3}-\d{3})">', page)
    assert sorted(articles) == sorted(one.rule for one in catalogue().rules)
    assert not BRACES.search(page)


def test_the_book_of_an_older_rule_set_tells_what_it_has(browser: Browser, rule_sets: None) -> None:
    page = browser.get("/regels/alles").text

    assert '<article class="flow rule" id="ACT-001">' in page
    assert "Kijk na." in page


def test_without_a_rule_set_the_pages_say_so(browser: Browser) -> None:
    for path in ("/regels", "/regels/alles"):
        assert "Er zijn nog geen regels gepubliceerd" in browser.get(path).text
