"""The year of a duty as a page: each step with its last day, who acts, what is done, what is now, and what is late."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from uuid import uuid4

import pytest

from portal.use_cases import Declaration, hand_in
from portal.use_cases.reviewing import begin_review
from schemas.store import sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload

ROW = re.compile(r"<tr role=\"row\".*?</tr>", re.S)
TAG = re.compile(r"<[^>]+>")


@pytest.fixture
def page(world: World) -> str:
    """The address of the year of Oost."""
    return f"/rapportages/{world.reports['oost']}/jaar"


def steps(browser: Browser, page: str) -> dict[str, str]:
    """Each step as one line of text, by its first words."""
    rows = [" ".join(unescape(TAG.sub(" ", row)).split()) for row in ROW.findall(browser.get(page).text)]
    return {name: row for row in rows for name in NAMES if row.startswith(name)}


NAMES = (
    "De rapportage gaat open",
    "Leveranciers antwoorden",
    "Uploaden, verbeteren en toelichten",
    "Indienen",
    "Kijken of het compleet is",
    "Beoordelen en besluiten",
)


def test_before_the_first_upload_all_is_ahead_but_the_upload(reporter: Browser, page: str) -> None:
    found = steps(reporter, page)

    assert tuple(found) == NAMES
    assert "uw rapporteur maandag 3 mei 2027" in found["Uploaden, verbeteren en toelichten"]
    assert found["Uploaden, verbeteren en toelichten"].endswith("nu")
    assert found["Beoordelen en besluiten"].endswith("komt nog")


def test_when_nothing_is_open_the_signatory_is_next(reporter: Browser, world: World, page: str) -> None:
    a_check(an_upload(world.reports["oost"], world.people["reporter"]).id)

    found = steps(reporter, page)

    assert found["Uploaden, verbeteren en toelichten"].endswith("gedaan")
    assert found["Indienen"].endswith("nu")


def test_what_has_to_be_mended_is_with_the_reporter(reporter: Browser, world: World, page: str) -> None:
    a_check(an_upload(world.reports["oost"], world.people["reporter"]).id, [a_finding()])

    assert "1 versie" in steps(reporter, page)["Uploaden, verbeteren en toelichten"]
    assert steps(reporter, page)["Indienen"].endswith("komt nog")


def test_in_review_the_decision_is_now_and_what_went_before_is_done(reporter: Browser, world: World, page: str) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])
    a_check(version.id)
    with sessions().begin() as session:
        declaration = Declaration(version=version.id, statement="Naar waarheid.", key=uuid4())
        hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])
        begin_review(session, world.reports["oost"], by=world.people["manager"])

    found = steps(reporter, page)

    assert [found[name].rsplit(" ", 1)[-1] for name in NAMES] == [
        "gedaan",
        "voorbij",
        "gedaan",
        "gedaan",
        "gedaan",
        "nu",
    ]


def test_what_is_late_is_said(browser_of: Callable[[str], Browser], page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-05-10T08:00:00+00:00")

    assert steps(browser_of("reporter"), page)["Uploaden, verbeteren en toelichten"].endswith("nu, te laat")


def test_the_year_of_another_holder_is_not_there(reporter: Browser, world: World) -> None:
    assert reporter.get(f"/rapportages/{world.reports['kust']}/jaar").status_code == 404
